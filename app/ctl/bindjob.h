// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/cap/bindplan.h"

#include <optional>

namespace tokentrail::ctl {

// What is asked of a command that binds a project.
struct BindWish
{
    QString folder;
    cap::BindingPlace place = cap::BindingPlace::CdsrcPrivate;
    bool writes = false; // else the change is shown
    bool addsToGitignore = false;
    bool althoughTracked = false;
};

std::optional<cap::BindingPlace> bindingPlaceFrom(const QString &word); // "default-env", …

// Shows or makes the change, and ends the invocation: 1 where git would take the secrets in.
void bindTo(Invocation &invocation,
            const BindWish &wish,
            const std::vector<cap::ServiceToBind> &services,
            const QString &caFile = {});
// The same with what the sandbox of --state has for --service.
void bindToSandbox(Invocation &invocation, const BindWish &wish);

} // namespace tokentrail::ctl
