// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csn.h"
#include "core/cap/env.h"
#include "core/cap/lint.h"

#include <functional>
#include <map>

namespace tokentrail::cap::lint {

// A file with cds configuration; config is what counts in it (below "cds" in package.json).
struct ConfigFile
{
    QString name;
    const text::Json *config = nullptr;
};

// What the rules look at: files of the project, read once, and what they mean together.
class Project
{
public:
    explicit Project(LintInput input);

    const LintInput &input() const { return m_input; }
    int cdsVersion() const { return m_cdsVersion; }

    // Null where there is no such file, or it may not be read; then a note says so.
    const QByteArray *text(const QString &name) const;
    // Null also where it is no JSON; the error is told once, by whoever asks with problem.
    const text::Json *json(const QString &name, Error *problem = nullptr) const;
    bool exists(const QString &name) const;
    QString path(const QString &name) const;
    QString relative(const QString &path) const;
    // Files below a folder with one of the endings, node_modules and gen left out.
    QStringList filesBelow(const QString &folder, const QStringList &endings) const;

    const std::vector<ConfigFile> &configs() const { return m_configs; }
    // Null where cds itself would stop: envError() says why.
    const EffectiveEnv *env(const QString &profile) const; // "development", "production", "hybrid"
    const Error *envError() const { return m_envError ? &*m_envError : nullptr; }

    const Csn *csn() const { return m_csn ? &*m_csn : nullptr; }
    const QString &csnName() const { return m_csnName; }
    const QByteArray &csnText() const { return m_csnText; }

    // The major version of a package that is installed or asked for; 0: neither.
    int versionOf(const QString &package) const;
    bool dependsOn(const QString &package, bool alsoForDevelopment = true) const;

    QStringList notes() const { return m_notes; }
    void note(const QString &sentence) const;

private:
    void readConfigs();
    void readEnvs();
    void readModel();

    LintInput m_input;
    int m_cdsVersion = 10;
    mutable std::map<QString, std::optional<QByteArray>> m_texts;
    mutable std::map<QString, Result<text::Json>> m_jsons;
    std::map<QString, text::Json> m_yamls;
    std::vector<ConfigFile> m_configs;
    std::map<QString, EffectiveEnv> m_envs;
    std::optional<Error> m_envError;
    std::optional<Csn> m_csn;
    QString m_csnName;
    QByteArray m_csnText;
    mutable QStringList m_notes;
};

// Calls back for every value that stands at the path, outside of profile blocks and inside:
// profile is the block's name, or empty.
using Visit = std::function<void(const text::Json &value, const QString &profile)>;
void visit(const text::Json &config, const QStringList &path, const Visit &found);

} // namespace tokentrail::cap::lint
