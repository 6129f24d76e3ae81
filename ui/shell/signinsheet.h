// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/sheet.h"
#include "ui/shell/signinvalues.h"

class QGridLayout;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace tokentrail::ui {

class GrantForm;
class SessionPanel;
class TabStrip;

// Who shall call: a user of the sandbox, the application itself, nobody, a pasted token; somebody
// who signs in with a service key; or one of the sessions that there are.
class SignInSheet : public Sheet
{
    Q_OBJECT

public:
    enum Tab { QuickTab, KeyTab, SessionsTab };

    explicit SignInSheet(QWidget *window);

    void setUsers(const QList<UserCardView> &users);
    void setSessions(const QList<SessionView> &sessions);
    GrantForm *form() const { return m_form; }
    SessionPanel *sessions() const { return m_sessions; }
    void openAt(Tab tab);
    Tab currentTab() const;

Q_SIGNALS:
    void shown(); // what it lists should be fresh
    void userChosen(const QString &name);
    void applicationChosen();
    void nobodyChosen();
    void tokenPasted(const tokentrail::Secret &token);

protected:
    QWidget *firstStop() const override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildQuick();
    QLayout *buildOthers();
    void takePastedToken();

    TabStrip *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    QGridLayout *m_users = nullptr;
    QPlainTextEdit *m_pasted = nullptr;
    QPushButton *m_use = nullptr;
    GrantForm *m_form = nullptr;
    SessionPanel *m_sessions = nullptr;
};

} // namespace tokentrail::ui
