// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

namespace tokentrail::http {

// How a response is framed on the wire, by the request that it answers.
struct Framing
{
    QByteArray method = "GET";
    bool isHttp11 = true;
    bool keepAlive = true;
};

// The bytes of a response. Length, connection and date are ours to say: what the handler set of
// them is left out (but a Content-Length that answers HEAD). Headers that would break the head
// turn the answer into a 500.
QByteArray serialiseResponse(const Response &response, const Framing &framing);

} // namespace tokentrail::http
