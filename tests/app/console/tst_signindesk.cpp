// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/signindesk.h"
#include "core/call/sessionstore.h"
#include "core/jose/jwt.h"
#include "core/trail/trailbuilder.h"
#include "core/vault/filevault.h"
#include "tests/app/console/formbrowser.h"
#include "tests/ui/fakeseams.h"
#include "ui/shell/browserwait.h"
#include "ui/shell/grantform.h"
#include "ui/shell/sessionpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/wrappedlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;
using call::Grant;

namespace {

constexpr int patienceMs = 30'000; // keys are made on the first start
const auto keyName = u"shop"_s;
const auto x509Name = u"shop-x509"_s;

} // namespace

// Signing in with a key that lies in a vault, at the running sandbox, by every grant.
class TestSignInDesk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ManualClock m_clock;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<SignInDesk> m_desk;

    vault::FileVault otherProgram() const
    {
        return {m_dir.filePath(u"vault"_s),
                {vault::VaultKey::Kind::KeyFile, Secret(QByteArray(32, 'k'))}};
    }
    ui::SignInSheet *sheet() const { return m_window->signInSheet(); }
    QString refusal() const
    {
        const auto *banner = sheet()->form()->findChild<ui::Banner *>();
        return banner->isVisibleTo(sheet()->form()) ? banner->sentence() : QString();
    }
    static ui::SignInDraft as(const QString &user, const QString &password = {})
    {
        ui::SignInDraft draft;
        draft.keyId = keyName;
        draft.userName = user;
        draft.password = Secret(password.isEmpty() ? user : password);
        return draft;
    }
    // The id of the session, or nothing.
    QString signIn(const ui::SignInDraft &draft)
    {
        sheet()->openAt(ui::SignInSheet::KeyTab);
        sheet()->form()->refuse({}, {});
        QSignalSpy signedIn(m_desk.get(), &SignInDesk::signedIn);
        Q_EMIT sheet()->form()->wanted(draft);
        (void)QTest::qWaitFor([&] { return !signedIn.isEmpty() || !refusal().isEmpty(); },
                              patienceMs);
        return signedIn.isEmpty() ? QString() : signedIn.constFirst().constFirst().toString();
    }
    text::Json claimsOf(const QString &id)
    {
        const auto *entry = m_bench->sessions().find(id);
        return entry ? jose::decodeToken(entry->session.accessToken.reveal()).claims : text::Json();
    }
    Secret samlAssertion(const QString &user)
    {
        const auto answer = m_bench->sandbox()->command(u"saml.assertion"_s,
                                                        text::Json::object({{u"user"_s, user}}));
        return answer ? Secret((*answer)[u"assertion"].toString()) : Secret();
    }
    Secret passcode(const QString &user)
    {
        test::FormBrowser browser(m_bench->client(), m_bench->place().tls, user);
        QSignalSpy arrived(&browser, &test::FormBrowser::arrived);
        auto url = m_bench->place().appKey->client.url;
        url.setPath(u"/passcode"_s);
        browser.visit(url);
        if (!arrived.wait(patienceMs))
            return {};
        static const QRegularExpression code(u"id=\"passcode\">([^<]+)<"_s);
        return Secret(code.match(QString::fromUtf8(browser.page())).captured(1));
    }
    void keepKey(const QString &name, const text::Json &document)
    {
        const auto key = xsuaa::readServiceKey(document.toCompact(), xsuaa::ServiceKind::Xsuaa);
        QVERIFY(key);
        QVERIFY(xsuaa::saveKey(m_bench->vault().store(), {name, *key, u"pasted"_s, 1}));
    }

    // A script in the window's place: it reads its order, and does what a person would.
    QString windowThat(const QByteArray &deed)
    {
        QFile file(m_dir.filePath(u"window.sh"_s));
        (void)file.open(QIODevice::WriteOnly);
        file.write("#!/bin/sh\nread order\n" + deed + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    void askForWindow()
    {
        sheet()->openAt(ui::SignInSheet::KeyTab);
        sheet()->form()->refuse({}, {});
        ui::SignInDraft draft;
        draft.keyId = keyName;
        draft.grant = Grant::AuthorizationCode;
        draft.embedded = true;
        m_seams.opened.clear();
        Q_EMIT sheet()->form()->wanted(draft);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_dir.filePath(u"vault.key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(32, 'k')) == 32);
        qputenv("TOKENTRAIL_VAULT_KEY_FILE", file.fileName().toUtf8());
        file.close();
        m_clock.set(Clock::system().nowMs());
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<Workbench>(*m_window, m_clock);
        m_desk = std::make_unique<SignInDesk>(*m_bench);
        m_window->show();
        auto &sandbox = m_bench->replaceSandbox();
        QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
        sandbox.start({m_dir.filePath(u"sandbox"_s), 0, 0});
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, patienceMs);
        m_bench->setPlace(placeOf(sandbox).value());
        m_bench->vault().open(m_dir.filePath(u"vault"_s), false);
        QTRY_VERIFY(m_bench->vault().store().persists());
        const auto asked = [&](const text::Json &arguments) {
            return sandbox.command(u"bindings"_s, arguments).value();
        };
        keepKey(keyName, asked(text::Json::object({{u"format"_s, u"service-key"_s}})));
        keepKey(x509Name,
                asked(text::Json::object({{u"format"_s, u"service-key"_s}, {u"x509"_s, 7}})));
    }
    void cleanupTestCase()
    {
        m_desk.reset();
        m_bench.reset();
        m_window.reset();
    }

    void everyGrantSignsIn_data()
    {
        QTest::addColumn<int>("grant");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QString>("user");
        const QString prefix = u"urn:ietf:params:oauth:grant-type:"_s;
        QTest::newRow("password") << int(Grant::Password) << keyName << u"password"_s << u"bob"_s;
        QTest::newRow("password, mutual TLS")
            << int(Grant::Password) << x509Name << u"password"_s << u"bob"_s;
        QTest::newRow("client secret")
            << int(Grant::ClientCredentials) << keyName << u"client_credentials"_s << QString();
        QTest::newRow("client certificate")
            << int(Grant::ClientCredentials) << x509Name << u"client_credentials"_s << QString();
        QTest::newRow("passcode") << int(Grant::Passcode) << keyName << u"password"_s << u"carol"_s;
        QTest::newRow("jwt-bearer")
            << int(Grant::JwtBearer) << keyName << QString(prefix + u"jwt-bearer"_s) << u"alice"_s;
        QTest::newRow("saml2-bearer") << int(Grant::Saml2Bearer) << keyName
                                      << QString(prefix + u"saml2-bearer"_s) << u"bob"_s;
        QTest::newRow("refresh") << int(Grant::RefreshToken) << keyName << QString() << u"alice"_s;
    }
    void everyGrantSignsIn()
    {
        QFETCH(int, grant);
        QFETCH(QString, key);
        QFETCH(QString, wire);
        QFETCH(QString, user);
        auto draft = as(user);
        draft.grant = Grant(grant);
        draft.keyId = key;
        draft.name = u"by-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
        if (draft.grant == Grant::Passcode)
            draft.password = passcode(user);
        else if (draft.grant == Grant::Saml2Bearer)
            draft.pasted = samlAssertion(user);
        else if (draft.grant == Grant::JwtBearer || draft.grant == Grant::RefreshToken)
            draft.fromSession = signIn(as(user));
        const auto id = signIn(draft);
        QVERIFY2(!id.isEmpty(), qPrintable(refusal()));
        QVERIFY(!sheet()->isVisible());
        const auto claims = claimsOf(id);
        QCOMPARE(claims[u"user_name"].toString(), user);
        if (!wire.isEmpty())
            QCOMPARE(claims[u"grant_type"].toString(), wire);
        const auto kept = call::loadSession(otherProgram(), draft.name);
        QVERIFY(kept);
        QCOMPARE(kept->keyName, key);
        QVERIFY(kept->accessToken.equals(m_bench->sessions().find(id)->session.accessToken));
    }

    void aRefusalIsSaidInWordsWithTheAnswer()
    {
        QVERIFY(signIn(as(u"alice"_s, u"wrong"_s)).isEmpty());
        QVERIFY2(refusal().contains(u"password"_s), qPrintable(refusal()));
        QVERIFY(sheet()->isVisible());
        auto *form = sheet()->form();
        Q_EMIT form->findChild<ui::Banner *>()->actionTriggered();
        bool shown = false;
        for (const auto *view : form->findChildren<ui::CodeView *>())
            shown = shown || view->toPlainText().startsWith(u"HTTP 401"_s);
        QVERIFY(shown);
        QVERIFY(!call::loadSession(otherProgram(), u"wrong"_s));
    }

    void aRefusalKnowsWhatTheKeyHas()
    {
        auto draft = as(u"alice"_s, u"wrong"_s);
        draft.keyId = x509Name;
        QVERIFY(signIn(draft).isEmpty());
        QVERIFY2(!refusal().contains(u"secret"_s), qPrintable(refusal()));
    }

    void whatIsMissingIsSaidInWords()
    {
        auto draft = as({});
        draft.grant = Grant::JwtBearer;
        QVERIFY(signIn(draft).isEmpty());
        QVERIFY2(refusal().contains(u"the token that is to be exchanged"_s), qPrintable(refusal()));
        QVERIFY2(!refusal().contains(u"urn:"_s), qPrintable(refusal()));
    }

    // The key that is in sight on the Keys page is the one to sign in with.
    void aKeyIsTakenAlongToTheSheet()
    {
        Q_EMIT m_bench->signInWanted(x509Name);
        QVERIFY(sheet()->isVisible());
        QCOMPARE(sheet()->currentTab(), ui::SignInSheet::KeyTab);
        QCOMPARE(sheet()->form()->draft().keyId, x509Name);
        Q_EMIT m_bench->signInWanted(keyName);
        QCOMPARE(sheet()->form()->draft().keyId, keyName);
        sheet()->dismiss();
    }

    void severalPeopleAreSignedInSideBySide()
    {
        const auto alice = signIn(as(u"alice"_s));
        const auto bob = signIn(as(u"bob"_s));
        QVERIFY(alice != bob);
        QCOMPARE(claimsOf(alice)[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(claimsOf(bob)[u"user_name"].toString(), u"bob"_s);
        // Who signs in again goes on under the same name; the token of before can be looked at.
        const auto before = call::loadSession(otherProgram(), u"alice"_s)->past.size();
        QCOMPARE(signIn(as(u"alice"_s)), alice);
        QCOMPARE(call::loadSession(otherProgram(), u"alice"_s)->past.size(), before + 1);
    }

    // Three ways in are three sessions: none takes another's place.
    void theSamePersonByAnotherWayIsAnotherSession()
    {
        const auto byPassword = signIn(as(u"dave"_s));
        auto draft = as(u"dave"_s);
        draft.grant = Grant::Saml2Bearer;
        draft.pasted = samlAssertion(u"dave"_s);
        const auto bySaml = signIn(draft);
        draft = as(u"dave"_s);
        draft.grant = Grant::JwtBearer;
        draft.fromSession = byPassword;
        const auto exchanged = signIn(draft);
        draft = as(u"dave"_s);
        draft.keyId = x509Name;
        const auto byCertificate = signIn(draft);
        QCOMPARE(byPassword, u"kept:dave"_s);
        QCOMPARE(bySaml, u"kept:dave-saml2-bearer"_s);
        QCOMPARE(exchanged, u"kept:dave-jwt-bearer"_s);
        QCOMPARE(byCertificate, QString(u"kept:dave-"_s + x509Name));
        for (const auto &id : {byPassword, bySaml, exchanged, byCertificate})
            QCOMPARE(claimsOf(id)[u"user_name"].toString(), u"dave"_s);
        QCOMPARE(signIn(as(u"dave"_s)), byPassword); // the same way: the same session
    }

    void theBrowserComesBackAndEveryRedirectIsAHop()
    {
        sheet()->openAt(ui::SignInSheet::KeyTab);
        QSignalSpy signedIn(m_desk.get(), &SignInDesk::signedIn);
        ui::SignInDraft draft;
        draft.keyId = keyName;
        draft.grant = Grant::AuthorizationCode;
        draft.name = u"browsed"_s;
        m_seams.opened.clear();
        Q_EMIT sheet()->form()->wanted(draft);
        QTRY_VERIFY(!m_seams.opened.isEmpty());
        test::FormBrowser browser(m_bench->client(), m_bench->place().tls, u"carol"_s);
        browser.visit(m_seams.opened);
        QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, patienceMs);
        const auto *entry = m_bench->sessions().find(u"kept:browsed"_s);
        QVERIFY(entry);
        QCOMPARE(claimsOf(u"kept:browsed"_s)[u"user_name"].toString(), u"carol"_s);
        QStringList kinds;
        for (const auto &trail : trail::buildTrails(entry->origin)) {
            for (const auto &hop : trail.hops)
                kinds << trail::nameOf(hop.kind);
        }
        for (const auto &kind : {u"authorize"_s, u"login"_s, u"callback"_s, u"token"_s})
            QVERIFY2(kinds.contains(kind), qPrintable(kinds.join(u' ')));
        QCOMPARE(kinds.count(u"token"_s), 1); // both ends of it are one hop
    }

    void aClosedLoginWindowSignsNobodyIn()
    {
        qputenv("TOKENTRAIL_WEBLOGIN", windowThat("echo '{\"report\":\"closed\"}'; cat").toUtf8());
        askForWindow();
        QTRY_VERIFY_WITH_TIMEOUT(!refusal().isEmpty(), patienceMs);
        QVERIFY2(refusal().contains(u"closed"_s), qPrintable(refusal()));
        QVERIFY(m_seams.opened.isEmpty()); // the system's browser was not asked
        qunsetenv("TOKENTRAIL_WEBLOGIN");
    }

    void theSheetTellsHowFarTheLoginWindowIs()
    {
        qputenv("TOKENTRAIL_WEBLOGIN",
                windowThat("echo '{\"report\":\"shown\"}'\n"
                           "echo '{\"report\":\"held\",\"text\":\"https://other.example\"}'; cat")
                    .toUtf8());
        askForWindow();
        const auto told = [this](const QString &word) {
            for (const auto *label :
                 sheet()->form()->browserWait()->findChildren<ui::WrappedLabel *>()) {
                if (label->isVisible() && label->text().contains(word))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(u"https://other.example"_s), patienceMs);
        QVERIFY(told(u"4:5"_s) || told(u"5:00"_s));
        Q_EMIT sheet()->form()->cancelled();
        QVERIFY(refusal().contains(u"Cancelled"_s));
        qunsetenv("TOKENTRAIL_WEBLOGIN");
    }

    void aFileGivesWhatIsExchanged()
    {
        QFile file(m_dir.filePath(u"assertion.xml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(samlAssertion(u"carol"_s).reveal() + '\n');
        file.close();
        auto *form = sheet()->form();
        sheet()->openAt(ui::SignInSheet::KeyTab);
        form->choose(Grant::Saml2Bearer);
        m_seams.fileToGive = file.fileName();
        Q_EMIT form->fileWanted();
        auto draft = form->draft();
        draft.keyId = keyName;
        draft.name = u"from-a-file"_s;
        const auto id = signIn(draft);
        QVERIFY2(!id.isEmpty(), qPrintable(refusal()));
        QCOMPARE(claimsOf(id)[u"user_name"].toString(), u"carol"_s);
    }

    void aFileThatIsNoTextIsRefusedAndOneThatIsGoneToo()
    {
        QFile file(m_dir.filePath(u"picture"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\x89PNG\0\xff", 6));
        file.close();
        auto *form = sheet()->form();
        sheet()->openAt(ui::SignInSheet::KeyTab);
        form->choose(Grant::Saml2Bearer);
        form->setPasted({});
        for (const auto &name : {file.fileName(), m_dir.filePath(u"gone"_s)}) {
            form->refuse({}, {});
            m_seams.fileToGive = name;
            Q_EMIT form->fileWanted();
            QVERIFY2(refusal().contains(name), qPrintable(refusal()));
            QVERIFY(form->draft().pasted.isEmpty());
        }
        form->refuse({}, {});
        m_seams.fileToGive.clear(); // thought better of it
        Q_EMIT form->fileWanted();
        QVERIFY(refusal().isEmpty());
    }

    void aBrowserLoginIsGivenUp()
    {
        sheet()->openAt(ui::SignInSheet::KeyTab);
        ui::SignInDraft draft;
        draft.keyId = keyName;
        draft.grant = Grant::AuthorizationCode;
        m_seams.opened.clear();
        Q_EMIT sheet()->form()->wanted(draft);
        QTRY_VERIFY(!m_seams.opened.isEmpty());
        Q_EMIT sheet()->form()->cancelled();
        QVERIFY(refusal().contains(u"Cancelled"_s));
        // Nobody listens any more.
        QVERIFY(!signIn(as(u"bob"_s)).isEmpty());
    }

    void theCommandLinesSessionsAreHereAndOursThere()
    {
        auto other = otherProgram();
        call::Session session;
        session.title = u"dora"_s;
        session.grant = Grant::Passcode;
        session.accessToken = Secret(QByteArray("eyJhbGciOiJub25lIn0.e30."));
        session.expiresAt = m_clock.nowSeconds() + 600;
        QVERIFY(call::saveSession(other, u"of-ctl"_s, session, m_clock.nowSeconds()));
        sheet()->openAt(ui::SignInSheet::SessionsTab);
        const auto *entry = m_bench->sessions().find(u"kept:of-ctl"_s);
        QVERIFY(entry);
        QCOMPARE(entry->session.title, u"dora"_s);
        QVERIFY(!m_bench->sessions().needsToken(*entry)); // nobody could renew it
        QVERIFY(call::forgetSession(other, u"of-ctl"_s));
        m_desk->tick();
        QVERIFY(!m_bench->sessions().find(u"kept:of-ctl"_s));
        sheet()->dismiss();
    }

    void whatIsInUseIsRefreshedBeforeItsEndAndNothingElse()
    {
        const auto id = signIn(as(u"bob"_s));
        const auto first = m_bench->sessions().find(id)->session.accessToken;
        auto other = otherProgram();
        auto idle = call::loadSession(other, u"bob"_s).value();
        QVERIFY(call::saveSession(other, u"idle"_s, idle, m_clock.nowSeconds()));
        m_desk->tick();
        QVERIFY(m_bench->sessions().find(id)->session.accessToken.equals(first));
        const auto before = m_clock.nowMs();
        m_clock.set((m_bench->sessions().find(id)->session.expiresAt - 59) * 1000);
        m_desk->tick();
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->sessions().find(id)->session.accessToken.equals(first),
                                 patienceMs);
        m_clock.set(before);
        QVERIFY(m_bench->sessions().find(u"kept:idle"_s)->session.accessToken.equals(first));
        QCOMPARE(m_bench->sessions().find(id)->session.userName, u"bob"_s);
        const auto kept = call::loadSession(other, u"bob"_s).value();
        QVERIFY(kept.past.constFirst().accessToken.equals(first));
        QVERIFY(call::forgetSession(other, u"idle"_s));
    }

    void whoeverRefreshedFirstServesBoth()
    {
        const auto id = signIn(as(u"bob"_s));
        auto other = otherProgram();
        auto theirs = call::loadSession(other, u"bob"_s).value();
        theirs.accessToken = Secret(QByteArray("eyJhbGciOiJub25lIn0.e30.theirs"));
        theirs.refreshToken = Secret(QByteArray("rotated"));
        theirs.expiresAt = m_clock.nowSeconds() + 3'600;
        QVERIFY(call::saveSession(other, u"bob"_s, theirs, m_clock.nowSeconds()));
        m_bench->sessions().find(id)->session.expiresAt = m_clock.nowSeconds() + 5; // ours is old
        auto *signIn = m_bench->signIn(id, this);
        QSignalSpy finished(signIn, &SessionSignIn::finished);
        signIn->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
        QVERIFY(!signIn->error());
        QVERIFY(signIn->exchanges().isEmpty()); // nothing had to be asked
        QVERIFY(m_bench->sessions().find(id)->session.accessToken.equals(theirs.accessToken));
    }

    void aSessionIsLoggedInAgainWithNothingButThePassword()
    {
        const auto id = signIn(as(u"carol"_s));
        QVERIFY(!id.isEmpty());
        QVERIFY(!signIn(as(u"bob"_s)).isEmpty()); // the form knows somebody else
        const auto before = m_bench->sessions().find(id)->session.accessToken;
        sheet()->openAt(ui::SignInSheet::SessionsTab);
        Q_EMIT sheet()->sessions()->logInRequested(id);
        QCOMPARE(sheet()->currentTab(), ui::SignInSheet::KeyTab);
        auto *focus = sheet()->focusWidget();
        QVERIFY(qobject_cast<QLineEdit *>(focus));
        QCOMPARE(qobject_cast<QLineEdit *>(focus)->echoMode(), QLineEdit::Password);
        QTest::keyClicks(focus, u"carol"_s);
        const auto draft = sheet()->form()->draft();
        QCOMPARE(draft.userName, u"carol"_s);
        QCOMPARE(draft.keyId, keyName);
        QCOMPARE(signIn(draft), id);
        QVERIFY(!m_bench->sessions().find(id)->session.accessToken.equals(before));
    }

    void aTokenThatWasLookedAtIsExchanged()
    {
        const auto id = signIn(as(u"carol"_s));
        const auto token = m_bench->sessions().find(id)->session.accessToken;
        sheet()->dismiss();
        Q_EMIT m_bench->exchangeWanted(token);
        QVERIFY(sheet()->isVisible());
        auto draft = sheet()->form()->draft();
        QCOMPARE(draft.grant, Grant::JwtBearer);
        QVERIFY(draft.pasted.equals(token));
        QVERIFY(qobject_cast<QPushButton *>(sheet()->focusWidget()));
        QSignalSpy shown(m_bench.get(), &Workbench::tokensWanted);
        const auto exchanged = signIn(draft);
        QVERIFY2(!exchanged.isEmpty(), qPrintable(refusal()));
        const auto claims = claimsOf(exchanged);
        QCOMPARE(claims[u"user_name"].toString(), u"carol"_s);
        QCOMPARE(claims[u"grant_type"].toString(),
                 u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s);
        QCOMPARE(shown.size(), 1); // whoever asked from there sees it there
        const auto seen = shown.constFirst().constFirst().value<QList<Secret>>();
        QVERIFY(seen.constFirst().equals(m_bench->sessions().find(exchanged)->session.accessToken));
    }

    void anExchangeThatWasGivenUpLeadsNowhereLater()
    {
        const auto id = signIn(as(u"carol"_s));
        ui::SignInDraft draft;
        draft.keyId = keyName;
        draft.grant = Grant::JwtBearer;
        draft.pasted = m_bench->sessions().find(id)->session.accessToken;
        Q_EMIT m_bench->exchangeWanted(draft.pasted);
        sheet()->dismiss();
        QSignalSpy shown(m_bench.get(), &Workbench::tokensWanted);
        QVERIFY2(!signIn(draft).isEmpty(), qPrintable(refusal()));
        QVERIFY(shown.isEmpty());
    }

    void aLogOutIsProvedAtTheTokenService()
    {
        auto draft = as(u"carol"_s);
        draft.name = u"revoked"_s;
        const auto id = signIn(draft);
        const auto before = m_bench->sessions().find(id)->session;
        QVERIFY(!before.refreshToken.isEmpty());
        sheet()->openAt(ui::SignInSheet::SessionsTab);
        auto *panel = sheet()->sessions();
        const auto told = [panel](const QString &word) {
            for (const auto *label : panel->findChildren<ui::WrappedLabel *>()) {
                if (label->isVisible() && label->text().contains(word))
                    return true;
            }
            return false;
        };
        Q_EMIT panel->logOutRequested(id);
        QTRY_VERIFY_WITH_TIMEOUT(told(u"refused it when it was tried"_s), patienceMs);
        auto again = as(u"carol"_s);
        again.grant = Grant::RefreshToken;
        again.pasted = before.refreshToken;
        QVERIFY(signIn(again).isEmpty());
        QVERIFY2(refusal().contains(u"revoked"_s), qPrintable(refusal()));
    }

    void loggedOutTokensCanStillBeLookedAt()
    {
        auto draft = as(u"alice"_s);
        draft.name = u"leaving"_s;
        const auto id = signIn(draft);
        QSignalSpy tokens(m_bench.get(), &Workbench::tokensWanted);
        sheet()->openAt(ui::SignInSheet::SessionsTab);
        auto *panel = sheet()->sessions();
        Q_EMIT panel->logOutRequested(id);
        const auto *entry = m_bench->sessions().find(id);
        QVERIFY(entry && entry->session.accessToken.isEmpty());
        QVERIFY(entry->session.password.isEmpty());
        QVERIFY(!m_bench->sessions().needsToken(*entry));
        Q_EMIT panel->tokensRequested(id);
        QCOMPARE(tokens.constFirst().constFirst().value<QList<Secret>>().size(), 1);
        Q_EMIT panel->forgetRequested(id);
        QVERIFY(!m_bench->sessions().find(id));
        QVERIFY(!call::loadSession(otherProgram(), u"leaving"_s));
    }
};

QTEST_MAIN(TestSignInDesk)
#include "tst_signindesk.moc"
