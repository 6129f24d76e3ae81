// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QStringList>

#include <functional>

namespace tokentrail::ui {

// One row of a table of words; the first cell says in words what the tone says in colour.
struct TableRow
{
    QStringList cells;
    Tone tone = Tone::Neutral; // of the first cell
    QString detail = {}; // told below the table when the row is chosen
    QString command = {}; // to copy; empty: nothing
    bool hasEdit = false; // there is a change to show
    int line = 0; // in the text that it speaks of; 0: none
    int column = 0; // likewise; counts bytes
    QString id = {}; // of a step of the guide
    bool isOpen = false; // a step that is still to be done
};

struct MatrixCell
{
    QString text; // "allowed", "403"
    Tone tone = Tone::Neutral;
    QString because; // one sentence, with its place
};

// The access matrix: what is in sight is asked for, cell by cell.
struct MatrixView
{
    QStringList callers;
    QStringList rows;
    std::function<MatrixCell(int row, int caller)> cell;
    QString note; // why it is empty, or what it stands on
    bool isMeasured = false; // the cells say what the running service answered as well
    QList<std::pair<int, int>> differences = {}; // row and caller, where it did not agree
};

struct ProjectView
{
    QString folder;
    QString summary; // "development: mocked · production: jwt"
    QList<TableRow> values; // key, value, where it was written
    QList<TableRow> findings; // severity, sentence, place
    QList<TableRow> steps; // state, title, what was seen
    QString descriptor; // text of xs-security.json; empty: there is none
    bool isDescriptorEditable = true; // false: an encoding that a change would not keep
    QList<TableRow> descriptorProblems; // severity, sentence, place
    MatrixView matrix;
    QStringList notes; // what was not looked at
};

} // namespace tokentrail::ui
