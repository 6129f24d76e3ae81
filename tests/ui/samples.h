// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"
#include "ui/widgets/choicebutton.h"

// Calls made by hand, for pictures and tests of the pages.
namespace tokentrail::ui::samples {

CallOutcome lost(); // the user ends inside the CAP service
CallOutcome healthy(); // alice arrives in the backend as ALICE
CallOutcome unanswered(); // nobody listens there

QList<Choice> sessions();
QList<Choice> targets();
QList<Choice> vias();
QList<ExampleCall> examples();
CallDraft firstDraft();
QStringList plan();

} // namespace tokentrail::ui::samples
