// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesshandler.h"
#include "core/cap/say.h"
#include "core/cap/sqlvalues.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Value defaultOf(const Definition &entity, const QString &column)
{
    const auto *element = entity.element(column);
    return element ? Value::of((*element->json)[u"default"][u"val"]) : Value{};
}

bool isGiven(const Json &body, const QString &column)
{
    if (body.contains(column))
        return true;
    for (const auto &member : body.members()) { // {"author":{"ID":1}} gives author_ID
        const bool isPart = member.value.isObject() && column.startsWith(member.name + u'_');
        if (isPart && isGiven(member.value, column.mid(member.name.size() + 1)))
            return true;
    }
    return false;
}

void setCell(Row &row, const Table &table, const QString &column, const Value &value)
{
    const auto at = table.index.value(column, -1);
    if (at >= 0)
        row[size_t(at)] = value;
}

// The database service of CAP writes through projections only, not into joins and unions.
bool isJoined(const Definition &entity)
{
    const auto &query = (*entity.json)[u"query"];
    const auto &from = query[u"SELECT"][u"from"];
    return query.contains(u"SET") || from.contains(u"join");
}

const auto joinSentence = "%1 is a join or a union, which cannot be written to."_L1;

} // namespace

Row AccessHandler::createdRow()
{
    const auto &entity = *m_path.target();
    const auto &table = m_model.rows().of(entity);
    auto row = table.rowOf(m_request.body);
    for (const auto &column : table.columns) {
        if (!isGiven(m_request.body, column))
            setCell(row, table, column, defaultOf(entity, column));
    }
    for (const auto &key : m_path.segments.back().keys)
        setCell(row, table, key.name, key.value);
    if (m_path.segments.size() > 1) {
        const std::vector<Segment> parents(m_path.segments.begin(), m_path.segments.end() - 1);
        const auto walked = walk(parents, {});
        const auto &association = *m_path.segments.back().association;
        if (!walked.rows.empty())
            m_model.rows().connect(*parents.back().entity, *walked.rows.front(), association, row);
    }
    return row;
}

// Whether a row with these keys exists already.
bool AccessHandler::isThere(const Row &row) const
{
    const auto &table = m_model.rows().of(*m_path.target());
    const auto keys = keyColumnsOf(*m_path.target());
    return !keys.isEmpty()
        && std::any_of(table.rows.begin(), table.rows.end(), [&](const Row &each) {
               return std::all_of(keys.begin(), keys.end(), [&](const QString &key) {
                   return table.index.contains(key)
                       && table.cell(each, key) == table.cell(row, key);
               });
           });
}

Row AccessHandler::updatedRow() const
{
    const auto &entity = *m_path.target();
    const auto &table = m_model.rows().of(entity);
    const auto &segment = m_path.segments.back();
    Row row(size_t(table.columns.size()));
    for (const auto &each : table.rows) {
        if (matches(segment, table, each)) {
            row = each;
            break;
        }
    }
    const auto keys = keyColumnsOf(entity);
    const auto changed = table.rowOf(m_request.body);
    for (const auto &column : table.columns) {
        if (keys.contains(column))
            continue;
        if (!m_path.property.isEmpty()) {
            if (column == m_path.property)
                setCell(row, table, column, Value::of(m_request.body[u"value"]));
        } else if (isGiven(m_request.body, column)) {
            setCell(row, table, column, table.cell(changed, column));
        } // PUT, too, keeps what the body does not name
    }
    return row;
}

// Whether the answer may show the row that was written: CAP reads it back as the user.
bool AccessHandler::canRead(const Row &row)
{
    const auto authorization = authorize(access(Event::Read, true));
    const auto status = authorization.verdict.status;
    if (!authorization.verdict.passed()) {
        const bool swallowed = status == 401 || status == 403 || status == 404 || status == 405;
        if (!swallowed)
            m_stop.fail(status, authorization.verdict.detail);
        return false;
    }
    checkStatements(authorization);
    if (!authorization.isFiltered() || m_stop.happened())
        return !m_stop.happened();
    if (m_path.segments.size() > 1) {
        const std::vector<Segment> parents(m_path.segments.begin(), m_path.segments.end() - 1);
        if (walk(parents, authorization.filters).rows.empty())
            return false;
    }
    return passes(authorization.filters, *m_path.target(), row);
}

QString AccessHandler::unknownMember() const
{
    const auto &entity = *m_path.target();
    const auto columns = columnsOf(entity.elements);
    for (const auto &member : m_request.body.members()) {
        const auto *element = entity.element(member.name);
        const bool isKnown = (element && element->elements.empty()) || columns.contains(member.name)
            || member.name.contains(u'@')
            || (entity.isDraftEnabled() && member.name == "IsActiveEntity"_L1);
        if (!isKnown)
            return member.name;
    }
    return {};
}

AccessDecision AccessHandler::create(bool isUpsert)
{
    const auto authorization = authorize(access(Event::Create, isUpsert));
    if (!authorization.verdict.passed())
        return refuse(authorization.verdict);
    if (m_path.segments.size() > 1) {
        const std::vector<Segment> parents(m_path.segments.begin(), m_path.segments.end() - 1);
        const auto walked = walk(parents, {});
        if (m_stop.happened())
            return stopped();
        if (walked.isKnown && (walked.rows.empty() || !parentExists({})))
            return refuse(404, say(u"because.no-parent", {{u"entity", m_path.target()->name}}));
    }
    if (const auto unknown = unknownMember(); !unknown.isEmpty())
        return refuse(
            400,
            say(u"because.no-property", {{u"entity", m_path.target()->name}, {u"name", unknown}}));
    if (isJoined(*m_path.target()))
        return refuse(501, QString(joinSentence).arg(m_path.target()->name));
    auto decision = answer(201, authorization.verdict);
    const auto created = createdRow();
    if (!isUpsert && isThere(created))
        return refuse(500, say(u"because.key-taken"));
    if (isRest())
        return decision;
    const bool readable = canRead(created);
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
    for (const auto &column : keyColumnsOf(*segment.entity)) {
        if (!isGiven(m_request.body, column))
            return false;
        const auto &table = m_model.rows().of(*segment.entity);
        segment.keys.push_back({column, table.cell(table.rowOf(m_request.body), column)});
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
    if (!authorization.isFiltered() && isJoined(*m_path.target()))
        return refuse(501, QString(joinSentence).arg(m_path.target()->name));
    bool isMissing = false;
    if (auto refused = refuseRows(authorization, isMissing))
        return *refused;
    if (!isMissing)
        return updateFound(authorization);
    if (!isPut || !m_path.property.isEmpty())
        return refuse(404, say(u"because.no-row"));
    if (!header(u"if-match").isEmpty())
        return refuse(412, say(u"because.if-match"));
    const auto parentKeyed =
        m_path.segments.size() < 2 || m_path.segments[m_path.segments.size() - 2].isKeyed;
    if (!parentKeyed)
        return refuse(422, say(u"because.not-made-so"));
    return create(true); // PUT makes what is not there: CREATE is checked as well
}

AccessDecision AccessHandler::updateFound(const Authorization &authorization)
{
    const auto unknown = m_path.property.isEmpty() ? unknownMember() : QString();
    if (!unknown.isEmpty())
        return refuse(
            400,
            say(u"because.no-property", {{u"entity", m_path.target()->name}, {u"name", unknown}}));
    auto decision = answer(200, authorization.verdict, &authorization);
    if (isRest())
        return decision;
    if (!m_path.property.isEmpty()) {
        const bool empties = m_request.method == "DELETE"_L1 || m_request.body[u"value"].isNull();
        decision.status = empties ? 204 : 200;
        return decision;
    }
    const bool readable = canRead(updatedRow());
    if (m_stop.happened())
        return stopped();
    if (!readable || header(u"prefer").contains("return=minimal"_L1)) {
        decision.status = 204;
        if (!readable)
            decision.because += u' ' + say(u"because.row-unseen");
    }
    return decision;
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
    if (isMissing)
        return refuse(404, say(u"because.no-row"));
    return answer(204, authorization.verdict, &authorization);
}

} // namespace tokentrail::cap
