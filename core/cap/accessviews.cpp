// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessviews.h"

#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const Json &queryOf(const Definition &entity)
{
    const auto &json = *entity.json;
    return json.contains(u"projection") ? json[u"projection"] : json[u"query"][u"SELECT"];
}

bool namesUser(const Tokens &tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const Token &token) {
        return token.isUserRef() || namesUser(token.items)
            || std::any_of(token.ref.begin(), token.ref.end(), [](const RefStep &step) {
                   return namesUser(step.where);
               });
    });
}

// Column names of the view with the paths that they show.
QHash<QString, std::vector<RefStep>> shownPaths(const Json &query)
{
    QHash<QString, std::vector<RefStep>> paths;
    for (const auto &column : query[u"columns"].elements()) {
        if (!column.contains(u"ref"))
            continue;
        std::vector<RefStep> path;
        for (const auto &step : column[u"ref"].elements())
            path.push_back({step.isString() ? step.toString() : step[u"id"].toString(), {}});
        if (!path.empty())
            paths.insert(column[u"as"].toString(path.back().id), path);
    }
    return paths;
}

// Rows of several entities side by side, by their names in the query.
class JoinScope final : public Scope
{
public:
    struct Side
    {
        QString alias;
        const Definition *entity = nullptr;
        const Row *row = nullptr; // null in an outer join
    };
    using Sides = std::vector<Side>;

    JoinScope(const Rows &rows, const Sides &sides)
        : m_rows(rows)
        , m_sides(sides)
    { }

    Value valueOf(const std::vector<RefStep> &path, Stop &stop) const override
    {
        const auto &first = path.front().id;
        for (const auto &side : m_sides) {
            const bool isNamed = side.alias == first && path.size() > 1;
            const bool isOwn =
                side.entity->element(first) || m_rows.of(*side.entity).index.contains(first);
            if (!isNamed && !isOwn)
                continue;
            const std::vector<RefStep> rest(path.begin() + (isNamed ? 1 : 0), path.end());
            return side.row
                ? RowScope(m_rows, *side.entity, *side.row, m_nobody).valueOf(rest, stop)
                : Value{};
        }
        stop.giveUp(say(u"because.join-path", {{u"path", first}}));
        return {};
    }

    bool exists(const std::vector<RefStep> &, Stop &stop) const override
    {
        stop.giveUp(say(u"because.join-exists"));
        return false;
    }

private:
    const Rows &m_rows;
    const Sides &m_sides;
    const AccessUser m_nobody = AccessUser::anonymous();
};

class Join
{
public:
    Join(const Rows &rows, Stop &stop)
        : m_rows(rows)
        , m_stop(stop)
    { }

    std::vector<JoinScope::Sides> from(const Json &source) const
    {
        if (!source.contains(u"join"))
            return single(source);
        std::vector<JoinScope::Sides> joined;
        const bool keepsLeft = source[u"join"].toString() == "left"_L1;
        const auto on = readTokens(source[u"on"]);
        for (const auto &argument : source[u"args"].elements()) {
            const bool isFirst = &argument == &source[u"args"].elements().front();
            joined = isFirst ? from(argument) : combine(joined, from(argument), on, keepsLeft);
        }
        return joined;
    }

    bool holds(const JoinScope::Sides &sides, const Tokens &condition) const
    {
        const auto nobody = AccessUser::anonymous();
        const JoinScope scope(m_rows, sides);
        return condition.empty()
            || Evaluation(scope, nobody, m_rows.now(), m_stop).holds(condition);
    }

private:
    std::vector<JoinScope::Sides> single(const Json &source) const
    {
        const auto &ref = source[u"ref"];
        const auto name = ref.size() == 1 ? ref.elements().front().toString() : QString();
        const auto *entity = m_rows.csn().find(name);
        if (!entity || !m_rows.of(*entity).isKnown) {
            m_stop.giveUp(say(u"because.join-rows"));
            return {};
        }
        std::vector<JoinScope::Sides> all;
        const auto alias = source[u"as"].toString(name.section(u'.', -1));
        for (const auto &row : m_rows.of(*entity).rows)
            all.push_back({{alias, entity, &row}});
        return all;
    }

    std::vector<JoinScope::Sides> combine(const std::vector<JoinScope::Sides> &left,
                                          const std::vector<JoinScope::Sides> &right,
                                          const Tokens &on,
                                          bool keepsLeft) const
    {
        std::vector<JoinScope::Sides> all;
        for (const auto &one : left) {
            const auto before = all.size();
            for (const auto &other : right) {
                auto both = one;
                both.insert(both.end(), other.begin(), other.end());
                if (holds(both, on))
                    all.push_back(std::move(both));
            }
            if (keepsLeft && all.size() == before && !right.empty()) {
                auto alone = one;
                for (auto side : right.front()) {
                    side.row = nullptr;
                    alone.push_back(side);
                }
                all.push_back(std::move(alone));
            }
        }
        return all;
    }

    const Rows &m_rows;
    Stop &m_stop;
};

Table emptyTable(const Definition &entity)
{
    Table table;
    table.columns = columnsOf(entity.elements);
    for (int i = 0; i < table.columns.size(); ++i)
        table.index.insert(table.columns[i], i);
    return table;
}

bool isPlain(const Json &query)
{
    return !query.contains(u"groupBy") && !query.contains(u"having") && !query.contains(u"limit")
        && !query[u"distinct"].toBool() && !namesUser(readTokens(query[u"where"]));
}

// Element "author" shown as "writer": column "author_ID" becomes "writer_ID".
Value shownValue(const QString &column,
                 const QHash<QString, std::vector<RefStep>> &paths,
                 const Scope &scope,
                 Stop &stop)
{
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const bool isPart = column == path.key() || column.startsWith(path.key() + u'_');
        if (!isPart)
            continue;
        auto steps = path.value();
        steps.back().id += column.mid(path.key().size());
        return scope.valueOf(steps, stop);
    }
    return scope.valueOf({{column, {}}}, stop);
}

} // namespace

Table projectedTable(const Rows &rows, const Definition &entity, const Definition &source)
{
    auto table = emptyTable(entity);
    const auto &query = queryOf(entity);
    const auto &from = rows.of(source);
    if (!from.isKnown || !isPlain(query))
        return table;
    const auto paths = shownPaths(query);
    const auto where = readTokens(query[u"where"]);
    const auto nobody = AccessUser::anonymous();
    Stop stop;
    for (const auto &row : from.rows) {
        const JoinScope::Sides sides = {
            {query[u"from"][u"as"].toString(source.name.section(u'.', -1)), &source, &row}};
        const JoinScope aliased(rows, sides);
        if (!where.empty() && !Evaluation(aliased, nobody, rows.now(), stop).holds(where))
            continue;
        Row shown;
        for (const auto &column : table.columns) {
            Stop computed; // an expression in the columns: its value is not needed
            const bool isPlainColumn = from.index.contains(column) && !paths.contains(column);
            shown.push_back(isPlainColumn ? from.cell(row, column)
                                          : shownValue(column, paths, aliased, computed));
        }
        table.rows.push_back(std::move(shown));
    }
    table.isKnown = !stop.happened();
    return table;
}

namespace {

bool areAllGiven(const Tokens &tokens, const Table &table, const std::vector<bool> &given)
{
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token &token) {
        const auto at =
            token.kind == Token::Kind::Ref ? table.index.value(token.ref.front().id, -1) : -1;
        return (at < 0 || given[size_t(at)]) && areAllGiven(token.items, table, given);
    });
}

} // namespace

bool isShownByViews(
    const Rows &rows, const Definition &entity, const Row &row, bool isNew, Stop &stop)
{
    const auto *view = &entity;
    auto shown = row;
    while (const auto *source = rows.csn().sourceOf(*view)) {
        const auto &table = rows.of(*source);
        if (!table.isKnown)
            return true;
        const auto paths = shownPaths(queryOf(*view));
        const auto &own = rows.of(*view);
        Row below(size_t(table.columns.size()));
        std::vector<bool> given(below.size());
        for (int i = 0; i < own.columns.size(); ++i) {
            const auto path = paths.value(own.columns[i], {RefStep{own.columns[i], {}}});
            const auto at = path.size() == 1 ? table.index.value(path.front().id, -1) : -1;
            if (at < 0 || size_t(i) >= shown.size())
                continue;
            below[size_t(at)] = shown[size_t(i)];
            given[size_t(at)] = true;
        }
        for (size_t i = 0; i < below.size(); ++i) {
            const auto *hidden = given[i] ? nullptr : source->element(table.columns[qsizetype(i)]);
            if (hidden)
                below[i] = Value::of((*hidden->json)[u"default"][u"val"]);
        }
        const auto where = readTokens(queryOf(*view)[u"where"]);
        if (!where.empty() && !namesUser(where) && (isNew || areAllGiven(where, table, given))
            && !rows.holds(where, *source, below, AccessUser::anonymous(), stop))
            return false;
        view = source;
        shown = std::move(below);
    }
    return true;
}

Table joinedTable(const Rows &rows, const Definition &entity)
{
    auto table = emptyTable(entity);
    const auto &query = queryOf(entity);
    if (!isPlain(query))
        return table;
    Stop stop;
    const Join join(rows, stop);
    const auto paths = shownPaths(query);
    const auto where = readTokens(query[u"where"]);
    for (const auto &sides : join.from(query[u"from"])) {
        if (!join.holds(sides, where))
            continue;
        const JoinScope scope(rows, sides);
        Row shown;
        for (const auto &column : table.columns) {
            Stop computed;
            shown.push_back(shownValue(column, paths, scope, computed));
        }
        table.rows.push_back(std::move(shown));
    }
    table.isKnown = !stop.happened();
    return table;
}

} // namespace tokentrail::cap
