// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/measurement.h"

namespace tokentrail::cap {

// Measured beside predicted, a line for each cell that was to be measured.
QByteArray toCsv(const AccessTable &table, const Measurement &measurement); // RFC 4180
QByteArray toMarkdown(const AccessTable &table, const Measurement &measurement);
QByteArray toJunit(const AccessTable &table, const Measurement &measurement);
text::Json toJson(const AccessTable &table, const Measurement &measurement);
// One sentence for each difference, and for each answer that did not come.
QStringList differences(const AccessTable &table, const Measurement &measurement);
// "48 requests sent: 46 as predicted, 2 differ. 12 not sent."
QString summaryOf(const Measurement &measurement);

} // namespace tokentrail::cap
