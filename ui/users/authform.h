// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/users/usersvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QScrollArea>

class QLineEdit;
class QPushButton;

namespace tokentrail::ui {

class WrappedLabel;

// What stands beside the users under requires.auth: the kind, "*", the tenants.
class AuthForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit AuthForm(QWidget *parent = nullptr);

    void show(const MockProjectView &project);

Q_SIGNALS:
    void kindChosen(const QString &kind);
    void anybodyChosen(bool letIn);
    void tenantSaved(const QString &tenant, const QString &features); // empty: none

private:
    void showTenant(const QString &name);

    ChoiceButton *m_kind = nullptr;
    WrappedLabel *m_kindNote = nullptr;
    ChoiceButton *m_anybody = nullptr;
    WrappedLabel *m_anybodyNote = nullptr;
    ChoiceButton *m_tenants = nullptr;
    QLineEdit *m_tenant = nullptr;
    QLineEdit *m_features = nullptr;
    QPushButton *m_saveTenant = nullptr;
    QList<TenantRow> m_known;
};

} // namespace tokentrail::ui
