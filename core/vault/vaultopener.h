// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/filevault.h"
#include "core/vault/keychain.h"

#include <QObject>

namespace tokentrail::vault {

// What stands between the user and the vault.
enum class Obstacle {
    None,
    NoKeychain, // and no other key was given; nothing was kept yet
    KeychainClosed, // locked, refused or silent: opening it may help
    KeyMissing, // the keychain is open and does not hold the key of this vault
    PassphraseWanted,
    KeyFileWanted,
    DoesNotOpen // wrong key, damaged, not readable
};

// Opens the user's vault, or makes it: with the key that was given, else with one from the
// keychain. A key is only ever made together with the file that it closes: never while there is
// a vault file, since a locked keyring may look as if it held nothing.
class VaultOpener : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        QString fileName = FileVault::defaultFileName();
        std::optional<VaultKey> key = {}; // a passphrase, or what the environment names
        Keychain *keychain = nullptr; // null: not to be used
        Keychain::Asking asking = Keychain::Asking::No;
    };

    explicit VaultOpener(Input input, QObject *parent = nullptr);

    void start(); // finished() once, later
    Obstacle obstacle() const { return m_obstacle; }
    const Result<std::shared_ptr<SecretStore>> &result() const { return m_result; }

Q_SIGNALS:
    void finished(tokentrail::vault::VaultOpener *opener);

private:
    void begin();
    void openWith(const VaultKey &key);
    void openExisting(const QByteArray &sealed);
    void openByKeychain(const QByteArray &id);
    void make();
    void checkMade(const VaultKey &key);
    void seal(const VaultKey &key);
    void stumble(Obstacle obstacle, ErrorCode code, const QString &sentence);
    void stumble(Obstacle obstacle, const Error &error);

    Input m_input;
    Obstacle m_obstacle = Obstacle::None;
    Result<std::shared_ptr<SecretStore>> m_result =
        Error{ErrorCode::Cancelled, QStringLiteral("The vault was not opened yet.")};
    bool m_started = false;
    bool m_made = false;
};

} // namespace tokentrail::vault
