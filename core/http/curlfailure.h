// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"

#include <curl/curl.h>

namespace tokentrail::http {

// Why there was no answer: for people, and as a stable word for exchange.notes["failure"].
struct Failure
{
    Error error;
    QString word;
};

Failure describeFailure(CURL *easy,
                        CURLcode code,
                        const ClientRequest &request,
                        const QString &libraryText,
                        bool bodyTooLarge);

} // namespace tokentrail::http
