// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/xsuaa/capuser.h"

#include <algorithm>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

bool isPassed(const Facts &facts)
{
    return facts.validation && !facts.validation->firstFailure();
}

} // namespace

// CAP's refusals have a body and a correlation id; res.status(403).end() has neither.
QList<Finding> customMiddlewareEndsTheCall(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 403 || !facts.requestSeen || !facts.userToken
        || !call->response.body.trimmed().isEmpty()
        || call->response.headers.contains("x-correlation-id")
        || call->response.headers.contains("x-csrf-token"))
        return {};
    return Verdict(isPassed(facts) ? 0.9 : 0.75,
                   say(u"custom-middleware-ends-the-call.in-front", {{u"who", facts.who()}}),
                   call)
        .because(say(u"custom-middleware-ends-the-call.bare"), call)
        .fix(say(u"custom-middleware-ends-the-call.fix"));
}

// The role is in the token, and still it is asked for.
QList<Finding> passportUserWithoutRoles(const Facts &facts)
{
    const auto wanted = facts.rolesWanted();
    if (!facts.call || facts.status != 403 || !facts.userToken || wanted.isEmpty()
        || facts.claims[u"scope"].isString())
        return {};
    const auto name = facts.input.key ? facts.input.key->xsappname : QString();
    const auto roles = xsuaa::capUserOf(facts.claims, name).roles;
    const bool has = std::any_of(wanted.begin(), wanted.end(), [&roles](const QString &role) {
        return roles.contains(role);
    });
    if (!has)
        return {};
    const auto kind = facts.input.projectRequires[u"auth"][u"kind"].toString();
    const bool mocked = kind.startsWith("mocked"_L1) || kind.startsWith("basic"_L1);
    return Verdict(mocked ? 0.96 : 0.9,
                   say(u"passport-user-without-roles.unseen",
                       {{u"who", facts.who()}, {u"role", anyOf(wanted)}}),
                   facts.call)
        .because(say(u"passport-user-without-roles.held"), facts.call)
        .fix(say(u"passport-user-without-roles.fix"), u"cds env get requires.auth"_s);
}

// A scope without a dot is none of XSUAA's for an application, yet CAP takes it as a role.
QList<Finding> scopeWithoutPrefix(const Facts &facts)
{
    static const QStringList standard{
        u"openid"_s, u"user_attributes"_s, u"profile"_s, u"email"_s, u"phone"_s, u"roles"_s};
    if (!facts.call || facts.status >= 400)
        return {};
    for (const auto &scope : facts.claims[u"scope"].toStringList()) {
        if (scope.contains(u'.') || standard.contains(scope))
            continue;
        return Verdict(0.8, say(u"scope-without-prefix.scope", {{u"scope", scope}}), facts.call)
            .because(say(u"scope-without-prefix.held", {{u"who", facts.who()}}), facts.call)
            .fix(say(u"scope-without-prefix.fix"));
    }
    return {};
}

QList<Finding> attributeMissingEmptyResult(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 200 || !facts.userToken
        || (facts.requestSeen && call->request.method != "GET"))
        return {};
    const auto json = text::parseJson(call->response.body);
    const bool empty = json
        && (((*json)[u"value"].isArray() && (*json)[u"value"].size() == 0)
            || ((*json)[u"d"][u"results"].isArray() && (*json)[u"d"][u"results"].size() == 0));
    const auto &attributes = facts.claims[u"xs.user.attributes"];
    if (!empty || (attributes.isObject() && attributes.size() > 0))
        return {};
    return Verdict(0.6, say(u"attribute-missing-empty-result.empty", {{u"who", facts.who()}}), call)
        .because(say(u"attribute-missing-empty-result.claim"), call)
        .although(say(u"attribute-missing-empty-result.no-rows"))
        .fix(say(u"attribute-missing-empty-result.fix"));
}

} // namespace tokentrail::diagnosis::rules
