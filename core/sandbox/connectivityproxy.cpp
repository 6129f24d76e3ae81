// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/connectivityproxy.h"

#include "core/sandbox/answers.h"
#include "core/xsuaa/capuser.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

// Bytes of one header or of the request line, as SAP documents it.
constexpr qsizetype longestLine = 8192;

// What speaks to the proxy or belongs to one connection (RFC 9110 §7.6.1), and what only the
// Cloud Connector may say.
bool staysHere(const QByteArray &name)
{
    constexpr std::array names = {"connection",
                                  "keep-alive",
                                  "te",
                                  "trailer",
                                  "transfer-encoding",
                                  "upgrade",
                                  "host",
                                  "content-length",
                                  "expect",
                                  "ssl_client_cert"};
    const auto lower = name.toLower();
    if (lower.startsWith("proxy-") || lower.startsWith("sap-connectivity-"))
        return true;
    return std::any_of(
        names.begin(), names.end(), [&](const char *known) { return lower == known; });
}

http::Response refused(const Refusal &refusal)
{
    auto response = textAnswer(refusal.status, refusal.body);
    if (refusal.status == 407)
        response.headers.add("Proxy-Authenticate", "Bearer");
    return response;
}

http::Response passedBack(const http::Response &from)
{
    http::Response response;
    response.status = from.status;
    response.reason = from.reason;
    response.body = from.body;
    for (const auto &header : from.headers.fields()) {
        if (!staysHere(header.name))
            response.headers.add(header.name, header.value);
    }
    return response;
}

} // namespace

ConnectivityProxy::ConnectivityProxy(Landscape &landscape,
                                     std::shared_ptr<PrincipalHandover> handover)
    : m_landscape(landscape)
    , m_connector(landscape)
    , m_handover(std::move(handover))
    , m_context(std::make_unique<QObject>())
{ }

ConnectivityProxy::~ConnectivityProxy() = default;

void ConnectivityProxy::handle(const http::Request &request,
                               const http::Connection &connection,
                               const Note &note,
                               http::Responder respond)
{
    if (request.method == "CONNECT" || request.target.left(8).toLower() == "https://") {
        note(u"refused"_s, u"https-not-supported"_s);
        respond(textAnswer(405, "HTTPS proxying is not supported"));
        return;
    }
    if (const auto refusal = checkLengths(request)) {
        note(u"refused"_s, refusal->id);
        respond(refused(*refusal));
        return;
    }
    Passage passage;
    if (const auto refusal = check(request, connection, note, passage)) {
        note(u"refused"_s, refusal->id);
        respond(refused(*refusal));
        return;
    }
    forward(request, passage, note, respond);
}

std::optional<Refusal> ConnectivityProxy::checkLengths(const http::Request &request) const
{
    const auto fault = m_landscape.fault(u"proxy.header-limit");
    const auto limit = fault.isNull() ? longestLine : qsizetype(fault.toInt());
    constexpr qsizetype aroundTarget = 10; // two blanks and "HTTP/1.1"
    if (request.method.size() + request.target.size() + aroundTarget > longestLine)
        return Refusal{u"request-line-too-long"_s, 414, "URI Too Long"};
    for (const auto &header : request.headers.fields()) {
        if (header.name.size() + header.value.size() + 2 > limit)
            return Refusal{u"header-too-large"_s, 431, "Request Header Fields Too Large"};
    }
    return {};
}

std::optional<Refusal> ConnectivityProxy::checkProxyToken(const http::Request &request,
                                                          text::Json &claims) const
{
    const auto token = bearerOf(request.headers, "Proxy-Authorization");
    if (token.isEmpty())
        return Refusal{
            u"proxy-authorization-missing"_s, 407, "Missing or empty header: proxy-authorization"};
    const auto verified = m_landscape.verifyToken(token);
    if (!verified)
        return Refusal{u"proxy-authorization-refused"_s,
                       407,
                       "Proxy authentication failed: " + verified.error().sentence.toUtf8()};
    claims = *verified;
    const auto own = m_landscape.connectivityCredentials()[u"clientid"].toString();
    if (claims[u"cid"].toString() != own)
        return Refusal{u"proxy-authorization-refused"_s,
                       407,
                       "Proxy authentication failed: the token is not one of the connectivity "
                       "client"};
    return {};
}

std::optional<Refusal> ConnectivityProxy::checkTunnel(const http::Connection &connection,
                                                      const QString &zone,
                                                      const QString &location)
{
    if (auto refusal = m_connector.checkTunnel(zone, location))
        return refusal;
    const QString wanted = u"account:///"_s + zone + u'/' + location;
    const auto first = m_tunnels.take(connection.id, wanted);
    if (first == wanted)
        return {};
    const QString body =
        u"One of the headers [SAP-Connectivity-ConsumerAccount, SAP-Connectivity-SCC-Location_ID] "
        u"was set with a different value compared to the value which was already used for this "
        u"connection. Original tunnel ID: "_s
        + first;
    return Refusal{u"location-ids-on-one-connection"_s, 400, body.toUtf8()};
}

std::optional<Refusal> ConnectivityProxy::check(const http::Request &request,
                                                const http::Connection &connection,
                                                const Note &note,
                                                Passage &passage)
{
    auto call = tunnelCallFrom(request.target);
    if (!call)
        return Refusal{u"not-absolute-form"_s, 400, call.error().sentence.toUtf8()};
    passage.call = *call;
    note(u"virtualHost"_s, call->host);
    text::Json proxyClaims;
    if (auto refusal = checkProxyToken(request, proxyClaims))
        return refusal;
    const QString location =
        QString::fromUtf8(request.headers.value("SAP-Connectivity-SCC-Location_ID"));
    if (!location.isEmpty())
        note(u"locationId"_s, location);
    if (auto refusal = checkTunnel(connection, proxyClaims[u"zid"].toString(), location))
        return refusal;
    if (auto refusal = m_connector.checkExposure(passage.call))
        return refusal;
    const auto technical = bearerOf(request.headers, "SAP-Connectivity-Technical-Authentication");
    if (!technical.isEmpty()) {
        const auto user = m_connector.technicalUserOf(technical);
        if (!user)
            return m_connector.tokenRefused(user.error().sentence);
        passage.principal = *user;
        note(u"principal"_s, *user);
        return {};
    }
    auto userToken = bearerOf(request.headers, "SAP-Connectivity-Authentication");
    // Without that header a person's own token may stand in Proxy-Authorization.
    if (userToken.isEmpty() && xsuaa::kindOf(proxyClaims) == xsuaa::TokenKind::User)
        userToken = bearerOf(request.headers, "Proxy-Authorization");
    if (userToken.isEmpty())
        return {};
    const auto principal = m_connector.principalOf(userToken);
    if (!principal)
        return m_connector.tokenRefused(principal.error().sentence);
    passage.principal = *principal;
    note(u"principal"_s, *principal);
    return {};
}

http::ClientRequest ConnectivityProxy::onward(const http::Request &request, const Passage &passage)
{
    http::ClientRequest onward;
    onward.method = request.method;
    QByteArray base =
        m_landscape.endpoints().backendUrl.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery);
    onward.url = QUrl::fromEncoded(base + passage.call.pathAndQuery);
    for (const auto &header : request.headers.fields()) {
        if (!staysHere(header.name))
            onward.headers.add(header.name, header.value);
    }
    if (!passage.principal.isEmpty())
        onward.headers.add(PrincipalHandover::headerName,
                           m_handover->headerFor(passage.principal, m_landscape.clock().nowMs()));
    onward.body = request.body;
    onward.tls = m_landscape.tls();
    onward.observer = u"cloud-connector"_s;
    onward.callee = u"backend"_s;
    return onward;
}

void ConnectivityProxy::forward(const http::Request &request,
                                const Passage &passage,
                                const Note &note,
                                const http::Responder &respond)
{
    auto *job = m_landscape.client().send(onward(request, passage), m_context.get());
    const QString host = passage.call.host;
    QObject::connect(job,
                     &http::ClientJob::finished,
                     m_context.get(),
                     [this, note, respond, host](http::ClientJob *done) {
                         done->deleteLater();
                         auto exchange = done->exchange();
                         // What the backend hears does not tell it who called.
                         exchange.id = m_landscape.journal().nextId(u"x");
                         m_landscape.journal().append(exchange);
                         if (!exchange.failure) {
                             respond(passedBack(exchange.response));
                             return;
                         }
                         note(u"refused"_s, u"backend-unreachable"_s);
                         const QString body = u"Cloud Connector could not reach backend "_s + host;
                         respond(textAnswer(502, body.toUtf8()));
                     });
    job->start();
}

} // namespace tokentrail::sandbox
