// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csnexpression.h"
#include "core/text/json.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokentrail::cap {

struct Definition;

// What a request does to an entity.
enum class Event : quint8 { Read, Create, Update, Delete, New, Edit, Operation };
QString nameOf(Event event); // "READ", …; empty for an operation, which has its own name

// A condition of @restrict, parsed once.
struct Condition
{
    QString source; // as written
    Tokens tokens;
    enum class Fault : quint8 {
        None,
        Unreadable, // CAP answers 500
        NotAnExpression // a single operand: CAP answers 400
    };
    Fault fault = Fault::None;
    bool decidedByUser = false; // "static": three tokens of values and $user
    bool isText = false; // written as a text, which the compiler leaves as it is
};

// One privilege of @restrict with one grant.
struct Clause
{
    QString grant; // "READ", "*", the name of an operation
    QStringList to;
    std::optional<Condition> condition;
    const Definition *target = nullptr; // whose rows the condition speaks of
    QString place; // "GrantSrv.G_Read/@restrict/0"
    bool grantIsWritten = true; // otherwise * is meant; drafts then ignore the privilege
};

// What annotations say about who may use a definition; capire "CDS-based authorization".
struct Rules
{
    // @requires. An empty list refuses everybody; nullopt is no demand.
    std::optional<QStringList> requires_;
    // to of a service's @restrict, all together
    QStringList restrictedTo;
    bool hasRequires = false; // the annotation stands there, even null
    bool hasRestrict = false;
    bool hasReadonly = false;
    bool hasInsertonly = false;
    bool isReadonly = false;
    bool isInsertonly = false;
    // @restrict normalised: one clause a grant, WRITE taken apart
    std::optional<std::vector<Clause>> clauses;
    bool brokenRestrict = false; // neither list nor null: CAP fails at run time
    bool crudIsOpen = false; // no clause grants any of READ, CREATE, …: they are open to all

    bool isRestricted() const { return requires_ || clauses || brokenRestrict; }
};

// The roles of @requires or of "to" as CAP has them: names of members of an object, so that 5 is
// "5" and true is "true". What is false to JavaScript names nobody.
QStringList roleNames(const text::Json &roles);
Rules readRules(const Definition &definition);
// A path into a structure: in a text the compiler leaves it as it is, the flat model at run time
// has no such element, and CAP answers 500.
bool leadIntoStructure(const Tokens &tokens, const Definition &entity);
// @restrict of an operation together with that of its entity.
std::vector<Clause> pooledClauses(const Definition &operation);
Condition readCondition(const text::Json &where, const text::Json &parsedWhere);

} // namespace tokentrail::cap
