// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/document.h"

#include "core/admin/words.h"
#include "core/text/csvfield.h"

#include <QSet>

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const QStringList csvHeading{
    u"roleCollection"_s, u"kind"_s, u"name"_s, u"origin"_s, u"attribute"_s};

QByteArray csvLine(const QStringList &fields)
{
    QByteArray line;
    for (const auto &field : fields)
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + text::csvField(field);
    return line + "\r\n";
}

// Plans against a directory that grows with the plan. What is there is looked up by name, since
// a document may be about a hundred thousand users.
class Planner
{
public:
    explicit Planner(const xsuaa::Directory &directory)
        : m_directory(directory)
    {
        m_directory.users.clear(); // assignments are remembered below
        for (const auto &user : directory.users) {
            for (const auto &collection : user.roleCollections)
                m_assigned.insert(key(collection, UserName{user.userName, user.origin}));
        }
        for (const auto &collection : directory.roleCollections) {
            m_collections.insert(collection.name);
            for (const auto &group : collection.groups)
                m_assigned.insert(key(collection.name, group));
        }
    }

    Result<void> role(const xsuaa::Role &role)
    {
        if (m_directory.role({role.appId, role.templateName, role.name}))
            return {};
        return take(createRoleChange(role));
    }
    Result<void> collection(const QString &name, const QString &description)
    {
        if (m_collections.contains(name))
            return {};
        m_collections.insert(name);
        return take(createCollectionChange(name, description));
    }
    Result<void> roleIn(const QString &collection, const xsuaa::RoleReference &role)
    {
        const auto *known = m_directory.roleCollection(collection);
        if (known != nullptr && known->roles.contains(role))
            return {};
        return take(addRoleChange(collection, role));
    }
    Result<void> user(const QString &collection, const UserName &user)
    {
        return once(key(collection, user), assignUserChange(collection, user));
    }
    Result<void> group(const QString &collection, const xsuaa::GroupReference &group)
    {
        return once(key(collection, group), assignGroupChange(collection, group));
    }
    QList<Change> changes() const { return m_changes; }

private:
    static QString key(const QString &collection, const UserName &user)
    {
        return collection + u'\n' + user.origin + u'\n' + user.name;
    }
    static QString key(const QString &collection, const xsuaa::GroupReference &group)
    {
        return collection + u"\n\n"_s + group.origin + u'\n' + group.attributeName + u'\n'
            + group.attributeValue;
    }
    Result<void> once(const QString &name, const Change &change)
    {
        if (m_assigned.contains(name))
            return {};
        if (!m_collections.contains(change.collection))
            return Error{ErrorCode::NotFound,
                         Words::tr("There is no role collection “%1”.").arg(change.collection)};
        m_assigned.insert(name);
        m_changes.append(change);
        return {};
    }
    Result<void> take(const Change &change)
    {
        if (const auto checked = checkChange(m_directory, change); !checked)
            return checked;
        applyTo(m_directory, change);
        m_changes.append(change);
        return {};
    }

    xsuaa::Directory m_directory;
    QSet<QString> m_assigned;
    QSet<QString> m_collections;
    QList<Change> m_changes;
};

Error placed(const Error &error, const QByteArray &source, const Json &at, const QString &file)
{
    auto with = error;
    if (!with.place && at.span().isValid())
        with.place = placeOf(source, at.span().begin, file);
    return with;
}

Result<void> planCollection(Planner &planner, const Json &json)
{
    const auto collection = xsuaa::roleCollectionFromJson(json);
    if (!collection)
        return collection.error();
    auto done = planner.collection(collection->name, collection->description);
    for (const auto &role : collection->roles)
        done = done ? planner.roleIn(collection->name, role) : done;
    for (const auto &group : collection->groups)
        done = done ? planner.group(collection->name, group) : done;
    for (const auto &user : json[u"userReferences"].elements()) {
        const UserName name{user[u"username"].toString(),
                            user[u"origin"].toString(QString::fromLatin1(xsuaa::defaultOrigin))};
        if (name.name.isEmpty())
            return Error{ErrorCode::InvalidInput, Words::tr("A user reference has no username.")};
        done = done ? planner.user(collection->name, name) : done;
    }
    return done;
}

Result<QList<Change>> planFromJson(Planner &planner, const QByteArray &source, const QString &file)
{
    const auto json = text::parseJson(source, file);
    if (!json)
        return json.error();
    if (!(*json)[u"roleCollections"].isArray() && !(*json)[u"roles"].isArray())
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The document has neither “roleCollections” nor “roles”."),
                     Place{file, 1, 1}};
    for (const auto &item : (*json)[u"roles"].elements()) {
        const auto role = xsuaa::roleFromJson(item);
        const auto done = role ? planner.role(*role) : Result<void>(role.error());
        if (!done)
            return placed(done.error(), source, item, file);
    }
    for (const auto &item : (*json)[u"roleCollections"].elements()) {
        if (const auto done = planCollection(planner, item); !done)
            return placed(done.error(), source, item, file);
    }
    return planner.changes();
}

Result<void> planLine(Planner &planner, const QStringList &fields)
{
    const auto collection = fields.value(0);
    const auto origin =
        fields.value(3).isEmpty() ? QString::fromLatin1(xsuaa::defaultOrigin) : fields.value(3);
    if (collection.isEmpty() || fields.value(2).isEmpty())
        return Error{ErrorCode::InvalidInput, Words::tr("A role collection or a name is missing.")};
    if (fields.value(1) != "user"_L1 && fields.value(1) != "group"_L1)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is neither user nor group.").arg(fields.value(1))};
    if (const auto made = planner.collection(collection, {}); !made)
        return made;
    if (fields.value(1) == "user"_L1)
        return planner.user(collection, {fields.value(2), origin});
    const auto attribute = fields.value(4).isEmpty() ? u"Groups"_s : fields.value(4);
    return planner.group(collection, {origin, attribute, fields.value(2)});
}

Result<QList<Change>> planFromCsv(Planner &planner, const QByteArray &source, const QString &file)
{
    const auto lines = readCsv(source, file);
    if (!lines)
        return lines.error();
    if (lines->isEmpty() || lines->constFirst().fields != csvHeading)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The first line must be %1.").arg(csvHeading.join(u',')),
                     Place{file, 1, 1}};
    for (const auto &line : lines->sliced(1)) {
        if (const auto done = planLine(planner, line.fields); !done) {
            auto error = done.error();
            error.place = Place{file, line.number, 1};
            return error;
        }
    }
    return planner.changes();
}

} // namespace

QByteArray toJsonDocument(const xsuaa::Directory &directory)
{
    QHash<QString, Json> users;
    for (const auto &user : directory.users) {
        for (const auto &name : user.roleCollections) {
            auto &list = users[name];
            if (list.isNull())
                list = Json::array();
            list.append(Json::object({{u"username"_s, user.userName}, {u"origin"_s, user.origin}}));
        }
    }
    auto roles = Json::array();
    for (const auto &role : directory.roles) {
        if (!role.readOnly)
            roles.append(xsuaa::toJson(role));
    }
    auto collections = Json::array();
    for (const auto &collection : directory.roleCollections) {
        auto json = xsuaa::toJson(collection);
        json.set(u"userReferences"_s, users.value(collection.name, Json::array()));
        collections.append(json);
    }
    return Json::object({{u"roles"_s, roles}, {u"roleCollections"_s, collections}}).toIndented()
        + '\n';
}

QByteArray toCsvDocument(const xsuaa::Directory &directory)
{
    auto csv = csvLine(csvHeading);
    for (const auto &user : directory.users) {
        for (const auto &name : user.roleCollections)
            csv += csvLine({name, u"user"_s, user.userName, user.origin, QString()});
    }
    for (const auto &collection : directory.roleCollections) {
        for (const auto &group : collection.groups)
            csv += csvLine({collection.name,
                            u"group"_s,
                            group.attributeValue,
                            group.origin,
                            group.attributeName});
    }
    return csv;
}

Result<QList<Change>>
planFromDocument(const xsuaa::Directory &directory, const QByteArray &document, const QString &file)
{
    Planner planner(directory);
    return document.trimmed().startsWith('{') ? planFromJson(planner, document, file)
                                              : planFromCsv(planner, document, file);
}

} // namespace tokentrail::admin
