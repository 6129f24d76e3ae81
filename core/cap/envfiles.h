// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/env.h"

#include <QSet>

namespace tokentrail::cap {

// Reads the files of a configuration and keeps their texts, so that values know their lines.
class EnvFiles
{
public:
    EnvFiles(EffectiveEnv &env, const QString &projectDir)
        : m_env(env)
        , m_projectDir(projectDir)
    { }

    // What a file holds, with the number of its source; null where there is no such file, where it
    // is broken (then a problem says so), or where it says nothing.
    struct Content
    {
        text::Json json;
        int source = -1;
        explicit operator bool() const { return source >= 0; }
    };
    Content json(const QString &file, const QString &name);
    Content yaml(const QString &file, const QString &name, std::optional<Error> &fatal);
    Content javascript(const QString &file, const QString &name);

    // A file that is read as Node's require() does: broken ones stop cds.
    Result<text::Json> required(const QString &file);

    // The text of a file of the project's folder itself. Links that lead out of it are told and not
    // followed; so are files that cannot be read.
    std::optional<QByteArray> own(const QString &file);

    int add(const QString &name, const QString &file, const QByteArray &text);
    void tell(const Error &problem) { m_env.problems.push_back(problem); }
    static bool exists(const QString &file);
    static std::optional<QByteArray> read(const QString &file);

private:
    bool leadsOutside(const QString &file) const;

    EffectiveEnv &m_env;
    QString m_projectDir;
    QSet<QString> m_told;
};

} // namespace tokentrail::cap
