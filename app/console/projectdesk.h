// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/measurecallers.h"
#include "app/console/prediction.h"
#include "app/console/projectreader.h"
#include "app/console/workbench.h"
#include "core/cap/measurement.h"
#include "ui/project/projectpage.h"

#include <QPointer>

class QFileSystemWatcher;
class QTimer;

namespace tokentrail::console {

class ProjectApprouter;
class ProjectBinding;
class ProjectDescriptor;
class ProjectEdits;
class ProjectOwnCds;

// Answers the Project page: opens a folder, keeps it in sight while its files change, shows edits
// before they are made. Runs nothing of the folder before the user says so.
class ProjectDesk : public QObject
{
    Q_OBJECT

public:
    // The recent folders are kept in the settings file; empty: only while the program runs.
    explicit ProjectDesk(Workbench &bench,
                         const QString &settingsFile = {},
                         QObject *parent = nullptr);
    ~ProjectDesk() override;

    void open(const QString &folder);
    // What the open project says to a call; nothing without one.
    std::optional<Prediction> predictionFor(const ui::CallDraft &draft) const;
    void showReason(const Prediction &prediction); // on the page, with its cell

Q_SIGNALS:
    void shown(); // the folder was read, and stands on the page
    void predictionsChanged(); // another project, model, profile

private:
    QWidget *makePage();
    void askForFolder();
    void load(const QString &folder);
    void read();
    void take(const std::shared_ptr<ProjectFacts> &facts);
    void watch();
    void show();
    void showEdit(int finding);
    void offer(const QString &what, const cap::LintEdit &edit, const QString &diff);
    void prepareMatrix(); // the model and the table of what was read
    ui::MatrixView matrixView() const;
    // projectmeasure.cpp
    void askWhomToMeasure();
    void measure(const ui::MeasureWish &wish, const std::vector<ServiceCaller> &callers);
    void takeMeasurement();
    void copyReport();

    Workbench &m_bench;
    QPointer<ui::ProjectPage> m_page; // null until it is first shown
    QFileSystemWatcher *m_watcher = nullptr;
    QTimer *m_settling = nullptr; // editors write in several steps
    ProjectDescriptor *m_descriptor = nullptr;
    ProjectEdits *m_edits = nullptr;
    ProjectBinding *m_binding = nullptr;
    ProjectApprouter *m_approuter = nullptr;
    ProjectOwnCds *m_ownCds = nullptr;
    QPointer<ProjectReader> m_reader;
    QString m_folder;
    QString m_profile = QStringLiteral("development");
    std::shared_ptr<ProjectFacts> m_facts;
    text::Json m_users;
    text::Json m_credentials; // of the binding that the profile has
    std::shared_ptr<cap::AccessModel> m_model;
    std::shared_ptr<cap::AccessTable> m_table;
    QPointer<cap::MeasureJob> m_measuring; // needs the table
    std::shared_ptr<const cap::Measurement> m_measurement;
};

} // namespace tokentrail::console
