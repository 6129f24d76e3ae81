// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/workbench.h"
#include "core/admin/applychanges.h"
#include "core/admin/directoryread.h"
#include "ui/roles/rolespage.h"

#include <QPointer>

namespace tokentrail::console {

// Answers the Roles page: reads the subaccount through its administration, collects changes as a
// plan, carries the plan out, undoes it, and tells what a person may do.
class RolesDesk : public QObject
{
    Q_OBJECT

public:
    explicit RolesDesk(Workbench &bench, QObject *parent = nullptr);

Q_SIGNALS:
    void directoryShown(); // read, or changed as planned
    void applied(); // the plan, or what undoes one

private:
    QWidget *makePage();
    void connectPage();
    Result<xsuaa::ServiceKey> keyOfPlace() const;
    void showPlaces();
    void choosePlace(const QString &id);
    bool connectAdministration();
    void reload();
    void takeDirectory(admin::DirectoryRead *read);
    bool plan(const QList<admin::Change> &changes);
    void planRole(const xsuaa::Role &role, const QString &collection);
    void replan(); // the plan on top of what was read now
    void carryOut(const QList<admin::Change> &changes, bool undoing);
    void takeApplied(admin::ApplyChanges *apply, bool undoing);
    void undo();
    void show();
    void exportDirectory();
    void importDocument();

    std::optional<QString> placeOf(const QString &issuer) const;
    void propose(const diagnosis::Assignment &assignment);
    void showProposal();
    void choosePerson(const admin::UserName &user);
    void look(const QString &collection); // what if; empty: as it is
    void signInAgain();
    void planLook();
    void showPerson();
    text::Json previewOf(const xsuaa::Directory &directory) const;
    void compareWithToken(ui::PersonView &view) const;
    xsuaa::User personIn(const xsuaa::Directory &directory, bool *attributesKnown) const;
    xsuaa::LoginFrame frameFor(const xsuaa::Application &app) const;

    Workbench &m_bench;
    QPointer<ui::RolesPage> m_page; // null until it is first shown
    std::unique_ptr<admin::Connection> m_connection;
    QPointer<admin::DirectoryRead> m_read;
    QPointer<admin::ApplyChanges> m_apply;
    QString m_place; // name of the kept key; empty: the sandbox
    ui::SharedDirectory m_base; // as it was read
    ui::SharedDirectory m_shown; // with the plan
    QList<admin::Change> m_plan;
    QList<QList<admin::Change>> m_batches; // done, to undo
    QList<ui::LogLine> m_log;
    admin::UserName m_person;
    QString m_app;
    std::optional<diagnosis::Assignment> m_proposal; // waits for the directory
    QString m_look; // a role collection, given or taken for a look
    std::optional<ui::CallDraft> m_refused; // the last call, for want of a role
    bool m_again = false; // changed while it was read
};

} // namespace tokentrail::console
