// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesstable.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

QString AccessTable::Row::name() const
{
    return (entity.isEmpty() ? service : QString(service + u'.' + entity)) + u' ' + event;
}

AccessTable::AccessTable(const AccessModel &model, const Json *users)
    : m_model(model)
{
    for (const auto &endpoint : model.endpoints()) {
        const bool isKnown = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) {
            return row.service == endpoint.service->name;
        });
        if (!isKnown) // a service with two protocols has its rows once
            addService(*endpoint.service);
    }
    m_columns.push_back({u"anonymous"_s, AccessUser::anonymous()});
    for (const auto &member : users ? users->members() : Json::Members()) {
        const bool logsIn = !(member.value.isBool() && !member.value.toBool());
        if (logsIn && member.name != "*"_L1)
            m_columns.push_back({member.name, mockUser(member.name, member.value)});
    }
    if (m_columns.size() == 1)
        addRoles();
}

void AccessTable::addCaller(const QString &name, const AccessUser &user)
{
    m_columns.push_back({name, user});
}

void AccessTable::addService(const Definition &service)
{
    m_rows.push_back({service.name, {}, u"SERVICE"_s});
    for (const auto &definition : m_model.csn().definitions()) {
        if (definition->service != &service || definition.get() == &service
            || definition->isIgnored)
            continue;
        const auto name = definition->localName();
        if (definition->isOperation())
            m_rows.push_back({service.name, {}, name, true});
        if (definition->kind != Definition::Kind::Entity || definition->isAutoExposed)
            continue;
        for (const auto &event : {u"READ"_s, u"CREATE"_s, u"UPDATE"_s, u"DELETE"_s})
            m_rows.push_back({service.name, name, event});
        for (const auto &operation : definition->operations)
            m_rows.push_back({service.name, name, operation->name, true});
    }
}

// Whoever has one role each: what is known without knowing who the users are.
void AccessTable::addRoles()
{
    QStringList roles;
    const auto take = [&roles](const Definition &definition) {
        const auto &rules = definition.rules;
        if (rules.requires_)
            roles += *rules.requires_;
        roles += rules.restrictedTo;
        for (const auto &clause : rules.clauses.value_or(std::vector<Clause>()))
            roles += clause.to;
    };
    for (const auto &definition : m_model.csn().definitions()) {
        if (!definition->service)
            continue;
        take(*definition);
        for (const auto &operation : definition->operations)
            take(*operation);
    }
    roles.removeDuplicates();
    roles.sort();
    AccessUser user;
    user.id = u"somebody"_s;
    m_columns.push_back({u"logged in"_s, user});
    for (const auto &role : std::as_const(roles)) {
        if (role.isEmpty() || role == "any"_L1 || role == "authenticated-user"_L1
            || role == "identified-user"_L1)
            continue;
        auto holder = user;
        holder.roles = {role};
        m_columns.push_back({u"role "_s + role, holder});
    }
}

AccessDecision AccessTable::cell(size_t row, size_t column) const
{
    const auto &what = m_rows[row];
    return m_model.decide(m_columns[column].user, what.service, what.entity, what.event);
}

QString cellText(const AccessDecision &decision)
{
    if (decision.where.isEmpty())
        return decision.decision();
    return decision.decision() + " where "_L1 + decision.where;
}

} // namespace tokentrail::cap
