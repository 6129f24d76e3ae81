// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace tokentrail::text {

// JSON with a line for every member and element, indented by two blanks, as toIndented() writes
// it, but without a tree: values are copied as they stand, so that bodies of any size cost one
// pass. What is no JSON comes out with odd indents, and whole. Empty objects stay "{}".
QByteArray reindented(QByteArrayView json);

// Where each line begins; one for an empty text.
QList<qsizetype> lineStarts(QByteArrayView text);

} // namespace tokentrail::text
