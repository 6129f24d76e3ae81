// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/directorycommands.h"

#include "core/sandbox/faults.h"
#include "core/sandbox/initialdestinations.h"
#include "core/sandbox/sampleroutes.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString nameIn(const Json &arguments)
{
    return arguments[u"name"].toString();
}

Result<Json> listApps(CommandContext &context, const Json & /*arguments*/)
{
    auto list = Json::array();
    for (const auto &app : context.registry.directory().applications) {
        const auto *client = context.registry.clientOfApp(app.appId);
        list.append(
            Json::object({{u"xsappname"_s, app.appId},
                          {u"name"_s, app.xsappname},
                          {u"clientid"_s, client == nullptr ? QString() : client->clientId},
                          {u"instance"_s, client == nullptr ? QString() : client->instanceName},
                          {u"tenantMode"_s, app.tenantMode},
                          {u"descriptor"_s, app.document}}));
    }
    return list;
}

// With a name, that user alone.
Result<Json> listUsers(CommandContext &context, const Json &arguments)
{
    auto list = Json::array();
    const auto name = nameIn(arguments);
    const auto origin = arguments[u"origin"].toString(QString::fromLatin1(xsuaa::defaultOrigin));
    for (const auto &user : context.registry.directory().users) {
        if (name.isEmpty() || (user.userName == name && user.origin == origin))
            list.append(xsuaa::toJson(user));
    }
    return list;
}

Result<Json> listRoles(CommandContext &context, const Json & /*arguments*/)
{
    auto list = Json::array();
    for (const auto &role : context.registry.directory().roles)
        list.append(xsuaa::toJson(role));
    return list;
}

Result<Json> listRoleCollections(CommandContext &context, const Json & /*arguments*/)
{
    const auto &directory = context.registry.directory();
    auto list = Json::array();
    for (const auto &collection : directory.roleCollections) {
        auto json = xsuaa::toJson(collection);
        auto users = Json::array();
        for (const auto &user : directory.users) {
            if (user.roleCollections.contains(collection.name))
                users.append(Json::object({{u"id"_s, user.id},
                                           {u"username"_s, user.userName},
                                           {u"origin"_s, user.origin}}));
        }
        json.set(u"userReferences"_s, users);
        list.append(json);
    }
    return list;
}

Result<Json> listDestinations(CommandContext &context, const Json & /*arguments*/)
{
    auto list = Json::array();
    for (const auto &properties : context.registry.destinations())
        list.append(context.endpoints ? resolvedDestination(properties, *context.endpoints)
                                      : properties);
    return list;
}

Result<Json> listFaults(CommandContext &context, const Json & /*arguments*/)
{
    auto list = Json::array();
    for (const auto &fault : knownFaults()) {
        const auto name = QString::fromLatin1(fault.name);
        const auto value = context.registry.fault(name);
        list.append(Json::object(
            {{u"name"_s, name},
             {u"meaning"_s, QString::fromLatin1(fault.meaning)},
             {u"choices"_s,
              Json::array(QString::fromLatin1(fault.choices).split(u'|', Qt::SkipEmptyParts))},
             {u"default"_s, QString::fromLatin1(fault.byDefault)},
             {u"value"_s, value.isNull() ? Json() : Json(value)}}));
    }
    return list;
}

// A change answers with the list after it.
Result<Json> after(const Result<void> &done, CommandContext &context, Command list)
{
    return done ? list(context, {}) : Result<Json>(done.error());
}

// One object, or an array of them.
Result<void>
putEach(Registry &registry, const Json &value, Result<void> (Registry::*put)(const Json &))
{
    if (!value.isArray())
        return (registry.*put)(value);
    for (const auto &item : value.elements()) {
        if (const auto done = (registry.*put)(item); !done)
            return done;
    }
    return {};
}

Result<Json> showCloudConnector(CommandContext &context, const Json & /*arguments*/)
{
    const auto &configured = context.registry.cloudConnector();
    if (configured.isObject())
        return configured;
    auto systems = Json::array();
    systems.append(Json::object({{u"virtualHost"_s, u"s4virtual:44300"_s},
                                 {u"paths"_s, Json::array(QStringList{u"/sap/opu/odata/sap"_s})}}));
    return Json::object({{u"systems"_s, systems},
                         {u"locationIds"_s, Json::array(QStringList{QString()})},
                         {u"subjectPattern"_s, u"CN=${user_name}"_s}});
}

Result<Json> listSubaccounts(CommandContext &context, const Json & /*arguments*/)
{
    auto list = Json::array();
    for (const auto &account : context.registry.subaccounts())
        list.append(
            Json::object({{u"zoneId"_s, account.zoneId}, {u"subdomain"_s, account.subdomain}}));
    return list;
}

Result<Json> listSecuritySettings(CommandContext &context, const Json & /*arguments*/)
{
    return Json::object({{u"tokenPolicySettings"_s, context.registry.securitySettings()}});
}

Result<Json> setFault(CommandContext &context, const Json &arguments)
{
    return after(context.registry.setFault(nameIn(arguments), arguments[u"value"].toString()),
                 context,
                 listFaults);
}

// Kinds of the registry that are listed, put and removed as they are.
constexpr const char *plainKinds[] = {kind::instanceDestination, kind::fragment, kind::certificate};

} // namespace

const QHash<QString, Command> &directoryCommands()
{
    using Context = CommandContext &;
    using Arguments = const Json &;
    static const QHash<QString, Command> commands{
        {u"app.list"_s, listApps},
        {u"app.put"_s,
         [](Context c, Arguments a) {
             return after(c.registry.putApp(a[u"application"]), c, listApps);
         }},
        {u"app.remove"_s,
         [](Context c, Arguments a) {
             return after(c.registry.removeApp(nameIn(a)), c, listApps);
         }},
        {u"user.list"_s, listUsers},
        {u"user.put"_s,
         [](Context c, Arguments a) {
             return after(putEach(c.registry, a[u"user"], &Registry::putUser), c, listUsers);
         }},
        {u"user.remove"_s,
         [](Context c, Arguments a) {
             return after(c.registry.removeUser(nameIn(a)), c, listUsers);
         }},
        {u"role.list"_s, listRoles},
        {u"role-collection.list"_s, listRoleCollections},
        {u"role-collection.put"_s,
         [](Context c, Arguments a) {
             return after(putEach(c.registry, a[u"role-collection"], &Registry::putRoleCollection),
                          c,
                          listRoleCollections);
         }},
        {u"role-collection.remove"_s,
         [](Context c, Arguments a) {
             return after(c.registry.removeRoleCollection(nameIn(a)), c, listRoleCollections);
         }},
        {u"destination.list"_s, listDestinations},
        {u"destination.put"_s,
         [](Context c, Arguments a) {
             return after(putEach(c.registry, a[u"destination"], &Registry::putDestination),
                          c,
                          listDestinations);
         }},
        {u"destination.remove"_s,
         [](Context c, Arguments a) {
             return after(c.registry.removeDestination(nameIn(a)), c, listDestinations);
         }},
        {u"cloud-connector.list"_s, showCloudConnector},
        {u"cloud-connector.put"_s,
         [](Context c, Arguments a) {
             return after(
                 c.registry.putCloudConnector(a[u"cloud-connector"]), c, showCloudConnector);
         }},
        {u"subaccount.list"_s, listSubaccounts},
        {u"security-settings.list"_s, listSecuritySettings},
        {u"security-settings.put"_s,
         [](Context c, Arguments a) {
             return after(c.registry.putSecuritySettings(a[u"tokenPolicySettings"]),
                          c,
                          listSecuritySettings);
         }},
        {u"service.routes"_s,
         [](Context, Arguments) -> Result<Json> {
             return sampleRoutesJson();
         }},
        {u"fault.list"_s, listFaults},
        {u"fault.set"_s, setFault},
        {u"fault.clear"_s, [](Context c, Arguments a) {
             return after(c.registry.clearFaults(nameIn(a)), c, listFaults);
         }}};
    return commands;
}

std::optional<Result<Json>>
plainCommand(Registry &registry, const QString &verb, const Json &arguments)
{
    for (const auto *name : plainKinds) {
        const auto kindName = QString::fromLatin1(name);
        if (!verb.startsWith(kindName + u'.'))
            continue;
        const auto action = verb.sliced(kindName.size() + 1);
        Result<void> done;
        if (action == "put"_L1)
            done = registry.putItem(name, arguments[kindName]);
        else if (action == "remove"_L1)
            done = registry.removeItem(name, nameIn(arguments));
        else if (action != "list"_L1)
            return std::nullopt;
        if (!done)
            return Result<Json>(done.error());
        auto list = Json::array();
        for (const auto &item : registry.items(name))
            list.append(item);
        return Result<Json>(list);
    }
    return std::nullopt;
}

bool isDirectoryVerb(const QString &verb)
{
    const auto kindName = verb.section(u'.', 0, 0);
    const bool plain = std::any_of(std::begin(plainKinds), std::end(plainKinds), [&](auto *name) {
        return kindName == QLatin1StringView(name);
    });
    return plain || directoryCommands().contains(verb);
}

} // namespace tokentrail::sandbox
