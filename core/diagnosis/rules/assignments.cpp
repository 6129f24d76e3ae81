// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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

bool holds(const xsuaa::Directory &directory,
           const xsuaa::RoleCollection &collection,
           const QString &role)
{
    return std::any_of(
        collection.roles.begin(), collection.roles.end(), [&](const auto &reference) {
            const auto *application = directory.application(reference.appId);
            const auto *roleTemplate =
                application ? application->roleTemplate(reference.templateName) : nullptr;
            if (!roleTemplate) // the model gives template and scope one name
                return reference.templateName == role;
            return std::any_of(
                roleTemplate->scopeReferences.begin(),
                roleTemplate->scopeReferences.end(),
                [&role](const QString &scope) { return scope.section(u'.', -1) == role; });
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
    if (!facts.input.directory || !facts.call || facts.status != 403 || !facts.userToken)
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
    for (const auto &collection : directory.roleCollections) {
        for (const auto &role : refusal.wanted) {
            if (holds(directory, collection, role))
                refusal.holding << collection.name;
        }
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
                   u"%1 has the role collection %2 by now, but the token was issued before."_s.arg(
                       facts.who(), now.join(u", "_s)),
                   facts.call)
        .because(u"The directory assigns it; the token lacks the role %1."_s.arg(
                     refusal->wanted.join(u" or "_s)),
                 facts.call)
        .fix(u"Log out and in again, or get a new token: a token keeps the roles it was issued "
             "with."_s);
}

QList<Finding> assignedToOtherOrigin(const Facts &facts)
{
    const auto refusal = refusalOf(facts);
    if (!refusal || !common(refusal->own, refusal->holding).isEmpty())
        return {};
    const auto *other = namesakeWith(*facts.input.directory, *refusal);
    if (!other)
        return {};
    return Verdict(0.985,
                   u"The role is assigned to %1 of the origin %2, but the token is of %1 of the "
                   "origin %3."_s.arg(facts.who(), other->origin, refusal->origin),
                   facts.call)
        .because(u"A name of two identity providers is two users."_s)
        .fix(u"Assign the role collection to the user of %1, or log in through %2."_s.arg(
            refusal->origin, other->origin));
}

QList<Finding> roleCollectionNotAssigned(const Facts &facts)
{
    const auto refusal = refusalOf(facts);
    if (!refusal || refusal->holding.isEmpty() || !common(refusal->own, refusal->holding).isEmpty()
        || namesakeWith(*facts.input.directory, *refusal))
        return {};
    return Verdict(
               0.985,
               u"None of the role collections that hold the role %1 is assigned to %2; %3 would "
               "do."_s.arg(
                   refusal->wanted.join(u" or "_s), facts.who(), refusal->holding.join(u" or "_s)),
               facts.call)
        .because(refusal->own.isEmpty()
                     ? u"The directory assigns none to the user."_s
                     : u"The directory assigns %1."_s.arg(refusal->own.join(u", "_s)))
        .fix(u"Assign %1 to %2, then log in again."_s.arg(refusal->holding.constFirst(),
                                                          facts.who()));
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
                   u"The service asks for the role %1, which the application's xs-security.json "
                   "cannot give to anybody."_s.arg(refusal->wanted.join(u" or "_s)),
                   facts.call)
        .because(u"No role template of %1 refers to a scope of that name."_s.arg(
            facts.input.key->xsappname))
        .fix(u"Add scope and role template to xs-security.json and update the instance."_s,
             u"cds compile srv --to xsuaa"_s);
}

} // namespace tokentrail::diagnosis::rules
