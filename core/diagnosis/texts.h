// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace tokentrail::diagnosis {

// What can be said of a finding without knowing the case: resources/findings/<language>.json.
struct FindingText
{
    QString title;
    QString says; // may have %1, %2 for what words named; empty: the title says it
    QString fix;
    QString command; // empty where there is none
};

// English where the language or the entry is missing; an empty text for an unknown finding.
const FindingText &textOf(QStringView findingId, QStringView language = u"en");

// The sentence with its places filled; a clause around a place that nothing fills falls away.
QString sentenceOf(const FindingText &text, const QStringList &named);

} // namespace tokentrail::diagnosis
