// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesshandler.h"
#include "core/cap/accessinput.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// The database service of CAP writes through projections only, not into joins and unions.
bool isJoined(const Definition &entity)
{
    const auto &query = (*entity.json)[u"query"];
    const auto &from = query[u"SELECT"][u"from"];
    return query.contains(u"SET") || from.contains(u"join");
}

const auto joinSentence = "%1 is a join or a union, which cannot be written to."_L1;

} // namespace

// What is wrong with the body; the keys of the path stand for those that it leaves out.
std::optional<AccessDecision> AccessHandler::refuseBody(bool isInsert, bool isDraft) const
{
    if (isRest() && (m_request.body.isArray() || m_request.body.isNull()))
        return {}; // several rows at once, which are not looked at one by one
    const bool isProperty = !m_path.property.isEmpty() && !m_path.isStream;
    if (!isProperty && !m_request.body.isObject() && m_request.hasBody())
        return refuse(400, say(u"because.body-object"));
    auto body =
        isProperty ? Json::object({{m_path.property, m_request.body[u"value"]}}) : m_request.body;
    for (const auto &key : m_path.segments.back().keys)
        body.remove(key.name); // those of the path count
    const auto problem = inputProblem(m_model.csn(),
                                      *m_path.target(),
                                      body,
                                      {isInsert, !isRest(), isDraft, m_model.options().cds});
    if (problem.isEmpty())
        return {};
    return refuse(400, problem);
}

AccessDecision AccessHandler::create(bool isUpsert)
{
    const auto authorization = authorize(access(Event::Create, isUpsert));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    if (auto refused = refuseBody(true, false))
        return *refused;
    if (m_path.segments.size() > 1) {
        const std::vector<Segment> parents(m_path.segments.begin(), m_path.segments.end() - 1);
        const auto walked = walk(parents, {});
        if (m_stop.happened())
            return stopped();
        if (walked.isKnown && (walked.rows.empty() || !parentExists({})))
            return refuse(404, say(u"because.no-parent", {{u"entity", m_path.target()->name}}));
    }
    if (isJoined(*m_path.target()))
        return refuse(501, QString(joinSentence).arg(m_path.target()->name));
    auto decision = answer(201, authorization.verdict);
    const auto created = createdRow();
    if (!isUpsert && isThere(created))
        return refuse(500, say(u"because.key-taken"));
    for (const auto &missing : {missingKey(created), emptyColumn(true)}) {
        if (!missing.isEmpty())
            return refuse(500, say(u"because.key-left-out", {{u"name", missing}}));
    }
    if (isRest())
        return decision;
    const bool readable = canRead(created, true);
    if (m_stop.happened())
        return stopped();
    if (!readable || header(u"prefer").contains("return=minimal"_L1)) {
        decision.status = 204;
        if (!readable)
            decision.because += u' ' + say(u"because.new-row-unseen");
    }
    return decision;
}

// PUT on a collection takes the keys from the body.
bool AccessHandler::takeKeysFromBody()
{
    auto &segment = m_path.segments.back();
    const bool isBacklinked = std::any_of(
        segment.entity->elements.begin(),
        segment.entity->elements.end(),
        [](const Element &element) { return element.isKey && element.isAssociation(); });
    if (!isRest() && (isBacklinked || segment.entity->isDraftEnabled()))
        return false; // keys that no body can give
    for (const auto &column : keyColumnsOf(*segment.entity)) {
        const auto value = Value::of(m_request.body[column]);
        if (!value.isTruthy())
            return false; // CAP does not see 0 as given
        segment.keys.push_back({column, value});
    }
    segment.isKeyed = true;
    m_path.isOne = true;
    return true;
}

std::optional<AccessDecision> AccessHandler::refuseRows(const Authorization &authorization,
                                                        bool &isMissing)
{
    const auto all = walk(m_path.segments, {});
    if (m_stop.happened())
        return stopped();
    const auto status = m_request.method == "DELETE"_L1 ? 204 : 200;
    if (!all.isKnown)
        return openRows(status, authorization, all.missing);
    isMissing = all.rows.empty();
    if (isMissing || !authorization.isFiltered())
        return {};
    checkStatements(authorization);
    const auto permitted = walk(m_path.segments, authorization.filters);
    if (m_stop.happened())
        return stopped();
    if (permitted.rows.size() < all.rows.size()) {
        auto verdict = authorization.verdict;
        verdict.status = m_user.isAnonymous ? 401 : 403;
        verdict.cause = Cause::ConditionFails;
        return refuse(verdict);
    }
    return {};
}

AccessDecision AccessHandler::update()
{
    const bool isPut = m_request.method == "PUT"_L1;
    if (!m_path.isOne && (m_path.segments.size() > 1 || !takeKeysFromBody()))
        return refuse(405, say(u"because.all-keys"));
    const auto authorization = authorize(access(Event::Update, true));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    bool isMissing = false;
    if (authorization.isFiltered()) {
        if (auto refused = refuseRows(authorization, isMissing))
            return *refused;
    }
    if (!isMissing && !(isRest() && !m_path.property.isEmpty())) { // what is missing is told first
        if (auto refused = refuseBody(false, false))
            return *refused;
    }
    if (!authorization.isFiltered()) {
        if (isJoined(*m_path.target()))
            return refuse(501, QString(joinSentence).arg(m_path.target()->name));
        if (auto refused = refuseRows(authorization, isMissing))
            return *refused;
    }
    if (!isMissing)
        return updateFound(authorization);
    if (!isPut || !m_path.property.isEmpty())
        return refuse(404, say(u"because.no-row"));
    if (!isRest() && !header(u"if-match").isEmpty())
        return refuse(412, say(u"because.if-match"));
    const auto parentKeyed =
        m_path.segments.size() < 2 || m_path.segments[m_path.segments.size() - 2].isKeyed;
    if (!parentKeyed)
        return refuse(422, say(u"because.not-made-so"));
    return create(true); // PUT makes what is not there: CREATE is checked as well
}

AccessDecision AccessHandler::updateFound(const Authorization &authorization)
{
    const auto empty = m_path.property.isEmpty() ? emptyColumn(false) : QString();
    if (!empty.isEmpty())
        return refuse(500, say(u"because.key-left-out", {{u"name", empty}}));
    auto decision = answer(200, authorization.verdict, &authorization);
    if (isRest()) {
        if (m_request.method == "DELETE"_L1)
            decision.status = 204;
        return decision;
    }
    if (!m_path.property.isEmpty()) {
        const bool empties = m_request.method == "DELETE"_L1 || m_request.body[u"value"].isNull();
        decision.status = empties ? 204 : 200;
        return decision;
    }
    const bool readable = canRead(updatedRow(), false);
    if (m_stop.happened())
        return stopped();
    if (!readable || header(u"prefer").contains("return=minimal"_L1)) {
        decision.status = 204;
        if (!readable)
            decision.because += u' ' + say(u"because.row-unseen");
    }
    return decision;
}

// "DELETE Kids(1)/parent": CAP removes the compositions of the row first, with them the one that
// the path comes from, and then finds no row on that path any more.
bool AccessHandler::leadsIntoOwnTree() const
{
    if (m_path.segments.size() < 2)
        return false;
    const auto *source = m_path.segments[m_path.segments.size() - 2].entity;
    const auto &elements = m_path.target()->elements;
    return std::any_of(elements.begin(), elements.end(), [source](const Element &element) {
        return element.isComposition && element.target == source;
    });
}

AccessDecision AccessHandler::remove()
{
    const auto authorization = authorize(access(Event::Delete, true));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    if (!authorization.isFiltered() && isJoined(*m_path.target()))
        return refuse(501, QString(joinSentence).arg(m_path.target()->name));
    bool isMissing = false;
    if (auto refused = refuseRows(authorization, isMissing))
        return *refused;
    const auto &entity = *m_path.target();
    const auto *nullable = entity.annotation(u"@odata.singleton.nullable");
    if (entity.isSingleton && !(nullable && nullable->toBool()))
        return refuse(400, say(u"because.singleton", {{u"entity", entity.name}}));
    if (isMissing || leadsIntoOwnTree())
        return refuse(404, say(u"because.no-row"));
    return answer(204, authorization.verdict, &authorization);
}

} // namespace tokentrail::cap
