// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr double leewaySeconds = 60; // of @sap/xssec for exp and nbf

QStringList audiencesOf(const Json &payload)
{
    return payload[u"aud"].toStringList();
}

// As Token.clientId of @sap/xssec: azp, else the only audience.
QString clientIdOf(const Json &payload)
{
    const auto azp = payload[u"azp"].toString();
    if (!azp.isEmpty())
        return azp;
    const auto audiences = audiencesOf(payload);
    if (audiences.size() != 1)
        return {};
    return audiences.front().isEmpty() ? payload[u"cid"].toString() : audiences.front();
}

bool names(const QString &audience, const QString &application)
{
    return audience == application || audience.startsWith(application + u'.');
}

bool acceptsXsuaaAudience(const Json &payload, const Json &credentials)
{
    auto audiences = audiencesOf(payload);
    if (audiences.isEmpty())
        audiences = payload[u"scope"].toStringList();
    const auto cid = payload[u"cid"].toString();
    if (!cid.isEmpty())
        audiences << cid;
    const auto clientId = credentials[u"clientid"].toString();
    const auto xsappname = credentials[u"xsappname"].toString();
    const bool isBroker = clientId.contains("!b"_L1);
    return std::any_of(audiences.begin(), audiences.end(), [&](const QString &audience) {
        return names(audience, clientId) || names(audience, xsappname)
            || (isBroker && audience.endsWith(u'|' + xsappname));
    });
}

bool acceptsIssuer(const Json &payload, const Json &credentials)
{
    const auto domains = credentials[u"domains"].toStringList();
    auto issuer = payload[u"iss"].toString();
    if (issuer.startsWith("https://"_L1))
        issuer.remove(0, 8);
    return domains.isEmpty()
        || std::any_of(domains.begin(), domains.end(), [&issuer](const QString &domain) {
               return issuer == domain || issuer.endsWith(u'.' + domain);
           });
}

// The sentence that says why xssec refuses; empty when it accepts, signature aside.
QString
refusalOf(const Json &header, const Json &payload, const Json &credentials, const LoginRules &rules)
{
    const auto now = double(rules.nowSeconds);
    const auto &exp = payload[u"exp"];
    if (!exp.isNumber() || exp.toDouble() <= 0)
        return say(u"login.exp-missing");
    if (exp.toDouble() + leewaySeconds <= now)
        return say(u"login.expired", {{u"seconds", qint64(now - exp.toDouble())}});
    const auto &nbf = payload[u"nbf"];
    if (!nbf.isNull()
        && (!nbf.isNumber() || nbf.toDouble() <= 0 || nbf.toDouble() - now > leewaySeconds))
        return say(u"login.not-yet");
    if (rules.kind == AuthKind::Ias) {
        if (!audiencesOf(payload).contains(credentials[u"clientid"].toString()))
            return say(u"login.audience-client",
                       {{u"client", credentials[u"clientid"].toString()}});
        if (!acceptsIssuer(payload, credentials))
            return say(u"login.issuer");
    } else if (!acceptsXsuaaAudience(payload, credentials)) {
        return say(u"login.audience",
                   {{u"client", credentials[u"clientid"].toString()},
                    {u"application", credentials[u"xsappname"].toString()}});
    }
    if (!header.isObject())
        return {};
    if (header[u"kid"].toString().isEmpty())
        return say(u"login.no-key-id");
    static const QStringList algorithms = {u"RS256"_s,
                                           u"RS384"_s,
                                           u"RS512"_s,
                                           u"PS256"_s,
                                           u"PS384"_s,
                                           u"PS512"_s,
                                           u"ES256"_s,
                                           u"ES384"_s,
                                           u"ES512"_s};
    if (!algorithms.contains(header[u"alg"].toString().toUpper()))
        return say(u"login.algorithm");
    return {};
}

AccessUser userOfXsuaaToken(const Json &payload, const Json &credentials, AuthKind kind)
{
    AccessUser user;
    if (payload[u"user_name"].isString())
        user.id = payload[u"user_name"].toString();
    user.isIdNull = payload.contains(u"user_name") && payload[u"user_name"].isNull();
    const QString prefix = credentials[u"xsappname"].toString() + u'.';
    const auto &scope = payload[u"scope"];
    const auto scopes = scope.isString() ? scope.toString().split(QString(), Qt::SkipEmptyParts)
                                         : scope.toStringList();
    for (auto role : scopes) { // a scope that is a text is read letter by letter
        const auto at = role.indexOf(prefix);
        if (at >= 0)
            role.remove(at, prefix.size());
        if (role != "internal-user"_L1 && role != "system-user"_L1)
            user.roles.insert(role);
    }
    const auto grant = payload[u"grant_type"].toString();
    if (grant == "client_credentials"_L1 || grant == "client_x509"_L1) {
        user.id = u"system"_s;
        user.roles.insert(u"system-user"_s);
        if (clientIdOf(payload) == credentials[u"clientid"].toString())
            user.roles.insert(u"internal-user"_s);
    }
    if (payload[u"xs.user.attributes"].isObject())
        user.attributes = payload[u"xs.user.attributes"];
    if (kind == AuthKind::Xsuaa) {
        user.attributes.set(u"logonName"_s, payload[u"user_name"]);
        user.attributes.set(u"givenName"_s, payload[u"given_name"]);
        user.attributes.set(u"familyName"_s, payload[u"family_name"]);
        user.attributes.set(u"email"_s, payload[u"email"]);
    }
    return user;
}

bool isPlainIasClaim(const QString &claim)
{
    static const QStringList claims = {u"iss"_s,
                                       u"sub"_s,
                                       u"aud"_s,
                                       u"exp"_s,
                                       u"nbf"_s,
                                       u"iat"_s,
                                       u"jti"_s,
                                       u"ias_iss"_s,
                                       u"scim_id"_s,
                                       u"azp"_s,
                                       u"cnf"_s,
                                       u"user_uuid"_s,
                                       u"zone_uuid"_s,
                                       u"app_tid"_s,
                                       u"x5t#S256"_s};
    return claims.contains(claim);
}

AccessUser userOfIasToken(const Json &payload, const Json &credentials)
{
    AccessUser user;
    const auto clientId = clientIdOf(payload);
    if (!clientId.isEmpty() && clientId == payload[u"sub"].toString()) {
        user.id = u"system"_s;
        user.roles.insert(u"system-user"_s);
        if (payload[u"ias_apis"].isArray()) {
            for (const auto &role : payload[u"ias_apis"].toStringList())
                user.roles.insert(role);
        }
        user.roles.remove(u"internal-user"_s);
        if (clientId == credentials[u"clientid"].toString())
            user.roles.insert(u"internal-user"_s);
        return user;
    }
    if (payload[u"sub"].isString())
        user.id = payload[u"sub"].toString();
    for (const auto &member : payload.members()) {
        if (!isPlainIasClaim(member.name))
            user.attributes.set(member.name, member.value);
    }
    for (const auto &[claim, attribute] : {std::pair{u"user_name", u"logonName"},
                                           std::pair{u"given_name", u"givenName"},
                                           std::pair{u"family_name", u"familyName"}}) {
        if (!payload[claim].toString().isEmpty())
            user.attributes.set(QString::fromUtf16(attribute), payload[claim]);
    }
    return user;
}

struct TokenParts
{
    Json header;
    Json payload;
    bool signatureKnown = false;
    bool signatureValid = false;
};

Json decodedPart(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding);
    return text::parseJson(bytes).value_or({});
}

TokenParts partsOf(const Caller &caller)
{
    TokenParts parts;
    if (caller.token) {
        parts.header = (*caller.token)[u"header"];
        parts.payload = (*caller.token)[u"payload"];
        parts.signatureKnown = true;
        parts.signatureValid = (*caller.token)[u"signature"].toString() != "invalid"_L1;
        return parts;
    }
    const auto words = caller.authorization.split(u' ');
    const auto pieces = words.value(1).toUtf8().split('.');
    if (pieces.size() > 1) {
        parts.header = decodedPart(pieces[0]);
        parts.payload = decodedPart(pieces[1]);
        if (!parts.header.isObject())
            parts.payload = {};
    }
    return parts;
}

} // namespace

Login logInWithToken(const Caller &caller, const LoginRules &rules)
{
    if (!caller.token && !caller.sendsAuthorization)
        return {AccessUser::anonymous(), 0, false, say(u"login.no-token")};
    const auto parts = partsOf(caller);
    if (!parts.payload.isObject())
        return {{}, 401, false, say(u"login.no-jwt")};
    static const Json none;
    const auto &credentials =
        caller.credentials ? *caller.credentials : (rules.credentials ? *rules.credentials : none);
    if (!credentials.isObject())
        return {{}, 0, true, say(u"login.without-credentials")};

    const auto refusal = refusalOf(parts.header, parts.payload, credentials, rules);
    if (!refusal.isEmpty())
        return {{}, 401, false, refusal};
    if (!parts.signatureKnown)
        return {{}, 0, true, say(u"login.not-verified")};
    if (!parts.signatureValid)
        return {{}, 401, false, say(u"login.signature")};

    if (rules.kind == AuthKind::Ias)
        return {userOfIasToken(parts.payload, credentials), 0, false, say(u"login.valid")};
    const auto &scope = parts.payload[u"scope"];
    if (!scope.isArray() && !scope.isString())
        return {{}, 500, false, say(u"login.no-scope")};
    return {
        userOfXsuaaToken(parts.payload, credentials, rules.kind), 0, false, say(u"login.valid")};
}

} // namespace tokentrail::cap
