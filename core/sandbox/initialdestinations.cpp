// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/initialdestinations.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

using Properties = std::initializer_list<std::pair<QString, Json>>;

Json destination(const QString &name,
                 const QString &url,
                 const QString &proxyType,
                 const QString &authentication,
                 Properties more)
{
    auto json = Json::object({{u"Name"_s, name},
                              {u"Type"_s, u"HTTP"_s},
                              {u"URL"_s, url},
                              {u"ProxyType"_s, proxyType},
                              {u"Authentication"_s, authentication},
                              {u"sap-client"_s, u"100"_s}});
    for (const auto &[property, value] : more)
        json.set(property, value);
    return json;
}

Json onPremise(const QString &name, const QString &url, Properties more = {})
{
    return destination(name, url, u"OnPremise"_s, u"PrincipalPropagation"_s, more);
}

Json internet(const QString &name, const QString &authentication, Properties more)
{
    return destination(name, u"${backend.url}"_s, u"Internet"_s, authentication, more);
}

} // namespace

QList<Json> initialDestinations(const OAuthClient &s4, const QString &technicalPassword)
{
    const auto secret = QString::fromUtf8(s4.secret.reveal());
    const auto uaaToken = u"${xsuaa.url}/oauth/token"_s;
    const auto virtualHost = u"http://s4virtual:44300"_s;
    return {
        internet(u"S4_BASIC"_s,
                 u"BasicAuthentication"_s,
                 {{u"User"_s, u"TECHUSER"_s}, {u"Password"_s, technicalPassword}}),
        onPremise(u"S4_PP"_s, virtualHost),
        internet(u"S4_UTE"_s,
                 u"OAuth2UserTokenExchange"_s,
                 {{u"tokenServiceURL"_s, uaaToken},
                  {u"tokenServiceURLType"_s, u"Dedicated"_s},
                  {u"clientId"_s, s4.clientId},
                  {u"clientSecret"_s, secret}}),
        internet(u"S4_SAML"_s,
                 u"OAuth2SAMLBearerAssertion"_s,
                 {{u"tokenServiceURL"_s, u"${backend.url}/sap/bc/sec/oauth2/token"_s},
                  {u"tokenServiceURLType"_s, u"Dedicated"_s},
                  {u"audience"_s, u"s4.example.com"_s},
                  {u"authnContextClassRef"_s,
                   u"urn:oasis:names:tc:SAML:2.0:ac:classes:PreviousSession"_s},
                  {u"clientKey"_s, s4.clientId},
                  {u"tokenServiceUser"_s, s4.clientId},
                  {u"tokenServicePassword"_s, secret}}),
        internet(u"S4_CC"_s,
                 u"OAuth2ClientCredentials"_s,
                 {{u"tokenServiceURL"_s, uaaToken},
                  {u"tokenServiceURLType"_s, u"Dedicated"_s},
                  {u"clientId"_s, s4.clientId},
                  {u"clientSecret"_s, secret}}),
        onPremise(u"S4_PP_BADLOC"_s, virtualHost, {{u"CloudConnectorLocationId"_s, u"NOWHERE"_s}}),
        onPremise(u"S4_PP_NOHOST"_s, u"http://unexposed:44300"_s),
        onPremise(u"S4_PP_HTTPS"_s, u"https://s4virtual:44300"_s),
        internet(u"S4_BADCC"_s,
                 u"OAuth2ClientCredentials"_s,
                 {{u"tokenServiceURL"_s, uaaToken},
                  {u"tokenServiceURLType"_s, u"Dedicated"_s},
                  {u"clientId"_s, s4.clientId},
                  {u"clientSecret"_s, u"not-the-secret"_s}}),
        destination(u"S4_BASIC_OP"_s,
                    virtualHost,
                    u"OnPremise"_s,
                    u"BasicAuthentication"_s,
                    {{u"User"_s, u"TECHUSER"_s}, {u"Password"_s, technicalPassword}}),
    };
}

Json resolvedDestination(const Json &properties, const Endpoints &endpoints)
{
    auto resolved = properties;
    for (auto &member : resolved.members()) {
        auto value = member.value.toString();
        if (!value.contains("${"_L1))
            continue;
        value.replace("${backend.url}"_L1, endpoints.backendUrl.toString());
        value.replace("${backend.tlsUrl}"_L1, endpoints.backendTlsUrl.toString());
        value.replace("${xsuaa.url}"_L1, endpoints.xsuaaUrl.toString());
        value.replace("${xsuaa.httpUrl}"_L1, endpoints.xsuaaHttpUrl.toString());
        member.value = Json(value);
    }
    return resolved;
}

} // namespace tokentrail::sandbox
