// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
    return Verdict(
               isPassed(facts) ? 0.9 : 0.75,
               u"%1's token is accepted nowhere behind this 403: something in front of CAP ends "
               "the call, most likely a middleware of server.js."_s.arg(facts.who()),
               call)
        .because(u"The 403 has no body and no correlation id; CAP's own have both."_s, call)
        .fix(u"Let the middleware call next() for requests that it lets pass; a res.status(403)"
             ".end() in the wrong branch refuses those who are logged in."_s);
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
    return Verdict(
               mocked ? 0.96 : 0.9,
               u"%1's token has the role %2, but the service does not see it: its user does not "
               "come from the token."_s.arg(facts.who(), wanted.join(u" or "_s)),
               facts.call)
        .because(u"The token holds the scope; the 403 says that the role is lacking."_s, facts.call)
        .fix(u"Use kind jwt or xsuaa. With kind mocked CAP takes req.user from a passport "
             "middleware, without its roles; with another xsappname in the binding the scopes "
             "keep their prefix."_s,
             u"cds env get requires.auth"_s);
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
        return Verdict(0.8,
                       u"The scope %1 has no application in front, and CAP takes it as the role %1 "
                       "all the same."_s.arg(scope),
                       facts.call)
            .because(u"The token of %1 holds it."_s.arg(facts.who()), facts.call)
            .fix(u"Name scopes $XSAPPNAME.<role> in xs-security.json; see who may issue the other "
                 "one."_s);
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
    return Verdict(0.6,
                   u"The list is empty; where its restriction compares an attribute of the user, "
                   "that is so because %1's token has none."_s.arg(facts.who()),
                   call)
        .because(u"xs.user.attributes is empty or missing: CAP then shows no rows, with 200."_s,
                 call)
        .although(u"There may be no rows at all."_s)
        .fix(u"Maintain the attribute in the user's role and log in again, or write \"or $user.x "
             "is null\" into the condition."_s);
}

} // namespace tokentrail::diagnosis::rules
