// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evidence/logtext.h"

#include <QByteArrayView>

namespace tokentrail::diagnosis {

struct Case;

// What failed at first and worked in the end is no failure: a retry, a challenge that was answered,
// the token that a POST fetches first.

// Whether a line may say that an earlier one is mended; cheap, and never no where mends() says yes.
bool mayMend(QByteArrayView line);
// Whether a line says that what failed in an earlier one worked in the end. Words that name neither
// call nor attempt count for the nearest failure alone.
bool mends(const QByteArray &later, const QByteArray &earlier, bool nearest);

// Reads of a log what hear() may understand, without what worked in the end.
evidence::LogReader readerOfFailures();

// Marks calls that the same person repeated with success.
void markMended(QList<Case> &cases);

} // namespace tokentrail::diagnosis
