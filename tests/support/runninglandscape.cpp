// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/runninglandscape.h"

#include "core/sandbox/answers.h"
#include "tests/support/testcertificates.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokentrail::test {

namespace {

http::Response refusedToken(int status, const QString &error, const QString &description)
{
    return sandbox::jsonAnswer(
        status, text::Json::object({{u"error"_s, error}, {u"error_description"_s, description}}));
}

QString lineOf(const http::Exchange &exchange)
{
    const auto &request = exchange.request;
    QStringList words{exchange.observer};
    if (exchange.observer == u"xsuaa") {
        words += QString::fromLatin1(exchange.scheme);
        if (request.path() == "/token_keys") {
            words += u"keys"_s;
        } else {
            const auto field = [&](QStringView name) {
                return http::formField(request.body, name);
            };
            words += field(u"grant_type").section(u':', -1);
            words += field(u"client_id");
            words += QString::fromLatin1(request.headers.value("x-zid"));
        }
    } else if (exchange.observer == u"destination") {
        words += QString::fromLatin1(request.path()).section(u'/', -1);
        words += request.queryItem(u"$skipTokenRetrieval") == u"true" ? u"skip"_s : u"tokens"_s;
        if (request.headers.contains("X-user-token"))
            words += u"x-user-token"_s;
    } else if (exchange.observer == u"proxy") {
        words += request.method == "CONNECT" ? u"CONNECT"_s : QString();
        words += exchange.notes[u"virtualHost"].toString();
    } else if (exchange.observer == u"backend") {
        words += exchange.notes[u"backendUser"].toString();
    } else {
        words += QString::fromLatin1(request.path());
    }
    words += QString::number(exchange.response.status);
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace

void StandInXsuaa::handle(const http::Request &request,
                          const http::Connection &,
                          const Note &,
                          http::Responder respond)
{
    if (request.path() == "/token_keys")
        respond(sandbox::jsonAnswer(200, m_landscape.keySet().toJson()));
    else
        respond(token(request));
}

http::Response StandInXsuaa::token(const http::Request &request) const
{
    if (tokenStatus != 200)
        return refusedToken(tokenStatus, u"unavailable"_s, u"try later"_s);
    const QString client = http::formField(request.body, u"client_id");
    const QString grant = http::formField(request.body, u"grant_type");
    if (http::formField(request.body, u"client_secret") != u"secret of "_s + client)
        return refusedToken(401, u"unauthorized"_s, u"Bad credentials"_s);
    QByteArray token;
    const QString zone = QString::fromLatin1(request.headers.value("x-zid"));
    const auto inZone =
        text::Json::object({{u"zid"_s, zone.isEmpty() ? m_landscape.zoneId() : zone}});
    if (grant == u"client_credentials") {
        token = m_landscape.clientToken(client, inZone);
    } else {
        const auto assertion =
            m_landscape.verifyToken(http::formField(request.body, u"assertion").toLatin1());
        if (!assertion || !assertion->contains(u"user_name"))
            return refusedToken(401,
                                u"unauthorized"_s,
                                assertion ? u"Unable to map assertion to a user"_s
                                          : assertion.error().sentence);
        auto claims = inZone;
        claims.set(u"grant_type"_s, grant);
        for (const auto &name : {u"cid"_s, u"azp"_s, u"client_id"_s})
            claims.set(name, client);
        token = m_landscape.userToken((*assertion)[u"user_name"].toString(), claims);
    }
    return sandbox::jsonAnswer(200,
                               text::Json::object({{u"access_token"_s, QString::fromLatin1(token)},
                                                   {u"token_type"_s, u"bearer"_s},
                                                   {u"expires_in"_s, 43199},
                                                   {u"scope"_s, u"openid"_s}}));
}

RunningLandscape::RunningLandscape()
{
    const auto authority = Certificate::authority(u"Test CA"_s);
    const auto server = authority.issue(u"127.0.0.1"_s, {u"localhost"_s, u"127.0.0.1"_s});
    m_tls.certificateChainPem = server.pem();
    m_tls.keyPem = Secret(server.keyPem());
    trust.extraCaPem = authority.pem();

    const auto at = [](const QString &scheme, quint16 port) {
        return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port), QUrl::StrictMode);
    };
    where.xsuaaUrl = at(u"https"_s, listen(xsuaa, true));
    where.xsuaaHttpUrl = at(u"http"_s, listen(xsuaa));
    where.uaaDomain = where.xsuaaUrl.authority();
    where.destinationUri = at(u"http"_s, listen(destinationService));
    where.proxyHost = u"127.0.0.1"_s;
    where.proxyPort = listen(proxy);
    where.backendUrl = at(u"http"_s, listen(backend));
    where.serviceUrl = at(u"http"_s, listen(service));
}

quint16 RunningLandscape::listen(sandbox::Party &party, bool withTls)
{
    const auto handler = [this, &party, withTls](const http::Request &request,
                                                 const http::Connection &connection,
                                                 const http::Responder &respond) {
        http::Exchange exchange;
        exchange.id = QString::number(m_exchanges.size());
        exchange.observer = party.observer();
        exchange.scheme = withTls ? "https" : "http";
        exchange.request = request;
        const auto at = m_exchanges.size();
        m_exchanges.append(exchange);
        party.handle(
            request,
            connection,
            [this, at](const QString &name, const text::Json &value) {
                m_exchanges[at].notes.set(name, value);
            },
            http::Responder([this, at, respond](http::Response response) {
                m_exchanges[at].response = response;
                respond(std::move(response));
            }));
    };
    auto server = std::make_unique<http::Server>(handler);
    http::ServerOptions options;
    options.withTls = withTls;
    options.tls = m_tls;
    const auto port = server->listen(options);
    m_servers.push_back(std::move(server));
    return port.value_or(0);
}

QStringList RunningLandscape::hops() const
{
    QStringList lines;
    for (const auto &exchange : m_exchanges)
        lines += lineOf(exchange);
    return lines;
}

http::Exchange RunningLandscape::last(const QString &observer) const
{
    for (auto it = m_exchanges.crbegin(); it != m_exchanges.crend(); ++it) {
        if (it->observer == observer)
            return *it;
    }
    return {};
}

} // namespace tokentrail::test
