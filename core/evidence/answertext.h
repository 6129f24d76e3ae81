// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QString>

namespace tokentrail::evidence {

// What an answer says in words: its reason, the headers that explain a failure, and its body with
// the escapes of JSON and of HTML undone.
QString wordsOf(const http::Response &response);

// The body alone, to be quoted: of JSON the texts, of a page what a person sees of it, cut to a
// readable length.
QString bodyInWords(const http::Response &response);

// An answer as people paste it: with status line and headers in front (curl -i, curl -v, the
// network view of a browser), or the body alone. The status is 0 where it does not say.
http::Response readAnswer(const QByteArray &pasted);

// "401" or "Status: 403 Forbidden" and nothing else; 0 for anything else.
int statusAlone(const QByteArray &pasted);

} // namespace tokentrail::evidence
