// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/sendstep.h"

#include "core/destination/keystore.h"
#include "core/destination/sdktexts.h"

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

struct Authorization
{
    http::Headers headers;
    std::optional<Failure> failure;
};

Authorization fromAuthTokens(const Destination &destination)
{
    const auto &kind = destination.authenticationName;
    const auto &tokens = destination.authTokens.elements();
    if (tokens.empty())
        return {{}, headersFailed(ErrorCode::Refused, sdk::noAuthTokens(kind))};
    QStringList errors;
    for (const auto &token : tokens) {
        const auto *error = token.find(u"error");
        if (error && !error->isNull() && !error->toString().isEmpty()) {
            errors.append(error->toString());
            continue;
        }
        const auto value = token[u"http_header"][u"value"];
        if (!value.isString())
            return {{},
                    headersFailed(ErrorCode::Refused,
                                  u"Cannot read properties of undefined (reading 'value')"_s)};
        http::Headers headers{{"Authorization", value.toString().toUtf8()}};
        if (destination.authentication == Authentication::SAMLAssertion)
            headers.add("x-sap-security-session", "create");
        return {headers, {}};
    }
    return {{}, headersFailed(ErrorCode::Refused, sdk::authTokensFailed(errors))};
}

Authorization basic(const Destination &destination)
{
    const auto &user = destination.properties[u"User"];
    const auto &password = destination.properties[u"Password"];
    if (user.isNull() || password.isNull())
        return {{},
                headersFailed(ErrorCode::InvalidInput, QString::fromUtf16(sdk::basicIncomplete))};
    const QString pair = user.toString() + u':' + password.toString();
    return {{{"Authorization", "Basic " + pair.toUtf8().toBase64()}}, {}};
}

Authorization authorizationOf(const ChainState &state)
{
    const auto &destination = *state.destination;
    const bool forwarded = destination.forwardsAuthToken() && state.hasUserToken();
    switch (destination.authentication) {
    case Authentication::NoAuthentication:
    case Authentication::ClientCertificateAuthentication:
        return {};
    case Authentication::BasicAuthentication:
        return basic(destination);
    case Authentication::PrincipalPropagation:
        // The header itself goes to the proxy; over the Internet nobody adds it.
        if (!destination.isOnPremise())
            return {{},
                    headersFailed(ErrorCode::InvalidInput,
                                  QString::fromUtf16(sdk::noConnectivityHeader))};
        return {};
    case Authentication::OAuth2ClientCredentials:
    case Authentication::OAuth2Password:
    case Authentication::OAuth2SAMLBearerAssertion:
    case Authentication::OAuth2UserTokenExchange:
    case Authentication::OAuth2JWTBearer:
    case Authentication::OAuth2RefreshToken:
    case Authentication::SAMLAssertion:
        if (forwarded)
            return {};
        return fromAuthTokens(destination);
    case Authentication::OAuth2TechnicalUserPropagation:
    case Authentication::OAuth2AuthorizationCode:
    case Authentication::Unknown:
        break;
    }
    return {
        {},
        headersFailed(ErrorCode::Unsupported, sdk::unsupported(destination.authenticationName))};
}

// base without its last slash + path without its first, then the query options of the destination.
QUrl targetUrl(const ChainState &state)
{
    QByteArray url = state.destination->url.toUtf8();
    while (url.endsWith('/'))
        url.chop(1);
    QByteArray rest = state.input.pathAndQuery;
    while (rest.startsWith('/'))
        rest.remove(0, 1);
    if (!rest.isEmpty())
        url += rest.startsWith('?') ? rest : '/' + rest;
    for (const auto &[name, value] : additionalProperties(*state.destination, u"URL.queries.")) {
        url += url.contains('?') ? '&' : '?';
        url += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return QUrl::fromEncoded(url);
}

http::ProxySettings proxyOf(const ChainState &state, bool tunnel)
{
    const auto &destination = *state.destination;
    http::ProxySettings proxy;
    proxy.host = state.input.connectivityKey->proxyHost;
    proxy.port = state.input.connectivityKey->proxyPort;
    if (tunnel) // as the SDK: CONNECT carries no credentials at all
        return proxy;
    proxy.headers.add("Proxy-Authorization", "Bearer " + state.connectivityToken.reveal());
    if (destination.authentication == Authentication::PrincipalPropagation)
        proxy.headers.add("SAP-Connectivity-Authentication",
                          "Bearer " + state.input.userToken.reveal());
    if (!destination.locationId.isEmpty())
        proxy.headers.add("SAP-Connectivity-SCC-Location_ID", destination.locationId.toUtf8());
    return proxy;
}

// Weakest first; a stronger one replaces it whatever its case.
http::Headers headersOf(const ChainState &state, const http::Headers &authorization)
{
    const auto &destination = *state.destination;
    http::Headers headers = authorization;
    if (destination.forwardsAuthToken() && state.hasUserToken())
        headers.set("Authorization", "Bearer " + state.input.userToken.reveal());
    if (!destination.sapClient.isEmpty())
        headers.set("sap-client", destination.sapClient.toUtf8());
    for (const auto &[name, value] : additionalProperties(destination, u"URL.headers."))
        headers.set(name.toUtf8(), value.toUtf8());
    for (const auto &header : state.input.headers.fields())
        headers.set(header.name, header.value);
    if (!state.input.correlationId.isEmpty()) {
        const QByteArray id = state.input.correlationId.toUtf8();
        headers.set("x-correlation-id", id);
        headers.set("x-correlationid", id);
    }
    return headers;
}

} // namespace

QString SendStep::inWords(const ChainState &state) const
{
    if (!state.destination)
        return u"Send the call to the target"_s;
    const auto &destination = *state.destination;
    if (destination.isOnPremise())
        return u"Send the call through the connectivity proxy to %1"_s.arg(destination.url);
    return u"Send the call to %1"_s.arg(destination.url);
}

Step::Prepared SendStep::prepare(const ChainState &state)
{
    const auto &destination = *state.destination;
    if (destination.url.isEmpty())
        return failed(ErrorCode::InvalidInput, {sdk::urlMissing(destination.name)});
    const auto authorization = authorizationOf(state);
    if (authorization.failure)
        return *authorization.failure;
    const auto url = targetUrl(state);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return failed(ErrorCode::InvalidInput,
                      {u"The URL of the destination is not one: %1"_s.arg(destination.url)});
    std::optional<ClientCertificate> certificate;
    if (destination.authentication == Authentication::ClientCertificateAuthentication) {
        auto found = clientCertificateOf(destination);
        if (!found)
            return failed(found.error().code, {found.error().sentence});
        certificate = *found;
    }
    auto request = state.request(url, destination.isOnPremise() ? u"proxy"_s : u"backend"_s);
    request.method = state.input.method;
    request.body = state.input.body;
    request.headers = headersOf(state, authorization.headers);
    if (destination.isOnPremise())
        request.proxy = proxyOf(state, url.scheme() == u"https");
    if (certificate) {
        request.tls.clientCertificatePem = certificate->chainPem;
        request.tls.clientKeyPem = certificate->keyPem;
    }
    if (destination.properties[u"TrustAll"].toString().toLower() == u"true"
        || destination.properties[u"TrustAll"].toBool())
        request.tls.verifyPeer = false;
    return request;
}

std::optional<Failure> SendStep::take(ChainState &, const http::Exchange &exchange)
{
    if (exchange.failure)
        return failed(exchange.failure->code, {exchange.failure->sentence});
    return {};
}

} // namespace tokentrail::destination
