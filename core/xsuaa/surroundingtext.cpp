// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/surroundingtext.h"

namespace tokentrail::xsuaa {

namespace {

// From the first brace to the one that closes it; -1 when it is never closed.
qsizetype endOfObject(QByteArrayView text, qsizetype begin)
{
    int depth = 0;
    bool inString = false;
    for (auto at = begin; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\')
                ++at;
            else
                inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

} // namespace

QByteArray blankedAround(const QByteArray &document, bool &cut)
{
    cut = false;
    auto text = document;
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.replace(0, 3, "   ");
        cut = true;
    }
    const auto trimmed = text.trimmed();
    auto begin = text.indexOf('{');
    if (trimmed.startsWith('[') || trimmed.startsWith('"'))
        begin = text.indexOf(trimmed.front());
    if (begin < 0 || trimmed.startsWith('"'))
        return text;
    const auto end = endOfObject(text, begin);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool outside = at < begin || (end >= 0 && at >= end);
        if (outside && !isspace(static_cast<unsigned char>(text[at]))) {
            text[at] = ' ';
            cut = true;
        }
    }
    return text;
}

} // namespace tokentrail::xsuaa
