// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/mockproject.h"
#include "app/console/workbench.h"
#include "core/sandbox/directorysnapshot.h"
#include "core/text/editfile.h"
#include "ui/users/userspage.h"

#include <QPointer>

class QFileSystemWatcher;

namespace tokentrail::console {

// Answers the Users page: reads the project, shows each edit as a diff first, writes it when the
// user says so, takes it back, and lends mock users to the Call page.
class UsersDesk : public QObject
{
    Q_OBJECT

public:
    explicit UsersDesk(Workbench &bench, QObject *parent = nullptr);

    void open(const QString &folder);

private:
    struct Made // an edit that Undo can take back
    {
        QString what;
        text::FileSnapshot before;
        QByteArray after;
    };
    using Edit = std::function<Result<QByteArray>(const cap::ConfigText &config)>;

    QWidget *makePage();
    void connectAuthForm();
    void askForFolder();
    void load(const QString &folder);
    void reload();
    void watch();
    void show();
    void save(const ui::MockUserDraft &draft);
    void propose(const QString &what, const QString &login, const Edit &edit);
    void write(const Made &edit, const QString &login);
    void undo();
    void actAs(const QString &login);
    void showApplications();
    void importFrom(const QString &appId);
    void exportTo(const QString &appId);
    sandbox::AskSandbox asking() const;

    Workbench &m_bench;
    QPointer<ui::UsersPage> m_page; // null until it is first shown
    QFileSystemWatcher *m_watcher = nullptr;
    MockProject m_project;
    std::vector<Made> m_made;
};

} // namespace tokentrail::console
