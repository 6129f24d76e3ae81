// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/text/json.h"

namespace tokentrail::sandbox {

http::Response answer(int status, const QByteArray &contentType, const QByteArray &body);
http::Response textAnswer(int status, const QByteArray &body); // text/plain
http::Response htmlAnswer(int status, const QByteArray &body);
http::Response jsonAnswer(int status, const text::Json &body);

// The first of x-correlation-id, x-correlationid, x-request-id, x-vcap-request-id; else a new one.
QByteArray correlationIdOf(const http::Headers &headers);
// The value of "Authorization: Bearer …" and its like; empty under another scheme.
QByteArray bearerOf(const http::Headers &headers, QByteArrayView name = "Authorization");

} // namespace tokentrail::sandbox
