// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectedits.h"
#include "app/console/projectreader.h"
#include "app/console/workbench.h"

namespace tokentrail::console {

class ProjectBinding;

// Makes the files of an approuter in front of the open project: shows them, then writes all or none.
class ProjectApprouter : public QObject
{
    Q_OBJECT

public:
    ProjectApprouter(Workbench &bench,
                     ProjectEdits &edits,
                     ProjectBinding &binding,
                     QObject *parent = nullptr);

    void attach(ui::ProjectPage *page);
    void setFacts(const std::shared_ptr<ProjectFacts> &facts) { m_facts = facts; }

private:
    void propose();
    void
    write(const QString &what, const std::vector<text::FileEdit> &plan, const ProjectFacts &facts);
    void bind();

    Workbench &m_bench;
    ProjectEdits &m_edits;
    ProjectBinding &m_binding;
    QPointer<ui::ProjectPage> m_page;
    std::shared_ptr<ProjectFacts> m_facts;
};

} // namespace tokentrail::console
