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
    // May have %1, %2 for what words named; "[…%1…]" falls away where they name nothing. Empty: the
    // title says it.
    QString says;
    QString fix;
    QString command; // empty where there is none
};

// In the language of the process where none is named. English where the language or the entry is
// missing; an empty text for an unknown finding.
const FindingText &textOf(QStringView findingId, QStringView language = {});

// What a variant does not say itself the finding says; its title is always the finding's.
FindingText
textOfVariant(const QString &findingId, const QString &variant, QStringView language = {});

// The sentence with its places filled; a clause around a place that nothing fills falls away.
QString sentenceOf(const FindingText &text, const QStringList &named);

} // namespace tokentrail::diagnosis
