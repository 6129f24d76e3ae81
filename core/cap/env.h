// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/environment.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokentrail::cap {

// What the effective configuration of a CAP project depends on; nothing else is looked at.
struct EnvInput
{
    QString projectDir;
    QString home;
    Environment environment;
    QStringList arguments; // of the cds command: --profile x, --production, --for x
    int cdsVersion = 10; // 9 or 10
    bool commandLine = true; // false: as the running service sees it, without the cds command
};

struct EnvSource
{
    QString name; // "package.json", "~/.cdsrc.json", "process.env"
    QString file; // full path; empty where it is no file
    QByteArray text;
};

// cds.env of a project, as @sap/cds 9 and 10 compute it, without running anything of the project.
class EffectiveEnv
{
public:
    QString projectDir;
    QStringList profiles; // strongest first
    std::vector<EnvSource> sources; // every text that was read
    std::vector<int> loaded; // numbers of the sources that contributed, weakest first
    EnvNodePtr root;
    Environment environment; // process.env afterwards, with default-env.json and .env
    std::vector<Error> problems; // told, and passed over as cds does

    // The value at a dotted path; "process.env.X" names a variable. Nothing: undefined.
    std::optional<text::Json> value(const QString &path) const;
    // Where the value at the path was written; nothing for defaults.
    std::optional<Place> place(const QString &path) const;
    std::optional<Place> place(EnvOrigin origin) const;
    QString sourceName(EnvOrigin origin) const;
    QStringList loadedNames() const;
};

// An error where cds itself would stop: broken package.json or .cdsrc.json, broken bindings.
Result<EffectiveEnv> effectiveEnv(const EnvInput &input);

// The major version of @sap/cds that the project installs or asks for; 0: not known.
int cdsVersionOf(const QString &projectDir);

} // namespace tokentrail::cap
