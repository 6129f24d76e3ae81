// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/directoryread.h"

#include "core/admin/words.h"

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 collectionsPerPage = 100;
constexpr qint64 usersPerPage = 500;

Error notAList(const QString &what)
{
    return Error{ErrorCode::InvalidInput,
                 Words::tr("The administration answered with no list of %1.").arg(what)};
}

QString keyOf(const xsuaa::User &user)
{
    return user.origin + u'/' + user.userName;
}

} // namespace

DirectoryRead::DirectoryRead(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_result(Error{ErrorCode::Cancelled, Words::tr("Nothing was read yet.")})
{ }

void DirectoryRead::start()
{
    Q_EMIT progressed(Words::tr("Reading applications"), 0, 0);
    ask(getApps(), &DirectoryRead::takeApps);
}

void DirectoryRead::cancel()
{
    if (m_call)
        m_call->cancel();
}

void DirectoryRead::ask(const Request &request, void (DirectoryRead::*take)(const Json &answer))
{
    m_call = new Call(m_connection, request, this);
    connect(m_call, &Call::waiting, this, [this](int seconds) {
        Q_EMIT progressed(
            Words::tr("The service asks to wait %n second(s)", nullptr, seconds), 0, 0);
    });
    connect(m_call, &Call::finished, this, [this, take](Call *call) {
        call->deleteLater();
        const auto &result = call->result();
        if (result)
            return (this->*take)(*result);
        if (!m_usersWanted || result.error().code == ErrorCode::Cancelled)
            return end(result.error());
        m_remarks << Words::tr("Users without any role collection are not listed: %1")
                         .arg(result.error().sentence);
        end(std::move(m_directory));
    });
    m_call->start();
}

void DirectoryRead::takeApps(const Json &answer)
{
    if (!answer.isArray())
        return end(notAList(Words::tr("applications")));
    for (const auto &item : answer.elements()) {
        auto app = applicationFromApi(item);
        if (app)
            m_directory.applications.append(*app);
        else
            m_remarks << Words::tr("An application cannot be read: %1").arg(app.error().sentence);
    }
    Q_EMIT progressed(Words::tr("Reading roles"), 0, 0);
    ask(getRoles(), &DirectoryRead::takeRoles);
}

void DirectoryRead::takeRoles(const Json &answer)
{
    if (!answer.isArray())
        return end(notAList(Words::tr("roles")));
    for (const auto &item : answer.elements()) {
        auto role = roleFromApi(item);
        if (!role) {
            m_remarks << Words::tr("A role cannot be read: %1").arg(role.error().sentence);
            continue;
        }
        // Default roles follow from the templates; another that nobody may change does not.
        if (!role->readOnly || !m_directory.role({role->appId, role->templateName, role->name}))
            m_directory.roles.append(*role);
    }
    askCollections();
}

void DirectoryRead::askCollections()
{
    Q_EMIT progressed(Words::tr("Reading role collections"), m_skip, 0);
    ask(getRoleCollections(m_skip, collectionsPerPage), &DirectoryRead::takeCollections);
}

void DirectoryRead::takeCollections(const Json &answer)
{
    if (!answer.isArray())
        return end(notAList(Words::tr("role collections")));
    qsizetype fresh = 0;
    for (const auto &item : answer.elements()) {
        const auto collection = xsuaa::roleCollectionFromJson(item);
        if (!collection) {
            m_remarks << Words::tr("A role collection cannot be read: %1")
                             .arg(collection.error().sentence);
            continue;
        }
        if (m_collectionNames.contains(collection->name))
            continue;
        m_collectionNames.insert(collection->name);
        m_directory.roleCollections.append(*collection);
        ++fresh;
        for (auto user : usersOfCollection(item)) {
            user.roleCollections = QStringList{collection->name};
            addUser(user);
        }
    }
    m_skip += answer.size();
    // A page that brings nothing new comes from a service that does not page.
    if (answer.size() >= collectionsPerPage && fresh > 0)
        return askCollections();
    m_usersWanted = true;
    askUsers();
}

void DirectoryRead::askUsers()
{
    ask(getUsers(m_startIndex, usersPerPage), &DirectoryRead::takeUsers);
}

void DirectoryRead::takeUsers(const Json &answer)
{
    // Its own schema spells it small, SCIM (RFC 7644 §3.4.2) large.
    const auto &resources =
        answer.contains(u"resources") ? answer[u"resources"] : answer[u"Resources"];
    for (const auto &item : resources.elements())
        addUser(userFromScim(item));
    m_startIndex += resources.size();
    const auto all = answer[u"totalResults"].toInteger();
    Q_EMIT progressed(Words::tr("Reading users"), m_startIndex - 1, all);
    if (resources.size() == 0 || m_startIndex > all)
        return end(std::move(m_directory));
    askUsers();
}

void DirectoryRead::addUser(const xsuaa::User &user)
{
    if (user.userName.isEmpty())
        return;
    const auto key = keyOf(user);
    const auto known = m_userIndex.constFind(key);
    if (known == m_userIndex.constEnd()) {
        m_userIndex.insert(key, m_directory.users.size());
        m_directory.users.append(user);
        return;
    }
    auto &before = m_directory.users[*known];
    for (const auto &name : user.roleCollections) {
        if (!before.roleCollections.contains(name))
            before.roleCollections.append(name);
    }
    if (before.email.isEmpty())
        before.email = user.email;
}

void DirectoryRead::end(Result<xsuaa::Directory> result)
{
    if (std::exchange(m_ended, true))
        return;
    m_result = std::move(result);
    Q_EMIT finished(this);
}

} // namespace tokentrail::admin
