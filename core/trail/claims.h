// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"
#include "core/trail/hop.h"

namespace tokentrail::trail {

// What the claims of a token say about who: nothing is verified here.
Subject subjectOf(const text::Json &claims); // nobody for tokens of a client
Actor clientOf(const text::Json &claims); // the OAuth client it was issued to
bool isTechnical(const text::Json &claims); // issued to a client for itself
QString zoneOf(const text::Json &claims);
QString subjectOfCertificate(const QString &distinguishedName); // "alice" of "CN=alice,OU=…"

} // namespace tokentrail::trail
