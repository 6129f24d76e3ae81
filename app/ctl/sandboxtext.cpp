// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxtext.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QStringList rowOf(const QString &kind, const Json &item)
{
    const auto text = [&item](QStringView name) {
        return item[name].toString();
    };
    if (kind == "app"_L1)
        return {text(u"xsappname"), text(u"clientid"), text(u"instance")};
    if (kind == "certificate"_L1)
        return {text(u"Name"), text(u"Type")};
    if (kind == "destination"_L1 || kind == "instance-destination"_L1)
        return {text(u"Name"), text(u"Authentication"), text(u"ProxyType"), text(u"URL")};
    if (kind == "subaccount"_L1)
        return {text(u"subdomain"), text(u"zoneId")};
    if (kind == "user"_L1)
        return {text(u"userName"),
                text(u"email"),
                item[u"roleCollections"].toStringList().join(u", "_s)};
    if (kind == "role-collection"_L1) {
        QStringList roles;
        for (const auto &role : item[u"roleReferences"].elements())
            roles.append(role[u"name"].toString());
        return {text(u"name"), roles.join(u", "_s)};
    }
    return {text(u"name"), item[u"value"].isNull() ? u"-"_s : text(u"value"), text(u"meaning")};
}

} // namespace

QString sandboxListText(const QString &kind, const Json &list)
{
    if (list.isObject())
        return QString::fromUtf8(list.toIndented()) + u'\n';
    std::vector<QStringList> rows;
    std::vector<qsizetype> widths;
    for (const auto &item : list.elements()) {
        rows.push_back(rowOf(kind, item));
        widths.resize(std::max(widths.size(), size_t(rows.back().size())));
        for (size_t i = 0; i < size_t(rows.back().size()); ++i)
            widths[i] = std::max(widths[i], rows.back()[qsizetype(i)].size());
    }
    QString text;
    for (const auto &row : rows) {
        QString line;
        for (size_t i = 0; i < size_t(row.size()); ++i)
            line += row[qsizetype(i)].leftJustified(widths[i] + 2);
        text += line.trimmed() + u'\n';
    }
    return text;
}

} // namespace tokentrail::ctl
