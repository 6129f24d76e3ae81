// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QUrl>

#include <vector>

namespace tokentrail::cap {

// A server that said where it listens: `cds watch` writes ~/.cds-services.json and takes its
// entry out when it ends; `cds-serve` and `cds run` do not.
struct RunningServer
{
    qint64 pid = 0;
    QString root; // folder of the project
    QUrl url;
    QStringList services;
};

Result<std::vector<RunningServer>> readServerRegistry(const QByteArray &text, const QString &file);
// Those of a project's folder, the one that was started last first.
std::vector<RunningServer> serversOf(const std::vector<RunningServer> &servers,
                                     const QString &projectDir);
// Where the project's server listens, by the registry in the home folder; an error says why
// nobody can tell.
Result<QUrl> findRunningServer(const QString &home, const QString &projectDir);

} // namespace tokentrail::cap
