// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessroles.h"

#include "core/cap/xssecurity.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// As xs-security.json would have them.
QStringList rolesOf(const Csn &csn)
{
    QStringList roles;
    const auto descriptor = xsSecurityOf(csn);
    if (!descriptor)
        return roles;
    for (const auto &scope : (*descriptor)[u"scopes"].elements())
        roles << scope[u"name"].toString().section(u'.', 1);
    return roles;
}

} // namespace

QStringList rolesThatWouldDo(const AccessModel &model, const AccessRequest &request)
{
    const auto login = model.logIn(request.caller);
    if (login.refusedWith != 0 || login.undecided)
        return {};
    auto user = login.user;
    auto asked = request;
    asked.caller.user = &user;
    if (const auto refused = model.decide(asked); refused.status != 403 || refused.failsCondition)
        return {};
    QStringList helping;
    for (const auto &role : rolesOf(model.csn())) {
        user.roles = login.user.roles;
        user.roles.insert(role);
        const auto status = model.decide(asked).status;
        if (status != 0 && status != 401 && status != 403)
            helping << role;
    }
    return helping;
}

} // namespace tokentrail::cap
