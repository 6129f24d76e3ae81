// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakelandscape.h"

#include "core/jose/jws.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tokentrail::test {

namespace {

jose::Jwk freshKey()
{
    // Made once a program: RSA keys take their time.
    static const jose::Jwk key = [] {
        auto made = jose::Jwk::generate(jose::Algorithm::RS256).value();
        made.setKeyId(u"key-1"_s);
        return made;
    }();
    return key;
}

void addAll(text::Json &to, const text::Json &from)
{
    for (const auto &member : from.members())
        to.set(member.name, member.value);
}

} // namespace

FakeLandscape::FakeLandscape()
    : m_key(freshKey())
{
    mapping.insert(u"alice"_s, {u"ALICE"_s, true, {}});
    mapping.insert(u"carol"_s, {u"CAROL"_s, false, {}});
    mapping.insert(u"techuser"_s, {u"TECHUSER"_s, true, u"secret"_s});
}

text::Json &FakeLandscape::addDestination(const QString &name, const QString &authentication)
{
    const bool onPremise = authentication == u"PrincipalPropagation";
    knownDestinations.append(text::Json::object(
        {{u"Name"_s, name},
         {u"Type"_s, u"HTTP"_s},
         {u"URL"_s, onPremise ? u"http://s4virtual:44300"_s : where.backendUrl.toString()},
         {u"ProxyType"_s, onPremise ? u"OnPremise"_s : u"Internet"_s},
         {u"Authentication"_s, authentication},
         {u"sap-client"_s, u"100"_s}}));
    return knownDestinations.last();
}

QByteArray FakeLandscape::userToken(const QString &userName, const text::Json &more)
{
    const QString client = QString::fromUtf16(sampleClient);
    auto claims =
        text::Json::object({{u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                            {u"user_name"_s, userName},
                            {u"email"_s, QString(userName + u"@example.com"_s)},
                            {u"sub"_s, QString(u"id-"_s + userName)},
                            {u"user_id"_s, QString(u"id-"_s + userName)},
                            {u"origin"_s, u"sap.default"_s},
                            {u"grant_type"_s, u"password"_s},
                            {u"cid"_s, client},
                            {u"azp"_s, client},
                            {u"client_id"_s, client},
                            {u"zid"_s, zoneId()},
                            {u"ext_attr"_s, text::Json::object({{u"enhancer"_s, u"XSUAA"_s}})},
                            {u"scope"_s, text::Json::array({u"openid"_s})},
                            {u"aud"_s, text::Json::array({client, u"tokentrail-sample!t1"_s})},
                            {u"iat"_s, time.nowSeconds()},
                            {u"exp"_s, time.nowSeconds() + 3600}});
    addAll(claims, more);
    return signClaims(claims);
}

QByteArray FakeLandscape::clientToken(const QString &clientId, const text::Json &more)
{
    auto claims =
        text::Json::object({{u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                            {u"sub"_s, clientId},
                            {u"grant_type"_s, u"client_credentials"_s},
                            {u"cid"_s, clientId},
                            {u"azp"_s, clientId},
                            {u"client_id"_s, clientId},
                            {u"zid"_s, zoneId()},
                            {u"ext_attr"_s, text::Json::object({{u"enhancer"_s, u"XSUAA"_s}})},
                            {u"scope"_s, text::Json::array({u"uaa.resource"_s})},
                            {u"aud"_s, text::Json::array({clientId})},
                            {u"iat"_s, time.nowSeconds()},
                            {u"exp"_s, time.nowSeconds() + 3600}});
    addAll(claims, more);
    return signClaims(claims);
}

jose::JwkSet FakeLandscape::keySet() const
{
    jose::JwkSet keys;
    keys.keys.push_back(m_key);
    return keys;
}

Result<text::Json> FakeLandscape::verifyToken(const QByteArray &compact, bool lenient) const
{
    const auto verified = jose::verifyCompact(compact, keySet());
    if (!verified)
        return verified.error();
    auto claims = text::parseJson(verified->payload);
    if (claims && (*claims)[u"exp"].toInteger() + (lenient ? 60 : 0) <= time.nowSeconds())
        return Error{ErrorCode::Refused, u"Token expired"_s};
    return claims;
}

QByteArray FakeLandscape::signClaims(const text::Json &claims) const
{
    return jose::signCompact(claims.toCompact(), m_key, jose::Algorithm::RS256).value_or({});
}

Result<QByteArray> FakeLandscape::signBytes(const QByteArray &content) const
{
    return jose::sign(content, m_key, jose::Algorithm::RS256);
}

bool FakeLandscape::verifyBytes(const QByteArray &content, const QByteArray &signature) const
{
    return jose::verify(content, signature, m_key, jose::Algorithm::RS256);
}

text::Json FakeLandscape::credentials(const QString &clientId) const
{
    return text::Json::object({{u"clientid"_s, clientId},
                               {u"clientsecret"_s, QString(u"secret of "_s + clientId)},
                               {u"url"_s, where.xsuaaHttpUrl.toString()},
                               {u"uaadomain"_s, where.uaaDomain},
                               {u"tenantid"_s, zoneId()}});
}

text::Json FakeLandscape::xsuaaCredentials() const
{
    auto key = credentials(QString::fromUtf16(sampleClient));
    key.set(u"xsappname"_s, u"tokentrail-sample!t1"_s);
    return key;
}

text::Json FakeLandscape::destinationCredentials() const
{
    auto key = credentials(QString::fromUtf16(destinationClient));
    key.set(u"uri"_s, where.destinationUri.toString());
    key.set(u"instanceid"_s, u"instance-1"_s);
    return key;
}

text::Json FakeLandscape::connectivityCredentials() const
{
    auto key = credentials(QString::fromUtf16(connectivityClient));
    key.set(u"onpremise_proxy_host"_s, where.proxyHost);
    key.set(u"onpremise_proxy_port"_s, QString::number(where.proxyPort));
    return key;
}

std::optional<text::Json> FakeLandscape::destination(Level level, const QString &name) const
{
    for (const auto &properties : destinations(level)) {
        if (properties[u"Name"].toString() == name)
            return properties;
    }
    return {};
}

std::optional<text::Json> FakeLandscape::fragment(const QString &name) const
{
    const auto found = fragments.constFind(name);
    return found == fragments.constEnd() ? std::nullopt : std::optional(*found);
}

Result<void> FakeLandscape::putDestination(Level level, const text::Json &properties)
{
    (void)removeDestination(level, properties[u"Name"].toString());
    (level == Level::Subaccount ? knownDestinations : instanceDestinations).append(properties);
    return {};
}

Result<void> FakeLandscape::removeDestination(Level level, const QString &name)
{
    (level == Level::Subaccount ? knownDestinations : instanceDestinations)
        .removeIf([&name](const text::Json &known) { return known[u"Name"].toString() == name; });
    return {};
}

std::optional<sandbox::BackendUser> FakeLandscape::backendUserOf(const QString &userName) const
{
    const auto found = mapping.constFind(userName);
    if (found == mapping.constEnd())
        return {};
    return *found;
}

std::optional<sandbox::BackendUser> FakeLandscape::backendLogon(const QString &backendUser,
                                                                const QString &password) const
{
    for (const auto &user : mapping) {
        if (user.name == backendUser && !user.password.isEmpty() && user.password == password)
            return user;
    }
    return {};
}

text::Json Answer::json() const
{
    const auto parsed = text::parseJson(response.body);
    return parsed ? *parsed : text::Json();
}

std::shared_ptr<Answer> ask(sandbox::Party &party, const http::Request &request)
{
    auto answer = std::make_shared<Answer>();
    party.handle(
        request,
        {},
        [answer](const QString &name, const text::Json &value) { answer->notes.set(name, value); },
        http::Responder([answer](http::Response response) {
            answer->given = true;
            answer->response = std::move(response);
        }));
    return answer;
}

} // namespace tokentrail::test
