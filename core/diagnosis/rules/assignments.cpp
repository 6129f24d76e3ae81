// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/xsuaa/authorizations.h"
#include "core/xsuaa/capuser.h"

#include <algorithm>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

// A refusal over a role, together with what the directory says of it now.
struct Refusal
{
    QStringList wanted; // roles
    QString name; // of the user, as the token has it
    QString email;
    QString origin;
    const xsuaa::User *user = nullptr; // null: the directory has none of that name and origin
    QStringList own; // the user's role collections
    QStringList holding; // role collections that hold one of the wanted roles
};

// The application whose roles the service asks for, as far as the key at hand is of this directory;
// empty: not known, and a role counts whosever it is.
QString applicationCalled(const Facts &facts)
{
    const auto &directory = *facts.input.directory;
    const auto name = facts.input.key ? facts.input.key->xsappname : QString();
    const auto *known = directory.application(name);
    return known ? known->appId : directory.applications.isEmpty() ? name : QString();
}

bool holds(const xsuaa::Directory &directory,
           const xsuaa::RoleCollection &collection,
           const QString &role,
           const QString &appId)
{
    return std::any_of(
        collection.roles.begin(), collection.roles.end(), [&](const auto &reference) {
            const auto *owner = directory.application(reference.appId);
            const auto *roleTemplate =
                owner ? owner->roleTemplate(reference.templateName) : nullptr;
            if (!roleTemplate) // the model gives template and scope one name
                return reference.templateName == role
                    && (appId.isEmpty() || reference.appId == appId);
            return std::any_of(roleTemplate->scopeReferences.begin(),
                               roleTemplate->scopeReferences.end(),
                               [&](const QString &scope) {
                                   return appId.isEmpty()
                                       ? scope.section(u'.', -1) == role
                                       : owner->resolved(scope) == appId + u'.' + role;
                               });
        });
}

QStringList common(const QStringList &a, const QStringList &b)
{
    QStringList out;
    for (const auto &one : a) {
        if (b.contains(one))
            out << one;
    }
    return out;
}

// Then no assignment is missing: the service does not take its user from the token.
bool tokenHolds(const Facts &facts, const QStringList &wanted)
{
    const auto name = facts.input.key ? facts.input.key->xsappname : QString();
    return !common(xsuaa::capUserOf(facts.claims, name).roles, wanted).isEmpty();
}

std::optional<Refusal> refusalOf(const Facts &facts)
{
    if (!facts.input.directory || !facts.refusedForRoles() || !facts.userToken)
        return {};
    const auto &directory = *facts.input.directory;
    Refusal refusal;
    refusal.wanted = facts.rolesWanted();
    refusal.name = facts.claims[u"user_name"].toString();
    refusal.email = facts.claims[u"email"].toString();
    refusal.origin = facts.claims[u"origin"].toString(QString::fromLatin1(xsuaa::defaultOrigin));
    refusal.user = directory.user(refusal.name, refusal.origin);
    if (refusal.user)
        refusal.own = xsuaa::roleCollectionsOf(directory, *refusal.user);
    // Names that CAP itself gives away: no role collection holds them.
    if (refusal.wanted.contains(u"system-user"_s) || refusal.wanted.contains(u"internal-user"_s))
        return {};
    const auto called = applicationCalled(facts);
    for (const auto &collection : directory.roleCollections) {
        const auto isHeld = [&](const QString &role) {
            return holds(directory, collection, role, called);
        };
        if (std::any_of(refusal.wanted.begin(), refusal.wanted.end(), isHeld))
            refusal.holding << collection.name;
    }
    return refusal.wanted.isEmpty() || tokenHolds(facts, refusal.wanted) ? std::nullopt
                                                                         : std::optional(refusal);
}

const xsuaa::User *namesakeWith(const xsuaa::Directory &directory, const Refusal &refusal)
{
    for (const auto &user : directory.users) {
        const bool same =
            user.userName == refusal.name || (!user.email.isEmpty() && user.email == refusal.email);
        if (same && user.origin != refusal.origin
            && !common(xsuaa::roleCollectionsOf(directory, user), refusal.holding).isEmpty())
            return &user;
    }
    return nullptr;
}

// The role is in the token, spelt otherwise or of another application: no login brings the right one.
bool hasItOtherwise(const Facts &facts, const QStringList &wanted)
{
    const auto scopes = facts.claims[u"scope"].toStringList();
    return std::any_of(scopes.begin(), scopes.end(), [&wanted](const QString &scope) {
        return wanted.contains(scope.section(u'.', -1), Qt::CaseInsensitive);
    });
}

} // namespace

QList<Finding> assignedAfterLogin(const Facts &facts)
{
    const auto refusal = refusalOf(facts);
    const auto now = refusal ? common(refusal->own, refusal->holding) : QStringList();
    if (now.isEmpty() || hasItOtherwise(facts, refusal->wanted))
        return {};
    return Verdict(0.985,
                   say(u"assigned-after-login.by-now",
                       {{u"who", facts.who()}, {u"collections", now.join(u", "_s)}}),
                   facts.call)
        .because(say(u"assigned-after-login.directory", {{u"role", anyOf(refusal->wanted)}}),
                 facts.call);
}

QList<Finding> assignedToOtherOrigin(const Facts &facts)
{
    const auto refusal = refusalOf(facts);
    if (!refusal || !common(refusal->own, refusal->holding).isEmpty())
        return {};
    const auto *other = namesakeWith(*facts.input.directory, *refusal);
    if (!other)
        return {};
    return Verdict(
               0.985,
               say(u"assigned-to-other-origin.two-users",
                   {{u"who", facts.who()}, {u"other", other->origin}, {u"own", refusal->origin}}),
               facts.call)
        .because(say(u"assigned-to-other-origin.names"))
        .fix(say(u"assigned-to-other-origin.fix",
                 {{u"own", refusal->origin}, {u"other", other->origin}}));
}

QList<Finding> roleCollectionNotAssigned(const Facts &facts)
{
    const auto refusal = refusalOf(facts);
    if (!refusal || refusal->holding.isEmpty() || !common(refusal->own, refusal->holding).isEmpty()
        || namesakeWith(*facts.input.directory, *refusal))
        return {};
    return Verdict(0.985,
                   say(u"role-collection-not-assigned.none",
                       {{u"role", anyOf(refusal->wanted)},
                        {u"who", facts.who()},
                        {u"holding", anyOf(refusal->holding)}}),
                   facts.call)
        .because(refusal->own.isEmpty() ? say(u"role-collection-not-assigned.directory-none")
                                        : say(u"role-collection-not-assigned.directory",
                                              {{u"own", refusal->own.join(u", "_s)}}))
        .fix(say(u"role-collection-not-assigned.fix",
                 {{u"collection", refusal->holding.constFirst()}, {u"who", facts.who()}}))
        .assign({refusal->holding.constFirst(),
                 refusal->name,
                 refusal->origin,
                 facts.claims[u"iss"].toString()});
}

// The role is asked for, and nothing in the directory could ever give it.
QList<Finding> roleTemplateMissing(const Facts &facts)
{
    const auto refusal = refusalOf(facts);
    const auto *application = refusal && facts.input.key
        ? facts.input.directory->application(facts.input.key->xsappname)
        : nullptr;
    if (!application || !refusal->holding.isEmpty())
        return {};
    const auto given = [&](const QString &role) {
        return std::any_of(application->roleTemplates.begin(),
                           application->roleTemplates.end(),
                           [&role](const xsuaa::RoleTemplate &one) {
                               return one.scopeReferences.contains(u"$XSAPPNAME."_s + role);
                           });
    };
    if (std::any_of(refusal->wanted.begin(), refusal->wanted.end(), given))
        return {};
    return Verdict(0.985,
                   say(u"role-template-missing.asked", {{u"role", anyOf(refusal->wanted)}}),
                   facts.call)
        .because(say(u"role-template-missing.no-template",
                     {{u"application", facts.input.key->xsappname}}))
        .fix(say(u"role-template-missing.fix"), u"cds compile srv --to xsuaa"_s);
}

} // namespace tokentrail::diagnosis::rules
