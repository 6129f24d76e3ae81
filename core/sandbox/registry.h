// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/sandbox/party.h"
#include "core/sandbox/state.h"
#include "core/sandbox/userindex.h"
#include "core/xsuaa/directory.h"

#include <QHash>

namespace tokentrail::sandbox {

// A client of the XSUAA: a bound service instance.
struct OAuthClient
{
    QString clientId; // "sb-bookshop!t1", "sb-clone1b2c…!b1|destination-xsappname!b1"
    Secret secret;
    QString label; // xsuaa, apiaccess, destination, connectivity, s4
    QString instanceName;
    QString appId; // "bookshop!t1"; of applications alone
};

// A tenant of the landscape: "dev", which owns the sample application, and "subscriber". Both
// trust the same identity provider, so the same people are known in both.
struct Subaccount
{
    QString zoneId;
    QString subdomain;
};

// Everything that the landscape knows and that outlives it: applications, clients, users, role
// collections, destinations, backend users, faults. Kept in memory; a change is stored first.
class Registry
{
public:
    // Fills a new state with what it holds in the beginning.
    static Result<std::unique_ptr<Registry>> load(State &state);

    State &state() { return m_state; }
    const QString &zoneId() const { return m_subaccounts.constFirst().zoneId; } // the provider's
    const QList<Subaccount> &subaccounts() const { return m_subaccounts; } // the provider first
    bool knowsZone(const QString &zoneId) const;
    bool isApplicationIn(const OAuthClient &client, const QString &zoneId) const;
    // refreshTokenUnique and its like, as the administration interface calls them.
    const text::Json &securitySettings() const { return m_securitySettings; }
    // Of the kinds that are what they are: instance destinations, fragments, certificates.
    const QList<text::Json> &items(const char *kind) const;
    std::optional<text::Json> item(const char *kind, const QString &name) const;
    Result<void> putItem(const char *kind, const text::Json &body); // named by its Name
    Result<void> removeItem(const char *kind, const QString &name);
    const text::Json &cloudConnector() const { return m_cloudConnector; } // null: as it came
    Result<void> putCloudConnector(const text::Json &configuration);
    Result<void> putSecuritySettings(const text::Json &tokenPolicySettings);
    const xsuaa::Directory &directory() const { return m_directory; }
    const QList<OAuthClient> &clients() const { return m_clients; }
    const OAuthClient *client(const QString &clientId) const;
    const OAuthClient *instance(const QString &instanceName) const;
    const OAuthClient *clientOfApp(const QString &appId) const;

    const xsuaa::User *user(const QString &userName, const QString &origin) const;
    // Null when there is no such user or the password is another; takes the same time for both.
    const xsuaa::User *
    logon(const QString &userName, const QString &origin, const Secret &password) const;
    const xsuaa::User *userById(const QString &id) const;

    const QList<text::Json> &destinations() const { return m_destinations; } // URLs unresolved
    std::optional<BackendUser> backendUserOf(const QString &userName) const;
    std::optional<BackendUser> backendLogon(const QString &name, const QString &password) const;
    QString fault(QStringView name) const;

    Result<void> putApp(const text::Json &descriptor);
    Result<void> removeApp(const QString &name);
    Result<void> putUser(const text::Json &user); // "password": missing keeps it, or is the name
    Result<void> removeUser(const QString &userName);
    Result<void> putRoleCollection(const text::Json &collection);
    Result<void> removeRoleCollection(const QString &name);
    Result<void> putDestination(const text::Json &destination);
    Result<void> removeDestination(const QString &name);
    Result<void> setFault(const QString &name, const QString &value);
    Result<void> clearFaults(const QString &name = {}); // empty: all
    Result<void> change(const std::vector<Document> &documents); // stores, then takes over

private:
    explicit Registry(State &state)
        : m_state(state)
    { }
    Result<void> reload();
    Result<void> reload(const std::vector<Document> &changed);
    Result<void> loadSettings();
    Result<void> loadApplications();
    Result<void> loadUsers();
    Result<void> takeUser(const Document &document);
    Result<void> loadRest();
    Result<void> checkRoles(const xsuaa::RoleCollection &collection,
                            const QList<xsuaa::Role> &newRoles) const;
    QString nextAppId(const QString &xsappname) const;

    State &m_state;
    QList<Subaccount> m_subaccounts;
    text::Json m_securitySettings = text::Json::object();
    text::Json m_cloudConnector;
    QHash<QString, QList<text::Json>> m_items; // by kind
    xsuaa::Directory m_directory;
    UserIndex m_users; // of the directory's
    QHash<QString, Secret> m_passwords; // by user id
    QList<OAuthClient> m_clients;
    QHash<QString, qsizetype> m_clientIndex;
    QList<text::Json> m_destinations;
    QList<text::Json> m_backendUsers;
    QHash<QString, QString> m_faults;
};

// Kinds of documents in the state.
namespace kind {
inline constexpr auto setting = "setting";
inline constexpr auto application = "application";
inline constexpr auto client = "client";
inline constexpr auto role = "role";
inline constexpr auto roleCollection = "role-collection";
inline constexpr auto user = "user";
inline constexpr auto destination = "destination";
inline constexpr auto instanceDestination = "instance-destination";
inline constexpr auto fragment = "fragment";
inline constexpr auto certificate = "certificate";
inline constexpr auto backendUser = "backend-user";
inline constexpr auto fault = "fault";
inline constexpr auto identityProvider = "identity-provider";
inline constexpr auto revocation = "revocation";
} // namespace kind

Document
document(const char *kind, const QString &name, text::Json body = {}); // without body: removal
Document clientDocument(const OAuthClient &client);
QString keyOf(const xsuaa::Role &role);
QString keyOf(const xsuaa::User &user);

} // namespace tokentrail::sandbox
