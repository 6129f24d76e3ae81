// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"

#include <QList>

namespace tokentrail::sandbox {

// What an administrator would read in the trace of the Cloud Connector (ljs_trace.log): one line
// when a call arrives through the tunnel, one for what became of it. The form is that of the
// real log, the wording is the sandbox's own. Holds no tokens.
QByteArray cloudConnectorLog(const QList<http::Exchange> &exchanges);

} // namespace tokentrail::sandbox
