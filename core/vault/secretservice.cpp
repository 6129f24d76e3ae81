// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFileInfo>
#include <QUrl>

#include <unistd.h>

namespace tokentrail::vault {

using namespace Qt::StringLiterals;

namespace {

const QString secrets = u"org.freedesktop.secrets"_s;
constexpr int replyMs = 4'000;

QString busAddress()
{
    const auto given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!given.isEmpty())
        return given;
    const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return QFileInfo::exists(usual) ? u"unix:path="_s + usual : QString();
}

QDBusPendingCall ask(const QString &service,
                     const QString &path,
                     const QString &interface,
                     const QString &method,
                     const QVariantList &arguments = {})
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().asyncCall(message, replyMs);
}

QDBusPendingCall askBus(const QString &method, const QVariantList &arguments = {})
{
    return ask(u"org.freedesktop.DBus"_s,
               u"/org/freedesktop/DBus"_s,
               u"org.freedesktop.DBus"_s,
               method,
               arguments);
}

} // namespace

QString socketOfBus(const QString &address)
{
    for (const auto &entry : address.split(u';', Qt::SkipEmptyParts)) {
        if (!entry.startsWith("unix:"_L1))
            continue;
        for (const auto &part : entry.mid(5).split(u',')) {
            const auto value =
                QUrl::fromPercentEncoding(part.section(u'=', 1).toUtf8()); // as D-Bus escapes
            if (part.startsWith("path="_L1))
                return value;
            if (part.startsWith("abstract="_L1))
                return u'@' + value;
        }
    }
    return {};
}

SecretServiceLook::SecretServiceLook(QObject *parent)
    : QObject(parent)
{ }

void SecretServiceLook::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            const auto address = busAddress();
            if (address.isEmpty())
                return end(KeyringState::Absent, u"There is no session bus."_s);
            knock(address);
        },
        Qt::QueuedConnection);
}

// Connecting through libdbus blocks until the bus has greeted; so it is seen first, with a socket
// of our own, whether it speaks at all (D-Bus specification, "Authentication Protocol").
void SecretServiceLook::knock(const QString &address)
{
    auto name = socketOfBus(address);
    if (name.isEmpty())
        return askForOwner();
    if (name.startsWith(u'@')) {
        name = name.mid(1);
        m_socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    }
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        end(KeyringState::Absent, u"The session bus cannot be reached."_s);
    });
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        const auto user = QByteArray::number(getuid()).toHex();
        m_socket.write(QByteArray(1, '\0') + "AUTH EXTERNAL " + user + "\r\n");
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &SecretServiceLook::hear);
    m_socket.connectToServer(name);
}

void SecretServiceLook::hear()
{
    if (!m_socket.canReadLine())
        return;
    const auto line = m_socket.readLine();
    m_socket.disconnect(this);
    m_socket.abort();
    if (!line.startsWith("OK"))
        return end(KeyringState::Absent, u"The session bus does not let this user in."_s);
    askForOwner();
}

void SecretServiceLook::afterReply(const QDBusPendingCall &call,
                                   const std::function<void(const QVariant &)> &then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, then](auto *done) {
        done->deleteLater();
        const auto reply = done->reply();
        if (reply.type() == QDBusMessage::ErrorMessage)
            end(KeyringState::Absent,
                u"The desktop's keychain answers: %1"_s.arg(reply.errorMessage()));
        else
            then(reply.arguments().value(0));
    });
}

void SecretServiceLook::askForOwner()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return end(KeyringState::Absent, u"The session bus cannot be reached."_s);
    afterReply(askBus(u"NameHasOwner"_s, {secrets}), [this](const QVariant &has) {
        if (has.toBool())
            askForKeyring();
        else
            askForActivatable();
    });
}

void SecretServiceLook::askForActivatable()
{
    afterReply(askBus(u"ListActivatableNames"_s), [this](const QVariant &names) {
        const auto list = names.toStringList();
        if (list.contains(secrets))
            askForKeyring();
        else if (list.contains(u"org.kde.kwalletd5"_s) || list.contains(u"org.kde.kwalletd6"_s))
            end(KeyringState::Usable, {}); // KWallet says itself whether it is open
        else
            end(KeyringState::Absent, u"This desktop has no keychain (Secret Service)."_s);
    });
}

void SecretServiceLook::askForKeyring()
{
    const auto call = ask(secrets,
                          u"/org/freedesktop/secrets"_s,
                          u"org.freedesktop.Secret.Service"_s,
                          u"ReadAlias"_s,
                          {u"default"_s});
    afterReply(call, [this](const QVariant &value) {
        const auto path = value.value<QDBusObjectPath>().path();
        if (path.isEmpty() || path == "/"_L1)
            end(KeyringState::NoKeyring, u"The desktop's keychain holds no keyring yet."_s);
        else
            askWhetherLocked(path);
    });
}

void SecretServiceLook::askWhetherLocked(const QString &path)
{
    const auto call = ask(secrets,
                          path,
                          u"org.freedesktop.DBus.Properties"_s,
                          u"Get"_s,
                          {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    afterReply(call, [this](const QVariant &value) {
        if (value.value<QDBusVariant>().variant().toBool())
            end(KeyringState::Locked, u"The desktop's keyring is locked."_s);
        else
            end(KeyringState::Usable, {});
    });
}

void SecretServiceLook::end(KeyringState state, const QString &sentence)
{
    if (!std::exchange(m_ended, true))
        Q_EMIT finished(state, sentence);
}

} // namespace tokentrail::vault
