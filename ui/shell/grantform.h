// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/signinvalues.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace tokentrail::ui {

class Banner;
class BrowserWait;
class CodeView;
class WrappedLabel;

// Signs in with a service key by any grant: asks for what the grant needs and nothing else.
class GrantForm : public QWidget
{
    Q_OBJECT

public:
    explicit GrantForm(QWidget *parent = nullptr);

    void setKeys(const QList<SignInKeyView> &keys);
    void setSessions(const QList<Choice> &sessions); // whose tokens can be exchanged
    // Why logins have no window of their own, in a sentence; empty: they have one.
    void setWindowLack(const QString &sentence);
    void choose(call::Grant grant);
    void chooseKey(const QString &id);
    // The key, the grant and what is to be exchanged, but no password; the focus goes to what is
    // left to do.
    void prefill(const SignInDraft &draft);
    SignInDraft draft() const;
    BrowserWait *browserWait() const { return m_wait; }

    void setRunning(bool running);
    // Why there is no token; response: what the token service said, redacted. Empty: nothing.
    void refuse(const QString &sentence, const QString &response);
    void setPasted(const QString &text); // as if it had been pasted
    void clear(); // secrets, after they did their work

Q_SIGNALS:
    void wanted(const tokentrail::ui::SignInDraft &draft);
    void cancelled();
    void fileWanted(); // with what is exchanged in it
    void copyRequested(const QString &text);
    void resized(); // other fields show

private:
    void buildFields();
    void addRow(const QString &label, QWidget *field);
    QLineEdit *addLine(const QString &label, const QString &placeholder);
    QWidget *buildButtons();
    void retell();
    void offerBrowsers();
    void chooseBrowserOfKey();
    void ask();
    call::Grant grant() const;
    const SignInKeyView *key() const;

    QList<SignInKeyView> m_keys;
    ChoiceButton *m_key = nullptr;
    ChoiceButton *m_grant = nullptr;
    WrappedLabel *m_meaning = nullptr;
    QWidget *m_fieldArea = nullptr;
    QFormLayout *m_fields = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_passcode = nullptr;
    ChoiceButton *m_from = nullptr;
    CodeView *m_pasted = nullptr;
    QPushButton *m_file = nullptr;
    QLineEdit *m_origin = nullptr;
    QLineEdit *m_scope = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_port = nullptr;
    ChoiceButton *m_where = nullptr;
    QString m_windowLack;
    BrowserWait *m_wait = nullptr;
    Banner *m_banner = nullptr;
    CodeView *m_response = nullptr;
    QPushButton *m_passcodeUrl = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_cancel = nullptr;
    QList<QLineEdit *> m_lines;
};

} // namespace tokentrail::ui
