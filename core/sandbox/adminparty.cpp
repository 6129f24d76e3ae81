// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminparty.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/revocations.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Requests per second that SAP documents.
constexpr int authorizationLimit = 45;
constexpr int scimLimit = 3;
constexpr int tellAfterMs = 50;

bool isScim(const http::Request &request)
{
    return request.path() == "/Users" || request.path() == "/Groups";
}

http::Response forbidden(const QString &scope)
{
    return jsonAnswer(
        403,
        Json::object({{u"error"_s, u"insufficient_scope"_s},
                      {u"error_description"_s, u"Insufficient scope for this resource"_s},
                      {u"scope"_s, scope}}));
}

} // namespace

AdminParty::AdminParty(const SandboxLandscape &landscape,
                       Registry &registry,
                       std::function<void()> changed)
    : m_landscape(landscape)
    , m_registry(registry)
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(tellAfterMs);
    QObject::connect(&m_telling, &QTimer::timeout, &m_telling, [changed = std::move(changed)] {
        if (changed)
            changed();
    });
}

QList<QByteArray> AdminParty::prefixes()
{
    return {"/sap/rest/", "/Users", "/Groups"};
}

void AdminParty::handle(const http::Request &request,
                        const http::Connection &,
                        const Note &note,
                        http::Responder respond)
{
    respond(answer(request, note));
}

std::optional<http::Response> AdminParty::tooMany(const http::Request &request)
{
    if (m_landscape.fault(u"xsuaa.rate-limits").isNull())
        return std::nullopt;
    const auto now = m_landscape.clock().nowSeconds();
    if (now != m_second) {
        m_second = now;
        m_authorizationRequests = 0;
        m_scimRequests = 0;
    }
    const bool scim = isScim(request);
    auto &count = scim ? m_scimRequests : m_authorizationRequests;
    if (++count <= (scim ? scimLimit : authorizationLimit))
        return std::nullopt;
    auto response = jsonAnswer(429, Json::object({{u"error"_s, u"too_many_requests"_s}}));
    response.headers.set("Retry-After", "1");
    return response;
}

http::Response AdminParty::answer(const http::Request &request, const Note &note)
{
    if (auto refusal = tooMany(request))
        return *refusal;
    const auto token = bearerOf(request.headers);
    if (token.isEmpty())
        return bearerError(u"Full authentication is required to access this resource"_s);
    const auto claims = takenByXsuaa(m_landscape, token);
    if (!claims)
        return bearerError(claims.error().sentence);
    const auto route = findAdminRoute(request);
    note(u"client"_s, (*claims)[u"cid"]);
    if (!route)
        return oauthError(404, u"not_found"_s, u"The sandbox does not serve this resource."_s);
    if (!(*claims)[u"scope"].toStringList().contains(route->scope))
        return forbidden(route->scope);
    AdminRequest asked{request, route->names, {}, *claims, m_landscape.zoneId()};
    if (!request.body.trimmed().isEmpty()) {
        auto body = text::parseJson(request.body);
        if (!body)
            return oauthError(400, u"invalid_request"_s, body.error().toString());
        asked.body = std::move(*body);
    }
    auto response = route->answer(m_registry, asked);
    if (request.method != "GET" && response.status < 300)
        m_telling.start();
    return response;
}

} // namespace tokentrail::sandbox
