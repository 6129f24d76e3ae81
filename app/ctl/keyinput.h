// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/vaultlink.h"
#include "core/xsuaa/keystore.h"

namespace tokentrail::ctl {

// A file, a folder with a mounted secret, or stdin.
Result<std::vector<xsuaa::ServiceKey>> readKeyFile(const QString &name);

// Keys of the vault are named "vault:NAME" wherever a key file is wanted.
std::optional<QString> keptKeyName(const QString &word);

// Opens the vault only when one of these words names a key in it; null otherwise.
void withVaultFor(Invocation &invocation,
                  const QStringList &words,
                  const std::function<void(const Vault &vault)> &then);

} // namespace tokentrail::ctl
