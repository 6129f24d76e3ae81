// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "ui/call/callpage.h"
#include "ui/call/trailpanel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/keyboardhabits.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/stepsback.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

// The table of what the window remembers: key, and its default where it has one.
const QString geometryKey = u"window/geometry"_s;
const QString callLayoutKey = u"call/layout"_s;
const QString appearanceKey = u"window/appearance"_s; // "system"
const QString versionKey = u"version"_s;
constexpr int settingsVersion = 1;

constexpr int callDigit = 1; // of Alt+1

} // namespace

MainWindow::MainWindow(Seams &seams, QWidget *parent)
    : QMainWindow(parent)
    , m_seams(seams)
    , m_navigation(new Navigation(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusStrip(this))
    , m_call(new CallPage(seams, this))
{
    KeyboardHabits::keep();
    setWindowTitle(tr("Tokentrail"));
    setMinimumSize(1024, 640);
    resize(1360, 860);
    auto *central = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row, 1);
    layout->addWidget(m_status);
    setCentralWidget(central);

    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    addPage(tr("Call"), callDigit, [this] { return m_call; });
    showPage(callDigit);
    makeCommands();
    m_status->setWork(tr("Ctrl+K commands"));
    connect(&seams, &Seams::copied, m_status, [this](bool isSecret) {
        m_status->tellBriefly(isSecret ? tr("Copied. The clipboard is cleared in %n second(s).",
                                            nullptr,
                                            Seams::clearAfterMs / 1'000)
                                       : tr("Copied to the clipboard."));
    });
    m_call->focusUrl();
}

SignInSheet *MainWindow::signInSheet()
{
    if (!m_signIn) {
        m_signIn = new SignInSheet(centralWidget());
        Q_EMIT signInSheetMade(m_signIn);
    }
    return m_signIn;
}

void MainWindow::addPage(const QString &title, int digit, const std::function<QWidget *()> &make)
{
    m_pages[digit] = {make};
    m_navigation->addPage(title, digit);
    auto *action = addCommand(tr("Go to %1").arg(title), QKeySequence(u"Alt+%1"_s.arg(digit)));
    connect(action, &QAction::triggered, this, [this, digit] { showPage(digit); });
}

void MainWindow::showPage(int digit)
{
    const auto found = m_pages.find(digit);
    if (found == m_pages.end())
        return;
    auto &page = found->second;
    if (!page.widget) {
        page.widget = page.make();
        m_stack->addWidget(page.widget);
    }
    m_stack->setCurrentWidget(page.widget);
    m_navigation->setCurrentPage(digit);
}

QAction *MainWindow::addCommand(const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    addAction(action);
    m_commands.append(action);
    return action;
}

void MainWindow::makeCommands()
{
    addCallCommands();
    addAppearanceCommands();
    auto *help = addCommand(tr("Show what the keyboard does"), QKeySequence(Qt::Key_F1));
    connect(help, &QAction::triggered, this, [this] {
        if (!m_shortcuts)
            m_shortcuts = new ShortcutSheet(centralWidget());
        m_shortcuts->setCommands(m_commands);
        m_shortcuts->open();
    });
    auto *palette = addCommand(tr("List all commands"), QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(palette, &QAction::triggered, this, [this] {
        if (!m_palette)
            m_palette = new CommandPalette(centralWidget());
        m_palette->setCommands(m_commands);
        m_palette->openFresh();
    });
    auto *quit = addCommand(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::addCallCommands()
{
    auto *send = addCommand(tr("Send the call"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(send, &QAction::triggered, this, [this] {
        if (openSheet())
            return;
        if (m_stack->currentWidget() == m_call)
            m_call->send();
        else // what would go out is looked at before it does
            showPage(callDigit);
    });
    auto *cancel = addCommand(tr("Stop waiting, or close the hop"), QKeySequence(Qt::Key_Escape));
    connect(cancel, &QAction::triggered, this, [this] {
        if (auto *sheet = openSheet())
            sheet->dismiss();
        else if (m_stack->currentWidget() == m_call)
            m_call->cancel();
        else if (auto *page = dynamic_cast<StepsBack *>(m_stack->currentWidget()))
            page->stepBack();
    });
    auto *url = addCommand(tr("Edit the URL"), QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(url, &QAction::triggered, this, [this] {
        if (openSheet())
            return;
        showPage(callDigit);
        m_call->selectUrl();
    });
    auto *who = addCommand(tr("Choose who calls"), QKeySequence(Qt::CTRL | Qt::Key_I));
    const auto openAt = [this](SignInSheet::Tab tab) {
        return [this, tab] {
            signInSheet()->openAt(tab);
        };
    };
    connect(who, &QAction::triggered, this, openAt(SignInSheet::QuickTab));
    m_call->addSessionCommand(who);
    auto *signIn = addCommand(tr("Sign in with a service key"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    connect(signIn, &QAction::triggered, this, openAt(SignInSheet::KeyTab));
    auto *sessions = addCommand(tr("List the sessions"), QKeySequence(Qt::CTRL | Qt::Key_J));
    connect(sessions, &QAction::triggered, this, openAt(SignInSheet::SessionsTab));
    auto *examples = addCommand(tr("Show calls to try"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(examples, &QAction::triggered, this, [this] {
        if (openSheet())
            return;
        showPage(callDigit);
        m_call->showExamples();
    });
    for (auto *action : m_call->trailPanel()->exportMenu()->actions()) {
        auto *command = addCommand(tr("Export the trail: %1").arg(action->text()), {});
        connect(command, &QAction::triggered, action, &QAction::trigger);
    }
}

Sheet *MainWindow::openSheet() const
{
    for (auto *sheet : {static_cast<Sheet *>(m_signIn),
                        static_cast<Sheet *>(m_palette),
                        static_cast<Sheet *>(m_shortcuts)}) {
        if (sheet && sheet->isVisible())
            return sheet;
    }
    return nullptr;
}

void MainWindow::addAppearanceCommands()
{
    const std::pair<Appearance, QString> all[] = {
        {Appearance::System, tr("Appearance: as the system")},
        {Appearance::Light, tr("Appearance: light")},
        {Appearance::Dark, tr("Appearance: dark")},
        {Appearance::HighContrast, tr("Appearance: high contrast, the system’s own colours")}};
    for (const auto &[appearance, text] : all) {
        connect(addCommand(text, {}), &QAction::triggered, this, [this, chosen = appearance] {
            m_appearance = chosen;
            applyAppearance(*qApp, chosen);
            if (!m_settingsFile.isEmpty()) // at once: the end may come by a signal
                QSettings(m_settingsFile, QSettings::IniFormat)
                    .setValue(appearanceKey, nameOf(chosen));
        });
    }
}

void MainWindow::rememberIn(const QString &settingsFile)
{
    m_settingsFile = settingsFile;
    const QSettings settings(settingsFile, QSettings::IniFormat);
    m_appearance =
        appearanceFromName(settings.value(appearanceKey).toString()).value_or(Appearance::System);
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_call->restoreLayout(settings.value(callLayoutKey).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_settingsFile.isEmpty()) {
        QSettings settings(m_settingsFile, QSettings::IniFormat);
        settings.setValue(versionKey, settingsVersion);
        settings.setValue(geometryKey, saveGeometry());
        settings.setValue(callLayoutKey, m_call->saveLayout());
        settings.setValue(appearanceKey, nameOf(m_appearance));
    }
    event->accept();
}

} // namespace tokentrail::ui
