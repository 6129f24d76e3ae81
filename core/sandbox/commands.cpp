// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/commands.h"

#include "core/jose/base64url.h"
#include "core/sandbox/bindings.h"
#include "core/sandbox/cloudconnectorlog.h"
#include "core/sandbox/directorycommands.h"
#include "core/sandbox/samlassertion.h"

#include <QHash>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 longestCertificateDays = 30; // SAP help, "Parameters for X.509 Certificates"
constexpr qint64 assertionLifeSeconds = 600;

Error notRunning()
{
    return Error{ErrorCode::Network, u"No sandbox runs with this state folder."_s};
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

Result<Json> readCloudConnectorLog(CommandContext &context, const Json & /*arguments*/)
{
    if (context.journal == nullptr)
        return notRunning();
    return Json::object(
        {{u"log"_s, QString::fromUtf8(cloudConnectorLog(context.journal->exchanges()))}});
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
