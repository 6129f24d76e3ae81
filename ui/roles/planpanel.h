// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"

#include <QWidget>

class QPushButton;

namespace tokentrail::ui {

class Panel;
class QuietTable;
class RoleRowsModel;

// What is planned, before it is done; and what was done.
class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPanel(QWidget *parent = nullptr);

    void show(const RolesView &view);
    void setBusy(bool busy);

Q_SIGNALS:
    void applyRequested();
    void discardRequested();
    void dropRequested(int line); // of the plan, from 0
    void undoRequested();

private:
    void drop();

    Panel *m_panel = nullptr;
    QuietTable *m_table = nullptr; // the plan
    RoleRowsModel *m_planned = nullptr;
    RoleRowsModel *m_log = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_drop = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_undo = nullptr;
    bool m_any = false;
    bool m_busy = false;
    bool m_undoable = false;
};

} // namespace tokentrail::ui
