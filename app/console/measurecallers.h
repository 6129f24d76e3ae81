// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/sessionbook.h"
#include "core/cap/accesstable.h"
#include "ui/project/measuredialog.h"

#include <optional>

namespace tokentrail::console {

// Somebody as whom a project's running service can be asked, with what proves it.
struct ServiceCaller
{
    ui::MeasureCaller shown;
    Secret authorization;
    std::optional<cap::AccessUser> user = {}; // who a token makes; a mock user has a column already
};

// The mock users of a configuration and the sessions that hold a token which still lives.
std::vector<ServiceCaller>
serviceCallers(const cap::AccessModel &model, const text::Json &mockUsers, SessionBook &sessions);

} // namespace tokentrail::console
