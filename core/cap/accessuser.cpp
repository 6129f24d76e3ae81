// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"

#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

std::optional<AuthKind> authKindOf(QStringView name)
{
    const auto bare = name.endsWith("-auth"_L1) ? name.chopped(5) : name;
    for (const auto kind : {AuthKind::Mocked,
                            AuthKind::Basic,
                            AuthKind::Jwt,
                            AuthKind::Xsuaa,
                            AuthKind::Ias,
                            AuthKind::Dummy,
                            AuthKind::Custom}) {
        if (nameOf(kind) == bare)
            return kind;
    }
    return {};
}

QString nameOf(AuthKind kind)
{
    switch (kind) {
    case AuthKind::Mocked:
        return u"mocked"_s;
    case AuthKind::Basic:
        return u"basic"_s;
    case AuthKind::Jwt:
        return u"jwt"_s;
    case AuthKind::Xsuaa:
        return u"xsuaa"_s;
    case AuthKind::Ias:
        return u"ias"_s;
    case AuthKind::Dummy:
        return u"dummy"_s;
    case AuthKind::Custom:
        return u"custom"_s;
    }
    return {};
}

bool AccessUser::is(const QString &role) const
{
    if (isPrivileged)
        return true;
    if (isAnonymous)
        return role == "any"_L1;
    return role == "any"_L1 || role == "authenticated-user"_L1 || role == "identified-user"_L1
        || roles.contains(role);
}

QString AccessUser::shownId() const
{
    return id.value_or(u"undefined"_s);
}

AccessUser AccessUser::anonymous()
{
    AccessUser user;
    user.id = u"anonymous"_s;
    user.isAnonymous = true;
    return user;
}

AccessUser AccessUser::privileged()
{
    AccessUser user;
    user.id = u"privileged"_s;
    user.isPrivileged = true;
    return user;
}

Login logIn(const Caller &caller, const LoginRules &rules)
{
    if (caller.user)
        return {*caller.user, 0, false, {}};
    switch (rules.kind) {
    case AuthKind::Dummy:
        return {AccessUser::privileged(), 0, false, say(u"login.dummy")};
    case AuthKind::Custom:
        return {{}, 0, true, say(u"login.custom")};
    case AuthKind::Mocked:
    case AuthKind::Basic:
        return logInWithBasic(caller, rules);
    case AuthKind::Jwt:
    case AuthKind::Xsuaa:
    case AuthKind::Ias:
        return logInWithToken(caller, rules);
    }
    return {};
}

} // namespace tokentrail::cap
