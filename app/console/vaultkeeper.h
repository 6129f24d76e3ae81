// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/systemkeychain.h"
#include "core/vault/vaultopener.h"

#include <QTimer>

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

    // Closes the vault: what it holds leaves the memory until it is opened again.
    void lock();
    void lockAfter(int idleMs); // without a key or the mouse; 0: never
    static constexpr int usualIdleMs = 15 * 60 * 1'000;

    vault::SecretStore &store() const { return *m_store; }
    const std::shared_ptr<vault::SecretStore> &shared() const { return m_store; }
    const QString &fileName() const { return m_fileName; } // empty: this run only
    bool isOpening() const { return m_opener != nullptr; }
    vault::Obstacle obstacle() const { return m_obstacle; }
    const QString &reason() const { return m_reason; } // of the obstacle
    bool wasPassphraseWrong() const { return m_wrongPassphrase; }

Q_SIGNALS:
    void changed(); // opened, or not

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // sees whether somebody is there

private:
    void openAgain(vault::Keychain::Asking asking);
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
    QTimer m_idle;
};

} // namespace tokentrail::console
