// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/roleform.h"

namespace tokentrail::ui {

class Panel;
class RoleRowsModel;

// What a role gives: scopes and attributes; beside it, the form for a new one.
class RolePanel : public QWidget
{
    Q_OBJECT

public:
    explicit RolePanel(QWidget *parent = nullptr);

    void setDirectory(const SharedDirectory &directory);
    void showRole(const xsuaa::RoleReference &reference);
    void showNothing();
    RoleForm *form() const { return m_form; }
    void beginNew();
    void endNew();

Q_SIGNALS:
    void deleteRequested(const tokentrail::xsuaa::Role &role);

private:
    SharedDirectory m_directory;
    xsuaa::Role m_role;
    Panel *m_panel = nullptr;
    WrappedLabel *m_heading = nullptr;
    RoleRowsModel *m_rows = nullptr;
    QWidget *m_delete = nullptr;
    RoleForm *m_form = nullptr;
};

} // namespace tokentrail::ui
