// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringDecoder>

#include <optional>

namespace tokentrail::evidence {

// Makes UTF-8 without a byte order mark of a text that comes in pieces of any size: what PowerShell
// writes with > is UTF-16. A text without a mark passes as it is.
class Utf8Stream
{
public:
    QByteArray add(QByteArrayView piece);
    QByteArray finish(); // what waited for a mark to end

private:
    QByteArray m_head; // as long as it may still be the beginning of a mark
    bool m_begun = false;
    QString m_half; // of a character, whose other half comes with the next piece
    std::optional<QStringDecoder> m_decoder; // none: nothing has to be decoded
};

QByteArray inUtf8(const QByteArray &text); // all of it

} // namespace tokentrail::evidence
