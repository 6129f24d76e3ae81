// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/utf8.h"

#include <cstring>

namespace tokentrail::text {

qsizetype firstInvalidUtf8(QByteArrayView text)
{
    const auto *bytes = reinterpret_cast<const uchar *>(text.data());
    const auto size = text.size();
    const auto continues = [&](qsizetype i, uchar low = 0x80, uchar high = 0xbf) {
        return i < size && bytes[i] >= low && bytes[i] <= high;
    };
    for (qsizetype i = 0; i < size;) {
        // Eight bytes of ASCII at once: nearly all of JSON is.
        quint64 eight = 0;
        while (size - i >= 8) {
            memcpy(&eight, bytes + i, 8);
            if (eight & 0x8080808080808080)
                break;
            i += 8;
        }
        if (i == size)
            break;
        const auto lead = bytes[i];
        qsizetype length = 0;
        if (lead < 0x80)
            length = 1;
        else if (lead >= 0xc2 && lead <= 0xdf)
            length = continues(i + 1) ? 2 : 0;
        else if (lead >= 0xe0 && lead <= 0xef)
            length = continues(i + 1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf)
                    && continues(i + 2)
                ? 3
                : 0;
        else if (lead >= 0xf0 && lead <= 0xf4)
            length = continues(i + 1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf)
                    && continues(i + 2) && continues(i + 3)
                ? 4
                : 0;
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

QString decodedUtf8(QByteArrayView chunk)
{
    auto text = QString::fromUtf8(chunk);
    if (chunk.startsWith("\xEF\xBB\xBF"))
        text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

} // namespace tokentrail::text
