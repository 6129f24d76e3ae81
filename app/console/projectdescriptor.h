// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectreader.h"
#include "app/console/workbench.h"
#include "core/cap/lint.h"
#include "ui/project/projectpage.h"

#include <QPointer>

#include <functional>

namespace tokentrail::console {

// The xs-security.json of the open project on its page: what is wrong with it while it is being
// changed, what an update of a deployed one must not change, and its changes, which are offered
// before they are written.
class ProjectDescriptor : public QObject
{
    Q_OBJECT

public:
    using Offer =
        std::function<void(const QString &what, const cap::LintEdit &edit, const QString &diff)>;

    // Whether the form is wanted is kept in the settings file; empty: while the program runs.
    ProjectDescriptor(ui::Seams &seams,
                      const QString &settingsFile,
                      Offer offer,
                      QObject *parent = nullptr);

    void attach(ui::ProjectPage *page);
    void setFacts(const std::shared_ptr<ProjectFacts> &facts); // those that the page shows
    void retell(); // after the page was filled

private:
    void judge(const QString &text);
    bool isAsOnDisk(const QString &text) const;
    QList<ui::TableRow> rowsOfChanged(const QByteArray &text) const;
    void askForDeployed();
    void compareWith(const QString &file);
    void compareNoMore();
    void make(); // from the model, or what the model asks for beyond what is there
    void save(const QString &text);
    void offer(const QString &what, const QByteArray &after);

    ui::Seams &m_seams;
    QString m_settingsFile;
    Offer m_offer;
    QPointer<ui::ProjectPage> m_page;
    std::shared_ptr<ProjectFacts> m_facts;
    std::optional<text::Json> m_deployed; // what the text is compared with
    QString m_deployedName;
};

} // namespace tokentrail::console
