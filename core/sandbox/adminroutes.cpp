// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminroutes.h"

#include <QUrl>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

// The variable segments where the path fits the pattern. Segments are told apart before they are
// decoded: a name may hold a slash.
std::optional<QStringList> fitted(const QList<QByteArray> &path, const QByteArray &pattern)
{
    const auto segments = pattern.split('/');
    if (segments.size() != path.size())
        return std::nullopt;
    QStringList names;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (segments.at(i).startsWith('{')) {
            if (path.at(i).isEmpty())
                return std::nullopt;
            names.append(QUrl::fromPercentEncoding(path.at(i)));
        } else if (segments.at(i) != path.at(i)) {
            return std::nullopt;
        }
    }
    return names;
}

QString scopeOf(const AdminRow &row)
{
    const QByteArrayView pattern(row.pattern);
    const bool users = pattern.startsWith("/sap/rest/user") || pattern == "/Users";
    const bool providers = pattern.startsWith("/sap/rest/identity-providers");
    const auto family = users ? u"xs_user"_s : providers ? u"xs_idp"_s : u"xs_authorization"_s;
    const QByteArrayView method(row.method);
    const bool reads = method == "GET" || method == "HEAD" || method == "OPTIONS";
    return family + (reads ? u".read"_s : u".write"_s);
}

const QList<AdminRow> &allRows()
{
    static const auto rows = adminAppRows() + adminRoleRows() + adminCollectionRows()
        + adminGroupRows() + adminCurrentUserRows() + adminUserRows() + adminSettingRows()
        + adminProviderRows();
    return rows;
}

} // namespace

bool AdminRequest::flag(QStringView query, bool fallback) const
{
    const auto value = request.queryItem(query);
    return value.isNull() ? fallback : value.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<AdminRoute> findAdminRoute(const http::Request &request)
{
    const auto path = request.path().split('/');
    for (const auto &row : allRows()) {
        if (request.method != row.method)
            continue;
        if (auto names = fitted(path, row.pattern))
            return AdminRoute{scopeOf(row), std::move(*names), row.answer};
    }
    return std::nullopt;
}

} // namespace tokentrail::sandbox
