// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/systemkeychain.h"
#include "core/vault/vaultopener.h"

namespace tokentrail::console {

// The vault of the window, the same that the command line has. Until it opens, and where it does
// not, what is to be kept is kept for this run; it moves into the vault as soon as that opens.
class VaultKeeper : public QObject
{
    Q_OBJECT

public:
    explicit VaultKeeper(QObject *parent = nullptr);
    ~VaultKeeper() override;

    void open(const QString &fileName, bool keychain); // an empty name: this run only
    void tryAgain(); // now the keychain may ask the user to unlock it
    void usePassphrase(const Secret &passphrase);

    vault::SecretStore &store() const { return *m_store; }
    const QString &fileName() const { return m_fileName; } // empty: this run only
    bool isOpening() const { return m_opener != nullptr; }
    vault::Obstacle obstacle() const { return m_obstacle; }
    const QString &reason() const { return m_reason; } // of the obstacle
    bool wasPassphraseWrong() const { return m_wrongPassphrase; }

Q_SIGNALS:
    void changed(); // opened, or not

private:
    void start(std::optional<vault::VaultKey> key, vault::Keychain::Asking asking);
    void take(const vault::VaultOpener &opener);
    void moveInto(vault::SecretStore &target);

    vault::SystemKeychain m_keychain;
    QString m_fileName;
    bool m_useKeychain = false;
    std::shared_ptr<vault::SecretStore> m_store;
    vault::VaultOpener *m_opener = nullptr;
    vault::Obstacle m_obstacle = vault::Obstacle::None;
    QString m_reason;
    bool m_triedPassphrase = false;
    bool m_wrongPassphrase = false;
};

} // namespace tokentrail::console
