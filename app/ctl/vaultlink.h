// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/vault/secretstore.h"

#include <memory>

namespace tokentrail::ctl {

using Vault = std::shared_ptr<vault::SecretStore>;

// Opens the user's vault, the same that the window has: with the key that the environment names,
// else with the one in the desktop's keychain. Calls then, or ends the invocation with why not.
void withVault(Invocation &invocation, const std::function<void(const Vault &vault)> &then);

} // namespace tokentrail::ctl
