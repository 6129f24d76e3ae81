// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/sandbox.h"

namespace tokentrail::sandbox {

// 0: not known yet, any free one will do.
struct Ports
{
    quint16 http = 0; // XSUAA and Destination service
    quint16 https = 0; // both again
    quint16 proxy = 0;
    quint16 backend = 0;
    quint16 service = 0;
    quint16 backendTls = 0; // the backend over https, where certificates log on
};

text::Json toJson(const Ports &ports);
Ports portsFromJson(const text::Json &json);

Endpoints endpointsFor(const Ports &ports, const QString &caFile);

} // namespace tokentrail::sandbox
