// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tokenforge.h"

#include "core/jose/base64url.h"
#include "core/jose/jws.h"
#include "core/sandbox/randomtext.h"
#include "core/xsuaa/claims.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int lifeSeconds = 43200;
constexpr qsizetype tooLargeBytes = 20'000; // Node takes 16 kB of headers

struct Parts // of a token on its way
{
    Json header;
    Json claims;
    bool rogueKey = false;
    bool signature = true;
    bool spoiltSignature = false;
    bool cut = false;
};

void setTimes(Json &claims, qint64 issued, qint64 ends)
{
    claims.set(u"iat"_s, issued);
    claims.set(u"exp"_s, ends);
}

void setClient(Json &claims, const QString &xsappname)
{
    const QString client = u"sb-"_s + xsappname;
    for (const auto &name : {u"cid"_s, u"client_id"_s, u"azp"_s})
        claims.set(name, client);
    claims.set(u"aud"_s, Json::array(QStringList{client, xsappname}));
    auto scopes = claims[u"scope"].toStringList();
    for (auto &scope : scopes) {
        if (scope.contains(u'.'))
            scope = xsappname + scope.sliced(scope.lastIndexOf(u'.'));
    }
    claims.set(u"scope"_s, Json::array(scopes));
}

void withoutRoles(Json &claims)
{
    QStringList kept;
    for (const auto &scope : claims[u"scope"].toStringList()) {
        if (!scope.contains(u'.') || scope == "uaa.resource"_L1)
            kept << scope;
    }
    claims.set(u"scope"_s, Json::array(kept));
}

// The table: name, meaning, what it does.
struct Entry
{
    Defect defect;
    void (*spoil)(Parts &parts, qint64 now);
};

const QList<Entry> &entries()
{
    static const QList<Entry> all{
        {{"none", "Nothing is wrong with it; to compare with."},
         [](Parts &, qint64) {
         }},
        {{"expired", "It ended an hour ago: 401."},
         [](Parts &p, qint64 now) {
             setTimes(p.claims, now - 3600 - lifeSeconds, now - 3600);
         }},
        {{"expired-within-leeway",
          "It ended 30 seconds ago: CAP still takes it, the next hop may not."},
         [](Parts &p, qint64 now) {
             setTimes(p.claims, now - 30 - lifeSeconds, now - 30);
         }},
        {{"not-yet-valid", "It begins in an hour (nbf): 401."},
         [](Parts &p, qint64 now) {
             p.claims.set(u"nbf"_s, now + 3600);
         }},
        {{"no-expiry", "It has no end (exp): 401."},
         [](Parts &p, qint64) {
             p.claims.remove(u"exp");
         }},
        {{"wrong-audience", "It was issued for another application: 401."},
         [](Parts &p, qint64) {
             setClient(p.claims, u"another-app!t9"_s);
         }},
        {{"unknown-key-id", "It names a key that the issuer does not have: 401."},
         [](Parts &p, qint64) {
             p.header.set(u"kid"_s, u"key-that-was-rotated-away"_s);
         }},
        {{"no-key-id", "Its header names no key (kid): 401."},
         [](Parts &p, qint64) {
             p.header.remove(u"kid");
         }},
        {{"wrong-signature", "One bit of its signature is turned: 401."},
         [](Parts &p, qint64) {
             p.spoiltSignature = true;
         }},
        {{"foreign-signature", "Somebody else signed it under the right key id: 401."},
         [](Parts &p, qint64) {
             p.rogueKey = true;
         }},
        {{"no-signature", "Its third part is empty: 401."},
         [](Parts &p, qint64) {
             p.signature = false;
         }},
        {{"algorithm-none", "Its header says that nothing is signed (alg none): 401."},
         [](Parts &p, qint64) {
             p.header.set(u"alg"_s, u"none"_s);
             p.signature = false;
         }},
        {{"no-scope", "It has no scope claim: CAP answers 500, which is really a bad token."},
         [](Parts &p, qint64) {
             p.claims.remove(u"scope");
         }},
        {{"scope-as-text",
          "Its scopes are one text, not a list: every letter becomes a role, 403."},
         [](Parts &p, qint64) {
             p.claims.set(u"scope"_s, p.claims[u"scope"].toStringList().join(u' '));
         }},
        {{"no-roles", "It has no scope of the application: 403 where a role is asked for."},
         [](Parts &p, qint64) {
             withoutRoles(p.claims);
         }},
        {{"no-user-name", "It names no user (user_name): req.user.id is undefined."},
         [](Parts &p, qint64) {
             p.claims.remove(u"user_name");
         }},
        {{"no-attributes", "It has no attributes: a restriction by attribute finds nothing."},
         [](Parts &p, qint64) {
             p.claims.remove(u"xs.user.attributes");
         }},
        {{"other-zone", "It is of another subaccount, which the key endpoint does not know: 401."},
         [](Parts &p, qint64) {
             const auto zone = u"00000000-0000-4000-8000-000000000000"_s;
             p.claims.set(u"zid"_s, zone);
             p.claims.set(u"zone_uuid"_s, zone);
         }},
        {{"too-large", "It is larger than the headers that Node takes: 431 before CAP sees it."},
         [](Parts &p, qint64) {
             QStringList groups;
             for (qsizetype bytes = 0; bytes < tooLargeBytes; bytes += 20)
                 groups << u"GROUP_%1"_s.arg(bytes, 11, 10, QLatin1Char('0'));
             p.claims.set(u"xs.system.attributes"_s,
                          Json::object({{u"xs.saml.groups"_s, Json::array(groups)}}));
         }},
        {{"cut", "It was cut while copied: no token that can be read, 401."}, [](Parts &p, qint64) {
             p.cut = true;
         }}};
    return all;
}

Result<Json> claimsOf(const ForgeParts &parts, const Json &arguments)
{
    const auto &directory = parts.registry.directory();
    const auto appId = arguments[u"application"].toString();
    if (directory.applications.isEmpty())
        return Error{ErrorCode::NotFound, u"The sandbox has no application."_s};
    const auto *app =
        appId.isEmpty() ? &directory.applications.first() : directory.application(appId);
    const auto *client = app ? parts.registry.clientOfApp(app->appId) : nullptr;
    if (!client)
        return Error{ErrorCode::NotFound, u"The sandbox has no application %1."_s.arg(appId)};
    xsuaa::ClaimsInput input;
    input.issuer = parts.endpoints.xsuaaUrl.toString() + u"/oauth/token"_s;
    input.zoneId = parts.registry.zoneId();
    input.clientId = client->clientId;
    input.jti = randomHex(16);
    input.nowSeconds = parts.nowSeconds;
    input.systemAttributes = app->oauth.systemAttributes;
    const auto name = arguments[u"user"].toString();
    if (name.isEmpty()) {
        input.grantType = QLatin1StringView(xsuaa::grantClientCredentials);
        input.standardScopes = QStringList{u"uaa.resource"_s};
        input.authorizations = xsuaa::authoritiesOf(directory, *app);
        return xsuaa::technicalClaims(input);
    }
    const auto *user = directory.user(name);
    if (!user)
        return Error{ErrorCode::NotFound, u"The sandbox has no user %1."_s.arg(name)};
    input.grantType = QLatin1StringView(xsuaa::grantPassword);
    input.standardScopes = QStringList{u"openid"_s};
    input.authorizations = xsuaa::authorizationsOf(directory, *user, *app);
    return xsuaa::userClaims(input, *user);
}

Result<QByteArray> compactOf(const Parts &parts, const jose::Jwk &key)
{
    QByteArray compact = jose::toBase64Url(parts.header.toCompact()) + '.'
        + jose::toBase64Url(parts.claims.toCompact());
    QByteArray signature;
    if (parts.signature) {
        auto made = jose::sign(compact, key, jose::Algorithm::RS256);
        if (!made)
            return made.error();
        signature = std::move(*made);
    }
    if (parts.spoiltSignature && !signature.isEmpty())
        signature[signature.size() / 2] = static_cast<char>(signature[signature.size() / 2] ^ 1);
    compact += '.' + jose::toBase64Url(signature);
    return parts.cut ? compact.first(compact.size() * 2 / 5) : compact;
}

} // namespace

const QList<Defect> &knownDefects()
{
    static const auto all = [] {
        QList<Defect> list;
        for (const auto &entry : entries())
            list.append(entry.defect);
        return list;
    }();
    return all;
}

Result<Json> forgeToken(const ForgeParts &parts, const Json &arguments)
{
    const auto name = arguments[u"defect"].toString(u"none"_s);
    const auto entry = std::find_if(entries().begin(), entries().end(), [&](const Entry &one) {
        return QLatin1StringView(one.defect.name) == name;
    });
    if (entry == entries().end()) {
        QStringList names;
        for (const auto &one : knownDefects())
            names << QString::fromLatin1(one.name);
        return Error{ErrorCode::Usage,
                     u"There is no defect %1; there are %2."_s.arg(name, names.join(u", "_s))};
    }
    auto claims = claimsOf(parts, arguments);
    if (!claims)
        return claims.error();
    Parts token;
    token.claims = std::move(*claims);
    token.header =
        Json::object({{u"alg"_s, u"RS256"_s},
                      {u"jku"_s, QString(parts.endpoints.xsuaaUrl.toString() + u"/token_keys"_s)},
                      {u"kid"_s, parts.keys.signing->keyId()},
                      {u"typ"_s, u"JWT"_s}});
    entry->spoil(token, parts.nowSeconds);
    std::optional<jose::Jwk> rogue;
    if (token.rogueKey) {
        auto made = jose::Jwk::generate(jose::Algorithm::RS256);
        if (!made)
            return made.error();
        rogue = std::move(*made);
    }
    const auto compact = compactOf(token, rogue ? *rogue : *parts.keys.signing);
    if (!compact)
        return compact.error();
    return Json::object({{u"access_token"_s, QString::fromLatin1(*compact)},
                         {u"defect"_s, name},
                         {u"meaning"_s, QString::fromLatin1(entry->defect.meaning)}});
}

} // namespace tokentrail::sandbox
