// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/change.h"
#include "core/xsuaa/effective.h"

#include <memory>

namespace tokentrail::ui {

using SharedDirectory = std::shared_ptr<const xsuaa::Directory>;

struct LogLine
{
    QString time;
    QString sentence;
};

// What the Roles page shows: who may what as it would be with the plan carried out.
struct RolesView
{
    SharedDirectory directory; // null: nothing is read yet
    QStringList planned; // sentences, in order
    QList<LogLine> log; // newest first
    QString undo; // what Undo would take back; empty: nothing
};

// One person looked at.
struct PersonView
{
    xsuaa::EffectivePermission effective;
    QString look; // what if: a role collection that is given or taken for the look alone
    QString preview; // claims as JSON
    QString compared; // a sentence about preview and real token; empty: no token at hand
    QList<xsuaa::ClaimDifference> differences;
    bool attributesKnown = true;
    bool planned = false; // what is shown is with the plan, which nobody has carried out yet
    bool tokenIsOld = false; // a login would bring what the token at hand lacks
};

} // namespace tokentrail::ui
