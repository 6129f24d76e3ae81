// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/runningserver.h"

#include "core/cap/say.h"
#include "core/text/json.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestRegistry = 4 * 1024 * 1024;

QString canonical(const QString &folder)
{
    const auto path = QDir(folder).canonicalPath();
    return path.isEmpty() ? QDir::cleanPath(folder) : path;
}

} // namespace

Result<std::vector<RunningServer>> readServerRegistry(const QByteArray &text, const QString &file)
{
    const auto document = text::parseJson(text, file);
    if (!document)
        return document.error();
    const auto &cds = (*document)[u"cds"];
    std::vector<RunningServer> servers;
    for (const auto &member : cds[u"servers"].members()) {
        RunningServer server;
        server.pid = member.name.toLongLong();
        server.root = member.value[u"root"].toString();
        if (server.root.startsWith("file://"_L1)) // written without any encoding
            server.root.remove(0, 7);
        server.url = QUrl(member.value[u"url"].toString(), QUrl::StrictMode);
        const bool isHttp = server.url.scheme() == "http"_L1 || server.url.scheme() == "https"_L1;
        if (!isHttp || server.url.host().isEmpty())
            continue;
        for (const auto &service : cds[u"provides"].members()) {
            if (service.value[u"server"].toInteger() == server.pid)
                server.services << service.name;
        }
        servers.push_back(std::move(server));
    }
    return servers;
}

std::vector<RunningServer> serversOf(const std::vector<RunningServer> &servers,
                                     const QString &projectDir)
{
    std::vector<RunningServer> found;
    std::copy_if(servers.rbegin(), servers.rend(), std::back_inserter(found), [&](const auto &one) {
        return canonical(one.root) == canonical(projectDir);
    });
    return found;
}

Result<QUrl> findRunningServer(const QString &home, const QString &projectDir)
{
    QFile file(QDir(home).filePath(u".cds-services.json"_s));
    const Error none{ErrorCode::NotFound, say(u"server.none")};
    if (!file.exists() || file.size() > largestRegistry || !file.open(QIODevice::ReadOnly))
        return none;
    const auto servers = readServerRegistry(file.readAll(), file.fileName());
    if (!servers)
        return servers.error();
    const auto own = serversOf(*servers, projectDir);
    return own.empty() ? Result<QUrl>(none) : Result<QUrl>(own.front().url);
}

} // namespace tokentrail::cap
