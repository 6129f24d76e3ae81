// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/capuser.h"

#include "core/xsuaa/say.h"

#include <algorithm>
#include <array>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

bool isIdentityToken(const text::Json &claims)
{
    return !claims.contains(u"scope") && !claims.contains(u"cid")
        && (claims.contains(u"app_tid") || claims.contains(u"zone_uuid")
            || claims.contains(u"ias_iss") || claims.contains(u"scim_id"));
}

bool isTechnicalGrant(const text::Json &claims)
{
    const auto grant = claims[u"grant_type"].toString();
    return grant == "client_credentials"_L1 || grant == "client_x509"_L1;
}

// xssec's token.clientId: azp, else a single audience, else nothing.
QString clientIdOf(const text::Json &claims)
{
    const auto azp = claims[u"azp"].toString();
    if (!azp.isEmpty())
        return azp;
    const auto audiences = claims[u"aud"].toStringList();
    if (audiences.size() != 1)
        return {};
    return audiences.first().isEmpty() ? claims[u"cid"].toString() : audiences.first();
}

// A for…of over the claim, as CAP does: a text falls apart into its characters.
QStringList iterated(const text::Json &scope)
{
    if (!scope.isString())
        return scope.toStringList();
    QStringList characters;
    const auto codes = scope.toString().toUcs4();
    for (const auto code : codes)
        characters << QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
    return characters;
}

bool isArrayIndex(const QString &name, uint *index = nullptr)
{
    bool number = false;
    const auto value = name.toUInt(&number);
    if (index)
        *index = value;
    return number && QString::number(value) == name;
}

// Roles are the keys of a JavaScript object: each once, numbers first and in their order.
QStringList asObjectKeys(QStringList names)
{
    names.removeDuplicates();
    std::stable_sort(names.begin(), names.end(), [](const QString &left, const QString &right) {
        uint leftIndex = 0;
        uint rightIndex = 0;
        const bool leftIsIndex = isArrayIndex(left, &leftIndex);
        const bool rightIsIndex = isArrayIndex(right, &rightIndex);
        return leftIsIndex && (!rightIsIndex || leftIndex < rightIndex);
    });
    return names;
}

QStringList rolesOf(const text::Json &claims, const QString &xsappname)
{
    QStringList roles;
    const QString prefix = xsappname + u'.';
    for (auto scope : iterated(claims[u"scope"])) {
        // CAP replaces the first occurrence, wherever it stands.
        if (const auto at = scope.indexOf(prefix); at >= 0)
            scope.remove(at, prefix.size());
        if (scope != "internal-user"_L1 && scope != "system-user"_L1)
            roles << scope;
    }
    return roles;
}

CapUser identityUser(const text::Json &claims, const QString &clientId)
{
    CapUser user;
    user.tenant = claims[u"app_tid"].toString(claims[u"zone_uuid"].toString());
    const auto client = clientIdOf(claims);
    if (!client.isEmpty() && client == claims[u"sub"].toString()) {
        user.id = u"system"_s;
        user.roles << u"system-user"_s << claims[u"ias_apis"].toStringList();
        user.roles.removeAll(u"internal-user"_s);
        if (client == clientId)
            user.roles << u"internal-user"_s;
        user.roles = asObjectKeys(user.roles);
        return user;
    }
    user.id = claims[u"sub"].toString();
    // Everything that is no protocol claim becomes an attribute.
    static const QStringList protocol = {u"iss"_s,
                                         u"sub"_s,
                                         u"aud"_s,
                                         u"exp"_s,
                                         u"nbf"_s,
                                         u"iat"_s,
                                         u"jti"_s,
                                         u"ias_iss"_s,
                                         u"scim_id"_s,
                                         u"user_uuid"_s,
                                         u"zone_uuid"_s,
                                         u"azp"_s,
                                         u"cnf"_s,
                                         u"x5t#S256"_s,
                                         u"app_tid"_s};
    for (const auto &member : claims.members()) {
        if (!protocol.contains(member.name))
            user.attributes.set(member.name, member.value);
    }
    for (const auto &[from, to] : {std::pair{u"user_name"_s, u"logonName"_s},
                                   std::pair{u"given_name"_s, u"givenName"_s},
                                   std::pair{u"family_name"_s, u"familyName"_s}}) {
        if (const auto *value = user.attributes.find(from))
            user.attributes.set(to, text::Json(*value));
    }
    return user;
}

} // namespace

TokenKind kindOf(const text::Json &claims)
{
    if (!claims.isObject())
        return TokenKind::Unknown;
    if (isTechnicalGrant(claims))
        return TokenKind::Technical;
    if (isIdentityToken(claims)) {
        const auto client = clientIdOf(claims);
        const bool technical = !client.isEmpty() && client == claims[u"sub"].toString();
        return technical ? TokenKind::Technical : TokenKind::User;
    }
    const bool user = claims.contains(u"user_name") || claims.contains(u"user_id")
        || claims.contains(u"user_uuid") || claims.contains(u"origin")
        || claims.contains(u"grant_type");
    return user ? TokenKind::User : TokenKind::Unknown;
}

QString nameOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::User:
        return u"user"_s;
    case TokenKind::Technical:
        return u"technical"_s;
    case TokenKind::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString guessXsappname(const text::Json &claims)
{
    const auto scopes = claims[u"scope"].toStringList();
    const auto occurs = [&scopes](const QString &name) {
        const QString prefix = name + u'.';
        return std::any_of(scopes.begin(), scopes.end(), [&prefix](const QString &scope) {
            return scope.startsWith(prefix);
        });
    };
    auto own = claims[u"cid"].toString(claims[u"azp"].toString());
    if (own.startsWith("sb-"_L1))
        own.remove(0, 3);
    if (const auto bar = own.lastIndexOf(u'|'); bar >= 0 && !occurs(own))
        own.remove(0, bar + 1); // a clone of a broker's service: its scopes carry the broker's name
    if (!own.isEmpty() && occurs(own))
        return own;
    for (const auto &audience : claims[u"aud"].toStringList()) {
        if (audience.contains(u'!') && occurs(audience))
            return audience;
    }
    return own;
}

CapUser capUserOf(const text::Json &claims,
                  const QString &xsappname,
                  const QString &clientId,
                  AuthKind kind)
{
    if (isIdentityToken(claims))
        return identityUser(claims, clientId);
    CapUser user;
    user.id = claims[u"user_name"].toString();
    user.tenant = claims[u"zid"].toString();
    user.roles = rolesOf(claims, xsappname.isEmpty() ? guessXsappname(claims) : xsappname);
    if (isTechnicalGrant(claims)) {
        user.id = u"system"_s;
        user.roles << u"system-user"_s;
        if (!clientId.isEmpty() && clientIdOf(claims) == clientId)
            user.roles << u"internal-user"_s;
    }
    user.roles = asObjectKeys(user.roles);
    for (const auto &member : claims[u"xs.user.attributes"].members())
        user.attributes.set(member.name, member.value);
    if (kind == AuthKind::Xsuaa) {
        for (const auto &[from, to] : {std::pair{u"user_name"_s, u"logonName"_s},
                                       std::pair{u"given_name"_s, u"givenName"_s},
                                       std::pair{u"family_name"_s, u"familyName"_s},
                                       std::pair{u"email"_s, u"email"_s}}) {
            user.attributes.remove(to);
            if (const auto *value = claims.find(from))
                user.attributes.set(to, *value);
        }
    }
    return user;
}

text::Json toJson(const CapUser &user)
{
    const auto textOrNull = [](const QString &value) {
        return value.isNull() ? text::Json() : text::Json(value);
    };
    return text::Json::object({{u"id"_s, textOrNull(user.id)},
                               {u"roles"_s, text::Json::array(user.roles)},
                               {u"attr"_s, user.attributes},
                               {u"tenant"_s, textOrNull(user.tenant)}});
}

std::vector<jose::TokenProblem> claimProblems(const text::Json &claims)
{
    std::vector<jose::TokenProblem> problems;
    if (!claims.isObject() || isIdentityToken(claims))
        return problems;
    const auto *scope = claims.find(u"scope");
    if (!scope || scope->isNull() || (!scope->isArray() && !scope->isString()))
        problems.push_back({u"scope-claim-missing"_s, say(u"trap.no-scopes")});
    else if (scope->isString())
        problems.push_back({u"scope-claim-not-an-array"_s, say(u"trap.scope-text")});
    if (!isTechnicalGrant(claims) && kindOf(claims) == TokenKind::User
        && !claims[u"user_name"].isString())
        problems.push_back({u"user-name-missing"_s, say(u"trap.no-user")});
    return problems;
}

} // namespace tokentrail::xsuaa
