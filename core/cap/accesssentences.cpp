// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesschecks.h"
#include "core/cap/csn.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

QString list(const QStringList &words)
{
    return words.isEmpty() ? u"nobody"_s : words.join(", "_L1);
}

QString whoIs(const AccessUser &user)
{
    return user.isAnonymous ? u"an anonymous caller"_s : u"user '%1'"_s.arg(user.shownId());
}

QString nameOf(const Verdict &verdict)
{
    if (!verdict.definition)
        return u"the model"_s;
    const auto &definition = *verdict.definition;
    return definition.boundTo ? definition.boundTo->name + u"/actions/"_s + definition.name
                              : definition.name;
}

QString required(const Verdict &verdict, const AccessUser &user)
{
    const auto roles = verdict.definition->rules.requires_.value_or(QStringList());
    const QString demand = u"%1/@requires asks for %2"_s.arg(nameOf(verdict), list(roles));
    return verdict.passed() ? u"%1, which %2 has."_s.arg(demand, whoIs(user))
                            : u"%1, which %2 has not."_s.arg(demand, whoIs(user));
}

QString granted(const Verdict &verdict, const AccessUser &user)
{
    const auto &clause = *verdict.clause;
    return u"%1 grants %2 to %3, and %4 is one of them."_s.arg(
        clause.place, clause.grant, list(clause.to), whoIs(user));
}

QString withCondition(const Verdict &verdict, const QString &consequence)
{
    const auto &clause = *verdict.clause;
    const auto condition = clause.condition ? clause.condition->source : QString();
    return u"%1 grants %2 to %3 where %4; %5."_s.arg(
        clause.place, clause.grant, list(clause.to), condition, consequence);
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
        return u"%1 is open to everybody"_s.arg(name);
    case Cause::ServiceRequires:
    case Cause::Requires:
        return u"%1 asks for %2"_s.arg(
            name, list(verdict.definition->rules.requires_.value_or(QStringList())));
    case Cause::ServiceRestrict:
        return u"%1 asks for %2"_s.arg(name, list(verdict.definition->rules.restrictedTo));
    case Cause::AllServicesRestricted:
        return u"in production every service asks for a login"_s;
    case Cause::Readonly:
        return u"%1 is read-only"_s.arg(name);
    case Cause::Insertonly:
        return u"%1 can only be inserted into"_s.arg(name);
    case Cause::Capability:
    case Cause::NavigationCapability:
        return u"a capability of %1 is switched off"_s.arg(name);
    case Cause::AutoExposed:
    case Cause::AutoExposeReadonly:
        return u"%1 is exposed by the compiler only"_s.arg(name);
    case Cause::Granted:
        return u"%1 grants %2 to %3"_s.arg(name, verdict.clause->grant, list(verdict.clause->to));
    case Cause::GrantedByCondition:
    case Cause::NotEvaluated:
        return u"%1 grants %2 to %3, with a condition"_s.arg(
            name, verdict.clause->grant, list(verdict.clause->to));
    case Cause::NoGrant:
        return u"%1 grants %2 to %3 only"_s.arg(
            name, verdict.detail, list(holdersOf(*verdict.definition, verdict.detail)));
    case Cause::ConditionFails:
        return u"the condition of %1 does not hold"_s.arg(name);
    case Cause::Privileged:
        return u"the user is privileged"_s;
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
        return u"%1 has neither @requires nor @restrict that would apply: open to everybody."_s.arg(
            name);
    case Cause::ServiceRequires:
    case Cause::Requires:
        return required(verdict, user);
    case Cause::ServiceRestrict:
        return u"%1/@restrict names %2, and %3 %4."_s.arg(
            name,
            list(verdict.definition->rules.restrictedTo),
            whoIs(user),
            verdict.passed() ? u"is one of them"_s : u"is none"_s);
    case Cause::AllServicesRestricted:
        return u"In production every service asks for a login (restrict_all_services), and this is %1."_s
            .arg(whoIs(user));
    case Cause::Readonly:
        return u"%1/@readonly: it cannot be written, whoever asks."_s.arg(name);
    case Cause::Insertonly:
        return u"%1/@insertonly: it can only be inserted into, whoever asks."_s.arg(name);
    case Cause::Capability:
        return u"%1/%2 is false, whoever asks."_s.arg(name, verdict.detail);
    case Cause::NavigationCapability:
        return u"%1/@Capabilities.NavigationRestrictions: not %2 on this way, whoever asks."_s.arg(
            name, verdict.detail);
    case Cause::AutoExposed:
        return u"%1 is exposed by the compiler only (@cds.autoexposed): no direct access."_s.arg(
            name);
    case Cause::AutoExposeReadonly:
        return u"%1 is auto-exposed (@cds.autoexpose): it can only be read."_s.arg(name);
    case Cause::Granted:
        return granted(verdict, user);
    case Cause::GrantedByCondition:
        return withCondition(verdict, u"it is evaluated"_s);
    case Cause::NoGrant:
        return u"%1/@restrict grants this to %2 with no privilege."_s.arg(name, whoIs(user));
    case Cause::ConditionFails:
        return withCondition(verdict, u"that does not hold for %1"_s.arg(whoIs(user)));
    case Cause::CrudOpen:
        return u"%1/@restrict names no event that would apply here, so it restricts nothing: open to everybody."_s
            .arg(name);
    case Cause::NotEvaluated:
        return withCondition(verdict, u"CAP does not evaluate it here: allowed"_s);
    case Cause::Privileged:
        return u"The user is privileged: every role, @restrict is skipped."_s;
    case Cause::Fault:
    case Cause::Unknown:
        return verdict.clause ? u"%1: %2"_s.arg(verdict.clause->place, verdict.detail)
                              : verdict.detail;
    }
    return {};
}

} // namespace tokentrail::cap
