// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessrows.h"

#include "core/cap/accessviews.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// "up__up__ID": the foreign key of an association whose key is an association.
QStringList foreignKeyColumns(const Element &association, int depth = 0)
{
    constexpr int deepest = 4; // keys that are associations, perhaps in a circle
    QStringList columns;
    for (const auto &path : association.foreignKeys) {
        const auto *key = association.target && path.size() == 1
            ? association.target->element(path.front())
            : nullptr;
        if (!key || !key->isAssociation() || depth > deepest) {
            columns << path.join(u'_');
            continue;
        }
        for (const auto &inner : foreignKeyColumns(*key, depth + 1))
            columns << path.front() + u'_' + inner;
    }
    return columns;
}

void addCells(Row &row, const Table &table, const Json &body, const QString &prefix)
{
    for (const auto &member : body.members()) {
        const QString column = prefix + member.name;
        if (member.value.isObject())
            addCells(row, table, member.value, column + u'_');
        else if (const auto at = table.index.value(column, -1); at >= 0)
            row[size_t(at)] = Value::of(member.value);
    }
}

// One equation of an association's "on": a column here and one there, or a fixed value.
struct Link
{
    QString here;
    Value fixed;
    QString there;
};

QString joined(const std::vector<RefStep> &path, size_t from)
{
    QStringList steps;
    for (size_t i = from; i < path.size(); ++i)
        steps << path[i].id;
    return steps.join(u'_');
}

bool addLink(std::vector<Link> &links, const Element &association, const Token &a, const Token &b)
{
    const auto leadsThere = [&association](const Token &token) {
        return token.kind == Token::Kind::Ref && token.ref.size() > 1
            && token.ref[0].id == association.name;
    };
    if (!leadsThere(a))
        return leadsThere(b) && addLink(links, association, b, a);
    if (b.kind == Token::Kind::Value) {
        links.push_back({{}, b.value, joined(a.ref, 1)});
        return true;
    }
    if (b.kind != Token::Kind::Ref)
        return false;
    const bool isSelf = b.ref.front().id == "$self"_L1;
    if (!isSelf || b.ref.size() > 1) {
        links.push_back({joined(b.ref, isSelf ? 1 : 0), {}, joined(a.ref, 1)});
        return true;
    }
    const auto *back = association.target ? association.target->element(a.ref[1].id) : nullptr;
    if (!back || back->foreignKeys.empty())
        return false;
    for (const auto &column : foreignKeyColumns(*back))
        links.push_back({column, {}, back->name + u'_' + column});
    return true;
}

std::optional<std::vector<Link>> linksOf(const Element &association)
{
    std::vector<Link> links;
    for (const auto &column : foreignKeyColumns(association))
        links.push_back({association.name + u'_' + column, {}, column});
    const auto on = readTokens((*association.json)[u"on"]);
    for (size_t i = 0; i + 2 < on.size(); i += 4) {
        const bool joins = i == 0 || on[i - 1].isWord(u"and");
        if (!joins || !on[i + 1].isWord(u"=") || !addLink(links, association, on[i], on[i + 2]))
            return {};
    }
    return links.empty() ? std::nullopt : std::optional(links);
}

} // namespace

QStringList columnsOf(const std::vector<Element> &elements, const QString &prefix)
{
    QStringList columns;
    for (const auto &element : elements) {
        const QString name = prefix + element.name;
        QStringList own;
        if (element.isAssociation()) {
            for (const auto &column : foreignKeyColumns(element))
                own << name + u'_' + column;
        } else if (!element.elements.empty()) {
            own = columnsOf(element.elements, name + u'_');
        } else {
            own << name;
        }
        for (const auto &column : own) {
            if (!columns.contains(column))
                columns << column;
        }
    }
    return columns;
}

QStringList keyColumnsOf(const Definition &entity)
{
    std::vector<Element> keys;
    std::copy_if(entity.elements.begin(),
                 entity.elements.end(),
                 std::back_inserter(keys),
                 [](const Element &element) { return element.isKey; });
    return columnsOf(keys);
}

QStringList backlinkColumnsOf(const Definition &entity)
{
    QStringList columns;
    for (const auto &key : entity.elements) {
        if (!key.isKey || !key.target)
            continue;
        for (const auto &forward : key.target->elements) {
            const auto on = readTokens((*forward.json)[u"on"]);
            const bool leadsBack = forward.target == &entity
                && std::any_of(on.begin(), on.end(), [&](const Token &token) {
                                       return token.ref.size() == 2
                                           && token.ref[0].id == forward.name
                                           && token.ref[1].id == key.name;
                                   });
            if (leadsBack)
                columns += columnsOf({key});
        }
    }
    return columns;
}

Value Table::cell(const Row &row, const QString &column) const
{
    const auto at = index.value(column, -1);
    return at < 0 || size_t(at) >= row.size() ? Value{} : row[size_t(at)];
}

Row Table::rowOf(const Json &body) const
{
    Row row(size_t(columns.size()));
    addCells(row, *this, body, {});
    return row;
}

Rows::Rows(const Csn &csn, const Json *data, QString now)
    : m_csn(csn)
    , m_data(data)
    , m_now(std::move(now))
{ }

Rows::~Rows() = default;

const Table &Rows::of(const Definition &entity) const
{
    auto &table = m_tables[&entity];
    if (!table) {
        table = std::make_shared<Table>(); // unknown, for projections in a circle
        auto made = std::make_shared<Table>(make(entity));
        m_tables[&entity] = made; // "table" may have moved: making others rehashes
        return *made;
    }
    return *table;
}

Table Rows::make(const Definition &entity) const
{
    const auto *stored = m_data ? m_data->find(entity.name) : nullptr;
    if (stored && stored->isArray())
        return makeStored(entity, *stored);
    if (const auto *source = m_csn.sourceOf(entity))
        return makeProjection(entity, *source);
    if (m_data && (*entity.json)[u"query"][u"SELECT"][u"from"].contains(u"join"))
        return makeJoin(entity);
    Table table;
    table.columns = columnsOf(entity.elements);
    return table;
}

Table Rows::makeStored(const Definition &entity, const Json &rows) const
{
    Table table;
    table.isKnown = true;
    table.columns = columnsOf(entity.elements);
    for (const auto &row : rows.elements()) {
        for (const auto &member : row.members()) {
            if (!member.value.isObject() && !table.columns.contains(member.name))
                table.columns << member.name;
        }
    }
    for (int i = 0; i < table.columns.size(); ++i)
        table.index.insert(table.columns[i], i);
    for (const auto &row : rows.elements())
        table.rows.push_back(table.rowOf(row));
    return table;
}

Table Rows::makeProjection(const Definition &entity, const Definition &source) const
{
    return projectedTable(*this, entity, source);
}

Table Rows::makeJoin(const Definition &entity) const
{
    return joinedTable(*this, entity);
}

std::vector<const Row *>
Rows::follow(const Definition &entity, const Row &row, const Element &association, Stop &stop) const
{
    const auto links = linksOf(association);
    if (!association.target || !links) {
        stop.giveUp(say(u"because.association-beyond", {{u"association", association.name}}));
        return {};
    }
    const auto &own = of(entity);
    const auto &table = of(*association.target);
    if (!table.isKnown) {
        stop.giveUp(say(u"because.no-rows-given", {{u"entity", association.target->name}}));
        return {};
    }
    std::vector<const Row *> found;
    for (const auto &candidate : table.rows) {
        const bool fits = std::all_of(links->begin(), links->end(), [&](const Link &link) {
            const auto here = link.here.isEmpty() ? link.fixed : own.cell(row, link.here);
            return !here.isNull() && here == table.cell(candidate, link.there);
        });
        if (fits)
            found.push_back(&candidate);
    }
    return found;
}

void Rows::connect(const Definition &parent,
                   const Row &parentRow,
                   const Element &association,
                   Row &child) const
{
    const auto links = linksOf(association);
    if (!links || !association.target)
        return;
    const auto &table = of(*association.target);
    for (const auto &link : *links) {
        const auto at = table.index.value(link.there, -1);
        if (at >= 0)
            child[size_t(at)] =
                link.here.isEmpty() ? link.fixed : of(parent).cell(parentRow, link.here);
    }
}

bool Rows::holds(const Tokens &condition,
                 const Definition &entity,
                 const Row &row,
                 const AccessUser &user,
                 Stop &stop) const
{
    const RowScope scope(*this, entity, row, user);
    return Evaluation(scope, user, m_now, stop).holds(condition);
}

Value RowScope::valueOf(const std::vector<RefStep> &path, Stop &stop) const
{
    const auto *entity = &m_entity;
    const auto *row = &m_row;
    const auto *elements = &entity->elements;
    QString prefix;
    for (size_t i = path.front().id == "$self"_L1 ? 1 : 0; i < path.size(); ++i) {
        const auto &id = path[i].id;
        const auto found = std::find_if(elements->begin(),
                                        elements->end(),
                                        [&id](const Element &each) { return each.name == id; });
        const QString column = prefix + joined(path, i);
        const auto &table = m_rows.of(*entity);
        const bool isLast = i + 1 == path.size();
        if (found == elements->end() || table.index.contains(column)) {
            if (!table.index.contains(column))
                stop.fail(500,
                          say(u"because.no-column", {{u"entity", entity->name}, {u"name", id}}));
            return table.cell(*row, column);
        }
        if (!found->elements.empty() && !isLast) {
            prefix += id + u'_';
            elements = &found->elements;
            continue;
        }
        if (!found->isAssociation() || isLast) {
            const auto keys = columnsOf({*found}, prefix);
            return keys.size() == 1 ? table.cell(*row, keys.front()) : Value{};
        }
        const auto rows = m_rows.follow(*entity, *row, *found, stop);
        if (rows.empty() || stop.happened())
            return {};
        entity = found->target;
        row = rows.front();
        elements = &entity->elements;
        prefix.clear();
    }
    return {};
}

bool RowScope::exists(const std::vector<RefStep> &path, Stop &stop) const
{
    const auto *entity = &m_entity;
    std::vector<const Row *> rows = {&m_row};
    for (const auto &step : path) {
        const auto *association = entity->element(step.id);
        if (!association || !association->isAssociation()) {
            stop.giveUp(
                say(u"because.no-association", {{u"entity", entity->name}, {u"name", step.id}}));
            return false;
        }
        std::vector<const Row *> next;
        for (const auto *row : rows) {
            for (const auto *candidate : m_rows.follow(*entity, *row, *association, stop)) {
                if (step.where.empty()
                    || m_rows.holds(step.where, *association->target, *candidate, m_user, stop))
                    next.push_back(candidate);
            }
        }
        if (next.empty() || stop.happened())
            return false;
        entity = association->target;
        rows = std::move(next);
    }
    return true;
}

} // namespace tokentrail::cap
