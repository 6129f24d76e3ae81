// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/claims.h"

#include <QCryptographicHash>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json systemAttributesJson(const ClaimsInput &input)
{
    auto json = Json::object();
    if (input.systemAttributes.contains("groups"_L1))
        json.set(u"xs.saml.groups"_s, Json::array(input.authorizations.groups));
    if (input.systemAttributes.contains("rolecollections"_L1))
        json.set(u"xs.rolecollections"_s, Json::array(input.authorizations.roleCollections));
    return json;
}

void addClient(Json &claims, const ClaimsInput &input)
{
    claims.set(u"client_id"_s, input.clientId);
    claims.set(u"cid"_s, input.clientId);
    claims.set(u"azp"_s, input.clientId);
    claims.set(u"grant_type"_s, input.grantType);
}

void addLife(Json &claims, const ClaimsInput &input, const QStringList &scopes)
{
    claims.set(u"iat"_s, input.nowSeconds);
    claims.set(u"exp"_s, input.nowSeconds + input.lifeSeconds);
    claims.set(u"iss"_s, input.issuer);
    claims.set(u"zid"_s, input.zoneId);
    // Spares the approuter the subdomain of the exchange URL.
    claims.set(u"zone_uuid"_s, input.zoneId);
    claims.set(u"aud"_s, Json::array(audienceOf(input.clientId, scopes)));
}

Json beginning(const ClaimsInput &input)
{
    return Json::object(
        {{u"jti"_s, input.jti},
         {u"ext_attr"_s,
          Json::object({{u"enhancer"_s, u"XSUAA"_s}, {u"subaccountid"_s, input.zoneId}})}});
}

} // namespace

QString revocationSignature(const QString &clientId, const QString &userId, const QString &salt)
{
    QString all = clientId + u'|' + userId;
    if (!salt.isEmpty())
        all += u'|' + salt;
    const auto hash = QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(4).toHex());
}

Json attributesJson(const QMap<QString, QStringList> &attributes)
{
    auto json = Json::object();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        json.set(it.key(), Json::array(it.value()));
    return json;
}

QStringList audienceOf(const QString &clientId, const QStringList &scopes)
{
    QStringList audience{clientId};
    for (const auto &scope : scopes) {
        const auto dot = scope.lastIndexOf(u'.');
        const auto prefix = dot < 0 ? scope : scope.first(dot);
        if (!audience.contains(prefix))
            audience.append(prefix);
    }
    return audience;
}

Json userClaims(const ClaimsInput &input, const User &user)
{
    const auto scopes = input.standardScopes + input.authorizations.scopes;
    auto claims = beginning(input);
    claims.set(u"xs.system.attributes"_s, systemAttributesJson(input));
    claims.set(u"given_name"_s, user.givenName);
    claims.set(u"xs.user.attributes"_s, attributesJson(input.authorizations.attributes));
    claims.set(u"family_name"_s, user.familyName);
    claims.set(u"sub"_s, user.id);
    claims.set(u"scope"_s, Json::array(scopes));
    addClient(claims, input);
    claims.set(u"user_id"_s, user.id);
    claims.set(u"user_uuid"_s, user.id);
    claims.set(u"origin"_s, user.origin);
    claims.set(u"user_name"_s, user.userName);
    claims.set(u"email"_s, user.email);
    if (input.additionalAttributes.isObject())
        claims.set(u"az_attr"_s, input.additionalAttributes);
    claims.set(u"auth_time"_s,
               input.authTimeSeconds > 0 ? input.authTimeSeconds : input.nowSeconds);
    claims.set(u"rev_sig"_s, revocationSignature(input.clientId, user.id, input.revocationSalt));
    addLife(claims, input, scopes);
    return claims;
}

Json technicalClaims(const ClaimsInput &input)
{
    const auto scopes = input.standardScopes + input.authorizations.scopes;
    auto claims = beginning(input);
    claims.set(u"sub"_s, input.clientId);
    claims.set(u"authorities"_s, Json::array(scopes));
    claims.set(u"scope"_s, Json::array(scopes));
    addClient(claims, input);
    if (input.additionalAttributes.isObject())
        claims.set(u"az_attr"_s, input.additionalAttributes);
    claims.set(u"rev_sig"_s, revocationSignature(input.clientId, {}, input.revocationSalt));
    addLife(claims, input, scopes);
    return claims;
}

} // namespace tokentrail::xsuaa
