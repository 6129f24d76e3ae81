// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesshandler.h"

#include "core/cap/accessinput.h"
#include "core/cap/accesslists.h"
#include "core/cap/say.h"
#include "core/cap/sqlvalues.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

AccessHandler::AccessHandler(const AccessModel &model,
                             const AccessRequest &request,
                             const AccessUser &user,
                             const Endpoint &endpoint,
                             const ResourcePath &path)
    : m_model(model)
    , m_request(request)
    , m_user(user)
    , m_endpoint(endpoint)
    , m_path(path)
{ }

AccessDecision AccessHandler::handle()
{
    if (m_path.status != 0)
        return refuse(m_path.status, m_path.because);
    if (auto refused = refuseMedia())
        return *refused;
    if (auto refused = refuseMethod())
        return *refused;
    if (m_path.target() && m_path.target()->isDraftEnabled()) {
        if (auto decision = draft())
            return *decision;
    }
    if (m_path.operation)
        return operate();
    const auto &method = m_request.method;
    if (method == "GET"_L1 || method == "HEAD"_L1)
        return read();
    if (method == "POST"_L1)
        return create(false);
    return method == "DELETE"_L1 && m_path.property.isEmpty() ? remove() : update();
}

Access AccessHandler::access(Event event, bool isOne) const
{
    return {m_user,
            m_endpoint.service,
            m_path.segments,
            event,
            m_path.operation,
            isOne,
            m_model.options().cds};
}

bool AccessHandler::matches(const Segment &segment, const Table &table, const Row &row) const
{
    return std::all_of(segment.keys.begin(), segment.keys.end(), [&](const KeyPart &key) {
        return isTrue(compareSql(table.cell(row, key.name), u"=", key.value, true));
    });
}

bool AccessHandler::passes(const std::vector<Filter> &filters,
                           const Definition &entity,
                           const Row &row)
{
    bool isRestricted = false;
    for (const auto &filter : filters) {
        if (filter.clause->target != &entity)
            continue;
        isRestricted = true;
        if (m_model.rows().holds(filter.resolved, entity, row, m_user, m_stop))
            return true;
    }
    return !isRestricted;
}

AccessHandler::Walk AccessHandler::walk(const std::vector<Segment> &segments,
                                        const std::vector<Filter> &filters)
{
    Walk walk;
    if (!m_path.brokenKey.isEmpty()) {
        m_stop.fail(500, m_path.brokenKey);
        return walk;
    }
    for (const auto &segment : segments) {
        const auto &table = m_model.rows().of(*segment.entity);
        if (!table.isKnown) {
            walk.isKnown = false;
            walk.missing = segment.entity->name;
            return walk;
        }
        std::vector<const Row *> candidates;
        if (!segment.association) {
            for (const auto &row : table.rows)
                candidates.push_back(&row);
            if (segment.entity->isSingleton && !candidates.empty())
                candidates.resize(1);
        } else {
            walk.parents = walk.rows;
            const auto &parent = *(&segment - 1)->entity;
            for (const auto *row : walk.parents) {
                const auto reached =
                    m_model.rows().follow(parent, *row, *segment.association, m_stop);
                candidates.insert(candidates.end(), reached.begin(), reached.end());
            }
        }
        std::erase_if(candidates, [&](const Row *row) {
            return !matches(segment, table, *row) || !passes(filters, *segment.entity, *row);
        });
        walk.rows = std::move(candidates);
    }
    return walk;
}

// What the database refuses whatever the rows are.
void AccessHandler::checkStatements(const Authorization &authorization)
{
    for (const auto &filter : authorization.filters) {
        checkStatement(filter.resolved, m_stop);
        const auto &clause = *filter.clause;
        if (clause.condition->isText && clause.target
            && leadIntoStructure(filter.resolved, *clause.target))
            m_stop.fail(500,
                        say(u"because.text-structure",
                            {{u"place", filter.clause->place},
                             {u"condition", filter.clause->condition->source}}));
    }
}

AccessDecision AccessHandler::read()
{
    const auto authorization = authorize(access(Event::Read, m_path.isOne));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    const auto expand = restrictedExpand(*m_path.target(), expandedNames(m_path));
    if (!expand.isEmpty())
        return refuse(400, expand);
    checkStatements(authorization);
    if (m_stop.happened())
        return stopped();
    const auto walked = walk(m_path.segments, authorization.filters);
    if (m_stop.happened())
        return stopped();
    if (!walked.isKnown)
        return openRows(200, authorization, walked.missing);
    if (m_path.isCount)
        return answer(200, authorization.verdict, &authorization);
    const bool hasParent = m_path.segments.size() > 1;
    if (walked.rows.empty() && hasParent
        && (walked.parents.empty() || !parentExists(authorization)))
        return refuse(404, say(u"because.no-parent", {{u"entity", m_path.target()->name}}));
    return m_path.isOne ? readOne(walked, authorization) : readList(walked, authorization);
}

AccessDecision AccessHandler::readOne(const Walk &walk, const Authorization &authorization) const
{
    const auto &last = m_path.segments.back();
    auto decision = answer(200, authorization.verdict, &authorization);
    if (walk.rows.empty()) {
        const bool toOne = last.association && !last.isKeyed;
        const auto *nullable = last.entity->annotation(u"@odata.singleton.nullable");
        const bool mayBeNull =
            !last.association && last.entity->isSingleton && nullable && nullable->toBool();
        const bool restEmpty = isRest() && last.association;
        decision.status = toOne || mayBeNull || restEmpty ? 204 : 404;
        if (decision.status == 404)
            decision.because =
                say(decision.where.isEmpty() ? u"because.no-row" : u"because.no-row-fulfils");
        return decision;
    }
    if (!m_path.option(u"$filter").isEmpty()) {
        const auto kept = shownIds(m_path, m_model.rows(), walk.rows);
        if (!kept)
            return refuse(0, say(u"because.filter-beyond"));
        if (kept->empty()) {
            decision.status = last.association && !last.isKeyed ? 204 : 404;
            return decision;
        }
    }
    if (!m_path.property.isEmpty()) {
        const auto &table = m_model.rows().of(*last.entity);
        const bool isNull = table.index.contains(m_path.property)
            && table.cell(*walk.rows.front(), m_path.property).isNull();
        if (isNull && !isRest())
            decision.status = 204;
    }
    return decision;
}

AccessDecision AccessHandler::readList(const Walk &walk, const Authorization &authorization) const
{
    if (m_path.option(u"$filter").contains("/$count"_L1))
        return refuse(500, say(u"because.count-in-filter"));
    auto decision = answer(200, authorization.verdict, &authorization);
    decision.ids = shownIds(m_path, m_model.rows(), walk.rows);
    return decision;
}

bool AccessHandler::parentExists(const Authorization &authorization)
{
    const std::vector<Segment> parents(m_path.segments.begin(), m_path.segments.end() - 1);
    if (walk(parents, authorization.filters).rows.empty())
        return false;
    if (m_model.options().cds < 10)
        return true;
    // cds 10 reads the parent with the user's own rights.
    const Access parentAccess = {
        m_user, m_endpoint.service, parents, Event::Read, nullptr, true, m_model.options().cds};
    const auto readable = authorize(parentAccess);
    return readable.verdict.passed() && !walk(parents, readable.filters).rows.empty();
}

AccessDecision AccessHandler::operate()
{
    const auto &operation = *m_path.operation;
    const auto authorization = authorize(access(Event::Operation, m_path.isOne));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    const auto problem = operation.kind == Definition::Kind::Action
        ? parameterProblem(m_model.csn(), operation, m_request.body, isRest())
        : QString();
    if (operation.boundTo && !operation.isOnCollection && authorization.isFiltered()) {
        checkStatements(authorization);
        const auto permitted = walk(m_path.segments, authorization.filters);
        if (m_stop.happened())
            return stopped();
        if (!permitted.isKnown)
            return openRows(operation.hasReturns ? 200 : 204, authorization, permitted.missing);
        if (permitted.rows.empty()) {
            if (walk(m_path.segments, {}).rows.empty())
                return refuse(404, say(u"because.no-row"));
            auto verdict = authorization.verdict;
            verdict.status = m_user.isAnonymous ? 401 : 403;
            verdict.cause = Cause::ConditionFails;
            return refuse(verdict);
        }
    }
    if (!problem.isEmpty())
        return refuse(400, problem);
    auto decision = answer(operation.hasReturns ? 200 : 204, authorization.verdict, &authorization);
    decision.because += u' ' + say(u"because.handler-unread");
    return decision;
}

AccessDecision
AccessHandler::answer(int status, const Verdict &verdict, const Authorization *filtered) const
{
    AccessDecision decision;
    decision.status = status;
    decision.because = sentenceOf(verdict, m_user);
    decision.brief = briefOf(verdict);
    decision.failsCondition = verdict.cause == Cause::ConditionFails;
    if (filtered) {
        QStringList conditions;
        for (const auto &filter : filtered->filters) {
            const auto &source = filter.clause->condition->source;
            if (!conditions.contains(source))
                conditions << source;
        }
        decision.where = conditions.size() > 1 ? u'(' + conditions.join(") or ("_L1) + u')'
                                               : conditions.value(0);
    }
    return decision;
}

AccessDecision AccessHandler::refuse(const Verdict &verdict) const
{
    return answer(verdict.status, verdict);
}

AccessDecision AccessHandler::refuse(int status, const QString &because) const
{
    AccessDecision decision;
    decision.status = status;
    decision.because = because;
    return decision;
}

AccessDecision AccessHandler::stopped() const
{
    return refuse(m_stop.unknown ? 0 : m_stop.status, m_stop.because);
}

AccessDecision
AccessHandler::openRows(int status, const Authorization &authorization, const QString &entity) const
{
    auto decision = answer(status, authorization.verdict, &authorization);
    decision.because += u' ' + say(u"because.rows-unknown", {{u"entity", entity}});
    return decision;
}

} // namespace tokentrail::cap
