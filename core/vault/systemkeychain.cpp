// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/systemkeychain.h"

#include "core/vault/secretservice.h"

#include <qt6keychain/keychain.h>

namespace tokentrail::vault {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"Tokentrail"_s;

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::Refused,
                u"The desktop's keychain refuses access: %1."_s.arg(job.errorString())};
    default:
        return {ErrorCode::Unsupported,
                u"The desktop's keychain cannot be used: %1."_s.arg(job.errorString())};
    }
}

// Looks whether the keychain is open, then asks it. QtKeychain has no cancel: when the time limit
// passes, its job goes on by itself and nobody listens any more.
class SystemKeychainJob final : public KeychainJob
{
public:
    SystemKeychainJob(const QString &entry,
                      const std::optional<Secret> &secret,
                      Keychain::Asking asking,
                      QObject *parent)
        : KeychainJob(parent)
        , m_entry(entry)
        , m_secret(secret)
        , m_asking(asking)
    {
        if (asking == Keychain::Asking::Yes)
            setTimeLimit(Keychain::askingTimeLimitMs);
    }

private:
    void run() override
    {
        auto *look = new SecretServiceLook(this);
        connect(look,
                &SecretServiceLook::finished,
                this,
                [this](KeyringState state, const QString &sentence) { looked(state, sentence); });
        look->start();
    }

    void looked(KeyringState state, const QString &sentence)
    {
        switch (state) {
        case KeyringState::Usable:
            break;
        case KeyringState::Locked:
        case KeyringState::NoKeyring:
            if (m_asking == Keychain::Asking::No)
                return end(Error{ErrorCode::Refused, sentence});
            break;
        case KeyringState::Absent:
            return end(Error{ErrorCode::Unsupported, sentence});
        }
        if (m_secret)
            write();
        else
            read();
    }

    void read()
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(m_entry);
        connect(job, &QKeychain::Job::finished, this, [this, job] {
            if (job->error() == QKeychain::EntryNotFound)
                return end(std::optional<Secret>());
            if (job->error() != QKeychain::NoError)
                return end(errorOf(*job));
            end(std::optional(Secret(QByteArray::fromBase64(job->textData().toLatin1()))));
        });
        job->start();
    }

    void write()
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(m_entry);
        job->setTextData(QString::fromLatin1(m_secret->reveal().toBase64()));
        connect(job, &QKeychain::Job::finished, this, [this, job] {
            if (job->error() != QKeychain::NoError)
                return end(errorOf(*job));
            end(std::optional<Secret>());
        });
        job->start();
    }

    QString m_entry;
    std::optional<Secret> m_secret; // to write; none: read
    Keychain::Asking m_asking;
};

} // namespace

KeychainJob *SystemKeychain::read(const QString &entry, Asking asking, QObject *parent)
{
    return new SystemKeychainJob(entry, std::nullopt, asking, parent);
}

KeychainJob *
SystemKeychain::write(const QString &entry, const Secret &secret, Asking asking, QObject *parent)
{
    return new SystemKeychainJob(entry, secret, asking, parent);
}

} // namespace tokentrail::vault
