// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/approuterfiles.h"

#include "core/cap/say.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto folder = u"app/router/"_s;
const auto destination = u"srv-api"_s;

// As people write it: only what a regular expression would take for something else is escaped.
QString literally(const QString &path)
{
    QString text;
    for (const auto c : path) {
        if (u".+*?()[]{}^$|\\"_s.contains(c))
            text += u'\\';
        text += c;
    }
    return text;
}

Json packageOf()
{
    return Json::object(
        {{u"name"_s, u"approuter"_s},
         {u"dependencies"_s, Json::object({{u"@sap/approuter"_s, u"^20"_s}})},
         {u"scripts"_s,
          Json::object({{u"start"_s, u"node node_modules/@sap/approuter/approuter.js"_s}})}});
}

Json routesOf(const std::vector<Endpoint> &endpoints)
{
    QStringList paths;
    for (const auto &endpoint : endpoints) {
        if (!paths.contains(endpoint.path))
            paths << endpoint.path;
    }
    // The first route that fits is taken: the longer path stands before the one it lies below.
    std::stable_sort(paths.begin(), paths.end(), [](const QString &a, const QString &b) {
        return a.size() > b.size();
    });
    auto routes = Json::array();
    for (const auto &path : std::as_const(paths)) {
        const QString stem = path == "/"_L1 ? QString() : path;
        routes.append(Json::object({{u"source"_s, u"^%1/(.*)$"_s.arg(literally(stem))},
                                    {u"target"_s, u"%1/$1"_s.arg(stem)},
                                    {u"destination"_s, destination},
                                    {u"authenticationType"_s, u"xsuaa"_s},
                                    {u"csrfProtection"_s, true}}));
    }
    return Json::object({{u"authenticationMethod"_s, u"route"_s}, {u"routes"_s, routes}});
}

Json localEnvironmentOf(const QUrl &serviceUrl)
{
    auto destinations = Json::array();
    destinations.append(Json::object({{u"name"_s, destination},
                                      {u"url"_s, serviceUrl.toString()},
                                      {u"forwardAuthToken"_s, true}}));
    return Json::object({{u"destinations"_s, destinations}});
}

} // namespace

std::vector<ApprouterFile> approuterFiles(const std::vector<Endpoint> &endpoints,
                                          const QUrl &serviceUrl)
{
    const auto textOf = [](const Json &json) -> QByteArray {
        return json.toIndented() + '\n';
    };
    return {{folder + "package.json"_L1, textOf(packageOf())},
            {folder + "xs-app.json"_L1, textOf(routesOf(endpoints))},
            {folder + "default-env.json"_L1, textOf(localEnvironmentOf(serviceUrl))}};
}

Result<std::vector<text::FileEdit>> planApprouter(const QString &projectDir,
                                                  const std::vector<ApprouterFile> &files)
{
    if (const auto existing = existingApprouter(projectDir); !existing.isEmpty())
        return Error{ErrorCode::Conflict, say(u"approuter.stays", {{u"file", existing}})};
    const QDir dir(projectDir);
    std::vector<text::FileEdit> edits;
    for (const auto &file : files) {
        const auto path = dir.absoluteFilePath(file.name);
        if (QFileInfo(path).isSymLink() || QFileInfo::exists(path))
            return Error{ErrorCode::Conflict, say(u"approuter.there", {{u"file", file.name}})};
        edits.push_back({{path, {}, false}, file.text});
    }
    return edits;
}

QString existingApprouter(const QString &projectDir)
{
    const QDir dir(projectDir);
    for (const auto &name : {u"app/router/xs-app.json"_s,
                             u"app/xs-app.json"_s,
                             u"approuter/xs-app.json"_s,
                             u"router/xs-app.json"_s,
                             u"xs-app.json"_s}) {
        if (dir.exists(name))
            return name;
    }
    return {};
}

} // namespace tokentrail::cap
