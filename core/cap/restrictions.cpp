// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/restrictions.h"

#include "core/cap/csn.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

QString nameOf(Event event)
{
    switch (event) {
    case Event::Read:
        return u"READ"_s;
    case Event::Create:
        return u"CREATE"_s;
    case Event::Update:
        return u"UPDATE"_s;
    case Event::Delete:
        return u"DELETE"_s;
    case Event::New:
        return u"NEW"_s;
    case Event::Edit:
        return u"EDIT"_s;
    case Event::Operation:
        return {};
    }
    return {};
}

namespace {

bool isTruthy(const Json &json)
{
    return json.isArray() || json.isObject() || Value::of(json).isTruthy();
}

QString nameOfRole(const Json &role)
{
    return role.isString() ? role.toString() : QString::fromUtf8(role.toCompact());
}

bool isCrud(const QString &grant)
{
    static const QStringList events = {u"READ"_s,
                                       u"CREATE"_s,
                                       u"UPDATE"_s,
                                       u"DELETE"_s,
                                       u"NEW"_s,
                                       u"PATCH"_s,
                                       u"CANCEL"_s,
                                       u"EDIT"_s};
    return events.contains(grant);
}

// "static" in CAP's words: the answer needs the user alone, no row.
bool needsNoRow(const Tokens &tokens)
{
    return tokens.size() == 3 && std::all_of(tokens.begin(), tokens.end(), [](const Token &token) {
               return token.isWord() || token.isUserRef()
                   || (token.kind == Token::Kind::Value && token.value.isTruthy());
           });
}

QStringList grantsOf(const Json &privilege)
{
    const auto &grant = privilege[u"grant"];
    if (grant.isArray())
        return grant.toStringList();
    return {isTruthy(grant) ? grant.toString() : u"*"_s};
}

QStringList rolesOf(const Json &to)
{
    return isTruthy(to) ? roleNames(to) : QStringList{u"any"_s};
}

std::optional<Condition> conditionOf(const Json &privilege)
{
    const auto &where = privilege[u"where"];
    if (!isTruthy(where))
        return {};
    return readCondition(where, privilege[u"_where"]);
}

void addClauses(std::vector<Clause> &clauses,
                const Json &privilege,
                const Definition &entity,
                const QString &place)
{
    for (const auto &grant : grantsOf(privilege)) {
        const auto events = grant == "WRITE"_L1 ? QStringList{u"CREATE"_s, u"UPDATE"_s, u"DELETE"_s}
                                                : QStringList{grant};
        for (const auto &event : events)
            clauses.push_back({event,
                               rolesOf(privilege[u"to"]),
                               conditionOf(privilege),
                               &entity,
                               place,
                               isTruthy(privilege[u"grant"])});
    }
}

std::vector<Clause> clausesOfEntity(const Definition &entity)
{
    std::vector<Clause> clauses;
    int number = 0;
    for (const auto &privilege : entity.json->find(u"@restrict")->elements())
        addClauses(clauses, privilege, entity, u"%1/@restrict/%2"_s.arg(entity.name).arg(number++));
    return clauses;
}

// An operation's own privileges: grant is the operation itself whatever is written; a condition
// counts only where the operation is unbound and the user alone decides it.
std::vector<Clause> clausesOfOperation(const Definition &operation)
{
    std::vector<Clause> clauses;
    QString owner = operation.name;
    if (operation.boundTo)
        owner = operation.boundTo->name + u"/actions/"_s + operation.name;
    int number = 0;
    for (const auto &privilege : operation.json->find(u"@restrict")->elements()) {
        Clause clause = {operation.localName(),
                         rolesOf(privilege[u"to"]),
                         {},
                         operation.boundTo,
                         u"%1/@restrict/%2"_s.arg(owner).arg(number++)};
        auto condition = conditionOf(privilege);
        if (!operation.boundTo && condition
            && (condition->decidedByUser || condition->fault == Condition::Fault::Unreadable))
            clause.condition = std::move(condition);
        clauses.push_back(std::move(clause));
    }
    return clauses;
}

void readRestrict(Rules &rules, const Definition &definition)
{
    const auto *restrict_ = definition.json->find(u"@restrict");
    rules.hasRestrict = restrict_ != nullptr;
    if (!restrict_ || !isTruthy(*restrict_))
        return;
    rules.brokenRestrict = !restrict_->isArray();
    if (rules.brokenRestrict)
        return;
    rules.clauses =
        definition.isOperation() ? clausesOfOperation(definition) : clausesOfEntity(definition);
    const auto &clauses = *rules.clauses;
    rules.crudIsOpen =
        !clauses.empty() && std::none_of(clauses.begin(), clauses.end(), [](const Clause &clause) {
            return clause.grant == "*"_L1 || isCrud(clause.grant);
        });
    for (const auto &privilege : restrict_->elements()) {
        if (isTruthy(privilege[u"to"]))
            rules.restrictedTo += roleNames(privilege[u"to"]);
    }
    rules.restrictedTo.removeAll(QString());
}

} // namespace

QStringList roleNames(const Json &roles)
{
    QStringList names;
    if (!roles.isArray()) {
        if (isTruthy(roles) && !roles.isObject())
            names << nameOfRole(roles);
        return names;
    }
    for (const auto &role : roles.elements()) {
        if (isTruthy(role))
            names << nameOfRole(role);
    }
    return names;
}

namespace {

void readText(Condition &condition, const Json &parsedWhere)
{
    const auto stored = text::parseJson(parsedWhere.toString().toUtf8());
    if (stored && stored->isArray()) {
        condition.tokens = readTokens(*stored);
    } else if (auto parsed = parseCondition(condition.source)) {
        condition.tokens = *std::move(parsed);
    } else {
        condition.fault = Condition::Fault::Unreadable;
        return;
    }
    if (condition.tokens.size() != 1)
        return;
    if (condition.tokens.front().kind == Token::Kind::Nested) // parentheses around everything
        condition.tokens = Tokens(condition.tokens.front().items);
    else
        condition.fault = Condition::Fault::NotAnExpression;
}

} // namespace

Condition readCondition(const Json &where, const Json &parsedWhere)
{
    Condition condition;
    condition.isText = where.isString();
    if (condition.isText) {
        condition.source = where.toString();
        readText(condition, parsedWhere);
    } else {
        condition.source = where[u"="].toString();
        const auto &xpr = where.isArray() ? where : where[u"xpr"];
        condition.tokens = readTokens(xpr);
        if (!xpr.isArray())
            condition.fault = Condition::Fault::Unreadable;
        if (condition.source.isEmpty())
            condition.source = toText(condition.tokens);
    }
    condition.decidedByUser = needsNoRow(condition.tokens);
    return condition;
}

Rules readRules(const Definition &definition)
{
    Rules rules;
    const auto *requires_ = definition.json->find(u"@requires");
    rules.hasRequires = requires_ != nullptr;
    if (requires_ && isTruthy(*requires_))
        rules.requires_ = roleNames(*requires_);
    const auto *readonly = definition.json->find(u"@readonly");
    rules.hasReadonly = readonly != nullptr;
    rules.isReadonly = readonly && isTruthy(*readonly);
    const auto *insertonly = definition.json->find(u"@insertonly");
    rules.hasInsertonly = insertonly != nullptr;
    rules.isInsertonly = insertonly && isTruthy(*insertonly);
    readRestrict(rules, definition);
    return rules;
}

namespace {

bool leadsIntoStructure(const Token &token, const Definition &entity)
{
    const auto *current = &entity;
    for (const auto &step : token.ref) {
        const auto *element = current ? current->element(step.id) : nullptr;
        if (!element)
            return false;
        if (!element->elements.empty())
            return true;
        current = element->target;
    }
    return false;
}

} // namespace

bool leadIntoStructure(const Tokens &tokens, const Definition &entity)
{
    return std::any_of(tokens.begin(), tokens.end(), [&entity](const Token &token) {
        return leadsIntoStructure(token, entity) || leadIntoStructure(token.items, entity);
    });
}

std::vector<Clause> pooledClauses(const Definition &operation)
{
    std::vector<Clause> clauses;
    if (operation.rules.clauses)
        clauses = *operation.rules.clauses;
    if (operation.boundTo && operation.boundTo->rules.clauses)
        clauses.insert(clauses.end(),
                       operation.boundTo->rules.clauses->begin(),
                       operation.boundTo->rules.clauses->end());
    return clauses;
}

} // namespace tokentrail::cap
