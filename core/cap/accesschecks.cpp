// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesschecks.h"

#include "core/cap/accesscapabilities.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

int refusalFor(const AccessUser &user)
{
    return user.isAnonymous ? 401 : 403;
}

bool isPseudo(const QString &role)
{
    return role == "any"_L1 || role == "authenticated-user"_L1 || role == "identified-user"_L1;
}

// The service checks its @requires a second time, for local calls; only an empty list shows.
Verdict checkServiceAgain(const Access &access)
{
    Verdict verdict;
    const auto &roles = access.service->rules.requires_;
    if (access.user.isPrivileged || !roles || roles->contains("internal-user"_L1)
        || (access.cds >= 10 && (roles->isEmpty() || roles->contains("any"_L1))))
        return verdict;
    if (!holdsAny(access.user, *roles, verdict) && verdict.passed())
        verdict = {refusalFor(access.user), Cause::ServiceRequires, access.service, nullptr, {}};
    return verdict;
}

Verdict checkRequires(const Access &access)
{
    Verdict verdict;
    const auto *definition = access.operation;
    if (!definition && access.target())
        definition = relevantEntity(access, RelevantFor::Authorization);
    if (!definition)
        return verdict;
    const auto *roles = definition->rules.requires_ ? &*definition->rules.requires_ : nullptr;
    if (!roles && definition->isOperation() && definition->boundTo
        && definition->boundTo->rules.requires_) {
        definition = definition->boundTo;
        roles = &*definition->rules.requires_;
    }
    if (!roles || holdsAny(access.user, *roles, verdict) || !verdict.passed())
        return verdict;
    return {refusalFor(access.user), Cause::Requires, definition, nullptr, {}};
}

struct Restrictions
{
    const Definition *definition = nullptr;
    std::vector<const Clause *> clauses;
    bool exist = false;
    bool broken = false;
};

void addAll(Restrictions &restrictions, const Definition &definition)
{
    const auto &rules = definition.rules;
    restrictions.broken = restrictions.broken || rules.brokenRestrict;
    restrictions.exist = restrictions.exist || rules.clauses || rules.brokenRestrict;
    if (!rules.clauses)
        return;
    for (const auto &clause : *rules.clauses)
        restrictions.clauses.push_back(&clause);
}

Restrictions restrictionsOf(const Access &access)
{
    Restrictions restrictions;
    if (access.operation) {
        restrictions.definition = access.operation;
        addAll(restrictions, *access.operation);
        if (access.operation->boundTo)
            addAll(restrictions, *access.operation->boundTo);
    } else if (const auto *entity = relevantEntity(access, RelevantFor::Authorization)) {
        restrictions.definition = entity;
        addAll(restrictions, *entity);
    }
    return restrictions;
}

// A row within a draft, addressed directly, that has no rules of its own.
bool isDraftChild(const Access &access)
{
    const auto *target = access.target();
    return access.segments.size() == 1 && target && target->draftRoot && target->draftRoot != target
        && relevantEntity(access, RelevantFor::Authorization) != target;
}

bool grants(const Clause &clause, const Access &access)
{
    if (clause.grant == "*"_L1)
        return access.event != Event::New || clause.grantIsWritten || isDraftChild(access);
    switch (access.event) {
    case Event::Operation:
        return clause.grant == access.operation->localName();
    case Event::New: // drafts keep what grants CREATE; the rules of their root stay as written
        return clause.grant == (isDraftChild(access) ? "NEW"_L1 : "CREATE"_L1);
    case Event::Edit:
        return clause.grant == "EDIT"_L1 || clause.grant == "UPDATE"_L1;
    case Event::Read:
    case Event::Create:
    case Event::Update:
    case Event::Delete:
        return clause.grant == nameOf(access.event);
    }
    return false;
}

// Only a condition that the user alone decides counts where there is no row yet.
bool looksAtUserOnly(const Access &access)
{
    const bool unbound = access.operation && !access.operation->boundTo;
    const bool onCollection =
        access.operation && access.operation->isOnCollection && access.cds >= 10;
    return access.event == Event::Create || access.event == Event::New || unbound || onCollection;
}

Authorization decideByUser(const Access &access, std::vector<Filter> filters)
{
    Stop stop;
    const Clause *refused = nullptr;
    for (const auto &filter : filters) {
        if (!isDecidedWithoutRow(filter.resolved))
            continue;
        refused = filter.clause;
        if (decideWithoutRow(filter.resolved, stop))
            return {{0, Cause::GrantedByCondition, filter.clause->target, filter.clause, {}}, {}};
        if (stop.happened())
            return {{stop.status, Cause::Fault, nullptr, filter.clause, stop.because}, {}};
    }
    if (refused)
        return {{refusalFor(access.user), Cause::ConditionFails, refused->target, refused, {}}, {}};
    const auto *first = filters.front().clause;
    return {{0, Cause::NotEvaluated, first->target, first, {}}, {}};
}

Authorization applyConditions(const Access &access, const std::vector<const Clause *> &clauses)
{
    Stop stop;
    std::vector<Filter> filters;
    for (const auto *clause : clauses) {
        const auto &condition = *clause->condition;
        if (condition.fault == Condition::Fault::NotAnExpression)
            stop.fail(400, say(u"because.no-comparison", {{u"condition", condition.source}}));
        if (condition.fault == Condition::Fault::Unreadable)
            stop.fail(500, say(u"because.unreadable", {{u"condition", condition.source}}));
        filters.push_back({clause, resolveUser(condition.tokens, access.user, stop)});
        if (stop.unknown)
            return {{0, Cause::Unknown, nullptr, clause, stop.because}, {}};
        if (stop.happened())
            return {{stop.status, Cause::Fault, nullptr, clause, stop.because}, {}};
    }
    if (looksAtUserOnly(access))
        return decideByUser(access, std::move(filters));
    const auto *first = filters.front().clause;
    if (access.operation && access.operation->isOnCollection)
        return {{0, Cause::NotEvaluated, first->target, first, {}}, {}};
    return {{0, Cause::GrantedByCondition, first->target, first, {}}, std::move(filters)};
}

Authorization checkRestrict(const Access &access)
{
    const auto restrictions = restrictionsOf(access);
    if (!restrictions.exist)
        return {
            {0, Cause::Open, access.operation ? access.operation : access.target(), nullptr, {}},
            {}};
    if (restrictions.broken)
        return {
            {500, Cause::Fault, restrictions.definition, nullptr, say(u"because.restrict-no-list")},
            {}};
    const bool isCrud = access.event != Event::Operation;
    if (isCrud && restrictions.definition->rules.crudIsOpen)
        return {{0, Cause::CrudOpen, restrictions.definition, nullptr, {}}, {}};

    std::vector<const Clause *> applicable;
    Verdict verdict;
    for (const auto *clause : restrictions.clauses) {
        if (grants(*clause, access) && holdsAny(access.user, clause->to, verdict))
            applicable.push_back(clause);
        if (!verdict.passed())
            return {verdict, {}};
    }
    if (access.event == Event::New && !isDraftChild(access)
        && isOpenForDrafts(*restrictions.definition))
        return {{0, Cause::CrudOpen, restrictions.definition, nullptr, {}}, {}};
    if (applicable.empty())
        return {{refusalFor(access.user),
                 Cause::NoGrant,
                 restrictions.definition,
                 nullptr,
                 access.operation ? access.operation->name : nameOf(access.event)},
                {}};
    for (const auto *clause : applicable) {
        if (!clause->condition)
            return {{0, Cause::Granted, restrictions.definition, clause, {}}, {}};
    }
    return applyConditions(access, applicable);
}

} // namespace

bool holdsAny(const AccessUser &user, const QStringList &roles, Verdict &verdict)
{
    for (const auto &role : roles) {
        if (user.crashesRoleCheck && !isPseudo(role)) {
            verdict = {500, Cause::Fault, nullptr, nullptr, say(u"because.roles-shape")};
            return false;
        }
        if (user.is(role))
            return true;
    }
    return false;
}

Verdict checkService(const AccessUser &user, const Definition &service, bool restrictAll)
{
    const auto &rules = service.rules;
    QStringList roles = rules.requires_ ? *rules.requires_ : rules.restrictedTo;
    auto cause = rules.requires_ ? Cause::ServiceRequires : Cause::ServiceRestrict;
    if (!rules.requires_ && rules.brokenRestrict)
        return {500, Cause::Fault, &service, nullptr, say(u"because.restrict-no-list")};
    if (roles.isEmpty()) {
        if (!restrictAll)
            return {0, Cause::Open, &service, nullptr, {}};
        roles = QStringList{u"authenticated-user"_s};
        cause = Cause::AllServicesRestricted;
    }
    Verdict verdict;
    if (holdsAny(user, roles, verdict))
        return {0, cause, &service, nullptr, {}};
    if (!verdict.passed())
        return verdict;
    return {refusalFor(user), cause, &service, nullptr, roles.join(','_L1)};
}

Verdict checkRoles(const Access &access)
{
    auto verdict = checkServiceAgain(access);
    return verdict.passed() ? checkRequires(access) : verdict;
}

Authorization authorize(const Access &access)
{
    for (const auto check : {&checkServiceAgain, &checkRequires, &checkCapabilities}) {
        auto verdict = check(access);
        if (!verdict.passed())
            return {std::move(verdict), {}};
    }
    if (access.user.isPrivileged)
        return {{0, Cause::Privileged, access.target(), nullptr, {}}, {}};
    return checkRestrict(access);
}

} // namespace tokentrail::cap
