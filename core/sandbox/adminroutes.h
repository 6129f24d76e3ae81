// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

struct AdminRequest
{
    const http::Request &request;
    QStringList names; // the variable segments of the path, decoded, in order
    text::Json body; // null: none
    text::Json claims; // of the caller's token
    QString zoneId;

    bool flag(QStringView query, bool fallback = false) const;
};

using AdminAnswer = http::Response (*)(Registry &registry, const AdminRequest &request);

struct AdminRoute
{
    QString scope; // that the caller needs
    QStringList names;
    AdminAnswer answer = nullptr;
};

std::optional<AdminRoute> findAdminRoute(const http::Request &request);

// One row of the table: "GET", "/sap/rest/authorization/v2/apps/{appId}".
struct AdminRow
{
    const char *method;
    const char *pattern;
    AdminAnswer answer;
};
// Fixed segments stand before variable ones.
QList<AdminRow> adminAppRows();
QList<AdminRow> adminRoleRows();
QList<AdminRow> adminCollectionRows();
QList<AdminRow> adminGroupRows();
QList<AdminRow> adminUserRows();
QList<AdminRow> adminCurrentUserRows(); // before those of any user
QList<AdminRow> adminSettingRows();
QList<AdminRow> adminProviderRows();

} // namespace tokentrail::sandbox
