// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Questions that the endpoints ask of the registry; registry.cpp keeps it in step with the state.
#include "core/sandbox/registry.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

BackendUser backendUserFrom(const Json &json)
{
    return {
        json[u"name"].toString(), json[u"authorised"].toBool(true), json[u"password"].toString()};
}

} // namespace

bool Registry::knowsZone(const QString &zoneId) const
{
    return std::any_of(m_subaccounts.begin(), m_subaccounts.end(), [&](const Subaccount &account) {
        return account.zoneId == zoneId;
    });
}

// Others subscribe to applications that are made for it; services serve every subaccount.
bool Registry::isApplicationIn(const OAuthClient &client, const QString &zoneId) const
{
    const auto *app = m_directory.application(client.appId);
    return zoneId == this->zoneId() || app == nullptr || app->tenantMode == "shared"_L1;
}

const OAuthClient *Registry::client(const QString &clientId) const
{
    const auto found = m_clientIndex.constFind(clientId);
    return found == m_clientIndex.constEnd() ? nullptr : &m_clients.at(*found);
}

const OAuthClient *Registry::instance(const QString &instanceName) const
{
    for (const auto &item : m_clients) {
        if (item.instanceName == instanceName)
            return &item;
    }
    return nullptr;
}

const OAuthClient *Registry::clientOfApp(const QString &appId) const
{
    for (const auto &item : m_clients) {
        if (item.appId == appId && !appId.isEmpty())
            return &item;
    }
    return nullptr;
}

const xsuaa::User *
Registry::logon(const QString &userName, const QString &origin, const Secret &password) const
{
    const auto *user = this->user(userName, origin);
    const auto expected = user == nullptr ? Secret(u"nobody"_s) : m_passwords.value(user->id);
    const bool same = expected.equals(password);
    return user != nullptr && same ? user : nullptr;
}

const xsuaa::User *Registry::user(const QString &userName, const QString &origin) const
{
    const auto at = m_users.byName(userName, origin);
    return at < 0 ? nullptr : &m_directory.users.at(at);
}

const xsuaa::User *Registry::userById(const QString &id) const
{
    const auto at = m_users.byId(id);
    return at < 0 ? nullptr : &m_directory.users.at(at);
}

std::optional<BackendUser> Registry::backendUserOf(const QString &userName) const
{
    for (const auto &json : m_backendUsers) {
        if (json[u"mappedFrom"].toStringList().contains(userName))
            return backendUserFrom(json);
    }
    return std::nullopt;
}

std::optional<BackendUser> Registry::backendLogon(const QString &name,
                                                  const QString &password) const
{
    for (const auto &json : m_backendUsers) {
        const auto user = backendUserFrom(json);
        // User names of ABAP systems know no case.
        if (user.name.compare(name, Qt::CaseInsensitive) == 0 && !user.password.isEmpty()
            && Secret(user.password).equals(Secret(password)))
            return user;
    }
    return std::nullopt;
}

const QList<Json> &Registry::items(const char *kind) const
{
    static const QList<Json> none;
    const auto found = m_items.constFind(QString::fromLatin1(kind));
    return found == m_items.constEnd() ? none : *found;
}

std::optional<Json> Registry::item(const char *kind, const QString &name) const
{
    for (const auto &body : items(kind)) {
        if (body[u"Name"].toString() == name)
            return body;
    }
    return std::nullopt;
}

QString Registry::fault(QStringView name) const
{
    if (m_faults.isEmpty()) // nearly always, and asked several times a token
        return {};
    return m_faults.value(name.toString());
}

} // namespace tokentrail::sandbox
