// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"
#include "ui/call/callpage.h"
#include "ui/call/messagepanel.h"
#include "ui/call/trailpanel.h"
#include "ui/shell/browserwait.h"
#include "ui/shell/grantform.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionpanel.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>

#include <cstdio>

// tokentrail-screenshots DIR: every state of the pages, light and dark, narrow and wide, as PNG.
// QT_SCALE_FACTOR=2 gives the twofold ones.

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

class Shooter
{
public:
    Shooter(MainWindow &window, const QDir &dir, const QString &suffix)
        : m_window(window)
        , m_dir(dir)
        , m_suffix(suffix)
    { }

    void shoot(const QString &name)
    {
        for (auto i = 0; i < 3; ++i)
            QApplication::processEvents();
        const auto file = m_dir.filePath(name + m_suffix + u".png"_s);
        if (m_window.grab().save(file))
            ++m_written;
        else
            std::fprintf(stderr, "%s could not be written\n", qUtf8Printable(file));
    }
    int written() const { return m_written; }

private:
    MainWindow &m_window;
    QDir m_dir;
    QString m_suffix;
    int m_written = 0;
};

void fill(MainWindow &window)
{
    auto *page = window.callPage();
    page->setSessions(samples::sessions());
    page->setTargets(samples::targets());
    page->setVias(samples::vias());
    page->setExamples(samples::examples());
    page->setPlan(samples::plan());
    page->setDraft(samples::firstDraft());
    window.statusStrip()->setPlace(u"SANDBOX · subaccount dev"_s, Tone::Person, {});
    window.statusStrip()->setWho(u"signed in: alice (password · 11 h 42 min left)"_s);
    window.signInSheet()->setUsers({{u"alice"_s, u"Sample Administrators"_s},
                                    {u"bob"_s, u"Sample Viewers"_s},
                                    {u"carol"_s, u"Sample Editors"_s},
                                    {u"dave"_s, u"no role collection"_s}});
}

void showOutcome(MainWindow &window, const CallOutcome &outcome)
{
    window.callPage()->setDraft(outcome.draft);
    window.callPage()->setOutcome(outcome);
}

void addHistory(MainWindow &window)
{
    window.navigation()->addPastCall({u"/api/FunctionalLocation"_s, u"alice · 200"_s, false});
    window.navigation()->addPastCall({u"/ext/FunctionalLocation"_s, u"alice · 502"_s, true});
}

void shootSignIn(SignInSheet &sheet, Shooter &shooter)
{
    sheet.openAt(SignInSheet::SessionsTab);
    shooter.shoot(u"sign-in-sessions-empty"_s);
    sheet.form()->setKeys({{u"shop"_s,
                            u"shop-dev"_s,
                            u"dev.authentication.eu10.example"_s,
                            u"its secret"_s,
                            QUrl(u"https://dev.authentication.eu10.example/passcode"_s)}});
    sheet.form()->setSessions({{u"kept:alice"_s, u"alice"_s, u"11 h left"_s, {}}});
    sheet.openAt(SignInSheet::KeyTab);
    shooter.shoot(u"sign-in-password"_s);
    sheet.form()->refuse(
        u"The name or the password is wrong, or the user is locked."_s,
        u"HTTP 401\nContent-Type: application/json\n\n{\"error\":\"unauthorized\"}"_s);
    Q_EMIT sheet.form()->findChild<Banner *>()->actionTriggered();
    shooter.shoot(u"sign-in-refused"_s);
    sheet.form()->refuse({}, {});
    sheet.form()->choose(call::Grant::JwtBearer);
    shooter.shoot(u"sign-in-exchange"_s);
    sheet.form()->choose(call::Grant::Saml2Bearer);
    shooter.shoot(u"sign-in-saml"_s);
    sheet.form()->choose(call::Grant::AuthorizationCode);
    shooter.shoot(u"sign-in-browser-choice"_s);
    sheet.form()->setWindowLack(u"A login window of Tokentrail is not opened for root: its browser "
                                u"would run without its sandbox."_s);
    shooter.shoot(u"sign-in-browser-root"_s);
    sheet.form()->setWindowLack({});
    sheet.form()->setRunning(true);
    sheet.form()->browserWait()->beginWindow();
    sheet.form()->browserWait()->setSecondsLeft(287);
    sheet.form()->browserWait()->tell(
        u"It leads to https://accounts.example, which is not part of the identity zone; the window "
        u"asks whether to go on there."_s);
    shooter.shoot(u"sign-in-window"_s);
    sheet.form()->browserWait()->begin(
        QUrl(u"https://dev.authentication.eu10.example/oauth/authorize?response_type=code"_s),
        u"http://localhost:41233/login/callback"_s);
    sheet.form()->browserWait()->setSecondsLeft(287);
    shooter.shoot(u"sign-in-browser"_s);
    sheet.form()->setRunning(false);
    SessionView alice{
        u"a"_s, u"alice"_s, u"alice"_s, u"Password · 127.0.0.1:4601"_s, u"11 h 3 min left"_s};
    alice.active = alice.kept = alice.renewable = true;
    alice.tokens = 3;
    const SessionView bob{
        u"b"_s, u"bob"_s, u"bob"_s, u"Browser · dev.authentication.eu10.example"_s, u"expired"_s};
    sheet.setSessions({alice, bob});
    sheet.sessions()->tell(
        u"Logged out: the token service revoked the refresh token, and refused "
        u"it when it was tried. Services take the access token until it ends."_s);
    sheet.openAt(SignInSheet::SessionsTab);
    shooter.shoot(u"sign-in-sessions"_s);
    sheet.dismiss();
}

void shootStates(MainWindow &window, Shooter &shooter)
{
    auto *page = window.callPage();
    shooter.shoot(u"call-empty"_s);
    addHistory(window);
    showOutcome(window, samples::lost());
    shooter.shoot(u"call-lost"_s);
    page->trailPanel()->openHop(u"h4"_s);
    shooter.shoot(u"call-lost-hop"_s);
    page->trailPanel()->openHop(u"h2"_s);
    page->trailPanel()->closeHop();
    page->trailPanel()->setCurrentIndex(TrailPanel::Table);
    shooter.shoot(u"call-lost-table"_s);
    page->trailPanel()->setCurrentIndex(TrailPanel::Picture);
    showOutcome(window, samples::healthy());
    shooter.shoot(u"call-healthy"_s);
    page->trailPanel()->openHop(u"h6"_s);
    shooter.shoot(u"call-healthy-hop"_s);
    showOutcome(window, samples::unanswered());
    shooter.shoot(u"call-unanswered"_s);
    window.signInSheet()->open();
    shooter.shoot(u"sign-in"_s);
    window.signInSheet()->dismiss();
    shootSignIn(*window.signInSheet(), shooter);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir dir(QApplication::arguments().value(1, u"."_s));
    if (!dir.mkpath(u"."_s))
        return 3;
    const QString scale = app.devicePixelRatio() > 1.5 ? u"-2x"_s : QString();
    const std::pair<QSize, QString> sizes[] = {{QSize(1360, 860), QString()},
                                               {QSize(1024, 640), u"-narrow"_s},
                                               {QSize(1600, 1000), u"-wide"_s}};
    Seams seams;
    auto written = 0;
    for (const auto appearance : {Appearance::Light, Appearance::Dark, Appearance::HighContrast}) {
        applyAppearance(app, appearance);
        for (const auto &[size, name] : sizes) {
            MainWindow window(seams);
            fill(window);
            window.resize(size);
            window.show();
            Shooter shooter(window, dir, u'-' + nameOf(appearance) + name + scale);
            shootStates(window, shooter);
            written += shooter.written();
        }
    }
    std::printf("%d pictures\n", written);
    return written > 0 ? 0 : 1;
}
