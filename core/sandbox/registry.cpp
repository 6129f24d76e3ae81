// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/registry.h"

#include "core/sandbox/initialstate.h"
#include "core/sandbox/randomtext.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Error unreadable(const Document &document, const Error &why)
{
    return Error{ErrorCode::InvalidInput,
                 u"%1 \"%2\" of the sandbox is not readable: %3"_s.arg(
                     document.kind, document.name, why.sentence)};
}

OAuthClient clientFrom(const Document &document)
{
    const auto &body = document.body;
    return {document.name,
            Secret(body[u"secret"].toString()),
            body[u"label"].toString(),
            body[u"instanceName"].toString(),
            body[u"appId"].toString()};
}

} // namespace

Document document(const char *kind, const QString &name, Json body)
{
    return {QString::fromLatin1(kind), name, std::move(body)};
}

Document clientDocument(const OAuthClient &client)
{
    return document(kind::client,
                    client.clientId,
                    Json::object({{u"secret"_s, QString::fromUtf8(client.secret.reveal())},
                                  {u"label"_s, client.label},
                                  {u"instanceName"_s, client.instanceName},
                                  {u"appId"_s, client.appId}}));
}

QString keyOf(const xsuaa::Role &role)
{
    return role.appId + u'/' + role.templateName + u'/' + role.name;
}

QString keyOf(const xsuaa::User &user)
{
    return user.origin + u'/' + user.userName;
}

Result<std::unique_ptr<Registry>> Registry::load(State &state)
{
    if (!state.document(QString::fromLatin1(kind::setting), u"zone"_s)) {
        if (const auto filled = state.apply(initialDocuments()); !filled)
            return filled.error();
    }
    std::unique_ptr<Registry> registry(new Registry(state));
    if (const auto loaded = registry->reload(); !loaded)
        return loaded.error();
    if (registry->instance(apiAccessClient().instanceName) == nullptr) { // a state of earlier days
        if (const auto added = registry->change({clientDocument(apiAccessClient())}); !added)
            return added.error();
    }
    return registry;
}

Result<void> Registry::reload()
{
    if (const auto done = loadSettings(); !done)
        return done;
    if (const auto done = loadApplications(); !done)
        return done;
    if (const auto done = loadUsers(); !done)
        return done;
    return loadRest();
}

Result<void> Registry::loadSettings()
{
    const auto setting = [this](const QString &name) {
        return m_state.document(QString::fromLatin1(kind::setting), name).value_or(Json::object());
    };
    m_securitySettings = setting(u"security-settings"_s);
    const auto connector = setting(u"cloud-connector"_s);
    m_cloudConnector = connector.size() == 0 ? Json() : connector;
    auto subscriber = setting(u"subscriber"_s);
    if (subscriber.size() == 0) { // a new state, or one of earlier days
        subscriber = Json::object({{u"id"_s, randomUuid()}});
        if (const auto stored = m_state.put(document(kind::setting, u"subscriber"_s, subscriber));
            !stored)
            return stored;
    }
    m_subaccounts = {{setting(u"zone"_s)[u"id"].toString(), u"dev"_s},
                     {subscriber[u"id"].toString(), u"subscriber"_s}};
    return {};
}

Result<void> Registry::loadApplications()
{
    const auto documents = m_state.documents(QString::fromLatin1(kind::application));
    if (!documents)
        return documents.error();
    QList<xsuaa::Application> applications;
    for (const auto &item : *documents) {
        auto app = xsuaa::applicationFromJson(item.body);
        if (!app)
            return unreadable(item, app.error());
        app->appId = item.name;
        applications.append(*app);
    }
    m_directory.applications = applications;

    const auto clients = m_state.documents(QString::fromLatin1(kind::client));
    if (!clients)
        return clients.error();
    m_clients.clear();
    m_clientIndex.clear();
    for (const auto &item : *clients) {
        m_clientIndex.insert(item.name, m_clients.size());
        m_clients.append(clientFrom(item));
    }
    return {};
}

Result<void> Registry::loadUsers()
{
    const auto roles = m_state.documents(QString::fromLatin1(kind::role));
    const auto collections = m_state.documents(QString::fromLatin1(kind::roleCollection));
    const auto users = m_state.documents(QString::fromLatin1(kind::user));
    for (const auto *list : {&roles, &collections, &users}) {
        if (!*list)
            return list->error();
    }
    xsuaa::Directory read;
    for (const auto &item : *roles) {
        auto role = xsuaa::roleFromJson(item.body);
        if (!role)
            return unreadable(item, role.error());
        read.roles.append(*role);
    }
    for (const auto &item : *collections) {
        auto collection = xsuaa::roleCollectionFromJson(item.body);
        if (!collection)
            return unreadable(item, collection.error());
        read.roleCollections.append(*collection);
    }
    QHash<QString, Secret> passwords;
    for (const auto &item : *users) {
        auto user = xsuaa::userFromJson(item.body);
        if (!user)
            return unreadable(item, user.error());
        read.users.append(*user);
        passwords.insert(user->id, Secret(item.body[u"password"].toString()));
    }
    m_directory.roles = read.roles;
    m_directory.roleCollections = read.roleCollections;
    m_directory.users = read.users;
    m_users.build(m_directory.users);
    m_passwords = passwords;
    return {};
}

Result<void> Registry::loadRest()
{
    const auto destinations = m_state.documents(QString::fromLatin1(kind::destination));
    const auto backendUsers = m_state.documents(QString::fromLatin1(kind::backendUser));
    const auto faults = m_state.documents(QString::fromLatin1(kind::fault));
    for (const auto *list : {&destinations, &backendUsers, &faults}) {
        if (!*list)
            return list->error();
    }
    m_destinations.clear();
    m_backendUsers.clear();
    m_faults.clear();
    for (const auto &item : *destinations)
        m_destinations.append(item.body);
    for (const auto &item : *backendUsers)
        m_backendUsers.append(item.body);
    for (const auto *name : {kind::instanceDestination,
                             kind::fragment,
                             kind::certificate,
                             kind::identityProvider,
                             kind::revocation}) {
        const auto documents = m_state.documents(QString::fromLatin1(name));
        if (!documents)
            return documents.error();
        auto &list = m_items[QString::fromLatin1(name)];
        list.clear();
        for (const auto &item : *documents)
            list.append(item.body);
    }
    for (const auto &item : *faults)
        m_faults.insert(item.name, item.body[u"value"].toString());
    return {};
}

Result<void> Registry::change(const std::vector<Document> &documents)
{
    if (const auto stored = m_state.apply(documents); !stored)
        return stored;
    const bool usersAlone = std::all_of(documents.begin(), documents.end(), [](const auto &item) {
        return item.kind == QLatin1StringView(kind::user);
    });
    if (!usersAlone)
        return reload(documents);
    for (const auto &item : documents) {
        if (const auto taken = takeUser(item); !taken)
            return taken;
    }
    return {};
}

// A fault or a destination does not read a hundred thousand users again.
Result<void> Registry::reload(const std::vector<Document> &changed)
{
    const auto isOfPeople = [](const Document &item) {
        for (const auto *name : {kind::setting,
                                 kind::application,
                                 kind::client,
                                 kind::role,
                                 kind::roleCollection,
                                 kind::user}) {
            if (item.kind == QLatin1StringView(name))
                return true;
        }
        return false;
    };
    return std::any_of(changed.begin(), changed.end(), isOfPeople) ? reload() : loadRest();
}

// One of a hundred thousand, without reading the others again.
Result<void> Registry::takeUser(const Document &document)
{
    auto &users = m_directory.users;
    const auto known = m_users.byKey(document.name);
    if (known >= 0) {
        m_passwords.remove(users[known].id);
        m_users.remove(users[known]);
    }
    if (document.body.isNull()) {
        if (known >= 0) {
            users.removeAt(known);
            m_users.build(users); // everybody after that one moved up
        }
        return {};
    }
    const auto user = xsuaa::userFromJson(document.body);
    if (!user)
        return unreadable(document, user.error());
    m_passwords.insert(user->id, Secret(document.body[u"password"].toString()));
    m_users.put(*user, known >= 0 ? known : users.size());
    if (known >= 0)
        users[known] = *user;
    else
        users.append(*user);
    return {};
}

} // namespace tokentrail::sandbox
