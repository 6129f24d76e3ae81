// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace tokentrail::cap::lint {

// One token of JavaScript or TypeScript (ECMA-262 §12), as much as patterns need.
struct JsToken
{
    enum class Kind : quint8 { Name, String, Template, Number, Regex, Sign, End };
    Kind kind = Kind::End;
    QString text; // of a string its value; of a template one piece between its expressions
    qsizetype begin = 0; // byte offsets
    qsizetype end = 0;
    qsizetype pair = -1; // of a bracket the index of its other half

    bool is(QStringView sign) const
    {
        return (kind == Kind::Sign || kind == Kind::Name) && text == sign;
    }
    bool isName() const { return kind == Kind::Name; }
};

// The tokens of a text, comments left out; never fails: what is broken ends in odd tokens. The
// last one is an End.
std::vector<JsToken> tokenizeJs(const QByteArray &source);

} // namespace tokentrail::cap::lint
