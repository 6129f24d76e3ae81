// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "app/console/examples.h"
#include "app/console/translations.h"
#include "ui/call/callpage.h"
#include "ui/call/trailpanel.h"
#include "ui/keys/keyspage.h"
#include "ui/tokens/tokenspage.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

// tokentrail-portrait DIR [WIDTHxHEIGHT] [keys]: starts the sandbox, sends the calls of a first start and
// writes what the window shows, light and dark; with "keys" the Keys page alone. QT_SCALE_FACTOR=2 gives the twofold ones.

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

class Portrait : public QObject
{
public:
    Portrait(QApplication &app, ui::MainWindow &window, console::Console &console, const QDir &dir)
        : m_app(app)
        , m_window(window)
        , m_dir(dir)
    {
        connect(&console, &console::Console::ready, this, [this] {
            if (QApplication::arguments().value(3) == "keys"_L1)
                return shootKeys();
            shoot(u"first-start"_s);
            send(console::firstCall());
        });
        connect(&console, &console::Console::outcomeShown, this, [this] {
            QMetaObject::invokeMethod(
                this, [this] { next(); }, Qt::QueuedConnection);
        });
    }

private:
    void send(const ui::CallDraft &draft)
    {
        m_window.callPage()->setDraft(draft);
        m_window.callPage()->send();
    }

    // Empty, then with a mended key that was tried; the one below is made up.
    void shootKeys()
    {
        m_window.showPage(7);
        auto *page = m_window.findChild<ui::KeysPage *>();
        shoot(u"keys-empty"_s);
        Q_EMIT page->textEntered(Secret(
            uR"(Getting key dev ... {"credentials":{"credentials":{"clientid":"sb-shop!t1","clientsecret":"s3cret","url":"http://127.0.0.1:1","xsappname":"shop!t1","uaadomain":"authentication.eu10.hana.ondemand.com","identityzone":"dev"}}})"_s));
        shoot(u"keys-kept"_s);
        Q_EMIT page->testRequested(page->currentKey());
        page->tell({}, false);
        QTimer::singleShot(3'000, this, [this] {
            shoot(u"keys-tried"_s);
            QApplication::quit();
        });
    }

    void next()
    {
        const auto &outcome = *m_window.callPage()->outcome();
        std::printf(
            "%s: %d, findings:", qUtf8Printable(outcome.draft.url), outcome.response.status);
        for (const auto &finding : outcome.diagnosis.findings)
            std::printf(" %s", qUtf8Printable(finding.id));
        std::printf("\n");
        const auto name = outcome.draft.url.section(u'/', 1, 1);
        QString file = m_next == 0 ? u"thread"_s : name;
        if (m_shot.contains(file))
            file += u'-' + outcome.draft.session;
        m_shot.append(file);
        shoot(file);
        if (!outcome.trail.lossHopId.isEmpty() || name == u"api") {
            m_window.callPage()->trailPanel()->openHop(outcome.trail.hops.constLast().expected
                                                           ? outcome.trail.lossHopId
                                                           : outcome.trail.hops.constLast().id);
            shoot(file + u"-hop"_s);
        }
        const auto examples = console::exampleCalls();
        if (m_next < examples.size())
            send(examples.at(m_next++).draft);
        else
            pages();
    }

    // The pages that look back, as they are after these calls.
    void pages()
    {
        m_window.showPage(2);
        shoot(u"trails"_s);
        command(u"Compare the call with the last that worked"_s);
        shoot(u"trails-compared"_s);
        m_window.showPage(3);
        shoot(u"findings"_s);
        m_window.showPage(4);
        auto *tokens = m_window.findChild<ui::TokensPage *>();
        Q_EMIT tokens->defectRequested(u"wrong-audience"_s, u"alice"_s);
        shoot(u"tokens"_s);
        for (const auto digit : {5, 6, 7, 8, 9, 0}) {
            m_window.showPage(digit);
            shoot(u"page-%1"_s.arg(digit));
        }
        QApplication::quit();
    }

    void command(const QString &text)
    {
        for (auto *action : m_window.commands()) {
            if (action->text() == text)
                action->trigger();
        }
    }

    void shoot(const QString &name)
    {
        for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::applyAppearance(m_app, appearance);
            for (auto i = 0; i < 3; ++i)
                QApplication::sendPostedEvents();
            m_window.grab().save(m_dir.filePath(name + u'-' + ui::nameOf(appearance) + u".png"_s));
        }
    }

    QApplication &m_app;
    ui::MainWindow &m_window;
    QDir m_dir;
    qsizetype m_next = 0;
    QStringList m_shot; // a picture is not taken twice under one name
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    console::installTranslations(app);
    const QDir dir(QApplication::arguments().value(1, u"."_s));
    const auto size = QApplication::arguments().value(2, u"1360x860"_s).split(u'x');
    const QTemporaryDir state;
    if (!dir.mkpath(u"."_s) || !state.isValid())
        return 3;
    ui::applyAppearance(app, ui::Appearance::Light);
    ui::Seams seams;
    ui::MainWindow window(seams);
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    console::Options options;
    options.stateDir = state.path();
    console::Console console(window, options);
    const Portrait portrait(app, window, console, dir);
    console.start();
    return QApplication::exec();
}
