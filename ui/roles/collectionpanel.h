// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStringListModel;

namespace tokentrail::ui {

class Panel;
class QuietTable;
class RoleRowsModel;

// The middle of the page: what a role collection holds, and who has it.
class CollectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CollectionPanel(QWidget *parent = nullptr);

    void setDirectory(const SharedDirectory &directory);
    void showCollection(const QString &name); // empty: none
    const QString &collection() const { return m_name; }

Q_SIGNALS:
    void roleChosen(const tokentrail::xsuaa::RoleReference &role);
    void noRoleChosen();
    void changeWanted(const tokentrail::admin::Change &change);
    void refused(const QString &sentence);

private:
    QWidget *buildRoles();
    QWidget *buildPeople();
    void chooseRole(int row);
    void addRole();
    void removeRole();
    void assign();
    void unassign();
    void fillMembers(const xsuaa::RoleCollection &collection);

    SharedDirectory m_directory;
    QString m_name;
    Panel *m_panel = nullptr;
    RoleRowsModel *m_roles = nullptr;
    RoleRowsModel *m_members = nullptr;
    QuietTable *m_roleTable = nullptr;
    QuietTable *m_memberTable = nullptr;
    QLineEdit *m_newRole = nullptr;
    QStringListModel *m_roleNames = nullptr; // to complete
    QLineEdit *m_newMember = nullptr;
    QComboBox *m_memberKind = nullptr;
    QLineEdit *m_origin = nullptr;
    QList<xsuaa::RoleReference> m_references;
    QList<QWidget *> m_entries; // make sense with a collection alone
};

} // namespace tokentrail::ui
