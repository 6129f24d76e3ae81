// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "ui/shell/sheet.h"

class QGridLayout;
class QPlainTextEdit;
class QPushButton;

namespace tokentrail::ui {

// A user of the sandbox to sign in as with one click.
struct UserCardView
{
    QString name;
    QString detail; // "Administrator; known in the backend as ALICE"
};

// Who shall call: a user of the sandbox, the application itself, nobody, or a pasted token.
class SignInSheet : public Sheet
{
    Q_OBJECT

public:
    explicit SignInSheet(QWidget *window);

    void setUsers(const QList<UserCardView> &users);

Q_SIGNALS:
    void userChosen(const QString &name);
    void applicationChosen();
    void nobodyChosen();
    void tokenPasted(const tokentrail::Secret &token);

private:
    void takePastedToken();

    QGridLayout *m_users = nullptr;
    QPlainTextEdit *m_pasted = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace tokentrail::ui
