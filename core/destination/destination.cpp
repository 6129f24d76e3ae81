// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/destination.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tokentrail::destination {

namespace {

struct Name
{
    Authentication authentication;
    QStringView name;
};

constexpr std::array names = {
    Name{Authentication::NoAuthentication, u"NoAuthentication"},
    Name{Authentication::BasicAuthentication, u"BasicAuthentication"},
    Name{Authentication::ClientCertificateAuthentication, u"ClientCertificateAuthentication"},
    Name{Authentication::OAuth2ClientCredentials, u"OAuth2ClientCredentials"},
    Name{Authentication::OAuth2Password, u"OAuth2Password"},
    Name{Authentication::OAuth2SAMLBearerAssertion, u"OAuth2SAMLBearerAssertion"},
    Name{Authentication::OAuth2UserTokenExchange, u"OAuth2UserTokenExchange"},
    Name{Authentication::OAuth2JWTBearer, u"OAuth2JWTBearer"},
    Name{Authentication::SAMLAssertion, u"SAMLAssertion"},
    Name{Authentication::PrincipalPropagation, u"PrincipalPropagation"},
    Name{Authentication::OAuth2RefreshToken, u"OAuth2RefreshToken"},
    Name{Authentication::OAuth2TechnicalUserPropagation, u"OAuth2TechnicalUserPropagation"},
    Name{Authentication::OAuth2AuthorizationCode, u"OAuth2AuthorizationCode"},
};

// Where nothing is said, a destination with a user and a password means Basic.
Authentication authenticationOf(const Destination &destination)
{
    if (!destination.authenticationName.isEmpty())
        return authenticationFromName(destination.authenticationName);
    const bool withUser = !destination.properties[u"User"].toString().isEmpty()
        && !destination.properties[u"Password"].toString().isEmpty();
    return withUser ? Authentication::BasicAuthentication : Authentication::NoAuthentication;
}

} // namespace

Authentication authenticationFromName(QStringView name)
{
    for (const auto &entry : names) {
        if (entry.name == name)
            return entry.authentication;
    }
    return Authentication::Unknown;
}

QString nameOf(Authentication authentication)
{
    for (const auto &entry : names) {
        if (entry.authentication == authentication)
            return entry.name.toString();
    }
    return u"Unknown"_s;
}

bool needsUserToken(Authentication authentication)
{
    switch (authentication) {
    case Authentication::PrincipalPropagation:
    case Authentication::OAuth2UserTokenExchange:
    case Authentication::OAuth2JWTBearer:
    case Authentication::OAuth2SAMLBearerAssertion:
    case Authentication::SAMLAssertion:
    case Authentication::OAuth2AuthorizationCode:
        return true;
    case Authentication::NoAuthentication:
    case Authentication::BasicAuthentication:
    case Authentication::ClientCertificateAuthentication:
    case Authentication::OAuth2ClientCredentials:
    case Authentication::OAuth2Password:
    case Authentication::OAuth2RefreshToken:
    case Authentication::OAuth2TechnicalUserPropagation:
    case Authentication::Unknown:
        return false;
    }
    return false;
}

bool needsUserToken(const Destination &destination)
{
    if (destination.forwardsAuthToken())
        return true;
    // A system user stands in for the person (deprecated, still honoured).
    if (destination.authentication == Authentication::OAuth2SAMLBearerAssertion
        && !destination.properties[u"SystemUser"].toString().isEmpty())
        return false;
    return needsUserToken(destination.authentication);
}

bool Destination::forwardsAuthToken() const
{
    // As the Cloud SDK: the first that is there decides, whatever the other says.
    for (const auto &key : {u"forwardAuthToken"_s, u"HTML5.ForwardAuthToken"_s}) {
        if (const auto *value = properties.find(key); value && !value->isNull())
            return value->toBool() || value->toString() == u"true";
    }
    return false;
}

Result<Destination> destinationFromJson(const text::Json &json)
{
    if (!json.isObject())
        return Error{ErrorCode::InvalidInput, u"A destination must be a JSON object."_s};
    const auto *configuration = json.find(u"destinationConfiguration");
    if (configuration && !configuration->isObject())
        return Error{ErrorCode::InvalidInput, u"destinationConfiguration must be a JSON object."_s};

    Destination destination;
    destination.properties = configuration ? *configuration : json;
    const auto &properties = destination.properties;
    destination.name = properties[u"Name"].toString();
    destination.type = properties[u"Type"].toString(u"HTTP"_s);
    destination.url = properties[u"URL"].toString();
    destination.proxyType = properties[u"ProxyType"].toString();
    destination.authenticationName = properties[u"Authentication"].toString();
    destination.authentication = authenticationOf(destination);
    destination.locationId = properties[u"CloudConnectorLocationId"].toString();
    destination.sapClient = properties[u"sap-client"].toString();
    if (const auto &tokens = json[u"authTokens"]; tokens.isArray())
        destination.authTokens = tokens;
    if (const auto &certificates = json[u"certificates"]; certificates.isArray())
        destination.certificates = certificates;
    return destination;
}

QList<std::pair<QString, QString>> additionalProperties(const Destination &destination,
                                                        QStringView prefix)
{
    QList<std::pair<QString, QString>> found;
    for (const auto &member : destination.properties.members()) {
        if (member.name.startsWith(prefix) && member.name.size() > prefix.size())
            found.append({member.name.sliced(prefix.size()), member.value.toString()});
    }
    return found;
}

} // namespace tokentrail::destination
