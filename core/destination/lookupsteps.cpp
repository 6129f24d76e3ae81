// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/lookupsteps.h"

#include "core/destination/sdktexts.h"

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

QUrl lookupUrl(const ChainState &state, const QByteArray &query)
{
    QByteArray base = state.input.destinationKey.destinationUri.toEncoded();
    while (base.endsWith('/'))
        base.chop(1);
    return QUrl::fromEncoded(base + "/destination-configuration/v1/destinations/"
                             + QUrl::toPercentEncoding(state.input.destinationName) + query);
}

http::ClientRequest lookup(const ChainState &state, const QByteArray &query, const Secret &token)
{
    auto request = state.request(lookupUrl(state, query), u"destination"_s);
    request.headers = {{"Accept", "application/json"},
                       {"User-Agent", "tokentrail"},
                       {"Authorization", "Bearer " + token.reveal()}};
    return request;
}

bool isNotFound(const http::Response &response, const text::Json &body)
{
    // Only this text makes the SDK look further; any other 404 is a failure.
    return response.status == 404
        && body[u"ErrorMessage"].toString()
        == u"Configuration with the specified name was not found";
}

// Nothing when the answer is a destination.
std::optional<Failure>
lookupFailure(const http::Exchange &exchange, const text::Json &body, const QString &what)
{
    if (!exchange.failure && exchange.response.status == 200 && body.isObject())
        return {};
    const QString said = body[u"ErrorMessage"].toString();
    const QString heading = said.isEmpty() ? what : what + u' ' + said;
    const QString cause = exchange.failure ? exchange.failure->sentence
        : exchange.response.status == 200
        ? u"The Destination service answered something that is no destination."_s
        : sdk::statusFailed(exchange.response.status);
    return loadFailed(codeOf(exchange), {heading, cause});
}

bool hasOwner(const text::Json &body)
{
    const auto &owner = body[u"owner"];
    return !owner[u"InstanceId"].toString().isEmpty()
        || !owner[u"SubaccountId"].toString().isEmpty();
}

text::Json bodyOf(const http::Exchange &exchange)
{
    const auto parsed = text::parseJson(exchange.response.body);
    return parsed ? *parsed : text::Json();
}

} // namespace

const Secret &LookupStep::token(const ChainState &state) const
{
    if (m_level == Level::Provider && !state.providerToken.isEmpty())
        return state.providerToken;
    return state.subscriberToken;
}

QString LookupStep::inWords(const ChainState &state) const
{
    const QString name = state.input.destinationName;
    return m_level == Level::Subscriber
        ? u"Look up the destination %1 in the zone of the user"_s.arg(name)
        : u"Look up the destination %1"_s.arg(name);
}

bool LookupStep::isNeeded(const ChainState &state) const
{
    return !state.destination && (m_level == Level::Provider || !state.subscriberToken.isEmpty());
}

Step::Prepared LookupStep::prepare(const ChainState &state)
{
    return lookup(state, "?$skipTokenRetrieval=true", token(state));
}

std::optional<Failure> LookupStep::take(ChainState &state, const http::Exchange &exchange)
{
    const auto body = bodyOf(exchange);
    bool found = false;
    if (!isNotFound(exchange.response, body)) {
        if (auto failure = lookupFailure(exchange, body, u"Failed to fetch destination."_s))
            return failure;
        auto destination = destinationFromJson(body);
        // Without an owner, or under another name, the SDK takes it for not there.
        found = destination && hasOwner(body) && destination->name == state.input.destinationName;
        if (found) {
            state.destination = std::move(destination).value();
            state.lookupToken = token(state);
            state.foundAtProvider = m_level == Level::Provider;
        }
    }
    if (!found && m_level == Level::Provider)
        return failed(ErrorCode::NotFound, {sdk::notResolved(state.input.destinationName)});
    return {};
}

QString LookupWithTokensStep::inWords(const ChainState &state) const
{
    if (state.destination
        && state.destination->authentication == Authentication::ClientCertificateAuthentication)
        return u"Look up %1 again, now with its certificates"_s.arg(state.input.destinationName);
    return u"Look up %1 again, now with the token that the Destination service gets for it"_s.arg(
        state.input.destinationName);
}

Step::Prepared LookupWithTokensStep::prepare(const ChainState &state)
{
    const bool exchanged = !state.exchangedToken.isEmpty();
    auto request = lookup(state, {}, exchanged ? state.exchangedToken : state.lookupToken);
    const auto &destination = *state.destination;
    if (destination.authentication == Authentication::OAuth2RefreshToken)
        request.headers.add("X-refresh-token", state.input.refreshToken.reveal());
    if (!exchanged && needsUserToken(destination))
        request.headers.add("X-user-token", state.input.userToken.reveal());
    if (destination.authentication == Authentication::OAuth2ClientCredentials
        && destination.properties[u"tokenServiceURLType"].toString() == u"Common") {
        const QString tenant = state.userClaims[u"ext_attr"][u"zdn"].toString();
        if (!tenant.isEmpty())
            request.headers.add("X-tenant", tenant.toUtf8());
    }
    return request;
}

std::optional<Failure> LookupWithTokensStep::take(ChainState &state, const http::Exchange &exchange)
{
    const auto body = bodyOf(exchange);
    const QString what = u"Failed to fetch destination %1."_s.arg(state.input.destinationName);
    if (auto failure = lookupFailure(exchange, body, what))
        return failure;
    auto destination = destinationFromJson(body);
    if (!destination)
        return loadFailed(ErrorCode::Refused, {what, destination.error().sentence});
    state.destination = std::move(destination).value();
    return {};
}

} // namespace tokentrail::destination
