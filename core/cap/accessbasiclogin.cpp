// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"
#include "core/cap/mocklogin.h"
#include "core/cap/mockuserentry.h"
#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Login refuse(const QString &because)
{
    return {{}, 401, false, because};
}

Login answerTo(const MockMatch &match)
{
    const auto &name = match.name;
    AccessUser user;
    switch (match.outcome) {
    case MockMatch::Outcome::Configured:
        user = mockUser(match.entry->name, match.entry->value);
        return {user,
                0,
                false,
                user.id ? say(u"login.mock-user", {{u"user", name}})
                        : say(u"login.without-id", {{u"user", name}})};
    case MockMatch::Outcome::WrongPassword:
        return refuse(say(u"login.password", {{u"user", name}}));
    case MockMatch::Outcome::Inherited:
        return {{}, 0, false, say(u"login.javascript-name", {{u"user", name}})};
    case MockMatch::Outcome::Anybody:
        user.id = name;
        return {user, 0, false, say(u"login.everybody", {{u"user", name}})};
    case MockMatch::Outcome::Unknown:
        break;
    }
    return refuse(say(u"login.unknown", {{u"user", name}}));
}

} // namespace

AccessUser mockUser(const QString &name, const Json &entry)
{
    const auto configured = readMockUser(name, entry, false);
    AccessUser user;
    user.id = configured.id;
    const auto *written = entry.find(u"id"); // the user's own, even where it says nothing
    user.isIdNull = written && written->isNull() && configured.id == name;
    if (user.isIdNull)
        user.id.reset();
    user.roles = QSet<QString>(configured.roles.begin(), configured.roles.end());
    user.attributes = configured.attributes;
    user.crashesRoleCheck = configured.rolesStopServer;
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
            return refuse(say(u"login.required"));
        return {AccessUser::anonymous(), 0, false, say(u"login.no-basic")};
    }
    auto encoded =
        caller.authorization.mid(6).toUtf8(); // as CAP: six characters, whatever they are
    encoded.replace('-', '+').replace('_', '/');
    const auto credentials = QString::fromUtf8(QByteArray::fromBase64(encoded));
    static const auto nobody = Json::object();
    return answerTo(matchMockUser(rules.users ? *rules.users : nobody, credentials));
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
        && configured.attributes.size() == 0 && !isTruthyEntry(entry[u"password"]);
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
