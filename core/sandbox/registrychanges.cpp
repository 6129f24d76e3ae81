// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/faults.h"
#include "core/sandbox/initialstate.h"
#include "core/sandbox/randomtext.h"
#include "core/sandbox/registry.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Error notFound(const QString &sentence)
{
    return Error{ErrorCode::NotFound, sentence};
}

Error invalid(const QString &sentence)
{
    return Error{ErrorCode::InvalidInput, sentence};
}

// The Destination service knows strings only.
QString asString(const Json &value)
{
    if (value.isString())
        return value.toString();
    return QString::fromUtf8(value.toCompact());
}

} // namespace

QString Registry::nextAppId(const QString &xsappname) const
{
    int highest = 0;
    for (const auto &app : m_directory.applications) {
        if (app.xsappname == xsappname)
            return app.appId;
        const auto number = app.appId.sliced(app.appId.lastIndexOf("!t"_L1) + 2).toInt();
        highest = std::max(highest, number);
    }
    return xsappname + u"!t"_s + QString::number(highest + 1);
}

Result<void> Registry::putApp(const Json &descriptor)
{
    auto app = xsuaa::applicationFromJson(descriptor);
    if (!app)
        return app.error();
    if (app->xsappname.isEmpty())
        return invalid(
            u"\"xsappname\" is missing: the descriptor says of no application whose it is."_s);
    if (app->xsappname.contains(u'!') || app->xsappname.contains(u'|'))
        return invalid(
            u"\"xsappname\" must not contain ! or |: the service adds its own ending."_s);
    app->appId = nextAppId(app->xsappname);

    std::vector<Document> changes{document(kind::application, app->appId, app->document)};
    if (clientOfApp(app->appId) == nullptr) {
        changes.push_back(clientDocument({u"sb-"_s + app->appId,
                                          Secret(randomText(32)),
                                          u"xsuaa"_s,
                                          app->xsappname + u"-xsuaa"_s,
                                          app->appId}));
    }
    const auto *before = m_directory.application(app->appId);
    const auto declared = xsuaa::declaredCollections(*app);
    if (before != nullptr) {
        for (const auto &old : xsuaa::declaredCollections(*before))
            changes.push_back(document(kind::roleCollection, old.name));
    }
    for (const auto &collection : declared)
        changes.push_back(
            document(kind::roleCollection, collection.name, xsuaa::toJson(collection)));
    return change(changes);
}

Result<void> Registry::removeApp(const QString &name)
{
    const auto *app = m_directory.application(name);
    if (app == nullptr)
        return notFound(u"There is no application %1."_s.arg(name));
    if (app->xsappname == QLatin1StringView(sampleName))
        return Error{ErrorCode::Conflict,
                     u"%1 stays: the sample service of the sandbox is bound to it."_s.arg(name)};
    std::vector<Document> changes{document(kind::application, app->appId)};
    if (const auto *client = clientOfApp(app->appId))
        changes.push_back(document(kind::client, client->clientId));
    for (const auto &role : m_directory.roles) {
        if (role.appId == app->appId)
            changes.push_back(document(kind::role, keyOf(role)));
    }
    for (auto collection : m_directory.roleCollections) {
        const auto gone = collection.roles.removeIf(
            [&](const xsuaa::RoleReference &role) { return role.appId == app->appId; });
        if (gone == 0)
            continue;
        const bool empty = collection.roles.isEmpty() && collection.readOnly;
        changes.push_back(document(
            kind::roleCollection, collection.name, empty ? Json() : xsuaa::toJson(collection)));
    }
    return change(changes);
}

Result<void> Registry::putUser(const Json &json)
{
    auto user = xsuaa::userFromJson(json);
    if (!user)
        return user.error();
    for (const auto &name : std::as_const(user->roleCollections)) {
        if (m_directory.roleCollection(name) == nullptr)
            return notFound(u"There is no role collection \"%1\"."_s.arg(name));
    }
    const auto *before = this->user(user->userName, user->origin);
    if (user->id.isEmpty() || before != nullptr)
        user->id = before == nullptr ? randomUuid() : before->id;
    const auto *sameId = userById(user->id);
    if (sameId != nullptr && sameId != before)
        return Error{ErrorCode::Conflict,
                     u"The id %1 belongs to %2."_s.arg(user->id, sameId->userName)};
    if (user->email.isEmpty())
        user->email =
            user->userName.contains(u'@') ? user->userName : user->userName + u"@example.com"_s;
    QString password = json[u"password"].toString();
    if (!json.contains(u"password"))
        password = before == nullptr ? user->userName
                                     : QString::fromUtf8(m_passwords.value(before->id).reveal());
    auto body = xsuaa::toJson(*user);
    body.set(u"password"_s, password);
    return change({document(kind::user, keyOf(*user), body)});
}

Result<void> Registry::removeUser(const QString &userName)
{
    for (const auto &user : m_directory.users) {
        if (user.userName == userName || keyOf(user) == userName)
            return change({document(kind::user, keyOf(user))});
    }
    return notFound(u"There is no user %1."_s.arg(userName));
}

Result<void> Registry::checkRoles(const xsuaa::RoleCollection &collection,
                                  const QList<xsuaa::Role> &newRoles) const
{
    auto directory = m_directory;
    directory.roles += newRoles;
    for (const auto &reference : collection.roles) {
        const auto *app = directory.application(reference.appId);
        if (app == nullptr)
            return notFound(u"There is no application %1."_s.arg(reference.appId));
        if (app->roleTemplate(reference.templateName) == nullptr)
            return notFound(
                u"%1 has no role template \"%2\"."_s.arg(reference.appId, reference.templateName));
        if (!directory.role(reference))
            return notFound(
                u"%1 has no role \"%2\" of the template \"%3\"; give its attributes as attributeList to make it."_s
                    .arg(reference.appId, reference.roleName, reference.templateName));
    }
    return {};
}

Result<void> Registry::putRoleCollection(const Json &json)
{
    QList<xsuaa::Role> newRoles;
    auto collection = xsuaa::roleCollectionFromJson(json, &newRoles);
    if (!collection)
        return collection.error();
    collection->readOnly = false;
    // The short name will do, as long as one application has it.
    const auto complete = [this](QString &appId) {
        if (const auto *app = m_directory.application(appId))
            appId = app->appId;
    };
    for (auto &reference : collection->roles)
        complete(reference.appId);
    for (auto &role : newRoles)
        complete(role.appId);
    if (const auto checked = checkRoles(*collection, newRoles); !checked)
        return checked;
    std::vector<Document> changes;
    for (const auto &role : std::as_const(newRoles))
        changes.push_back(document(kind::role, keyOf(role), xsuaa::toJson(role)));
    changes.push_back(document(kind::roleCollection, collection->name, xsuaa::toJson(*collection)));
    return change(changes);
}

Result<void> Registry::removeRoleCollection(const QString &name)
{
    if (m_directory.roleCollection(name) == nullptr)
        return notFound(u"There is no role collection \"%1\"."_s.arg(name));
    // Who had it has not another one that is called so later.
    std::vector<Document> changes{document(kind::roleCollection, name)};
    for (auto user : m_directory.users) {
        if (user.roleCollections.removeAll(name) == 0)
            continue;
        auto body = xsuaa::toJson(user);
        body.set(u"password"_s, QString::fromUtf8(m_passwords.value(user.id).reveal()));
        changes.push_back(document(kind::user, keyOf(user), body));
    }
    return change(changes);
}

namespace {

// Flat, with texts as values: the only shape that the Destination service knows.
Result<Json> propertiesFrom(const Json &json)
{
    const auto &source =
        json.contains(u"destinationConfiguration") ? json[u"destinationConfiguration"] : json;
    if (!source.isObject())
        return invalid(u"A destination must be an object."_s);
    auto properties = Json::object();
    for (const auto &member : source.members()) {
        if (member.value.isObject() || member.value.isArray())
            return invalid(
                u"Property \"%1\" of a destination must be a string."_s.arg(member.name));
        if (!member.value.isNull())
            properties.set(member.name, asString(member.value));
    }
    if (!properties.contains(u"Name") && properties.contains(u"FragmentName"))
        properties.set(u"Name"_s, properties[u"FragmentName"]);
    if (properties[u"Name"].toString().isEmpty())
        return invalid(u"\"Name\" of the destination is missing or empty."_s);
    return properties;
}

} // namespace

Result<void> Registry::putDestination(const Json &json)
{
    const auto properties = propertiesFrom(json);
    if (!properties)
        return properties.error();
    return change({document(kind::destination, (*properties)[u"Name"].toString(), *properties)});
}

Result<void> Registry::putItem(const char *kind, const Json &body)
{
    const auto properties = propertiesFrom(body);
    if (!properties)
        return properties.error();
    return change({document(kind, (*properties)[u"Name"].toString(), *properties)});
}

Result<void> Registry::removeItem(const char *kind, const QString &name)
{
    if (!item(kind, name))
        return notFound(u"There is no %1 %2."_s.arg(QString::fromLatin1(kind), name));
    return change({document(kind, name)});
}

Result<void> Registry::putCloudConnector(const Json &configuration)
{
    if (!configuration.isObject())
        return invalid(u"The configuration of the Cloud Connector must be an object."_s);
    for (const auto &system : configuration[u"systems"].elements()) {
        if (system[u"virtualHost"].toString().isEmpty())
            return invalid(u"\"virtualHost\" of a system is missing."_s);
    }
    return change({document(kind::setting, u"cloud-connector"_s, configuration)});
}

Result<void> Registry::removeDestination(const QString &name)
{
    const bool known =
        std::any_of(m_destinations.begin(), m_destinations.end(), [&](const Json &json) {
            return json[u"Name"].toString() == name;
        });
    if (!known)
        return notFound(u"There is no destination %1."_s.arg(name));
    return change({document(kind::destination, name)});
}

Result<void> Registry::putSecuritySettings(const Json &tokenPolicySettings)
{
    if (!tokenPolicySettings.isObject())
        return invalid(u"tokenPolicySettings must be an object."_s);
    auto settings = m_securitySettings;
    for (const auto &member : tokenPolicySettings.members())
        settings.set(member.name, member.value);
    return change({document(kind::setting, u"security-settings"_s, settings)});
}

Result<void> Registry::setFault(const QString &name, const QString &value)
{
    const auto checked = checkedFaultValue(name, value);
    if (!checked)
        return checked.error();
    return change({document(kind::fault, name, Json::object({{u"value"_s, *checked}}))});
}

Result<void> Registry::clearFaults(const QString &name)
{
    if (!name.isEmpty() && !findFault(name))
        return notFound(u"There is no fault %1."_s.arg(name));
    std::vector<Document> changes;
    for (auto it = m_faults.begin(); it != m_faults.end(); ++it) {
        if (name.isEmpty() || it.key() == name)
            changes.push_back(document(kind::fault, it.key()));
    }
    return change(changes);
}

} // namespace tokentrail::sandbox
