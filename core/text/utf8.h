// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace tokentrail::text {

// Offset of the first byte that is no UTF-8 (RFC 3629: no overlong forms, no surrogates), or -1.
qsizetype firstInvalidUtf8(QByteArrayView text);

// QString::fromUtf8 takes a byte order mark at the beginning away; inside a text it is a character.
QString decodedUtf8(QByteArrayView chunk);

} // namespace tokentrail::text
