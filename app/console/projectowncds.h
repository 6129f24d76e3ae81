// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectreader.h"
#include "app/console/trustedfolders.h"
#include "core/cap/owncds.h"
#include "ui/project/projectpage.h"

#include <QPointer>

namespace tokentrail::console {

// Asks the open project's own cds for its configuration, when the user wants that, and shows where
// it differs from what was read. Runs nothing before the folder is trusted.
class ProjectOwnCds : public QObject
{
    Q_OBJECT

public:
    explicit ProjectOwnCds(const QString &settingsFile, QObject *parent = nullptr);

    void attach(ui::ProjectPage *page);
    // What the page shows; another folder, profile or reading ends what runs.
    void setFacts(const std::shared_ptr<ProjectFacts> &facts, const QString &profile);

private:
    void ask();
    void run();
    void take(cap::OwnCds *job);
    void distrust();
    void show();
    text::Json ours() const; // null: cds would stop

    TrustedFolders m_trusted;
    QPointer<ui::ProjectPage> m_page;
    std::shared_ptr<ProjectFacts> m_facts;
    QString m_profile;
    QPointer<cap::OwnCds> m_job;
    text::Json m_compared; // what was read when the answer came
};

} // namespace tokentrail::console
