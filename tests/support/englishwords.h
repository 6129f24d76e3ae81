// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QString>

namespace tokentrail::test {

// The first small word of English, none of German, in a sentence; what is quoted may be in any
// language.
inline QString englishIn(const QString &sentence)
{
    static const QRegularExpression quotation(
        QStringLiteral("„[^“]*“|“[^”]*”|\"[^\"]*\"|\\{[a-z]+"));
    static const QRegularExpression english(
        QStringLiteral("(?<![-\\w.])(the|of|is|are|and|with|which|not|has|have|that|this|from|for|"
                       "to|by|no)\\b"));
    auto bare = sentence;
    return english.match(bare.remove(quotation)).captured();
}

} // namespace tokentrail::test
