// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QStringList>

namespace tokentrail::text {

// The names and indices that lead to the deepest value at a byte offset, or to the member whose
// name stands there; empty: the document itself.
QStringList pathAt(const Json &document, qsizetype offset);

// The first place, in the order of the texts, where two documents do not say the same, as far down
// as both have it; empty: they say the same, or nothing alike.
QStringList pathOfDifference(const Json &before, const Json &after);

// The byte offset of a line and a column, both from 1, as placeOf() counts them; the nearest one
// where the text is shorter.
qsizetype offsetOf(const QByteArray &source, int line, int column);

} // namespace tokentrail::text
