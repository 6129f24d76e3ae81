// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/signinvalues.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace tokentrail::ui {

class QuietTable;
class SessionModel;
class WrappedLabel;

// Who is signed in, side by side, and what can be done with each session.
class SessionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SessionPanel(QWidget *parent = nullptr);

    void setSessions(const QList<SessionView> &sessions);
    void setLack(const QString &sentence); // why sessions end with the program; empty: they do not
    void tell(const QString &sentence); // what came of the last deed; empty: nothing
    QString currentSession() const;

Q_SIGNALS:
    void useRequested(const QString &id);
    void refreshRequested(const QString &id);
    void logInRequested(const QString &id); // again, the same way
    void logOutRequested(const QString &id);
    void forgetRequested(const QString &id);
    void tokensRequested(const QString &id); // all that it has and had

private:
    QWidget *buildButtons();
    QPushButton *addButton(const QString &text,
                           const QString &meaning,
                           void (SessionPanel::*signal)(const QString &));
    void showCurrent();

    SessionModel *m_model = nullptr;
    QuietTable *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    WrappedLabel *m_lack = nullptr;
    WrappedLabel *m_told = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_logIn = nullptr;
    QPushButton *m_logOut = nullptr;
    QPushButton *m_forget = nullptr;
    QPushButton *m_tokens = nullptr;
};

} // namespace tokentrail::ui
