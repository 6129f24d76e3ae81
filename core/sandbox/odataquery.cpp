// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/odataquery.h"

#include "core/sandbox/odatafilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

Error invalid(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

Result<qsizetype> countFrom(const http::Request &request, QStringView name, qsizetype fallback)
{
    const QString value = request.queryItem(name);
    if (value.isNull())
        return fallback;
    bool ok = false;
    const auto number = value.toLongLong(&ok);
    if (!ok || number < 0)
        return invalid(u"Invalid value '%1' for the query option %2."_s.arg(value, name));
    return qsizetype(number);
}

Result<QStringList> columnsFrom(const QString &value, const QStringList &columns)
{
    QStringList chosen;
    for (const auto &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (name == u"*")
            return QStringList();
        if (!columns.contains(name))
            return invalid(u"Property '%1' in $select is not known."_s.arg(name));
        chosen.append(name);
    }
    return chosen;
}

Result<QList<ODataQuery::Order>> ordersFrom(const QString &value, const QStringList &columns)
{
    QList<ODataQuery::Order> orders;
    for (const auto &part : value.split(u',', Qt::SkipEmptyParts)) {
        const auto words = part.split(u' ', Qt::SkipEmptyParts);
        const QString direction = words.size() > 1 ? words[1] : u"asc"_s;
        if (words.isEmpty() || words.size() > 2 || !columns.contains(words[0])
            || (direction != u"asc" && direction != u"desc"))
            return invalid(u"'%1' in $orderby is not known."_s.arg(part.trimmed()));
        orders.append({words[0], direction == u"desc"});
    }
    return orders;
}

} // namespace

QList<text::Json> ODataQuery::apply(const QList<text::Json> &rows, qsizetype *matching) const
{
    QList<text::Json> found;
    for (const auto &row : rows) {
        if (!filter || filter(row))
            found.append(row);
    }
    std::stable_sort(found.begin(), found.end(), [this](const auto &left, const auto &right) {
        for (const auto &order : orderBy) {
            const int compared = compareValues(left[order.column], right[order.column]);
            if (compared != 0)
                return (compared < 0) != order.descending;
        }
        return false;
    });
    if (matching)
        *matching = found.size();
    return found.mid(std::min(skip, found.size()), top);
}

text::Json ODataQuery::selected(const text::Json &row) const
{
    if (select.isEmpty())
        return row;
    auto out = text::Json::object();
    for (const auto &member : row.members()) {
        if (select.contains(member.name) || member.name == u"__metadata")
            out.set(member.name, member.value);
    }
    return out;
}

Result<ODataQuery> parseODataQuery(const http::Request &request, const QStringList &columns)
{
    ODataQuery query;
    const auto top = countFrom(request, u"$top", -1);
    const auto skip = countFrom(request, u"$skip", 0);
    const auto select = columnsFrom(request.queryItem(u"$select"), columns);
    const auto orders = ordersFrom(request.queryItem(u"$orderby"), columns);
    if (!top || !skip)
        return top ? skip.error() : top.error();
    if (!select || !orders)
        return select ? orders.error() : select.error();
    query.top = *top;
    query.skip = *skip;
    query.select = *select;
    query.orderBy = *orders;
    if (const QString filter = request.queryItem(u"$filter"); !filter.isEmpty()) {
        auto test = parseODataFilter(filter, columns);
        if (!test)
            return test.error();
        query.filter = std::move(test).value();
    }
    query.withCount = request.queryItem(u"$inlinecount") == u"allpages"
        || request.queryItem(u"$count") == u"true";
    return query;
}

} // namespace tokentrail::sandbox
