// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace tokentrail::vault {

// What opens a vault: the content of a key file (any bytes, 16 at least), or a passphrase.
struct VaultKey
{
    enum class Kind : quint8 { KeyFile = 1, Passphrase = 2 };
    Kind kind = Kind::KeyFile;
    Secret value;
};

// From TOKENTRAIL_VAULT_KEY_FILE or TOKENTRAIL_VAULT_PASSPHRASE; says how to set them when
// neither is. A key is never made here: a new one would lock out what an old one closed.
Result<VaultKey> vaultKeyFromEnvironment();

// The sealed form: magic, kind of key, salt and nonce in the clear but bound to the content, then
// AES-256-GCM. The key comes from HKDF-SHA-256 (key file) or scrypt (passphrase) over the salt.
Result<QByteArray> seal(const Secret &content, const VaultKey &key);
Result<Secret> unseal(const QByteArray &sealed, const VaultKey &key);

} // namespace tokentrail::vault
