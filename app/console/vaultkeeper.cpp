// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/vaultkeeper.h"

#include <QCoreApplication>
#include <QEvent>

namespace tokentrail::console {

using vault::Keychain;
using vault::Obstacle;

VaultKeeper::VaultKeeper(QObject *parent)
    : QObject(parent)
    , m_store(std::make_shared<vault::MemoryStore>())
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &VaultKeeper::lock);
}

VaultKeeper::~VaultKeeper() = default;

void VaultKeeper::open(const QString &fileName, bool keychain)
{
    m_fileName = fileName;
    m_useKeychain = keychain;
    if (fileName.isEmpty())
        return;
    openAgain(Keychain::Asking::No);
}

void VaultKeeper::openAgain(Keychain::Asking asking)
{
    std::optional<vault::VaultKey> key;
    if (vault::environmentNamesVaultKey()) {
        auto named = vault::vaultKeyFromEnvironment();
        if (!named) {
            m_obstacle = Obstacle::DoesNotOpen;
            m_reason = named.error().sentence;
            Q_EMIT changed();
            return;
        }
        key = std::move(*named);
    }
    start(std::move(key), asking);
}

void VaultKeeper::tryAgain()
{
    openAgain(Keychain::Asking::Yes);
}

void VaultKeeper::lock()
{
    if (!m_store->persists() || m_opener)
        return;
    m_store = std::make_shared<vault::MemoryStore>();
    m_obstacle = m_triedPassphrase ? Obstacle::PassphraseWanted : Obstacle::KeychainClosed;
    m_reason = tr("The vault is locked.");
    m_wrongPassphrase = false;
    m_idle.stop();
    Q_EMIT changed();
}

void VaultKeeper::lockAfter(int idleMs)
{
    QCoreApplication::instance()->removeEventFilter(this);
    m_idle.stop();
    m_idle.setInterval(idleMs);
    if (idleMs <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    if (m_store->persists())
        m_idle.start();
}

bool VaultKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (m_idle.isActive())
            m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void VaultKeeper::usePassphrase(const Secret &passphrase)
{
    start(vault::VaultKey{vault::VaultKey::Kind::Passphrase, passphrase}, Keychain::Asking::No);
}

void VaultKeeper::start(std::optional<vault::VaultKey> key, Keychain::Asking asking)
{
    if (m_opener || m_fileName.isEmpty())
        return;
    m_triedPassphrase = key && key->kind == vault::VaultKey::Kind::Passphrase;
    m_opener = new vault::VaultOpener(
        {m_fileName, std::move(key), m_useKeychain ? &m_keychain : nullptr, asking}, this);
    connect(m_opener, &vault::VaultOpener::finished, this, [this](vault::VaultOpener *done) {
        m_opener = nullptr;
        take(*done);
        done->deleteLater();
    });
    m_opener->start();
    Q_EMIT changed();
}

void VaultKeeper::take(const vault::VaultOpener &opener)
{
    m_obstacle = opener.obstacle();
    m_reason.clear();
    if (opener.result()) {
        moveInto(**opener.result());
        m_store = *opener.result();
        if (m_idle.interval() > 0)
            m_idle.start();
    } else {
        m_reason = opener.result().error().sentence;
    }
    m_wrongPassphrase = m_triedPassphrase && m_obstacle == Obstacle::DoesNotOpen;
    Q_EMIT changed();
}

// What was kept for this run only, now that there is a better place.
void VaultKeeper::moveInto(vault::SecretStore &target)
{
    if (m_store->persists())
        return;
    const auto all = m_store->readAll({});
    for (auto it = all->cbegin(); it != all->cend(); ++it) {
        const auto there = target.read(it.key());
        if (there && !*there)
            (void)target.write(it.key(), it.value());
    }
}

} // namespace tokentrail::console
