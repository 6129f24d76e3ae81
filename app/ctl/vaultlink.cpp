// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/vaultlink.h"

#include "core/vault/systemkeychain.h"
#include "core/vault/vaultopener.h"

namespace tokentrail::ctl {

void withVault(Invocation &invocation, const std::function<void(const Vault &)> &then)
{
    static vault::SystemKeychain keychain; // holds nothing; its jobs may outlive the question
    vault::VaultOpener::Input input;
    if (vault::environmentNamesVaultKey()) {
        auto key = vault::vaultKeyFromEnvironment();
        if (!key)
            return invocation.fail(key.error());
        input.key = std::move(*key);
    } else if (vault::isKeychainWanted()) {
        input.keychain = &keychain;
    }
    auto *opener = new vault::VaultOpener(std::move(input), &invocation);
    QObject::connect(opener,
                     &vault::VaultOpener::finished,
                     &invocation,
                     [&invocation, then](vault::VaultOpener *done) {
                         if (!done->result())
                             return invocation.fail(done->result().error());
                         then(*done->result());
                     });
    opener->start();
}

} // namespace tokentrail::ctl
