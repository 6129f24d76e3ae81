// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectedits.h"
#include "app/console/projectreader.h"
#include "app/console/workbench.h"
#include "core/cap/bindplan.h"

namespace tokentrail::console {

// Binds the open project to the sandbox or to a kept key: shows what would be written, without its
// secrets, and sees to it that git does not take them in.
class ProjectBinding : public QObject
{
    Q_OBJECT

public:
    ProjectBinding(Workbench &bench, ProjectEdits &edits, QObject *parent = nullptr);

    void attach(ui::ProjectPage *page);
    void setFolder(const QString &folder);
    // To the step of the guide: how a project is started that was bound in this run.
    void addStartCommand(ui::ProjectView &view) const;
    // An approuter in a folder of the project ("app/router") to the instance of XSUAA that the
    // project has, or else to the sandbox. False: there is neither.
    bool canBindApprouter(const ProjectFacts &facts) const;
    void bindApprouter(const ProjectFacts &facts, const QString &name);

private:
    struct Wish
    {
        QString what;
        QString folder;
        cap::BindingPlace place = cap::BindingPlace::CdsrcPrivate;
        std::vector<cap::ServiceToBind> services;
        QString caFile;
        QString approuter = {}; // the name of its folder, where it is for one
        QString fileName() const; // below the project
    };

    void showOffers();
    void bindToSandbox(const QString &place);
    void bindToKey(const QString &name, const QString &place);
    void propose(const Wish &wish);
    void offerIgnoring(const Wish &wish);
    void offer(const Wish &wish, const cap::BindPlan &plan);
    std::vector<cap::ServiceToBind> sandboxServices() const;
    void write(const Wish &wish, const cap::BindPlan &plan);

    Workbench &m_bench;
    ProjectEdits &m_edits;
    QPointer<ui::ProjectPage> m_page;
    QString m_folder;
    QString m_startCommand;
    text::FileSnapshot m_bound; // the file as that command stands for it
};

} // namespace tokentrail::console
