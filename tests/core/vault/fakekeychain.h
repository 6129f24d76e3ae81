// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/keychain.h"

#include <QMap>

namespace tokentrail::tests {

// A keychain that behaves as a test wants it to.
class FakeKeychain final : public vault::Keychain
{
public:
    enum class Mood { Open, Locked, Absent, Silent, Forgetful };

    FakeKeychain() = default;

    Mood mood = Mood::Open;
    QMap<QString, Secret> entries;
    int writes = 0;
    std::function<void()> onWrite; // e.g. another program that is quicker

    vault::KeychainJob *read(const QString &entry, Asking, QObject *parent) override
    {
        return new Job(*this, entry, std::nullopt, parent);
    }
    vault::KeychainJob *
    write(const QString &entry, const Secret &secret, Asking, QObject *parent) override
    {
        return new Job(*this, entry, secret, parent);
    }

private:
    class Job final : public vault::KeychainJob
    {
    public:
        Job(FakeKeychain &keychain,
            const QString &entry,
            const std::optional<Secret> &secret,
            QObject *parent)
            : KeychainJob(parent)
            , m_keychain(keychain)
            , m_entry(entry)
            , m_secret(secret)
        {
            setTimeLimit(50);
        }

    private:
        void run() override
        {
            switch (m_keychain.mood) {
            case Mood::Silent:
                return;
            case Mood::Locked:
                return end(Error{ErrorCode::Refused, QStringLiteral("The keyring is locked.")});
            case Mood::Absent:
                return end(Error{ErrorCode::Unsupported, QStringLiteral("There is none.")});
            case Mood::Open:
            case Mood::Forgetful:
                break;
            }
            if (m_secret)
                write();
            else if (m_keychain.entries.contains(m_entry))
                end(std::optional(m_keychain.entries.value(m_entry)));
            else
                end(std::optional<Secret>());
        }
        void write()
        {
            ++m_keychain.writes;
            if (m_keychain.mood != Mood::Forgetful)
                m_keychain.entries.insert(m_entry, *m_secret);
            if (m_keychain.onWrite)
                m_keychain.onWrite();
            end(std::optional<Secret>());
        }

        FakeKeychain &m_keychain;
        QString m_entry;
        std::optional<Secret> m_secret;
    };
};

} // namespace tokentrail::tests
