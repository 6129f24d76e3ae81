// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tokenissuer.h"

#include "core/sandbox/claimtwists.h"
#include "core/sandbox/randomtext.h"
#include "core/sandbox/revocations.h"
#include "core/xsuaa/effective.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int defaultRefreshLifeSeconds = 604800;

QStringList administrationScopes()
{
    return {u"xs_authorization.read"_s,
            u"xs_authorization.write"_s,
            u"xs_user.read"_s,
            u"xs_user.write"_s,
            u"xs_idp.read"_s,
            u"xs_idp.write"_s};
}

} // namespace

xsuaa::Authorizations TokenIssuer::authorizations(const Granted &granted) const
{
    const auto &directory = m_landscape.registry().directory();
    const auto *app = directory.application(granted.client.appId);
    if (granted.client.label == "apiaccess"_L1 && granted.user == nullptr)
        return {administrationScopes(), {}, {}, {}};
    if (granted.user == nullptr)
        return app == nullptr ? xsuaa::Authorizations() : xsuaa::authoritiesOf(directory, *app);
    if (app != nullptr)
        return xsuaa::authorizationsOf(directory, *granted.user, *app);
    xsuaa::Authorizations none;
    none.roleCollections = xsuaa::roleCollectionsOf(directory, *granted.user);
    none.groups = granted.user->groups;
    return none;
}

xsuaa::ClaimsInput TokenIssuer::claimsInput(const Granted &granted) const
{
    const auto *app = m_landscape.registry().directory().application(granted.client.appId);
    xsuaa::ClaimsInput input;
    input.issuer = m_landscape.issuer();
    input.zoneId = granted.zoneId;
    input.clientId = granted.client.clientId;
    input.grantType = granted.grantType;
    input.standardScopes = QStringList{granted.user == nullptr ? u"uaa.resource"_s : u"openid"_s};
    input.authorizations = authorizations(granted);
    xsuaa::takeConfiguration(input, app);
    input.additionalAttributes = granted.additionalAttributes;
    input.revocationSalt = revocationSalt(m_landscape.registry(),
                                          granted.user ? granted.user->id : QString(),
                                          granted.client.clientId);
    input.jti = randomHex(16);
    input.nowSeconds = m_landscape.issuerNowSeconds();
    input.authTimeSeconds = granted.authTimeSeconds;
    input.lifeSeconds = m_landscape.faultNumber(u"xsuaa.token-life", input.lifeSeconds);
    return input;
}

// A client that names scopes gets these and no others (RFC 6749 §3.3).
Result<void> TokenIssuer::narrow(const Granted &granted, xsuaa::ClaimsInput &input) const
{
    if (granted.scopes.isEmpty())
        return {};
    const auto *app = m_landscape.registry().directory().application(granted.client.appId);
    const auto all = input.standardScopes + input.authorizations.scopes;
    for (const auto &scope : granted.scopes) {
        const bool declared = app != nullptr
            && std::any_of(app->scopes.begin(), app->scopes.end(), [&](const auto &own) {
                                  return app->resolved(own.name) == scope;
                              });
        if (!declared && !all.contains(scope))
            return Error{ErrorCode::Refused,
                         scope + u" is invalid. Please use a valid scope name in the request"_s};
    }
    const auto unwanted = [&](const QString &scope) {
        return !granted.scopes.contains(scope);
    };
    input.standardScopes.removeIf(unwanted);
    input.authorizations.scopes.removeIf(unwanted);
    return {};
}

void TokenIssuer::applyFaults(Json &claims) const
{
    twistClaims(claims, [this](QStringView fault) { return m_landscape.fault(fault); });
}

QByteArray TokenIssuer::idToken(const Granted &granted, const Json &accessClaims) const
{
    auto claims = Json::object();
    for (const auto &name : {u"sub"_s,
                             u"user_id"_s,
                             u"user_uuid"_s,
                             u"origin"_s,
                             u"user_name"_s,
                             u"given_name"_s,
                             u"family_name"_s,
                             u"email"_s,
                             u"auth_time"_s,
                             u"iat"_s,
                             u"exp"_s,
                             u"iss"_s,
                             u"zid"_s,
                             u"azp"_s,
                             u"cid"_s})
        claims.set(name, accessClaims[name]);
    claims.set(u"aud"_s, Json::array(QStringList{granted.client.clientId}));
    claims.set(u"email_verified"_s, true);
    claims.set(u"jti"_s, randomHex(16));
    if (!granted.nonce.isEmpty())
        claims.set(u"nonce"_s, granted.nonce);
    return m_landscape.signClaims(claims);
}

RefreshToken TokenIssuer::refreshToken(const Granted &granted, qint64 authTimeSeconds) const
{
    const auto *app = m_landscape.registry().directory().application(granted.client.appId);
    RefreshToken refresh;
    refresh.clientId = granted.client.clientId;
    refresh.userId = granted.user->id;
    refresh.zoneId = granted.zoneId;
    refresh.id = granted.refreshId.isEmpty() ? randomHex(8) : granted.refreshId;
    refresh.grantType = granted.grantType;
    refresh.scopes = granted.scopes;
    refresh.authTimeSeconds = authTimeSeconds;
    refresh.expiresSeconds = m_landscape.clock().nowSeconds()
        + (app == nullptr ? defaultRefreshLifeSeconds : app->oauth.refreshTokenValidity);
    stamp(m_landscape.registry(), refresh);
    return refresh;
}

Result<Json> TokenIssuer::issue(const Granted &granted) const
{
    auto input = claimsInput(granted);
    if (const auto done = narrow(granted, input); !done)
        return done.error();
    auto claims = granted.user == nullptr ? xsuaa::technicalClaims(input)
                                          : xsuaa::userClaims(input, *granted.user);
    if (!granted.certificateThumbprint.isEmpty())
        claims.set(u"cnf"_s, Json::object({{u"x5t#S256"_s, granted.certificateThumbprint}}));
    applyFaults(claims);

    auto answer = Json::object();
    answer.set(u"access_token"_s, QString::fromLatin1(m_landscape.signClaims(claims)));
    answer.set(u"token_type"_s, u"bearer"_s);
    if (granted.withIdToken && granted.user != nullptr)
        answer.set(u"id_token"_s, QString::fromLatin1(idToken(granted, claims)));
    if (granted.withRefreshToken && granted.user != nullptr)
        answer.set(u"refresh_token"_s,
                   sealed(refreshToken(granted, claims[u"auth_time"].toInteger()),
                          m_landscape.keys().refreshSecret));
    // One second less than the token lives, as the real service says.
    answer.set(u"expires_in"_s, std::max(0, input.lifeSeconds - 1));
    const QStringList scopes = input.standardScopes + input.authorizations.scopes;
    answer.set(u"scope"_s, scopes.join(u' '));
    answer.set(u"jti"_s, input.jti);
    if (const auto field = m_landscape.fault(u"xsuaa.missing-field"); !field.isNull())
        answer.remove(field);
    return answer;
}

} // namespace tokentrail::sandbox
