// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesslists.h"

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
shownIds(const ResourcePath &path, const Table &table, std::vector<const Row *> rows)
{
    for (const auto option : {u"$apply", u"$filter", u"$search"}) {
        if (!path.option(option).isEmpty())
            return {};
    }
    if (!sortRows(path.option(u"$orderby"), table, rows))
        return {};
    bool limited = false;
    const auto top = path.option(u"$top").toLongLong(&limited);
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
