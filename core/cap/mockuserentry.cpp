// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuserentry.h"

#include "core/cap/mocklogin.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// What JavaScript makes of a value that becomes a property name: [["admin"]] is "admin".
QString propertyName(const Json &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray()) {
        QStringList parts;
        for (const auto &element : value.elements())
            parts << (element.isNull() ? QString() : propertyName(element));
        return parts.join(u',');
    }
    return value.isObject() ? u"[object Object]"_s : QString::fromUtf8(value.toCompact());
}

void addRole(MockUser &user, const QString &role)
{
    if (!user.roles.contains(role))
        user.roles << role;
}

void readRoles(MockUser &user, const Json &entry)
{
    const auto *roles = entry.find(u"roles");
    if (!roles)
        return;
    if (roles->isArray()) {
        for (const auto &role : roles->elements())
            addRole(user, propertyName(role));
    } else if (roles->isObject()) { // presence counts: {"admin":false} grants
        for (const auto &member : roles->members())
            addRole(user, member.name);
        for (const auto &member : roles->members()) {
            if (!isTruthyEntry(member.value))
                user.problems << u"The role \"%1\" is granted although its value says no."_s.arg(
                    member.name);
        }
    } else {
        user.rolesStopServer = true;
        user.problems
            << u"roles is neither a list nor an object: the first check of a role stops the whole server."_s;
    }
}

void readAttributes(MockUser &user, const Json &entry)
{
    const auto add = [&user](const Json &attributes) {
        if (attributes.size() > 0 && user.attributes.isNull())
            user.attributes = Json::object();
        for (const auto &member : attributes.members())
            user.attributes.set(member.name, member.value);
    };
    if (entry.contains(u"attr") && entry[u"attr"].isNull())
        user.attributes = Json();
    add(entry[u"attr"]);
    if (isTruthyEntry(entry[u"userAttributes"])) {
        add(entry[u"userAttributes"]);
        user.problems << u"userAttributes is the old name of attr."_s;
    }
    add(entry[u"jwt"][u"attributes"]);
    add(entry[u"jwt"][u"userInfo"]);
    for (const auto &member : user.attributes.members()) {
        if (!member.value.isArray() && !member.value.isNull())
            user.problems
                << u"The attribute \"%1\" is no list; in a real token it would be a list of texts."_s
                       .arg(member.name);
    }
}

void readJwt(MockUser &user, const Json &jwt)
{
    if (!isTruthyEntry(jwt))
        return;
    user.problems << u"jwt is the old way to write tenant, roles and attr."_s;
    if (isTruthyEntry(jwt[u"zid"]))
        user.tenant = user.configuredTenant = jwt[u"zid"].toString(); // stays, unlike "tenant"
    const auto &scopes = isTruthyEntry(jwt[u"scope"]) ? jwt[u"scope"] : jwt[u"scopes"];
    for (auto scope : scopes.toStringList()) {
        for (const auto &audience : jwt[u"aud"].toStringList()) {
            const QString prefix = audience + u'.';
            if (const auto at = scope.indexOf(prefix); at >= 0)
                scope.remove(at, prefix.size());
        }
        addRole(user, scope);
    }
}

void readPassword(MockUser &user, const Json &password)
{
    user.hasPassword = isTruthyEntry(password);
    if (!user.hasPassword)
        return;
    user.passwordNeverMatches = !canPasswordMatch(password);
    if (!password.isString())
        user.problems << u"The password is no text: nobody can log in with it."_s;
    else if (user.passwordNeverMatches)
        user.problems << u"The password has a colon: nobody can log in with it."_s;
}

} // namespace

bool isTruthyEntry(const Json &value)
{
    switch (value.kind()) {
    case Json::Kind::Null:
        return false;
    case Json::Kind::Bool:
        return value.toBool();
    case Json::Kind::Number:
        return value.toDouble() != 0;
    case Json::Kind::String:
        return !value.toString().isEmpty();
    case Json::Kind::Array:
    case Json::Kind::Object:
        break;
    }
    return true;
}

bool isInheritedMember(const QString &name)
{
    static const QStringList names{u"constructor"_s,
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

QString mockUserId(const QString &login, const Json &entry)
{
    for (const auto name : {u"ID", u"id"}) {
        if (entry.isObject() && isTruthyEntry(entry[name]))
            return propertyName(entry[name]);
    }
    return login;
}

MockUser readMockUser(const QString &login, const Json &entry, bool multitenancy)
{
    MockUser user;
    user.login = login;
    if (entry.isNull())
        user.problems << u"The entry is null: the server does not start."_s;
    if (entry.isBool() || entry.isNull()) {
        user.enabled = entry.toBool();
        if (user.enabled && login != "*"_L1)
            user.problems << u"The entry is true: the user has no id and no roles."_s;
        return user;
    }
    user.id = mockUserId(login, entry);
    if (entry.isString())
        readPassword(user, entry);
    if (!entry.isObject())
        return user;
    if (isTruthyEntry(entry[u"ID"]))
        user.problems << u"ID is the old name of id."_s;
    if (entry.contains(u"is"))
        user.problems << u"A member \"is\" replaces the check of roles and stops the server."_s;
    user.configuredTenant = entry[u"tenant"].toString();
    if (multitenancy)
        user.tenant = user.configuredTenant;
    if (isTruthyEntry(entry[u"features"]))
        user.features = user.ownFeatures = entry[u"features"];
    readPassword(user, entry[u"password"]);
    readRoles(user, entry);
    readAttributes(user, entry);
    readJwt(user, entry[u"jwt"]);
    return user;
}

} // namespace tokentrail::cap
