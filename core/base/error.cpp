// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"

#include <algorithm>

namespace tokentrail {

QString Place::toString() const
{
    if (line <= 0)
        return file;
    if (file.isEmpty())
        return QStringLiteral("line %1, column %2").arg(line).arg(column);
    return QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column);
}

Place placeOf(const QByteArray &source, qsizetype offset, const QString &file)
{
    const auto end = std::clamp<qsizetype>(offset, 0, source.size());
    const auto before = QByteArrayView(source).first(end);
    const auto lineStart = before.lastIndexOf('\n') + 1;
    return Place{file, int(before.count('\n')) + 1, int(end - lineStart) + 1};
}

QString Error::toString() const
{
    if (!place)
        return sentence;
    return QStringLiteral("%1: %2").arg(place->toString(), sentence);
}

} // namespace tokentrail
