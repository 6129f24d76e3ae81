// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/vaultopener.h"

#include <QFile>

namespace tokentrail::vault {

using namespace Qt::StringLiterals;

namespace {

QString entryOf(const QByteArray &id)
{
    return u"vault "_s + QString::fromLatin1(id.toHex());
}

QString howElse()
{
    return u"Set TOKENTRAIL_VAULT_KEY_FILE to a file of 32 random bytes, or "
           u"TOKENTRAIL_VAULT_PASSPHRASE."_s;
}

// Locked and silent keychains may open later; an absent one will not.
Obstacle obstacleOf(const Error &error)
{
    return error.code == ErrorCode::Unsupported ? Obstacle::NoKeychain : Obstacle::KeychainClosed;
}

} // namespace

VaultOpener::VaultOpener(Input input, QObject *parent)
    : QObject(parent)
    , m_input(std::move(input))
{ }

void VaultOpener::start()
{
    if (!std::exchange(m_started, true))
        QMetaObject::invokeMethod(
            this, [this] { begin(); }, Qt::QueuedConnection);
}

void VaultOpener::begin()
{
    if (m_input.key)
        return openWith(*m_input.key);
    QFile file(m_input.fileName);
    if (!file.exists()) {
        if (m_input.keychain)
            return make();
        return stumble(
            Obstacle::NoKeychain, ErrorCode::Usage, u"The vault needs a key. %1"_s.arg(howElse()));
    }
    if (!file.open(QIODevice::ReadOnly))
        return stumble(
            Obstacle::DoesNotOpen,
            ErrorCode::Io,
            u"The vault %1 cannot be read: %2."_s.arg(m_input.fileName, file.errorString()));
    openExisting(file.readAll());
}

void VaultOpener::openWith(const VaultKey &key)
{
    auto vault = std::make_shared<FileVault>(m_input.fileName, key);
    if (const auto names = vault->names(); !names)
        return stumble(Obstacle::DoesNotOpen, names.error());
    m_result = std::shared_ptr<SecretStore>(std::move(vault));
    Q_EMIT finished(this);
}

void VaultOpener::openExisting(const QByteArray &sealed)
{
    const auto head = sealHead(sealed);
    if (!head)
        return stumble(
            Obstacle::DoesNotOpen,
            head.error().code,
            u"%1: %2 The file was left as it is."_s.arg(m_input.fileName, head.error().sentence));
    switch (head->kind) {
    case VaultKey::Kind::KeyFile:
        return stumble(
            Obstacle::KeyFileWanted,
            ErrorCode::Usage,
            u"The vault %1 was closed with a key file: set TOKENTRAIL_VAULT_KEY_FILE."_s.arg(
                m_input.fileName));
    case VaultKey::Kind::Passphrase:
        return stumble(Obstacle::PassphraseWanted,
                       ErrorCode::Usage,
                       u"The vault %1 was closed with a passphrase: set "
                       u"TOKENTRAIL_VAULT_PASSPHRASE."_s.arg(m_input.fileName));
    case VaultKey::Kind::Keychain:
        return openByKeychain(head->id);
    }
}

void VaultOpener::openByKeychain(const QByteArray &id)
{
    if (!m_input.keychain)
        return stumble(Obstacle::NoKeychain,
                       ErrorCode::Usage,
                       u"The key of the vault %1 lies in the desktop's keychain, which is not to "
                       u"be used here."_s.arg(m_input.fileName));
    auto *job = m_input.keychain->read(entryOf(id), m_input.asking, this);
    connect(job, &KeychainJob::finished, this, [this, id](KeychainJob *done) {
        done->deleteLater();
        const auto &result = done->result();
        if (!result)
            return stumble(obstacleOf(result.error()),
                           ErrorCode::Usage,
                           u"%1 The vault %2 stays closed; nothing in it was touched."_s.arg(
                               result.error().sentence, m_input.fileName));
        if (!*result)
            return stumble(Obstacle::KeyMissing,
                           ErrorCode::Usage,
                           u"The desktop's keychain does not hold the key of the vault %1 (entry "
                           u"“%2”). No new key was made: it could not open what the old one "
                           u"closed."_s.arg(m_input.fileName, entryOf(id)));
        openWith({VaultKey::Kind::Keychain, **result, id});
    });
    job->start();
}

void VaultOpener::make()
{
    const auto key = makeKeychainKey();
    if (!key)
        return stumble(Obstacle::DoesNotOpen, key.error());
    auto *job = m_input.keychain->write(entryOf(key->id), key->value, m_input.asking, this);
    connect(job, &KeychainJob::finished, this, [this, key](KeychainJob *done) {
        done->deleteLater();
        if (!done->result())
            return stumble(
                obstacleOf(done->result().error()),
                ErrorCode::Usage,
                u"The vault needs a key. %1 %2"_s.arg(done->result().error().sentence, howElse()));
        checkMade(*key);
    });
    job->start();
}

// What cannot be read back must close nothing.
void VaultOpener::checkMade(const VaultKey &key)
{
    auto *job = m_input.keychain->read(entryOf(key.id), m_input.asking, this);
    connect(job, &KeychainJob::finished, this, [this, key](KeychainJob *done) {
        done->deleteLater();
        const auto &result = done->result();
        if (!result || !*result || !(*result)->equals(key.value))
            return stumble(Obstacle::KeychainClosed,
                           ErrorCode::Usage,
                           u"The desktop's keychain took the vault's key and does not give it "
                           u"back. %1"_s.arg(howElse()));
        seal(key);
    });
    job->start();
}

void VaultOpener::seal(const VaultKey &key)
{
    FileVault vault(m_input.fileName, key);
    const auto made = vault.create();
    if (made)
        return openWith(key);
    // Another program may have made the vault meanwhile; then that one is opened.
    if (made.error().code == ErrorCode::Conflict && !std::exchange(m_made, true))
        return begin();
    stumble(Obstacle::DoesNotOpen, made.error());
}

void VaultOpener::stumble(Obstacle obstacle, ErrorCode code, const QString &sentence)
{
    stumble(obstacle, Error{code, sentence});
}

void VaultOpener::stumble(Obstacle obstacle, const Error &error)
{
    m_obstacle = obstacle;
    m_result = error;
    Q_EMIT finished(this);
}

} // namespace tokentrail::vault
