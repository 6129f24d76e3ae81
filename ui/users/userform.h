// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/users/usersvalues.h"

#include <QScrollArea>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tokentrail::ui {

class CodeView;
class WrappedLabel;

// One mock user to edit. Says what stands in the fields; decides nothing.
class UserForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit UserForm(QWidget *parent = nullptr);

    void edit(const MockUserRow &user);
    void editNew(); // empty fields
    void setWarnings(const QList<UserWarning> &warnings);
    MockUserDraft draft() const;
    bool isTouched() const { return m_touched; }

Q_SIGNALS:
    void edited();
    void saveRequested(const tokentrail::ui::MockUserDraft &draft);
    void removeRequested(const QString &login);
    void actAsRequested(const QString &login);

private:
    QLineEdit *addLine(const QString &label, const QString &placeholder);
    void addButtons(QVBoxLayout *layout);
    void show(const MockUserRow &user);
    void touch();

    QVBoxLayout *m_fields = nullptr;
    WrappedLabel *m_heading = nullptr;
    QVBoxLayout *m_warnings = nullptr;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_id = nullptr;
    QCheckBox *m_anyPassword = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_roles = nullptr;
    CodeView *m_attributes = nullptr;
    QLineEdit *m_tenant = nullptr;
    QLineEdit *m_features = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_actAs = nullptr;
    QPushButton *m_remove = nullptr;
    QString m_before;
    QString m_attributesShown;
    bool m_touched = false;
    bool m_filling = false;
};

} // namespace tokentrail::ui
