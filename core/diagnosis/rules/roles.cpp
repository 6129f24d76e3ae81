// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/claims.h"
#include "core/xsuaa/capuser.h"

#include <algorithm>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

struct NearMiss
{
    QString scope;
    QString role;
    QStringView kind; // "other" application, "case" of letters
};

bool isRoleRefusal(const Facts &facts)
{
    return facts.call && facts.status == 403
        && facts.call->response.headers.value("x-csrf-token").toLower() != "required";
}

QStringList rolesOf(const Facts &facts)
{
    const auto name = facts.input.key ? facts.input.key->xsappname : QString();
    auto roles = xsuaa::capUserOf(facts.claims, name).roles;
    roles.removeIf([](const QString &role) {
        return role == "openid"_L1 || role.startsWith("uaa."_L1) || role.endsWith("-user"_L1)
            || role == "any"_L1;
    });
    return roles;
}

QList<NearMiss> nearMisses(const Facts &facts, const QStringList &wanted)
{
    QList<NearMiss> found;
    const auto own = facts.input.key ? facts.input.key->xsappname + u'.' : QString();
    for (const auto &role : wanted) {
        for (const auto &scope : facts.claims[u"scope"].toStringList()) {
            const auto local = scope.section(u'.', -1);
            if (local == role && !own.isEmpty() && scope.contains(u'.') && !scope.startsWith(own))
                found.append({scope, role, u"other"});
            else if (local != role && local.compare(role, Qt::CaseInsensitive) == 0)
                found.append({scope, role, u"case"});
        }
    }
    return found;
}

// Scopes of applications that are not this one; none where this one is not known.
QStringList foreignScopes(const Facts &facts)
{
    QStringList foreign;
    if (!facts.input.key || facts.input.key->xsappname.isEmpty())
        return foreign;
    for (const auto &scope : facts.claims[u"scope"].toStringList()) {
        if (scope.contains(u'!') && !scope.startsWith(facts.input.key->xsappname + u'.'))
            foreign << scope;
    }
    return foreign;
}

bool hasOwnScopes(const Facts &facts)
{
    const auto scopes = facts.claims[u"scope"].toStringList();
    return std::any_of(scopes.begin(), scopes.end(), [&facts](const QString &scope) {
        return facts.input.key && scope.startsWith(facts.input.key->xsappname + u'.');
    });
}

// Where the refusal names no role: all that the token may do, it may do elsewhere.
QList<Finding> onlyForeignScopes(const Facts &facts)
{
    const auto foreign = foreignScopes(facts);
    if (foreign.isEmpty() || hasOwnScopes(facts) || facts.technicalToken
        || !facts.rolesWanted().isEmpty())
        return {};
    return Verdict(
               0.7,
               u"All scopes of the token are other applications' (%1), and this one is %2."_s.arg(
                   foreign.join(u", "_s), facts.input.key->xsappname),
               facts.call)
        .because(u"No scope begins with %1."_s.arg(facts.input.key->xsappname), facts.call)
        .although(u"The refusal does not name the role that it asks for."_s)
        .fix(u"Assign the role of this application; after a new deployment under another xsappname "
             "all assignments have to be made again."_s);
}

} // namespace

QList<Finding> roleMissing(const Facts &facts)
{
    if (!isRoleRefusal(facts) || facts.technicalToken || facts.claims[u"scope"].isString())
        return {};
    const auto wanted = facts.rolesWanted();
    const auto own = rolesOf(facts);
    // Of a lone answer that names no role the candidates tell.
    if (wanted.isEmpty() && !facts.requestSeen && !facts.claims.isObject())
        return {};
    if (facts.heardOf(u"technical-token-where-user-needed") && !facts.userToken)
        return {};
    if (wanted.contains(u"system-user"_s) || wanted.contains(u"internal-user"_s))
        return {}; // no role collection holds these
    const bool known = !wanted.isEmpty();
    const bool near = known && !nearMisses(facts, wanted).isEmpty();
    const bool there = std::any_of(
        wanted.begin(), wanted.end(), [&](const QString &role) { return own.contains(role); });
    Verdict verdict(
        near || there                                                 ? 0.5
            : known                                                   ? 0.97
            : !foreignScopes(facts).isEmpty() && !hasOwnScopes(facts) ? 0.6
                                                                      : 0.75,
        known ? u"%1 lacks the role %2."_s.arg(facts.who(), wanted.join(u" or "_s))
              : u"%1 lacks the role that %2 %3 asks for."_s.arg(
                  facts.who(),
                  facts.requestSeen ? QString::fromUtf8(facts.call->request.method) : u"this"_s,
                  facts.requestSeen ? QString::fromUtf8(facts.call->request.path()) : u"call"_s),
        facts.call);
    verdict.because(u"The service answered 403: it knows who calls, and refuses."_s, facts.call);
    if (facts.claims.isObject())
        verdict.because(own.isEmpty() ? u"The token has no role of this application."_s
                                      : u"The token has the roles %1."_s.arg(own.join(u", "_s)),
                        facts.call);
    if (there)
        verdict.although(u"The token has the role: the service does not take its user from it."_s);
    if (!known)
        verdict.although(u"CAP names the role for a service's @requires only; a where-clause on an "
                         "attribute of the user answers in the same words."_s);
    verdict.fix(u"Assign a role collection that holds the role, then log in again: a token keeps "
                "the roles it was issued with."_s);
    return verdict;
}

QList<Finding> attributeMissingDenied(const Facts &facts)
{
    if (!isRoleRefusal(facts) || facts.technicalToken || !facts.userToken
        || !facts.rolesWanted().isEmpty())
        return {};
    // Without any role that is the nearer cause; and reading, CAP filters rows instead of refusing.
    const bool withoutRoles = rolesOf(facts).isEmpty();
    if (withoutRoles && (!facts.requestSeen || facts.call->request.method == "GET"))
        return {};
    const auto &attributes = facts.claims[u"xs.user.attributes"];
    if (attributes.isObject() && attributes.size() > 0)
        return {};
    return Verdict(
               withoutRoles ? 0.25 : 0.35,
               u"A restriction compares an attribute of the user, and %1's token has none."_s.arg(
                   facts.who()),
               facts.call)
        .because(u"xs.user.attributes is empty, and the 403 names no role."_s, facts.call)
        .although(u"A missing role is answered in the same words."_s)
        .fix(
            u"Maintain the attribute in the role, or allow for its absence in the where-clause."_s);
}

QList<Finding> technicalWhereUserNeeded(const Facts &facts)
{
    if (!isRoleRefusal(facts) || !facts.technicalToken)
        return {};
    const auto wanted = facts.rolesWanted();
    return Verdict(wanted.contains(u"internal-user"_s) ? 0.4 : 0.95,
                   u"The token belongs to the client %1, not to a person; %2 asks for one."_s.arg(
                       trail::clientOf(facts.claims).name,
                       wanted.isEmpty() ? u"the service"_s : u"the role "_s + wanted.join(u", "_s)),
                   facts.call)
        .because(u"grant_type is %1 and there is no user_name."_s.arg(
                     facts.claims[u"grant_type"].toString()),
                 facts.call)
        .because(u"The service answered 403."_s, facts.call)
        .fix(u"Log in as a person (authorization code, password or jwt-bearer). For calls between "
             "services grant the scope with grant-as-authority-to-apps and accept it under "
             "authorities, or require system-user."_s);
}

QList<Finding> userWhereTechnicalNeeded(const Facts &facts)
{
    if (!isRoleRefusal(facts) || !facts.userToken
        || !facts.rolesWanted().contains(u"system-user"_s))
        return {};
    return Verdict(0.95,
                   u"%1 is a person, but the service wants a technical caller."_s.arg(facts.who()),
                   facts.call)
        .because(u"It asks for the role system-user."_s, facts.call)
        .fix(u"Call it with a token of grant type client_credentials."_s);
}

QList<Finding> notTheInternalClient(const Facts &facts)
{
    if (!isRoleRefusal(facts) || !facts.rolesWanted().contains(u"internal-user"_s))
        return {};
    return Verdict(
               0.9,
               u"internal-user is only the service's own client, and %1 is another."_s.arg(
                   facts.claims.isObject() ? trail::clientOf(facts.claims).name : u"the caller"_s),
               facts.call)
        .because(u"It asks for the role internal-user."_s, facts.call)
        .fix(u"Share the XSUAA instance, or require another role."_s);
}

QList<Finding> scopeNearMiss(const Facts &facts, QStringView kind)
{
    if (!isRoleRefusal(facts))
        return {};
    for (const auto &miss : nearMisses(facts, facts.rolesWanted())) {
        if (miss.kind != kind)
            continue;
        return Verdict(
                   0.85,
                   u"The token has the scope %1, which is not the role %2 of this service."_s.arg(
                       miss.scope, miss.role),
                   facts.call)
            .because(kind == u"other" ? u"Its prefix is another application's."_s
                                      : u"Capital and small letters differ."_s,
                     facts.call)
            .fix(kind == u"other"
                     ? u"Assign the role of this application; after a new deployment "
                       "under another xsappname all assignments have to be made again."_s
                     : u"Spell the role in CDS and in xs-security.json alike."_s);
    }
    return {};
}

QList<Finding> scopeOfOtherApplication(const Facts &facts)
{
    const auto near = scopeNearMiss(facts, u"other");
    return near.isEmpty() && isRoleRefusal(facts) ? onlyForeignScopes(facts) : near;
}

QList<Finding> scopeCaseDiffers(const Facts &facts)
{
    return scopeNearMiss(facts, u"case");
}

} // namespace tokentrail::diagnosis::rules
