// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accesstable.h"
#include "core/cap/env.h"
#include "core/cap/guidesteps.h"
#include "core/cap/lint.h"

#include <QObject>

#include <map>
#include <memory>

namespace tokentrail::console {

// All that is known of a project's folder at one moment.
struct ProjectFacts
{
    QString folder;
    cap::LintReport lint;
    std::vector<cap::GuideStep> steps;
    std::map<QString, cap::EffectiveEnv> envs; // by profile
    QString envProblem; // why there are none
    std::optional<cap::Csn> csn;
    QString csnProblem;
    std::optional<text::Json> wanted; // xs-security.json as the model asks for it
    QByteArray descriptor; // xs-security.json
    bool hasDescriptor = false;
};

// Reads a folder beside the window's thread: a large model does not stop the window. One-shot.
class ProjectReader : public QObject
{
    Q_OBJECT

public:
    explicit ProjectReader(const QString &folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(const std::shared_ptr<tokentrail::console::ProjectFacts> &facts);

private:
    QString m_folder;
};

} // namespace tokentrail::console
