// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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

// A scope claim that is one text by mistake holds the same scopes, parted by blanks.
QStringList scopesOf(const Facts &facts)
{
    const auto &claim = facts.claims[u"scope"];
    return claim.isString() ? claim.toString().split(u' ', Qt::SkipEmptyParts)
                            : claim.toStringList();
}

QList<NearMiss> nearMisses(const Facts &facts, const QStringList &wanted)
{
    QList<NearMiss> found;
    const auto own = facts.input.key ? facts.input.key->xsappname + u'.' : QString();
    for (const auto &role : wanted) {
        for (const auto &scope : scopesOf(facts)) {
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
    for (const auto &scope : scopesOf(facts)) {
        if (scope.contains(u'!') && !scope.startsWith(facts.input.key->xsappname + u'.'))
            foreign << scope;
    }
    return foreign;
}

bool hasOwnScopes(const Facts &facts)
{
    const auto scopes = scopesOf(facts);
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
    return Verdict(0.7,
                   say(u"scope-of-other-application.all",
                       {{u"scopes", foreign.join(u", "_s)},
                        {u"application", facts.input.key->xsappname}}),
                   facts.call)
        .because(say(u"scope-of-other-application.none-own",
                     {{u"application", facts.input.key->xsappname}}),
                 facts.call)
        .although(say(u"scope-of-other-application.not-named"))
        .fix(say(u"scope-of-other-application.fix"));
}

} // namespace

QList<Finding> roleMissing(const Facts &facts)
{
    if (!facts.refusedForRoles() || facts.technicalToken || facts.claims[u"scope"].isString())
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
        known ? say(u"role-missing.role", {{u"who", facts.who()}, {u"role", anyOf(wanted)}})
            : facts.requestSeen ? say(u"role-missing.role-of-call",
                                      {{u"who", facts.who()},
                                       {u"method", QString::fromUtf8(facts.call->request.method)},
                                       {u"path", QString::fromUtf8(facts.call->request.path())}})
                                : say(u"role-missing.unnamed-role", {{u"who", facts.who()}}),
        facts.call);
    verdict.because(say(u"role-missing.knows"), facts.call);
    if (facts.claims.isObject())
        verdict.because(own.isEmpty() ? say(u"role-missing.none-held")
                                      : say(u"role-missing.held", {{u"roles", own.join(u", "_s)}}),
                        facts.call);
    if (known && facts.input.rolesThatWouldDo == wanted)
        verdict.because(say(u"role-missing.by-model", {{u"roles", anyOf(wanted)}}));
    if (there)
        verdict.although(say(u"role-missing.has-it"));
    if (!known)
        verdict.although(say(u"role-missing.not-named"));
    return verdict;
}

QList<Finding> attributeMissingDenied(const Facts &facts)
{
    if (!facts.refusedForRoles() || facts.technicalToken || !facts.userToken
        || !facts.rolesWanted().isEmpty())
        return {};
    // Without any role that is the nearer cause; and reading, CAP filters rows instead of refusing.
    const bool withoutRoles = rolesOf(facts).isEmpty();
    if (withoutRoles && (!facts.requestSeen || facts.call->request.method == "GET"))
        return {};
    const auto &attributes = facts.claims[u"xs.user.attributes"];
    if (attributes.isObject() && attributes.size() > 0)
        return {};
    return Verdict(withoutRoles ? 0.25 : 0.35,
                   say(u"attribute-missing-denied.none", {{u"who", facts.who()}}),
                   facts.call)
        .because(say(u"attribute-missing-denied.claim"), facts.call)
        .although(say(u"attribute-missing-denied.or-role"))
        .fix(say(u"attribute-missing-denied.fix"));
}

QList<Finding> technicalWhereUserNeeded(const Facts &facts)
{
    if (!facts.refusedForRoles() || !facts.technicalToken)
        return {};
    const auto wanted = facts.rolesWanted();
    return Verdict(wanted.contains(u"internal-user"_s) ? 0.4 : 0.95,
                   say(wanted.isEmpty() ? u"technical-token-where-user-needed.service"
                                        : u"technical-token-where-user-needed.role",
                       {{u"client", trail::clientOf(facts.claims).name},
                        {u"role", wanted.join(u", "_s)}}),
                   facts.call)
        .because(say(u"technical-token-where-user-needed.grant",
                     {{u"grant", facts.claims[u"grant_type"].toString()}}),
                 facts.call)
        .because(say(u"seen.service-answered", {{u"status", 403}}), facts.call)
        .fix(say(u"technical-token-where-user-needed.fix"));
}

QList<Finding> userWhereTechnicalNeeded(const Facts &facts)
{
    if (!facts.refusedForRoles() || !facts.userToken
        || !facts.rolesWanted().contains(u"system-user"_s))
        return {};
    return Verdict(0.95,
                   say(u"user-token-where-technical-needed.person", {{u"who", facts.who()}}),
                   facts.call)
        .because(say(u"user-token-where-technical-needed.asked"), facts.call);
}

QList<Finding> notTheInternalClient(const Facts &facts)
{
    if (!facts.refusedForRoles() || !facts.rolesWanted().contains(u"internal-user"_s))
        return {};
    return Verdict(
               0.9,
               say(u"not-the-internal-client.other",
                   {{u"client",
                     facts.claims.isObject() ? trail::clientOf(facts.claims).name : QString()}}),
               facts.call)
        .because(say(u"not-the-internal-client.asked"), facts.call);
}

QList<Finding> scopeNearMiss(const Facts &facts, QStringView kind)
{
    if (!facts.refusedForRoles())
        return {};
    for (const auto &miss : nearMisses(facts, facts.rolesWanted())) {
        if (miss.kind != kind)
            continue;
        return Verdict(
                   0.85,
                   say(u"scope-near-miss.scope", {{u"scope", miss.scope}, {u"role", miss.role}}),
                   facts.call)
            .because(kind == u"other" ? say(u"scope-near-miss.prefix")
                                      : say(u"scope-near-miss.case"),
                     facts.call)
            .fix(kind == u"other" ? say(u"scope-of-other-application.fix")
                                  : say(u"scope-case-differs.fix"));
    }
    return {};
}

QList<Finding> scopeOfOtherApplication(const Facts &facts)
{
    const auto near = scopeNearMiss(facts, u"other");
    return near.isEmpty() && facts.refusedForRoles() ? onlyForeignScopes(facts) : near;
}

QList<Finding> scopeCaseDiffers(const Facts &facts)
{
    return scopeNearMiss(facts, u"case");
}

} // namespace tokentrail::diagnosis::rules
