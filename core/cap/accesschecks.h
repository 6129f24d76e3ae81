// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accessconditions.h"
#include "core/cap/accesspath.h"

#include <vector>

namespace tokentrail::cap {

// What decided.
enum class Cause : quint8 {
    Open, // nothing asks for anything
    ServiceRequires, // @requires of the service
    ServiceRestrict, // to of the service's @restrict
    AllServicesRestricted, // production: requires.auth.restrict_all_services
    Requires, // @requires of entity or operation
    Readonly,
    Insertonly,
    Capability,
    NavigationCapability,
    AutoExposed,
    AutoExposeReadonly,
    Granted, // a privilege of @restrict
    GrantedByCondition, // its condition holds, or does not need a row
    NoGrant, // @restrict has none for this event and user
    ConditionFails,
    CrudOpen, // @restrict speaks of operations only
    NotEvaluated, // CREATE: a condition over rows is not looked at
    Privileged,
    Fault, // CAP fails at run time
    Unknown
};

// The outcome of the checks, with what decided; words are made of it on demand.
struct Verdict
{
    int status = 0; // 0: passed
    Cause cause = Cause::Open;
    const Definition *definition = nullptr;
    const Clause *clause = nullptr;
    QString detail; // of NoGrant the event that was asked for

    bool passed() const { return status == 0 && cause != Cause::Unknown; }
};

// A condition that rows of its entity must fulfil.
struct Filter
{
    const Clause *clause = nullptr;
    Tokens resolved;
};

struct Authorization
{
    Verdict verdict;
    std::vector<Filter> filters; // any of those for an entity suffices; empty: all rows
    bool isFiltered() const { return !filters.empty(); }
};

// A request as the service's handlers see it.
struct Access
{
    const AccessUser &user;
    const Definition *service = nullptr;
    const std::vector<Segment> &segments; // empty: an unbound operation
    Event event = Event::Read;
    const Definition *operation = nullptr;
    bool isOne = false;
    int cds = 9;

    const Definition *target() const { return segments.empty() ? nullptr : segments.back().entity; }
};

// The protocol adapter's check, for everything below the service's path.
Verdict checkService(const AccessUser &user, const Definition &service, bool restrictAll);
// The service's own checks in their order: @requires, @readonly, @insertonly, capabilities,
// auto-exposure, @restrict.
Authorization authorize(const Access &access);
// Only what asks for roles: @requires of service, entity or operation. Drafts are let go on with it.
Verdict checkRoles(const Access &access);
// EXPAND_IS_RESTRICTED; empty when it is not.
QString restrictedExpand(const Definition &entity, const QStringList &expanded);

bool holdsAny(const AccessUser &user, const QStringList &roles, Verdict &verdict);
// "S.E/@restrict/0 grants READ to viewer."
QString sentenceOf(const Verdict &verdict, const AccessUser &user);
// The same in a few words, without places: "Orders grants READ to admin only"
QString briefOf(const Verdict &verdict);

} // namespace tokentrail::cap
