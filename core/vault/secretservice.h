// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusPendingCall>
#include <QLocalSocket>
#include <QObject>

#include <functional>

namespace tokentrail::vault {

enum class KeyringState { Usable, Locked, NoKeyring, Absent };

// Looks at the desktop's Secret Service without asking it for anything: QtKeychain itself cannot
// tell a locked keyring from a missing entry, and waits for ever on a prompt. Nothing here blocks,
// not even towards a session bus that takes the connection and stays silent.
class SecretServiceLook : public QObject
{
    Q_OBJECT

public:
    explicit SecretServiceLook(QObject *parent = nullptr);

    void start(); // finished() at most once, later: whoever waits has a time limit

Q_SIGNALS:
    void finished(tokentrail::vault::KeyringState state, const QString &sentence);

private:
    void knock(const QString &address);
    void hear();
    void askForOwner();
    void askForActivatable();
    void askForKeyring();
    void askWhetherLocked(const QString &path);
    void afterReply(const QDBusPendingCall &call,
                    const std::function<void(const QVariant &first)> &then);
    void end(KeyringState state, const QString &sentence);

    QLocalSocket m_socket;
    bool m_ended = false;
};

// Where "unix:" addresses of a session bus lead; empty for other transports. A name in the
// abstract namespace begins with @.
QString socketOfBus(const QString &address);

} // namespace tokentrail::vault
