// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accesstable.h"

#include <map>

namespace tokentrail::cap {

// What a cell should be, by row and caller; e.g. of last week.
using AccessExpectation = std::map<std::pair<QString, QString>, QString>;

QByteArray toCsv(const AccessTable &table); // RFC 4180: what, then a column for each caller
QByteArray toMarkdown(const AccessTable &table);
// A test for each cell that is expected; without expectations one for each cell that is decided.
QByteArray toJunit(const AccessTable &table, const AccessExpectation &expected);

// A file that toCsv() wrote.
Result<AccessExpectation> readExpectation(const QByteArray &csv, const QString &file);
// One sentence for each cell that differs, or is gone.
QStringList differences(const AccessTable &table, const AccessExpectation &expected);

} // namespace tokentrail::cap
