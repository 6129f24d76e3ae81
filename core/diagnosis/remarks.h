// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/facts.h"

namespace tokentrail::diagnosis {

// What people lose days on and is not the cause; told only where somebody might think it was.
QList<RuledOut> ruledOut(const Facts &facts, const QList<Finding> &findings);
// What this evidence cannot show.
QStringList notVisible(const Facts &facts, const QList<Finding> &findings);

} // namespace tokentrail::diagnosis
