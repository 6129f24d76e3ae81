// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/splitoutside.h"

namespace tokentrail::cap {

QStringList splitOutside(const QString &text, QChar separator)
{
    QStringList parts;
    qsizetype begin = 0;
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == u'\'')
            quoted = !quoted;
        else if (!quoted && c == u'(')
            ++depth;
        else if (!quoted && c == u')')
            --depth;
        else if (!quoted && depth == 0 && c == separator) {
            parts << text.mid(begin, i - begin);
            begin = i + 1;
        }
    }
    parts << text.mid(begin);
    return parts;
}

} // namespace tokentrail::cap
