// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/admin/document.h"

namespace tokentrail::ctl {

// What each changing verb of `roles` would change: planned against the directory as it is now, and
// sent only after that. An error where the words of the command line name nothing in it.
using Changes = Result<QList<admin::Change>>;
using Planner = Changes (*)(const Invocation &invocation, const xsuaa::Directory &directory);

Changes planCreate(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planDelete(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planAssign(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planUnassign(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planAssignGroup(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planUnassignGroup(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planAddRole(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planRemoveRole(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planDeleteRole(const Invocation &invocation, const xsuaa::Directory &directory);
Changes planCreateRole(const Invocation &invocation, const xsuaa::Directory &directory);

} // namespace tokentrail::ctl
