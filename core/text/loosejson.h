// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace tokentrail::text {

// JSON while it is being typed: what can be told of a text that may not parse. Offsets count
// characters of the text.
struct LooseJson
{
    enum class Kind : quint8 { Nothing, Text, Word, Array, Object };

    Kind kind = Kind::Nothing; // of the value; Nothing: a member without one
    QString text; // of a text without its quotes, or of a word
    qsizetype begin = -1;
    qsizetype end = -1; // behind its quote or bracket
    bool closed = true; // its quote or bracket is there

    QString name; // of a member
    qsizetype nameBegin = -1;
    qsizetype nameEnd = -1;
    bool nameClosed = true;
    qsizetype colon = -1; // -1: there is none

    std::vector<LooseJson> children; // members or elements

    const LooseJson *find(QStringView member) const; // the last of that name
};

// Never fails: a text whose quote is missing ends at its word, a container at what cannot be in it.
LooseJson readLoosely(QStringView text);

} // namespace tokentrail::text
