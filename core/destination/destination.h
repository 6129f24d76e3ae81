// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QList>
#include <QString>

namespace tokentrail::destination {

enum class Authentication {
    NoAuthentication,
    BasicAuthentication,
    ClientCertificateAuthentication,
    OAuth2ClientCredentials,
    OAuth2Password,
    OAuth2SAMLBearerAssertion,
    OAuth2UserTokenExchange,
    OAuth2JWTBearer,
    SAMLAssertion,
    PrincipalPropagation,
    OAuth2RefreshToken,
    OAuth2TechnicalUserPropagation,
    OAuth2AuthorizationCode,
    Unknown
};

Authentication authenticationFromName(QStringView name);
QString nameOf(Authentication authentication);
// Whether the call on the last hop is made for a person: such a destination needs a user token.
bool needsUserToken(Authentication authentication);

// A destination in the Destination service's own JSON, either flat or as
// {"destinationConfiguration":{…},"authTokens":[…]}.
struct Destination
{
    QString name;
    QString type; // "HTTP"
    QString url;
    QString proxyType; // as spelt; only "OnPremise" goes through the proxy
    QString authenticationName; // as spelt
    Authentication authentication = Authentication::Unknown;
    QString locationId; // CloudConnectorLocationId
    QString sapClient;
    text::Json properties = text::Json::object(); // all, as they stood
    text::Json authTokens = text::Json::array();
    text::Json certificates = text::Json::array(); // {"Name","Content": base64,"Type"}

    bool isOnPremise() const { return proxyType == QStringLiteral("OnPremise"); }
    bool forwardsAuthToken() const; // forwardAuthToken or HTML5.ForwardAuthToken is "true"
};

Result<Destination> destinationFromJson(const text::Json &json);

// The same with what the properties change: forwardAuthToken, SystemUser.
bool needsUserToken(const Destination &destination);

// "URL.headers." or "URL.queries." as prefix: what such properties add to every call.
QList<std::pair<QString, QString>> additionalProperties(const Destination &destination,
                                                        QStringView prefix);

} // namespace tokentrail::destination
