// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"
#include "core/text/editfiles.h"

#include <QUrl>

namespace tokentrail::cap {

struct ApprouterFile
{
    QString name; // below the project's folder: "app/router/xs-app.json"
    QByteArray text;
};

// What an approuter in front of the project's services needs: package.json, a route for each
// path that is served, and a destination that forwards the user's token to the running service.
std::vector<ApprouterFile> approuterFiles(const std::vector<Endpoint> &endpoints,
                                          const QUrl &serviceUrl);
// The same as files of the project that are to be made. Conflict where one of them, or an approuter
// elsewhere, is there: whoever has one decides himself.
Result<std::vector<text::FileEdit>> planApprouter(const QString &projectDir,
                                                  const std::vector<ApprouterFile> &files);

// Where the project has one already; empty: nowhere.
QString existingApprouter(const QString &projectDir);

} // namespace tokentrail::cap
