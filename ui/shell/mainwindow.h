// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/navigation.h"
#include "ui/shell/signinsheet.h"
#include "ui/widgets/theme.h"

#include <QMainWindow>

#include <functional>
#include <map>

class QStackedWidget;

namespace tokentrail::ui {

class CallPage;
class CommandPalette;
class Seams;
class ShortcutSheet;
class StatusStrip;

// The one window: pages, where and who below, commands by keyboard. Holds no state of the work.
// The Call page is there at once; every other page is made when it is first shown.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Seams &seams, QWidget *parent = nullptr);

    CallPage *callPage() const { return m_call; }
    Seams &seams() const { return m_seams; }
    Navigation *navigation() const { return m_navigation; }
    StatusStrip *statusStrip() const { return m_status; }
    SignInSheet *signInSheet(); // made when it is first asked for, and told then
    bool hasSignInSheet() const { return m_signIn != nullptr; }
    const QList<QAction *> &commands() const { return m_commands; }
    // Appended to Ctrl+K and F1; the window owns the action.
    QAction *addCommand(const QString &text, const QKeySequence &shortcut);
    // The page of Alt+digit; make is called once, when the page is first shown.
    void addPage(const QString &title, int digit, const std::function<QWidget *()> &make);
    void showPage(int digit);

    void rememberIn(const QString &settingsFile); // restores what is there, saves on closing
    Appearance appearance() const { return m_appearance; }

Q_SIGNALS:
    void signInSheetMade(tokentrail::ui::SignInSheet *sheet);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCommands();
    void addCallCommands();
    void addAppearanceCommands();
    Sheet *openSheet() const; // null: none

    struct Page
    {
        std::function<QWidget *()> make;
        QWidget *widget = nullptr; // null: not made yet
    };

    Seams &m_seams;
    Navigation *m_navigation = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::map<int, Page> m_pages; // by digit
    StatusStrip *m_status = nullptr;
    CallPage *m_call = nullptr;
    // Null until they are first opened: the first frame shows none of them.
    SignInSheet *m_signIn = nullptr;
    CommandPalette *m_palette = nullptr;
    ShortcutSheet *m_shortcuts = nullptr;
    QList<QAction *> m_commands;
    QString m_settingsFile;
    Appearance m_appearance = Appearance::System;
};

} // namespace tokentrail::ui
