// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/navigation.h"
#include "ui/shell/signinsheet.h"
#include "ui/widgets/theme.h"

#include <QMainWindow>

class QStackedWidget;

namespace tokentrail::ui {

class CallPage;
class CommandPalette;
class Seams;
class ShortcutSheet;
class StatusStrip;
class TokensPage;

// The one window: pages, where and who below, commands by keyboard. Holds no state of the work.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Seams &seams, QWidget *parent = nullptr);

    CallPage *callPage() const { return m_call; }
    TokensPage *tokensPage() const { return m_tokens; }
    Navigation *navigation() const { return m_navigation; }
    StatusStrip *statusStrip() const { return m_status; }
    SignInSheet *signInSheet() const { return m_signIn; }
    const QList<QAction *> &commands() const { return m_commands; }
    // Appended to Ctrl+K and F1; the window owns the action.
    QAction *addCommand(const QString &text, const QKeySequence &shortcut);
    void addPage(QWidget *page, const QString &title, int digit);

    void rememberIn(const QString &settingsFile); // restores what is there, saves on closing
    Appearance appearance() const { return m_appearance; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCommands();
    void addCallCommands();
    void addAppearanceCommands();
    void showPage(int index);
    Sheet *openSheet() const; // null: none

    Navigation *m_navigation = nullptr;
    QStackedWidget *m_pages = nullptr;
    StatusStrip *m_status = nullptr;
    CallPage *m_call = nullptr;
    TokensPage *m_tokens = nullptr;
    SignInSheet *m_signIn = nullptr;
    CommandPalette *m_palette = nullptr;
    ShortcutSheet *m_shortcuts = nullptr;
    QList<QAction *> m_commands;
    QString m_settingsFile;
    Appearance m_appearance = Appearance::System;
};

} // namespace tokentrail::ui
