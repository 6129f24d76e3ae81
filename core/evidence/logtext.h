// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace tokentrail::evidence {

// The messages of a log as people paste it: `cf logs` prefixes, colours and JSON envelopes taken
// off, a stack frame kept with the message above it, secrets taken out on reading.
QStringList readLog(const QByteArray &text);

} // namespace tokentrail::evidence
