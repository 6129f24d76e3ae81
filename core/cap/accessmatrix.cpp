// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/access.h"
#include "core/cap/say.h"

#include <QHash>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

AccessDecision decided(int status, const QString &because)
{
    AccessDecision decision;
    decision.status = status;
    decision.because = because;
    return decision;
}

AccessDecision toDecision(const Authorization &authorization, const AccessUser &user, int success)
{
    AccessDecision decision;
    const bool isOpen = authorization.verdict.cause == Cause::Unknown;
    decision.status =
        isOpen ? 0 : (authorization.verdict.passed() ? success : authorization.verdict.status);
    decision.because = sentenceOf(authorization.verdict, user);
    decision.brief = briefOf(authorization.verdict);
    QStringList conditions;
    for (const auto &filter : authorization.filters) {
        const auto &source = filter.clause->condition->source;
        if (!conditions.contains(source))
            conditions << source;
    }
    decision.where =
        conditions.size() > 1 ? u'(' + conditions.join(") or ("_L1) + u')' : conditions.value(0);
    return decision;
}

struct CrudEvent
{
    Event event;
    int success;
};

// Names as in the log of a service, and those that tests of permissions use.
std::optional<CrudEvent> crudEventOf(const QString &name)
{
    static const QHash<QString, CrudEvent> events = {{u"READ"_s, {Event::Read, 200}},
                                                     {u"COUNT"_s, {Event::Read, 200}},
                                                     {u"CREATE"_s, {Event::Create, 201}},
                                                     {u"INSERT"_s, {Event::Create, 201}},
                                                     {u"UPDATE"_s, {Event::Update, 200}},
                                                     {u"UPSERT"_s, {Event::Update, 200}},
                                                     {u"DELETE"_s, {Event::Delete, 204}},
                                                     {u"NEW"_s, {Event::New, 201}},
                                                     {u"EDIT"_s, {Event::Edit, 201}}};
    const auto found = events.constFind(name.section(u'-', 0, 0));
    return found == events.constEnd() ? std::nullopt : std::optional(*found);
}

const Definition *entityOf(const Csn &csn, const QString &service, const QString &entity)
{
    const auto *definition = csn.find(service + u'.' + entity);
    if (!definition && entity.startsWith(service + u'.'))
        definition = csn.find(entity);
    if (!definition && csn.find(service))
        definition = csn.findExposed(*csn.find(service), entity);
    return definition && definition->kind == Definition::Kind::Entity ? definition : nullptr;
}

} // namespace

AccessDecision AccessModel::decide(const AccessUser &user,
                                   const QString &service,
                                   const QString &entity,
                                   const QString &event) const
{
    const auto *owner = m_csn.find(service);
    if (!owner || owner->kind != Definition::Kind::Service)
        return decided(404, say(u"because.no-service", {{u"service", service}}));
    const bool served =
        std::any_of(m_endpoints.begin(), m_endpoints.end(), [owner](const Endpoint &each) {
            return each.service == owner;
        });
    if (!served)
        return decided(404, say(u"because.not-served", {{u"service", service}}));
    const auto entered = checkService(user, *owner, restrictsAllServices());
    if (!entered.passed())
        return decided(entered.status, sentenceOf(entered, user));
    if (entity.isEmpty() && (event.isEmpty() || event == "SERVICE"_L1 || event == "METADATA"_L1))
        return decided(200, sentenceOf(entered, user));

    std::vector<Segment> segments;
    const Definition *operation = nullptr;
    if (entity.isEmpty()) {
        operation = m_csn.find(service + u'.' + event);
        if (!operation || operation->service != owner)
            operation = m_csn.findExposed(*owner, event);
        if (!operation || !operation->isOperation())
            return decided(
                404, say(u"because.no-operation", {{u"name", service}, {u"operation", event}}));
        return toDecision(
            authorize({user, owner, segments, Event::Operation, operation, false, m_options.cds}),
            user,
            operation->hasReturns ? 200 : 204);
    }
    const auto *target = entityOf(m_csn, service, entity);
    if (!target)
        return decided(404,
                       say(u"because.no-entity", {{u"service", service}, {u"entity", entity}}));
    segments.emplace_back();
    segments.front().entity = target;
    if (const auto crud = crudEventOf(event)) {
        const Access access = {user, owner, segments, crud->event, nullptr, false, m_options.cds};
        auto decision = toDecision(authorize(access), user, crud->success);
        if (!event.startsWith("UPSERT"_L1) || decisionOf(decision.status) != "ok"_L1)
            return decision;
        const Access creating = {
            user, owner, segments, Event::Create, nullptr, false, m_options.cds};
        const auto created = toDecision(authorize(creating), user, 201);
        const bool isNew = event == "UPSERT"_L1 || event.endsWith("-new"_L1);
        return isNew ? created : decision;
    }
    operation = target->operation(event);
    if (!operation)
        return decided(
            404, say(u"because.no-operation", {{u"name", target->name}, {u"operation", event}}));
    return toDecision(
        authorize({user, owner, segments, Event::Operation, operation, true, m_options.cds}),
        user,
        operation->hasReturns ? 200 : 204);
}

} // namespace tokentrail::cap
