// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/sessionbook.h"
#include "core/cap/access.h"
#include "ui/call/callvalues.h"

namespace tokentrail::console {

// What the open project's model says to a call before it is made.
struct Prediction
{
    int status = 0;
    QString brief; // "Orders grants READ to admin only"
    QString because; // the whole sentence, with its place
    QString what; // "Shop.Orders READ": the row of the matrix; empty: none
    QStringList roles; // of a refusal: each of them alone would end it
    QString who; // the column: a user's name, "anonymous"
};

// Nothing where the call goes elsewhere, or the model cannot tell: only a whole URL below a path
// that the project serves, sent directly, is predicted.
std::optional<Prediction> predict(const cap::AccessModel &model,
                                  const ui::CallDraft &draft,
                                  const SessionBook::Entry *caller);

} // namespace tokentrail::console
