// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QObject>

#include <optional>

namespace tokentrail::vault {

// One question to a keychain. Whatever the keychain does, it ends within its time limit.
class KeychainJob : public QObject
{
    Q_OBJECT

public:
    void start(); // finished() once, later
    void setTimeLimit(int ms) { m_timeLimitMs = ms; }
    // Without a value: there is no such entry, or it was written.
    const Result<std::optional<Secret>> &result() const { return m_result; }

Q_SIGNALS:
    void finished(tokentrail::vault::KeychainJob *job);

protected:
    explicit KeychainJob(QObject *parent)
        : QObject(parent)
    { }
    virtual void run() = 0;
    void end(const Result<std::optional<Secret>> &result); // only the first one counts

private:
    Result<std::optional<Secret>> m_result =
        Error{ErrorCode::Cancelled, QStringLiteral("The keychain was not asked yet.")};
    int m_timeLimitMs = 5'000;
    bool m_started = false;
    bool m_ended = false;
};

// Not with TOKENTRAIL_NO_KEYCHAIN set.
bool isKeychainWanted();

// Where the desktop keeps secrets. Errors say what kind of trouble it is: Refused when it is
// locked, Unsupported when there is none, Cancelled when it did not answer.
class Keychain
{
public:
    // Whether it may ask the user to unlock it. At the start of a program nobody is asked.
    enum class Asking { No, Yes };

    virtual ~Keychain() = default;
    virtual KeychainJob *read(const QString &entry, Asking asking, QObject *parent) = 0;
    virtual KeychainJob *
    write(const QString &entry, const Secret &secret, Asking asking, QObject *parent) = 0;

    static constexpr int askingTimeLimitMs = 120'000;

protected:
    Keychain() = default;
    Q_DISABLE_COPY_MOVE(Keychain)
};

} // namespace tokentrail::vault
