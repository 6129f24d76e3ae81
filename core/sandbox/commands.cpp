// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/commands.h"

#include "core/jose/base64url.h"
#include "core/sandbox/bindings.h"
#include "core/sandbox/cloudconnectorlog.h"
#include "core/sandbox/faults.h"
#include "core/sandbox/initialdestinations.h"
#include "core/sandbox/samlassertion.h"
#include "core/sandbox/sampleroutes.h"

#include <QHash>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

using Command = Result<Json> (*)(CommandContext &, const Json &);

constexpr qint64 longestCertificateDays = 30; // SAP help, "Parameters for X.509 Certificates"
constexpr qint64 assertionLifeSeconds = 600;

QString nameIn(const Json &arguments)
{
    return arguments[u"name"].toString();
}

Error notRunning()
{
    return Error{ErrorCode::Network, u"No sandbox runs with this state folder."_s};
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

Result<Json> bindings(CommandContext &context, const Json &arguments)
{
    const auto format = bindingFormatFromName(arguments[u"format"].toString(u"default-env"_s));
    if (!format)
        return Error{
            ErrorCode::Usage,
            u"There is no format %1; there are default-env, vcap, service-key and cdsrc-private."_s
                .arg(arguments[u"format"].toString())};
    if (!context.endpoints || context.verificationKeyPem.isEmpty())
        return Error{ErrorCode::Network,
                     u"This sandbox never ran: its ports and keys come with the first start."_s};
    const auto days = arguments[u"x509"].toInteger();
    if (days < 0 || days > longestCertificateDays)
        return Error{ErrorCode::Usage, u"A certificate lives 1 to 30 days."_s};
    return bindingDocument({context.registry,
                            *context.endpoints,
                            context.verificationKeyPem,
                            arguments[u"http"].toBool(),
                            days > 0 && context.authority ? &*context.authority : nullptr,
                            int(days),
                            Clock::system().nowSeconds()},
                           *format,
                           arguments[u"service"].toString());
}

Result<Json> endpoints(CommandContext &context, const Json & /*arguments*/)
{
    if (!context.endpoints)
        return notRunning();
    auto json = context.endpoints->toJson();
    json.find(u"xsuaa")->set(u"httpUrl"_s, context.endpoints->xsuaaHttpUrl.toString());
    return json;
}

Result<Json> keySet(CommandContext &context, const Json & /*arguments*/)
{
    return context.keySet;
}

Result<Json> rotateKey(CommandContext &context, const Json &arguments)
{
    if (!context.rotateKey)
        return notRunning();
    if (const auto done = context.rotateKey(arguments[u"force"].toBool()); !done)
        return done.error();
    return Json::object({{u"forced"_s, arguments[u"force"].toBool()}});
}

// What an identity provider would say of a user, for the grant saml2-bearer.
Result<Json> samlAssertion(CommandContext &context, const Json &arguments)
{
    if (context.landscape == nullptr || !context.endpoints)
        return notRunning();
    const auto name = arguments[u"user"].toString();
    SamlAssertion assertion;
    assertion.nameId = name;
    assertion.audience = arguments[u"audience"].toString(context.endpoints->uaaDomain);
    assertion.recipient = context.endpoints->xsuaaUrl.toString() + u"/oauth/token/alias/"_s
        + context.endpoints->uaaDomain;
    assertion.notBeforeSeconds = context.landscape->clock().nowSeconds();
    assertion.notOnOrAfterSeconds = assertion.notBeforeSeconds + assertionLifeSeconds;
    const auto xml = signedSaml(assertion, *context.landscape);
    if (!xml)
        return xml.error();
    return Json::object({{u"assertion"_s, QString::fromLatin1(jose::toBase64Url(*xml))}});
}

// Kinds of the registry that are listed, put and removed as they are.
constexpr const char *plainKinds[] = {kind::instanceDestination, kind::fragment, kind::certificate};

// "fragment.put": nothing where the verb is about no plain kind.
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

Result<Json> readCloudConnectorLog(CommandContext &context, const Json & /*arguments*/)
{
    if (context.journal == nullptr)
        return notRunning();
    return Json::object(
        {{u"log"_s, QString::fromUtf8(cloudConnectorLog(context.journal->exchanges()))}});
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

bool hasCorrelation(const http::Exchange &exchange, const QByteArray &id)
{
    for (const auto *name :
         {"x-correlation-id", "x-correlationid", "x-request-id", "x-vcap-request-id"}) {
        if (exchange.request.headers.value(name) == id
            || exchange.response.headers.value(name) == id)
            return true;
    }
    return false;
}

Result<Json> readJournal(CommandContext &context, const Json &arguments)
{
    if (context.journal == nullptr)
        return notRunning();
    const auto since = arguments[u"since"].toInteger(-1);
    const auto correlation = arguments[u"correlation"].toString().toUtf8();
    auto exchanges = Json::array();
    for (const auto &exchange : context.journal->exchanges()) {
        if (exchange.startMs < since
            || (!correlation.isEmpty() && !hasCorrelation(exchange, correlation)))
            continue;
        exchanges.append(http::toJson(exchange));
    }
    return Json::object({{u"exchanges"_s, exchanges}});
}

Result<Json> appendToJournal(CommandContext &context, const Json &arguments)
{
    if (context.journal == nullptr)
        return notRunning();
    auto exchange = http::exchangeFromJson(arguments[u"exchange"]);
    if (!exchange)
        return exchange.error();
    exchange->id = context.journal->nextId(u"x");
    context.journal->append(*exchange);
    return Json::object({{u"id"_s, exchange->id}});
}

Result<Json> clearJournal(CommandContext &context, const Json & /*arguments*/)
{
    if (context.journal == nullptr)
        return notRunning();
    context.journal->clear();
    return Json::object();
}

Result<Json> setFault(CommandContext &context, const Json &arguments)
{
    return after(context.registry.setFault(nameIn(arguments), arguments[u"value"].toString()),
                 context,
                 listFaults);
}

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

const QHash<QString, Command> &runningCommands()
{
    static const QHash<QString, Command> commands{{u"endpoints"_s, endpoints},
                                                  {u"key-set"_s, keySet},
                                                  {u"key.rotate"_s, rotateKey},
                                                  {u"saml.assertion"_s, samlAssertion},
                                                  {u"cloud-connector.log"_s, readCloudConnectorLog},
                                                  {u"journal.read"_s, readJournal},
                                                  {u"journal.append"_s, appendToJournal},
                                                  {u"journal.clear"_s, clearJournal}};
    return commands;
}

bool isDirectoryVerb(const QString &verb)
{
    const auto kindName = verb.section(u'.', 0, 0);
    const bool plain = std::any_of(std::begin(plainKinds), std::end(plainKinds), [&](auto *name) {
        return kindName == QLatin1StringView(name);
    });
    return plain || directoryCommands().contains(verb);
}

} // namespace

Result<Json> runCommand(CommandContext &context, const QString &verb, const Json &arguments)
{
    if (verb == "bindings"_L1)
        return bindings(context, arguments);
    if (auto done = plainCommand(context.registry, verb, arguments))
        return std::move(*done);
    for (const auto *commands : {&directoryCommands(), &runningCommands()}) {
        const auto found = commands->constFind(verb);
        if (found != commands->constEnd())
            return (*found)(context, arguments);
    }
    return Error{ErrorCode::Usage, u"The sandbox knows no verb %1."_s.arg(verb)};
}

bool changesDirectory(const QString &verb)
{
    return isDirectoryVerb(verb) && !verb.endsWith(".list"_L1);
}

bool worksOffline(const QString &verb)
{
    return verb == "bindings"_L1 || isDirectoryVerb(verb);
}

} // namespace tokentrail::sandbox
