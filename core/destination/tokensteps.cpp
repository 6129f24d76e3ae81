// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/tokensteps.h"

#include "core/destination/sdktexts.h"

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

http::ClientRequest tokenRequest(const ChainState &state,
                                 const xsuaa::ClientCredentials &client,
                                 const QString &zone,
                                 const QString &grant,
                                 const Secret &assertion = {})
{
    const auto endpoint = xsuaa::tokenEndpoint(client, zone);
    auto request = state.request(endpoint.url, u"xsuaa"_s);
    request.method = "POST";
    request.headers = {{"Accept", "application/json"},
                       {"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"},
                       {"User-Agent", "tokentrail"}};
    if (!endpoint.zoneHeader.isEmpty())
        request.headers.add("x-zid", endpoint.zoneHeader.toUtf8());
    QList<std::pair<QString, QString>> fields{{u"grant_type"_s, grant},
                                              {u"client_id"_s, client.clientId}};
    if (!client.certificatePem.isEmpty()) {
        request.tls.clientCertificatePem = client.certificatePem;
        request.tls.clientKeyPem = client.keyPem;
    } else {
        fields.append({u"client_secret"_s, QString::fromUtf8(client.clientSecret.reveal())});
    }
    if (!assertion.isEmpty())
        fields.append({u"assertion"_s, QString::fromUtf8(assertion.reveal())});
    request.body = http::toForm(fields);
    return request;
}

// The token, or why there is none in the words of @sap/xssec.
Result<Secret> tokenFrom(const http::Exchange &exchange, const QString &call)
{
    const QString url = QString::fromUtf8(exchange.url());
    if (exchange.failure)
        return Error{exchange.failure->code,
                     sdk::tokenRequestNotSent(call, url, exchange.failure->sentence)};
    const auto &response = exchange.response;
    if (response.status < 200 || response.status > 299)
        return Error{ErrorCode::Refused,
                     sdk::tokenAnswerWas(url, response.status, QString::fromUtf8(response.body))};
    const auto json = text::parseJson(response.body);
    const QString token = json ? (*json)[u"access_token"].toString() : QString();
    if (token.isEmpty())
        return Error{ErrorCode::Refused, u"The answer of %1 holds no access_token."_s.arg(url)};
    return Secret(token);
}

QStringList serviceTokenCauses(const QString &label, const Error &error)
{
    return {sdk::serviceTokenFailed(label), sdk::clientCredentialsFailed(label, error.sentence)};
}

} // namespace

QString SubscriberTokenStep::inWords(const ChainState &) const
{
    return u"Get a service token of the destination client in the zone of the user "
           u"(client_credentials, x-zid)"_s;
}

Step::Prepared SubscriberTokenStep::prepare(const ChainState &state)
{
    const auto &client = state.input.destinationKey.client;
    if (client.clientId.isEmpty())
        return std::monostate{};
    return tokenRequest(state, client, state.userZone, u"client_credentials"_s);
}

std::optional<Failure> SubscriberTokenStep::take(ChainState &state, const http::Exchange &exchange)
{
    if (const auto token = tokenFrom(exchange, u"fetchClientCredentialsToken"_s))
        state.subscriberToken = *token;
    return {};
}

QString ProviderTokenStep::inWords(const ChainState &) const
{
    return u"Get a service token of the destination client (client_credentials)"_s;
}

bool ProviderTokenStep::isNeeded(const ChainState &state) const
{
    // One zone, one token: the SDK finds the subscriber's in its cache.
    return state.subscriberToken.isEmpty() || !state.isOwnZone();
}

Step::Prepared ProviderTokenStep::prepare(const ChainState &state)
{
    const auto &client = state.input.destinationKey.client;
    if (client.clientId.isEmpty())
        return loadFailed(ErrorCode::InvalidInput, {sdk::bindingMissing(u"destination"_s)});
    return tokenRequest(state, client, {}, u"client_credentials"_s);
}

std::optional<Failure> ProviderTokenStep::take(ChainState &state, const http::Exchange &exchange)
{
    const auto token = tokenFrom(exchange, u"fetchClientCredentialsToken"_s);
    if (!token)
        return loadFailed(token.error().code, serviceTokenCauses(u"destination"_s, token.error()));
    state.providerToken = *token;
    return {};
}

QString ExchangeStep::inWords(const ChainState &state) const
{
    if (!state.hasUserToken())
        return u"Stop: this destination needs a user token, and there is none"_s;
    return u"Exchange the user token for one of the destination client (jwt-bearer)"_s;
}

Step::Prepared ExchangeStep::prepare(const ChainState &state)
{
    const auto &authentication = state.destination->authenticationName;
    if (!state.hasUserToken())
        return loadFailed(ErrorCode::InvalidInput, {sdk::userTokenMissing(authentication)});
    const auto &properties = state.destination->properties;
    const bool fromXsuaa = state.userClaims[u"ext_attr"][u"enhancer"].toString() == u"XSUAA";
    if (!fromXsuaa && properties[u"x_user_token.jwks"].toString().isEmpty()
        && properties[u"x_user_token.jwks_uri"].toString().isEmpty())
        return loadFailed(ErrorCode::InvalidInput, {QString::fromUtf16(sdk::foreignJwt)});
    if (!fromXsuaa || !state.isOwnZone())
        return std::monostate{}; // goes along as X-user-token
    return tokenRequest(state,
                        state.input.destinationKey.client,
                        state.userZone,
                        u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s,
                        state.input.userToken);
}

std::optional<Failure> ExchangeStep::take(ChainState &state, const http::Exchange &exchange)
{
    const auto token = tokenFrom(exchange, u"fetchJwtBearerToken"_s);
    if (!token)
        return loadFailed(token.error().code,
                          {sdk::jwtBearerFailed(u"destination"_s, token.error().sentence)});
    state.exchangedToken = *token;
    return {};
}

QString ConnectivityTokenStep::inWords(const ChainState &) const
{
    return u"Get a token of the connectivity client for the proxy (client_credentials)"_s;
}

Step::Prepared ConnectivityTokenStep::prepare(const ChainState &state)
{
    if (!state.input.connectivityKey)
        return loadFailed(ErrorCode::InvalidInput, {QString::fromUtf16(sdk::connectivityMissing)});
    // With a warm cache this token is there too, so the missing user is noticed without a call.
    if (state.isWarm() && !state.hasUserToken()
        && state.destination->authentication == Authentication::PrincipalPropagation)
        return loadFailed(ErrorCode::InvalidInput, {QString::fromUtf16(sdk::noTokenForProxy)});
    return tokenRequest(
        state, state.input.connectivityKey->client, state.userZone, u"client_credentials"_s);
}

std::optional<Failure> ConnectivityTokenStep::take(ChainState &state,
                                                   const http::Exchange &exchange)
{
    const auto token = tokenFrom(exchange, u"fetchClientCredentialsToken"_s);
    if (!token)
        return loadFailed(token.error().code,
                          QStringList{QString::fromUtf16(sdk::proxyTokenFailed)}
                              + serviceTokenCauses(u"connectivity"_s, token.error()));
    state.connectivityToken = *token;
    if (state.destination->authentication == Authentication::PrincipalPropagation
        && !state.hasUserToken())
        return loadFailed(ErrorCode::InvalidInput, {QString::fromUtf16(sdk::noTokenForProxy)});
    return {};
}

} // namespace tokentrail::destination
