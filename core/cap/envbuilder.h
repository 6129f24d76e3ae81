// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/envfiles.h"
#include "core/cap/envmerge.h"

namespace tokentrail::cap {

// Computes one EffectiveEnv, step by step in the order of @sap/cds: every step a function here.
class EnvBuilder
{
public:
    EnvBuilder(const EnvInput &input, EffectiveEnv &env);

    // Runs all steps; an error where cds stops.
    Result<void> run();

private:
    Result<void> findProfiles();
    Result<void> readFiles();
    Result<void> readEnvironmentFiles();
    Result<void> readCdsConfig(const EnvNodePtr &config);
    Result<void> addProcessEnvironment();
    Result<void> complete();
    Result<void> bind();

    Result<QStringList> staticProfiles();
    Result<void> readFolder(const QString &folder, const QString &shown, bool plugin);
    void readHome();
    QStringList pluginFolders() const;
    void addContent(const EnvFiles::Content &content, const text::Json &json);
    void add(const EnvNodePtr &config, int source, EnvMerger::Blocks blocks);
    Result<void> addFileToEnvironment(const QString &name);
    Result<void> relateDatabase(const EnvNodePtr &services);
    void normaliseQueues(const EnvNodePtr &services);
    void resolveAppId();

    QString path(const QString &name) const; // of a file of the project, or an absolute one
    bool production() const { return m_production; }

    const EnvInput &m_input;
    EffectiveEnv &m_env;
    EnvFiles m_files;
    EnvMerger m_merger;
    bool m_production = false;
    std::optional<Error> m_stop; // what a source holds that stops cds
};

} // namespace tokentrail::cap
