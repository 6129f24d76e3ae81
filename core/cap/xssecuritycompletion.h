// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace tokentrail::cap {

// What can be written at a place of an xs-security.json.
struct Completion
{
    QString word; // as it is read: scopes, $XSAPPNAME.Viewer
    // With its quotes and the commas that are missing; a member with its colon and an empty value.
    QString insert;
    qsizetype back = 0; // by how much the caret then goes back, into that value
    QString help; // one sentence
};

// Offsets count characters. The part of the text is what a choice replaces.
struct Completions
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString typed; // of the word, before the caret
    bool inQuotes = false; // a text is being typed
    QList<Completion> items; // all of them, whatever was typed
};

// The members that are documented at this place and not there yet, the values that are known, and
// the names that a list of references may hold. The text need not parse: it is being typed.
Completions completionsAt(const QString &text, qsizetype offset);

} // namespace tokentrail::cap
