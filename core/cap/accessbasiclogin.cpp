// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// What a JavaScript object answers for, though nobody configured it.
bool isInheritedName(const QString &name)
{
    static const QSet<QString> names = {u"constructor"_s,
                                        u"toString"_s,
                                        u"valueOf"_s,
                                        u"hasOwnProperty"_s,
                                        u"isPrototypeOf"_s,
                                        u"propertyIsEnumerable"_s,
                                        u"toLocaleString"_s,
                                        u"__proto__"_s,
                                        u"__defineGetter__"_s,
                                        u"__defineSetter__"_s,
                                        u"__lookupGetter__"_s,
                                        u"__lookupSetter__"_s};
    return names.contains(name);
}

bool isTruthy(const Json &json)
{
    return json.isObject() || json.isArray() || (json.isString() && !json.toString().isEmpty())
        || (json.isNumber() && json.toDouble() != 0) || json.toBool();
}

void mergeInto(Json &target, const Json &source)
{
    for (const auto &member : source.members())
        target.set(member.name, member.value);
}

void addRoles(AccessUser &user, const Json &roles)
{
    if (roles.isArray()) {
        for (const auto &role : roles.toStringList())
            user.roles.insert(role);
    } else if (roles.isObject()) { // presence counts: {"admin":false} grants
        for (const auto &member : roles.members())
            user.roles.insert(member.name);
    } else {
        user.crashesRoleCheck = true;
    }
}

// jwt: {zid, aud, scope, attributes, userInfo}, from before cds 5; still understood.
void addJwtProperties(AccessUser &user, const Json &jwt)
{
    mergeInto(user.attributes, jwt[u"attributes"]);
    mergeInto(user.attributes, jwt[u"userInfo"]);
    const auto &scopes = isTruthy(jwt[u"scope"]) ? jwt[u"scope"] : jwt[u"scopes"];
    for (auto scope : scopes.toStringList()) {
        for (const auto &audience : jwt[u"aud"].toStringList()) {
            const auto prefix = scope.indexOf(audience + u'.');
            if (prefix >= 0)
                scope.remove(prefix, audience.size() + 1);
        }
        user.roles.insert(scope);
    }
}

Login refuse(const QString &because)
{
    return {{}, 401, false, because};
}

Login checkPassword(const QString &name, const QString *password, const Json &entry)
{
    const auto &expected = entry.isString() ? entry : entry[u"password"];
    const bool fits = !isTruthy(expected)
        || (password && expected.isString() && expected.toString() == *password);
    if (!fits)
        return refuse(u"The password of user '%1' is wrong."_s.arg(name));
    if (entry.isBool()) { // true is a user without id
        Login login;
        login.because = u"User '%1' is configured as true: a user without id."_s.arg(name);
        return login;
    }
    return {mockUser(name, entry), 0, false, u"Logged in as mock user '%1'."_s.arg(name)};
}

} // namespace

AccessUser mockUser(const QString &name, const Json &entry)
{
    AccessUser user;
    user.id = name;
    if (!entry.isObject())
        return user;
    for (const auto property : {u"id", u"ID"}) { // the deprecated one wins, as in CAP
        if (isTruthy(entry[property]))
            user.id = entry[property].toString();
    }
    if (const auto *attributes = entry.find(u"attr")) {
        user.attributes = *attributes;
        if (!attributes->isNull() && !attributes->isObject())
            user.attributes = Json::object();
    }
    if (isTruthy(entry[u"userAttributes"]))
        mergeInto(user.attributes, entry[u"userAttributes"]);
    if (const auto *roles = entry.find(u"roles"))
        addRoles(user, *roles);
    if (isTruthy(entry[u"jwt"]))
        addJwtProperties(user, entry[u"jwt"]);
    return user;
}

QString basicAuthorization(const QString &credentials)
{
    const QString full = credentials.contains(u':') ? credentials : credentials + u':';
    return u"Basic "_s + QString::fromLatin1(full.toUtf8().toBase64());
}

Login logInWithBasic(const Caller &caller, const LoginRules &rules)
{
    if (!caller.sendsAuthorization
        || !caller.authorization.startsWith("basic"_L1, Qt::CaseInsensitive)) {
        if (rules.loginRequired)
            return refuse(u"A login is required, and no Basic credentials were sent."_s);
        return {AccessUser::anonymous(), 0, false, u"No Basic credentials were sent: anonymous."_s};
    }
    auto encoded =
        caller.authorization.mid(6).toUtf8(); // as CAP: six characters, whatever they are
    encoded.replace('-', '+').replace('_', '/');
    const auto parts = QString::fromUtf8(QByteArray::fromBase64(encoded)).split(u':');
    const auto &name = parts.front();
    const auto *password = parts.size() > 1 ? &parts[1] : nullptr;

    const auto *entry = rules.users ? rules.users->find(name) : nullptr;
    if (entry && isTruthy(*entry))
        return checkPassword(name, password, *entry);
    if (!entry && isInheritedName(name))
        return {{},
                0,
                false,
                u"'%1' is the name of something every JavaScript object has."_s.arg(name)};
    if (!name.isEmpty() && rules.users && isTruthy((*rules.users)[u"*"])) {
        AccessUser user;
        user.id = name;
        return {
            user, 0, false, u"'%1' is no configured user; \"*\" lets everybody in."_s.arg(name)};
    }
    return refuse(u"User '%1' is not known."_s.arg(name));
}

const Json &builtInUsers()
{
    static const auto users = text::parseJson(R"({
        "alice": {"tenant": "t1", "roles": ["admin"]},
        "bob": {"tenant": "t1", "roles": ["cds.ExtensionDeveloper"]},
        "carol": {"tenant": "t1", "roles": ["admin", "cds.ExtensionDeveloper"]},
        "dave": {"tenant": "t1", "roles": ["admin"], "features": []},
        "erin": {"tenant": "t2", "roles": ["admin", "cds.ExtensionDeveloper"]},
        "fred": {"tenant": "t2", "features": ["isbn"]},
        "me": {"tenant": "t1", "features": ["*"]},
        "yves": {"roles": ["internal-user"]},
        "*": true})")
                                  .value();
    return users;
}

namespace {

bool isBuiltIn(const QString &name, const Json &entry)
{
    const auto *builtIn = builtInUsers().find(name);
    if (!builtIn || builtIn->isBool() || entry.isBool())
        return builtIn && *builtIn == entry;
    const auto configured = mockUser(name, entry);
    const auto expected = mockUser(name, *builtIn);
    return configured.id == expected.id && configured.roles == expected.roles
        && configured.attributes.size() == 0 && !isTruthy(entry[u"password"]);
}

} // namespace

bool holdsAllBuiltInUsers(const Json &users)
{
    for (const auto &member : builtInUsers().members()) {
        const auto *entry = users.find(member.name);
        if (!entry || !isBuiltIn(member.name, *entry))
            return false;
    }
    return true;
}

Json withoutBuiltInUsers(const Json &users)
{
    auto own = users;
    for (const auto &member : builtInUsers().members())
        own.remove(member.name);
    return own;
}

} // namespace tokentrail::cap
