// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/lintproperties.h"

#include <QHash>

#include <algorithm>

namespace tokentrail::destination {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const QStringList &allKnown()
{
    static const QStringList known{u"Name"_s,
                                   u"Type"_s,
                                   u"URL"_s,
                                   u"ProxyType"_s,
                                   u"Authentication"_s,
                                   u"Description"_s,
                                   u"User"_s,
                                   u"Password"_s,
                                   u"CloudConnectorLocationId"_s,
                                   u"sap-client"_s,
                                   u"tokenServiceURL"_s,
                                   u"tokenServiceURLType"_s,
                                   u"tokenServiceUser"_s,
                                   u"tokenServicePassword"_s,
                                   u"clientId"_s,
                                   u"clientSecret"_s,
                                   u"clientKey"_s,
                                   u"audience"_s,
                                   u"authnContextClassRef"_s,
                                   u"nameIdFormat"_s,
                                   u"nameQualifier"_s,
                                   u"SystemUser"_s,
                                   u"scope"_s,
                                   u"TrustAll"_s,
                                   u"TrustStoreLocation"_s,
                                   u"TrustStorePassword"_s,
                                   u"KeyStoreLocation"_s,
                                   u"KeyStorePassword"_s,
                                   u"HTML5.DynamicDestination"_s,
                                   u"HTML5.ForwardAuthToken"_s,
                                   u"HTML5.PreserveHostHeader"_s,
                                   u"WebIDEEnabled"_s,
                                   u"WebIDEUsage"_s,
                                   u"forwardAuthToken"_s,
                                   u"x_user_token.jwks"_s,
                                   u"x_user_token.jwks_uri"_s};
    return known;
}

struct Need
{
    QStringList oneOf; // the first is the one to name
    QString what;
};

const Need tokenService{{u"tokenServiceURL"_s}, u"says where the token is got"_s};
const Need client{{u"clientId"_s}, u"says as which client"_s};
// Instead of a secret a client may show a certificate (RFC 8705).
const Need clientSecret{
    {u"clientSecret"_s, u"tokenService.KeyStoreLocation"_s, u"KeyStoreLocation"_s},
    u"proves it, or a certificate of the client does"_s};
const Need user{{u"User"_s}, u"says who logs on"_s};
const Need password{{u"Password"_s}, u"is sent with the user; without it the call is not made"_s};
const Need audience{{u"audience"_s}, u"names whom the SAML assertion is for"_s};
const Need authnContext{{u"authnContextClassRef"_s}, u"says how the user had logged in"_s};

QList<Need> needsOf(Authentication authentication)
{
    switch (authentication) {
    case Authentication::BasicAuthentication:
        return {user, password};
    case Authentication::ClientCertificateAuthentication:
        return {{{u"KeyStoreLocation"_s, u"KeyStoreSource"_s}, u"names the certificate to show"_s}};
    case Authentication::OAuth2ClientCredentials:
    case Authentication::OAuth2UserTokenExchange:
    case Authentication::OAuth2JWTBearer:
    case Authentication::OAuth2RefreshToken:
    case Authentication::OAuth2TechnicalUserPropagation:
    case Authentication::OAuth2AuthorizationCode:
        return {tokenService, client, clientSecret};
    case Authentication::OAuth2Password:
        return {tokenService, client, clientSecret, user, password};
    case Authentication::OAuth2SAMLBearerAssertion:
        return {
            tokenService, {{u"clientKey"_s}, u"says as which client"_s}, audience, authnContext};
    case Authentication::SAMLAssertion:
        return {audience, authnContext};
    case Authentication::NoAuthentication:
    case Authentication::PrincipalPropagation:
    case Authentication::Unknown:
        return {};
    }
    return {};
}

// Letters to put in, leave out or exchange so that one word becomes the other.
qsizetype slipsBetween(const QString &one, const QString &other)
{
    QList<qsizetype> row(other.size() + 1);
    for (qsizetype j = 0; j < row.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= one.size(); ++i) {
        auto diagonal = row.at(0);
        row[0] = i;
        for (qsizetype j = 1; j < row.size(); ++j) {
            const auto exchanged = diagonal + (one.at(i - 1) == other.at(j - 1) ? 0 : 1);
            diagonal = row.at(j);
            row[j] = std::min({exchanged, row.at(j) + 1, row.at(j - 1) + 1});
        }
    }
    return row.constLast();
}

} // namespace

QList<NeededProperty> neededProperties(Authentication authentication, const Json &properties)
{
    QList<NeededProperty> missing;
    for (const auto &need : needsOf(authentication)) {
        const auto isThere = [&properties](const QString &name) {
            return !properties[name].toString().isEmpty();
        };
        if (std::none_of(need.oneOf.cbegin(), need.oneOf.cend(), isThere))
            missing.append({need.oneOf.constFirst(),
                            u"%1 is missing; it %2."_s.arg(need.oneOf.constFirst(), need.what)});
    }
    return missing;
}

QString knownSpelling(const QString &name)
{
    static const auto byLower = [] {
        QHash<QString, QString> map;
        for (const auto &known : allKnown())
            map.insert(known.toLower(), known);
        return map;
    }();
    const auto known = byLower.value(name.toLower());
    return known == name ? QString() : known;
}

QString meantAuthentication(const QString &spelt)
{
    constexpr qsizetype mostSlips = 3; // more, and it is another word
    QString meant;
    auto least = mostSlips + 1;
    for (const auto &known : knownValues(u"Authentication"_s)) {
        const auto slips = slipsBetween(spelt.toLower(), known.toLower());
        if (slips < least) {
            least = slips;
            meant = known;
        }
    }
    return meant;
}

QStringList knownValues(const QString &property)
{
    if (property == "ProxyType"_L1)
        return {u"Internet"_s, u"OnPremise"_s, u"PrivateLink"_s};
    if (property == "Type"_L1)
        return {u"HTTP"_s, u"RFC"_s, u"LDAP"_s, u"MAIL"_s, u"TCP"_s};
    QStringList names;
    if (property == "Authentication"_L1) {
        for (int kind = 0; kind < int(Authentication::Unknown); ++kind)
            names << nameOf(Authentication(kind));
    }
    return names;
}

QStringList usualProperties(Authentication authentication)
{
    QStringList names{u"Name"_s, u"Type"_s, u"URL"_s, u"ProxyType"_s, u"Authentication"_s};
    for (const auto &need : needsOf(authentication))
        names << need.oneOf.constFirst();
    return names;
}

} // namespace tokentrail::destination
