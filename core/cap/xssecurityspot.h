// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/loosejson.h"

#include <QStringList>

namespace tokentrail::cap {

// Where the caret stands.
struct Spot
{
    bool found = false;
    bool isName = false; // a member's, otherwise a value
    const text::LooseJson *container = nullptr;
    QStringList path; // of the container; with the member's name where its value is meant
    qsizetype begin = 0; // of the word that is being typed; begin == end: none
    qsizetype end = 0;
    bool inQuotes = false;
};

// Offsets count characters. What it points to is of the document.
Spot findSpot(const QString &text, const text::LooseJson &document, qsizetype offset);

} // namespace tokentrail::cap
