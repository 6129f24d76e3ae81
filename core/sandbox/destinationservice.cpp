// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/destinationservice.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/destinationextras.h"
#include "core/sandbox/destinationmanagement.h"
#include "core/sandbox/destinationtokens.h"
#include "core/xsuaa/capuser.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

constexpr auto root = u"/destination-configuration/";

http::Response errorMessage(int status, const QString &text)
{
    return jsonAnswer(status, text::Json::object({{u"ErrorMessage"_s, text}}));
}

http::Response notFound()
{
    // To the letter: clients look further only for exactly this text.
    return errorMessage(404, u"Configuration with the specified name was not found"_s);
}

// The person a lookup is made for: the caller's own token, or the one that came beside it.
QByteArray userTokenOf(const http::Request &request, const text::Json &caller)
{
    const auto beside = request.headers.value("X-user-token");
    if (!beside.isEmpty())
        return beside;
    return xsuaa::kindOf(caller) == xsuaa::TokenKind::User ? bearerOf(request.headers)
                                                           : QByteArray();
}

} // namespace

DestinationService::DestinationService(Landscape &landscape)
    : m_landscape(landscape)
    , m_context(std::make_unique<QObject>())
{ }

DestinationService::~DestinationService() = default;

void DestinationService::handle(const http::Request &request,
                                const http::Connection &,
                                const Note &note,
                                http::Responder respond)
{
    if (!m_landscape.fault(u"destination.unavailable").isNull()) {
        respond(errorMessage(503, u"Service is unavailable"_s));
        return;
    }
    const QString path = QUrl::fromPercentEncoding(request.path());
    const auto at = path.indexOf(root);
    if (at < 0) {
        respond(errorMessage(404, u"There is nothing of that kind here"_s));
        return;
    }
    const auto caller = callerOf(request);
    if (!caller) {
        note(u"refused"_s, u"destination-token-refused"_s);
        auto response = errorMessage(401, caller.error().sentence);
        response.headers.add("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        respond(std::move(response));
        return;
    }
    const QString rest = path.mid(at + QStringView(root).size());
    if (auto managed = manageDestinations(m_landscape, request, rest)) {
        respond(std::move(*managed));
        return;
    }
    if (request.method != "GET") {
        respond(errorMessage(405, u"There is nothing of that kind here"_s));
        return;
    }
    const QString name = rest.section(u'/', 2);
    const bool byName =
        rest.startsWith(u"v1/destinations/"_s) || rest.startsWith(u"v2/destinations/"_s);
    if (byName && !name.isEmpty()) {
        note(u"destination"_s, name);
        find(request, name, *caller, respond);
    } else {
        respond(findCertificates(m_landscape, rest).value_or(notFound()));
    }
}

Result<text::Json> DestinationService::callerOf(const http::Request &request) const
{
    const auto token = bearerOf(request.headers);
    if (token.isEmpty())
        return Error{ErrorCode::Refused, u"Full authentication is required"_s};
    auto claims = m_landscape.verifyToken(token);
    if (!claims)
        return claims;
    const auto own = m_landscape.destinationCredentials()[u"clientid"].toString();
    const bool refusing = !m_landscape.fault(u"destination.client-refused").isNull();
    if ((*claims)[u"cid"].toString() != own || refusing)
        return Error{ErrorCode::Refused, u"The token is not one of the destination client"_s};
    return claims;
}

void DestinationService::find(const http::Request &request,
                              const QString &name,
                              const text::Json &caller,
                              const http::Responder &respond)
{
    // v2 may name the level: NAME@subaccount, NAME@instance
    const QString level = name.section(u'@', 1);
    const auto plainName = name.section(u'@', 0, 0);
    const bool ownZone = caller[u"zid"].toString() == m_landscape.zoneId();
    using Level = Landscape::Level;
    auto found =
        level == u"subaccount" ? std::nullopt : m_landscape.destination(Level::Instance, plainName);
    const bool ofInstance = found.has_value();
    if (!found && level != u"instance")
        found = m_landscape.destination(Level::Subaccount, plainName);
    if (!found || !ownZone
        || (!level.isEmpty() && level != u"subaccount" && level != u"instance")) {
        respond(notFound());
        return;
    }
    const auto laidOver = withFragment(m_landscape, request, *found);
    if (!laidOver) {
        respond(errorMessage(404, laidOver.error().sentence));
        return;
    }
    const auto configuration = stringsOnly(*laidOver);
    const auto instance = m_landscape.destinationCredentials()[u"instanceid"].toString();
    auto body = text::Json::object(
        {{u"owner"_s,
          text::Json::object(
              {{u"SubaccountId"_s, m_landscape.zoneId()},
               {u"InstanceId"_s, ofInstance ? text::Json(instance) : text::Json()}})},
         {u"destinationConfiguration"_s, configuration}});
    const auto certificates = certificatesFor(m_landscape, configuration);
    if (certificates.size() > 0)
        body.set(u"certificates"_s, certificates);
    if (const auto field = m_landscape.fault(u"destination.missing-field"); !field.isNull()) {
        body.remove(field);
        body.find(u"destinationConfiguration")->remove(field);
    }
    const auto parsed = destination::destinationFromJson(configuration);
    if (request.queryItem(u"$skipTokenRetrieval") == u"true" || !parsed) {
        respond(jsonAnswer(200, body));
        return;
    }
    DestinationTokens::Input input{*parsed, userTokenOf(request, caller), m_landscape.tls()};
    input.refreshToken = QString::fromUtf8(request.headers.value("X-refresh-token"));
    input.code = QString::fromUtf8(request.headers.value("X-code"));
    input.redirectUri = QString::fromUtf8(request.headers.value("X-redirect-uri"));
    input.codeVerifier = QString::fromUtf8(request.headers.value("X-code-verifier"));
    input.tenant = QString::fromUtf8(request.headers.value("X-tenant"));
    auto *tokens = new DestinationTokens(m_landscape, std::move(input), m_context.get());
    QObject::connect(tokens,
                     &DestinationTokens::finished,
                     m_context.get(),
                     [body, respond](DestinationTokens *done) {
                         auto answer = body;
                         if (!done->authTokens().isNull())
                             answer.set(u"authTokens"_s, done->authTokens());
                         done->deleteLater();
                         respond(jsonAnswer(200, answer));
                     });
    tokens->start();
}

} // namespace tokentrail::sandbox
