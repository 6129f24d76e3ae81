// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace tokentrail::text {

// A unified diff of two texts with three lines around each change, as `diff -u` and git write it;
// empty when they are the same.
QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &name);

} // namespace tokentrail::text
