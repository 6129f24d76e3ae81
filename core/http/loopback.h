// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tokentrail::http {

// Whether a host, as QUrl has it, is this machine alone: "localhost" and the names below it
// (RFC 6761 §6.3), 127.0.0.0/8 and ::1. Asks no resolver.
bool isLoopbackHost(const QString &host);

} // namespace tokentrail::http
