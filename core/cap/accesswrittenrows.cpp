// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesshandler.h"
#include "core/cap/accessviews.h"
#include "core/cap/sqlvalues.h"
#include "core/cap/valuetypes.h"

#include <algorithm>

// Rows as a request would leave them, and whether the user may read them then.

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
// A single whole number as the key that the database counts up: CAP then reads without it.
bool AccessHandler::isCounted(const Row &row) const
{
    const auto keys = keyColumnsOf(*m_path.target());
    const auto *key = keys.size() == 1 ? m_path.target()->element(keys.front()) : nullptr;
    const auto &table = m_model.rows().of(*m_path.target());
    return key && key->type.startsWith("cds.Int"_L1) && table.cell(row, keys.front()).isNull();
}

bool AccessHandler::canRead(const Row &row, bool isNew)
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
    if (!isCounted(row) && !isShownByViews(m_model.rows(), *m_path.target(), row, isNew, m_stop))
        return false;
    if (!authorization.isFiltered() || m_stop.happened())
        return !m_stop.happened();
    if (m_path.segments.size() > 1) {
        const std::vector<Segment> parents(m_path.segments.begin(), m_path.segments.end() - 1);
        if (walk(parents, authorization.filters).rows.empty())
            return false;
    }
    return passes(authorization.filters, *m_path.target(), row);
}

// A key that nobody gives. A single whole number is counted up by the database, but a restricted
// read of the new row then asks for a key that CAP does not know.
QString AccessHandler::missingKey(const Row &created)
{
    const auto &entity = *m_path.target();
    const auto &table = m_model.rows().of(entity);
    const auto keys = keyColumnsOf(entity);
    for (const auto &column : keys) {
        const auto *element = entity.element(column);
        const auto type = element ? valueTypeOf(m_model.csn(), *element->json).name : QString();
        const bool isKnown = table.index.contains(column) && !table.cell(created, column).isNull();
        if (isKnown || !table.index.contains(column) || type == "cds.UUID"_L1)
            continue;
        if (keys.size() > 1 || !type.startsWith("cds.Int"_L1))
            return column;
        const auto reading = authorize(access(Event::Read, true));
        if (!isRest() && reading.verdict.passed() && reading.isFiltered())
            return column;
    }
    return {};
}

// What the database wants a value for: nothing is given, or null.
QString AccessHandler::emptyColumn(bool isNew) const
{
    for (const auto &element : m_path.target()->elements) {
        const auto &json = *element.json;
        const bool isPlain = element.elements.empty() && !element.isAssociation();
        if (!isPlain || element.isKey || !json[u"notNull"].toBool())
            continue;
        const auto *given = m_request.body.find(element.name);
        const bool isLeftOut = isNew && !given && !json.contains(u"default");
        if ((given && given->isNull()) || isLeftOut)
            return element.name;
    }
    return {};
}

} // namespace tokentrail::cap
