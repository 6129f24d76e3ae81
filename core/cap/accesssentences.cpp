// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesschecks.h"
#include "core/cap/csn.h"
#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

QString list(const QStringList &words)
{
    return words.isEmpty() ? say(u"who.nobody") : words.join(", "_L1);
}

QString whoIs(const AccessUser &user)
{
    return user.isAnonymous ? say(u"who.anonymous") : say(u"who.user", {{u"id", user.shownId()}});
}

QString nameOf(const Verdict &verdict)
{
    if (!verdict.definition)
        return say(u"who.model");
    const auto &definition = *verdict.definition;
    return definition.boundTo ? definition.boundTo->name + u"/actions/"_s + definition.name
                              : definition.name;
}

QString required(const Verdict &verdict, const AccessUser &user)
{
    const auto roles = verdict.definition->rules.requires_.value_or(QStringList());
    return say(verdict.passed() ? u"because.requires-has" : u"because.requires-lacks",
               {{u"name", nameOf(verdict)}, {u"roles", list(roles)}, {u"who", whoIs(user)}});
}

QString granted(const Verdict &verdict, const AccessUser &user)
{
    const auto &clause = *verdict.clause;
    return say(u"because.granted",
               {{u"place", clause.place},
                {u"grant", clause.grant},
                {u"roles", list(clause.to)},
                {u"who", whoIs(user)}});
}

QString withCondition(const Verdict &verdict, const QString &consequence)
{
    const auto &clause = *verdict.clause;
    const auto condition = clause.condition ? clause.condition->source : QString();
    return say(u"because.with-condition",
               {{u"place", clause.place},
                {u"grant", clause.grant},
                {u"roles", list(clause.to)},
                {u"condition", condition},
                {u"consequence", consequence}});
}

// Who is granted the event at all.
QStringList holdersOf(const Definition &definition, const QString &event)
{
    QStringList roles;
    const auto clauses = definition.boundTo
        ? pooledClauses(definition)
        : definition.rules.clauses.value_or(std::vector<Clause>());
    for (const auto &clause : clauses) {
        if (clause.grant == event || clause.grant == "*"_L1)
            roles += clause.to;
    }
    roles.removeDuplicates();
    return roles;
}

} // namespace

QString briefOf(const Verdict &verdict)
{
    if (!verdict.definition)
        return {};
    const auto name =
        verdict.definition->boundTo ? verdict.definition->name : verdict.definition->localName();
    switch (verdict.cause) {
    case Cause::Open:
    case Cause::CrudOpen:
        return say(u"brief.open", {{u"name", name}});
    case Cause::ServiceRequires:
    case Cause::Requires:
        return say(u"brief.asks-for",
                   {{u"name", name},
                    {u"roles", list(verdict.definition->rules.requires_.value_or(QStringList()))}});
    case Cause::ServiceRestrict:
        return say(u"brief.asks-for",
                   {{u"name", name}, {u"roles", list(verdict.definition->rules.restrictedTo)}});
    case Cause::AllServicesRestricted:
        return say(u"brief.all-services");
    case Cause::Readonly:
        return say(u"brief.readonly", {{u"name", name}});
    case Cause::Insertonly:
        return say(u"brief.insertonly", {{u"name", name}});
    case Cause::Capability:
    case Cause::NavigationCapability:
        return say(u"brief.capability", {{u"name", name}});
    case Cause::AutoExposed:
    case Cause::AutoExposeReadonly:
        return say(u"brief.autoexposed", {{u"name", name}});
    case Cause::Granted:
        return say(u"brief.granted",
                   {{u"name", name},
                    {u"grant", verdict.clause->grant},
                    {u"roles", list(verdict.clause->to)}});
    case Cause::GrantedByCondition:
    case Cause::NotEvaluated:
        return say(u"brief.granted-with-condition",
                   {{u"name", name},
                    {u"grant", verdict.clause->grant},
                    {u"roles", list(verdict.clause->to)}});
    case Cause::NoGrant:
        return say(u"brief.granted-only",
                   {{u"name", name},
                    {u"grant", verdict.detail},
                    {u"roles", list(holdersOf(*verdict.definition, verdict.detail))}});
    case Cause::ConditionFails:
        return say(u"brief.condition-fails", {{u"name", name}});
    case Cause::Privileged:
        return say(u"brief.privileged");
    case Cause::Fault:
    case Cause::Unknown:
        break;
    }
    return {};
}

QString sentenceOf(const Verdict &verdict, const AccessUser &user)
{
    const auto name = nameOf(verdict);
    switch (verdict.cause) {
    case Cause::Open:
        return say(u"because.open", {{u"name", name}});
    case Cause::ServiceRequires:
    case Cause::Requires:
        return required(verdict, user);
    case Cause::ServiceRestrict:
        return say(verdict.passed() ? u"because.restrict-has" : u"because.restrict-lacks",
                   {{u"name", name},
                    {u"roles", list(verdict.definition->rules.restrictedTo)},
                    {u"who", whoIs(user)}});
    case Cause::AllServicesRestricted:
        return say(u"because.all-services", {{u"who", whoIs(user)}});
    case Cause::Readonly:
        return say(u"because.readonly", {{u"name", name}});
    case Cause::Insertonly:
        return say(u"because.insertonly", {{u"name", name}});
    case Cause::Capability:
        return say(u"because.capability", {{u"name", name}, {u"capability", verdict.detail}});
    case Cause::NavigationCapability:
        return say(u"because.navigation", {{u"name", name}, {u"event", verdict.detail}});
    case Cause::AutoExposed:
        return say(u"because.autoexposed", {{u"name", name}});
    case Cause::AutoExposeReadonly:
        return say(u"because.autoexpose", {{u"name", name}});
    case Cause::Granted:
        return granted(verdict, user);
    case Cause::GrantedByCondition:
        return withCondition(verdict, say(u"because.evaluated"));
    case Cause::NoGrant:
        return say(u"because.no-grant", {{u"name", name}, {u"who", whoIs(user)}});
    case Cause::ConditionFails:
        return withCondition(verdict, say(u"because.does-not-hold", {{u"who", whoIs(user)}}));
    case Cause::CrudOpen:
        return say(u"because.crud-open", {{u"name", name}});
    case Cause::NotEvaluated:
        return withCondition(verdict, say(u"because.not-evaluated"));
    case Cause::Privileged:
        return say(u"because.privileged");
    case Cause::Fault:
    case Cause::Unknown:
        return verdict.clause ? u"%1: %2"_s.arg(verdict.clause->place, verdict.detail)
                              : verdict.detail;
    }
    return {};
}

} // namespace tokentrail::cap
