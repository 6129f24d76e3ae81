// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/tokenneed.h"

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

QString whatHappens(const Destination &destination)
{
    if (destination.forwardsAuthToken())
        return u"forwards the caller's token as it is"_s;
    switch (destination.authentication) {
    case Authentication::NoAuthentication:
        return u"sends no credentials"_s;
    case Authentication::BasicAuthentication:
        return u"sends the user and password of the destination"_s;
    case Authentication::ClientCertificateAuthentication:
        return u"shows the client certificate of the destination"_s;
    case Authentication::OAuth2ClientCredentials:
        return u"gets a technical token with the client of the destination"_s;
    case Authentication::OAuth2Password:
        return u"gets a token with the technical user of the destination"_s;
    case Authentication::OAuth2SAMLBearerAssertion:
        return needsUserToken(destination)
            ? u"turns the person's token into a SAML assertion, and that into a token of the target"_s
            : u"gets a token with a SAML assertion for its SystemUser"_s;
    case Authentication::OAuth2UserTokenExchange:
        return u"exchanges the person's token for one of the target's client"_s;
    case Authentication::OAuth2JWTBearer:
        return u"hands the person's token as assertion to the target's token service"_s;
    case Authentication::SAMLAssertion:
        return u"turns the person's token into a SAML assertion"_s;
    case Authentication::PrincipalPropagation:
        return u"hands the person's token to the Cloud Connector, which makes a short-lived "
               u"certificate of it"_s;
    case Authentication::OAuth2RefreshToken:
        return u"gets a token for a refresh token that the caller must bring"_s;
    case Authentication::OAuth2TechnicalUserPropagation:
        return u"hands a technical token to the Cloud Connector"_s;
    case Authentication::OAuth2AuthorizationCode:
        return u"keeps the tokens of persons who have consented"_s;
    case Authentication::Unknown:
        return u"is of a kind that is not known here"_s;
    }
    return {};
}

} // namespace

TokenNeed tokenNeedOf(const Destination &destination)
{
    if (destination.forwardsAuthToken())
        return TokenNeed::AnyToken;
    if (destination.authentication == Authentication::Unknown)
        return TokenNeed::Unknown;
    if (destination.authentication == Authentication::OAuth2RefreshToken)
        return TokenNeed::RefreshToken;
    return needsUserToken(destination) ? TokenNeed::UserToken : TokenNeed::None;
}

QString nameOf(TokenNeed need)
{
    switch (need) {
    case TokenNeed::None:
        return u"none"_s;
    case TokenNeed::UserToken:
        return u"user-token"_s;
    case TokenNeed::AnyToken:
        return u"any-token"_s;
    case TokenNeed::RefreshToken:
        return u"refresh-token"_s;
    case TokenNeed::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString tokenNeedInWords(const Destination &destination)
{
    const auto &spelt = destination.authenticationName;
    const QString kind = destination.forwardsAuthToken() ? u"forwardAuthToken"_s
        : spelt.isEmpty()                                ? nameOf(destination.authentication)
                                                         : spelt;
    const QString because = kind + u' ' + whatHappens(destination) + u'.';
    const QString who = destination.name.isEmpty() ? u"The new destination"_s : destination.name;
    switch (tokenNeedOf(destination)) {
    case TokenNeed::None:
        return who + u" needs no token of its caller: "_s + because;
    case TokenNeed::UserToken:
        return who + u" needs the token of a person: "_s + because;
    case TokenNeed::AnyToken:
        return who + u" needs a token that the target accepts: "_s + because;
    case TokenNeed::RefreshToken:
        return who + u" needs a refresh token: "_s + because;
    case TokenNeed::Unknown:
        return who + u": nobody can tell which token it needs, for "_s + because;
    }
    return {};
}

} // namespace tokentrail::destination
