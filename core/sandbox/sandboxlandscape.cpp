// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/sandboxlandscape.h"

#include "core/jose/jws.h"
#include "core/sandbox/bindings.h"
#include "core/sandbox/initialdestinations.h"
#include "core/sandbox/initialstate.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int leewaySeconds = 60;

Error refused(const QString &sentence)
{
    return Error{ErrorCode::Refused, sentence};
}

} // namespace

SandboxLandscape::SandboxLandscape(const Parts &parts, const Endpoints &endpoints)
    : m_parts(parts)
    , m_endpoints(endpoints)
    , m_signer(*parts.keys.signing)
{
    setEndpoints(endpoints);
}

void SandboxLandscape::setEndpoints(const Endpoints &endpoints)
{
    m_endpoints = endpoints;
    m_signer.setKeySetUrl(endpoints.xsuaaUrl.toString() + u"/token_keys"_s);
}

void SandboxLandscape::takeKeys()
{
    m_signer = TokenSigner(*m_parts.keys.signing);
    setEndpoints(m_endpoints);
}

QString SandboxLandscape::issuer() const
{
    return m_endpoints.xsuaaUrl.toString() + u"/oauth/token"_s;
}

qint64 SandboxLandscape::issuerNowSeconds() const
{
    return clock().nowSeconds() + faultNumber(u"xsuaa.clock-offset", 0);
}

int SandboxLandscape::faultNumber(QStringView name, int fallback) const
{
    const auto value = fault(name);
    return value.isNull() ? fallback : value.toInt();
}

http::TlsSettings SandboxLandscape::tls() const
{
    http::TlsSettings settings;
    settings.extraCaPem = m_parts.keys.authority.pem;
    return settings;
}

Result<Json> SandboxLandscape::verifyToken(const QByteArray &compact, bool lenient) const
{
    const auto now = clock().nowSeconds();
    const auto verified = jose::verifyCompact(compact, trustedKeys(m_parts.keys, now));
    if (!verified)
        return refused(u"Could not verify token signature."_s);
    auto claims = text::parseJson(verified->payload);
    if (!claims || !claims->isObject())
        return refused(u"The token holds no claims."_s);
    const auto leeway = lenient ? leewaySeconds : 0;
    if (!(*claims)[u"exp"].isNumber() || (*claims)[u"exp"].toInteger() + leeway <= now)
        return refused(u"Token has expired"_s);
    if ((*claims)[u"nbf"].isNumber() && (*claims)[u"nbf"].toInteger() - leeway > now)
        return refused(u"Token is not valid yet"_s);
    if (!m_parts.registry.knowsZone((*claims)[u"zid"].toString()))
        return refused(u"The token belongs to another zone."_s);
    return claims;
}

QByteArray SandboxLandscape::signClaims(const Json &claims) const
{
    TokenSigner::Twist twist;
    twist.rogueKey = !fault(u"xsuaa.rogue-key").isNull();
    twist.keyId = fault(u"xsuaa.unknown-key-id");
    twist.noKeyId = !fault(u"xsuaa.no-key-id").isNull();
    twist.algorithm = fault(u"xsuaa.algorithm");
    return m_signer.sign(claims, twist);
}

Result<QByteArray> SandboxLandscape::signBytes(const QByteArray &content) const
{
    return jose::sign(content, *m_parts.keys.signing, jose::Algorithm::RS256);
}

bool SandboxLandscape::verifyBytes(const QByteArray &content, const QByteArray &signature) const
{
    const auto trusted = trustedKeys(m_parts.keys, clock().nowSeconds());
    return std::any_of(trusted.keys.begin(), trusted.keys.end(), [&](const auto &key) {
        return jose::verify(content, signature, key, jose::Algorithm::RS256);
    });
}

Json SandboxLandscape::credentialsByLabel(const QString &label) const
{
    const BindingInput input{
        m_parts.registry, m_endpoints, m_parts.keys.signing->toPublicPem(), false};
    const auto sample = QString::fromLatin1(sampleAppId);
    for (const auto &client : m_parts.registry.clients()) {
        if (client.label == label && (client.appId.isEmpty() || client.appId == sample))
            return credentialsOf(client, input);
    }
    return Json::object();
}

Json SandboxLandscape::xsuaaCredentials() const
{
    return credentialsByLabel(u"xsuaa"_s);
}

Json SandboxLandscape::destinationCredentials() const
{
    return credentialsByLabel(u"destination"_s);
}

Json SandboxLandscape::connectivityCredentials() const
{
    return credentialsByLabel(u"connectivity"_s);
}

const QList<Json> &SandboxLandscape::stored(Level level) const
{
    return level == Level::Subaccount ? m_parts.registry.destinations()
                                      : m_parts.registry.items(kind::instanceDestination);
}

std::optional<Json> SandboxLandscape::destination(Level level, const QString &name) const
{
    for (const auto &properties : stored(level)) {
        if (properties[u"Name"].toString() == name)
            return resolvedDestination(properties, m_endpoints);
    }
    return std::nullopt;
}

QList<Json> SandboxLandscape::destinations(Level level) const
{
    QList<Json> list;
    for (const auto &properties : stored(level))
        list.append(resolvedDestination(properties, m_endpoints));
    return list;
}

std::optional<Json> SandboxLandscape::fragment(const QString &name) const
{
    const auto found = m_parts.registry.item(kind::fragment, name);
    return found ? std::optional(resolvedDestination(*found, m_endpoints)) : std::nullopt;
}

QList<Json> SandboxLandscape::certificates() const
{
    return m_parts.registry.items(kind::certificate);
}

bool SandboxLandscape::isClient(const QString &clientId, const Secret &secret) const
{
    const auto *client = m_parts.registry.client(clientId);
    return client != nullptr && client->secret.equals(secret);
}

Result<void> SandboxLandscape::putDestination(Level level, const Json &properties)
{
    return level == Level::Subaccount
        ? m_parts.registry.putDestination(properties)
        : m_parts.registry.putItem(kind::instanceDestination, properties);
}

Result<void> SandboxLandscape::removeDestination(Level level, const QString &name)
{
    return level == Level::Subaccount
        ? m_parts.registry.removeDestination(name)
        : m_parts.registry.removeItem(kind::instanceDestination, name);
}

std::optional<BackendUser> SandboxLandscape::backendUserOf(const QString &userName) const
{
    return m_parts.registry.backendUserOf(userName);
}

std::optional<BackendUser> SandboxLandscape::backendLogon(const QString &backendUser,
                                                          const QString &password) const
{
    return m_parts.registry.backendLogon(backendUser, password);
}

} // namespace tokentrail::sandbox
