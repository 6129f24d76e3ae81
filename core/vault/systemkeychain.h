// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/keychain.h"

namespace tokentrail::vault {

// The desktop's own, through QtKeychain. Its fallback to plain text is never used.
class SystemKeychain final : public Keychain
{
public:
    SystemKeychain() = default;

    KeychainJob *read(const QString &entry, Asking asking, QObject *parent) override;
    KeychainJob *
    write(const QString &entry, const Secret &secret, Asking asking, QObject *parent) override;
};

} // namespace tokentrail::vault
