// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesslists.h"

#include "core/cap/odatafilter.h"
#include "core/cap/sqlvalues.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// The column whose values name the rows: ID, else what was asked for first, else the first key.
QString idColumn(const ResourcePath &path, const Table &table)
{
    if (table.index.contains(u"ID"_s))
        return u"ID"_s;
    const auto selected = path.option(u"$select").section(u',', 0, 0).trimmed();
    if (table.index.contains(selected))
        return selected;
    const auto keys = keyColumnsOf(*path.target());
    return keys.isEmpty() ? table.columns.value(0) : keys.front();
}

// False where the order names more than columns.
bool sortRows(const QString &orderBy, const Table &table, std::vector<const Row *> &rows)
{
    const auto parts = orderBy.split(u',', Qt::SkipEmptyParts);
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        const auto column = part->trimmed().section(u' ', 0, 0);
        const bool descending = part->trimmed().endsWith(" desc"_L1);
        if (!table.index.contains(column))
            return false;
        std::stable_sort(rows.begin(), rows.end(), [&](const Row *left, const Row *right) {
            const auto a = table.cell(*(descending ? right : left), column);
            const auto b = table.cell(*(descending ? left : right), column);
            if (a.isNull() || b.isNull())
                return a.isNull() && !b.isNull();
            return isTrue(compareSql(a, u"<", b, true));
        });
    }
    return true;
}

bool keepFiltered(const ResourcePath &path, const Rows &all, std::vector<const Row *> &rows)
{
    const auto filter = path.option(u"$filter");
    const bool isPlain = filter.isEmpty() || filter == "IsActiveEntity eq true"_L1;
    if (isPlain)
        return true;
    const auto condition = conditionOf(filter);
    if (!condition)
        return false;
    Stop stop;
    const auto nobody = AccessUser::anonymous();
    std::erase_if(rows, [&](const Row *row) {
        return !all.holds(*condition, *path.target(), *row, nobody, stop);
    });
    return !stop.happened();
}

// $search with one word: any text of the entity holds it.
bool keepFound(const ResourcePath &path, const Table &table, std::vector<const Row *> &rows)
{
    auto word = path.option(u"$search").trimmed();
    if (word.size() > 1 && word.startsWith(u'"') && word.endsWith(u'"'))
        word = word.mid(1, word.size() - 2);
    else if (word.contains(u' '))
        return false;
    if (word.isEmpty())
        return true;
    std::erase_if(rows, [&](const Row *row) {
        return std::none_of(
            path.target()->elements.begin(),
            path.target()->elements.end(),
            [&](const Element &element) {
                return element.type == "cds.String"_L1
                    && table.cell(*row, element.name).text.contains(word, Qt::CaseInsensitive);
            });
    });
    return true;
}

// $apply=groupby((column,…)) and aggregate(column with sum as name)
std::optional<std::vector<Value>>
applied(const QString &apply, const Table &table, const std::vector<const Row *> &rows)
{
    std::vector<Value> values;
    const bool onlyGroups = apply.startsWith("groupby(("_L1)
        && apply.indexOf(u')') == apply.size() - 2 && !apply.contains(u'/');
    if (onlyGroups) {
        const auto columns = apply.mid(9, apply.size() - 11).split(u',');
        std::vector<Row> seen;
        for (const auto *row : rows) {
            Row group;
            for (const auto &column : columns)
                group.push_back(table.cell(*row, column.trimmed()));
            if (std::find(seen.begin(), seen.end(), group) != seen.end())
                continue;
            seen.push_back(group);
            values.push_back(group.front());
        }
        return values;
    }
    const auto column = apply.mid(10).section(u' ', 0, 0);
    const bool sums = apply.startsWith("aggregate("_L1) && apply.contains(" with sum as "_L1)
        && !apply.contains(u',') && table.index.contains(column);
    if (!sums)
        return {};
    Value sum;
    for (const auto *row : rows) {
        const auto cell = table.cell(*row, column);
        if (!cell.isNull())
            sum = Value::of(sum.number + cell.number);
    }
    values.push_back(sum);
    return values;
}

} // namespace

QStringList expandedNames(const ResourcePath &path)
{
    QStringList names;
    int depth = 0;
    QString name;
    const QString list = path.option(u"$expand") + u',';
    for (const auto c : list) {
        if (c == u'(')
            ++depth;
        else if (c == u')')
            --depth;
        else if (depth == 0 && c == u',') {
            if (!name.trimmed().isEmpty())
                names << name.trimmed().section(u'/', 0, 0);
            name.clear();
        } else if (depth == 0)
            name += c;
    }
    return names;
}

std::optional<std::vector<Value>>
shownIds(const ResourcePath &path, const Rows &all, std::vector<const Row *> rows)
{
    const auto &table = all.of(*path.target());
    const bool isPaged = !path.option(u"$skiptoken").isEmpty();
    if (isPaged || !keepFiltered(path, all, rows) || !keepFound(path, table, rows))
        return {};
    if (!path.option(u"$apply").isEmpty())
        return applied(path.option(u"$apply"), table, rows);
    if (!sortRows(path.option(u"$orderby"), table, rows))
        return {};
    bool limited = false;
    const auto top = path.option(u"$top").toLongLong(&limited);
    limited = limited && top >= 0; // the database takes -1 for all
    const auto skip = std::max<qint64>(0, path.option(u"$skip").toLongLong());
    const auto column = idColumn(path, table);
    std::vector<Value> ids;
    for (size_t i = size_t(skip); i < rows.size(); ++i) {
        if (limited && ids.size() >= size_t(std::max<qint64>(0, top)))
            break;
        ids.push_back(table.cell(*rows[i], column));
    }
    return ids;
}

std::vector<Value> exposedNames(const Csn &csn, const Definition &service)
{
    std::vector<Value> names;
    for (const auto &definition : csn.definitions()) {
        const bool shown = definition->kind == Definition::Kind::Entity
            && definition->service == &service && !definition->isIgnored
            && !definition->name.endsWith(".DraftAdministrativeData"_L1);
        if (shown)
            names.push_back(Value::of(definition->localName().replace(u'.', u'_')));
    }
    return names;
}

} // namespace tokentrail::cap
