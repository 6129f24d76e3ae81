// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace tokentrail::vault {

// What opens a vault: the content of a key file (any bytes, 16 at least), a passphrase, or a
// random key that lies in the desktop's keychain under the id that the vault carries.
struct VaultKey
{
    enum class Kind : quint8 { KeyFile = 1, Passphrase = 2, Keychain = 3 };
    Kind kind = Kind::KeyFile;
    Secret value;
    QByteArray id = {}; // of Keychain: 16 bytes
};

constexpr int vaultIdSize = 16;
Result<VaultKey> makeKeychainKey(); // random, with a random id

// From TOKENTRAIL_VAULT_KEY_FILE or TOKENTRAIL_VAULT_PASSPHRASE; says how to set them when
// neither is. A key is never made here: a new one would lock out what an old one closed.
Result<VaultKey> vaultKeyFromEnvironment();
bool environmentNamesVaultKey(); // one of the two is set

// What a vault tells without a key.
struct SealHead
{
    VaultKey::Kind kind = VaultKey::Kind::KeyFile;
    QByteArray id; // of Keychain
};
Result<SealHead> sealHead(const QByteArray &sealed);

// The sealed form: magic, kind of key, salt, nonce and, with the keychain, the vault's id in the
// clear but bound to the content, then AES-256-GCM. The key comes from HKDF-SHA-256 (scrypt for a
// passphrase) over the salt.
Result<QByteArray> seal(const Secret &content, const VaultKey &key);
Result<Secret> unseal(const QByteArray &sealed, const VaultKey &key);

} // namespace tokentrail::vault
