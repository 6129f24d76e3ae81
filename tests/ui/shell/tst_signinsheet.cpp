// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/keyboard.h"
#include "ui/shell/browserwait.h"
#include "ui/shell/grantform.h"
#include "ui/shell/grantwords.h"
#include "ui/shell/sessionmodel.h"
#include "ui/shell/sessionpanel.h"
#include "ui/shell/signinsheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/wrappedlabel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;
using call::Grant;

namespace {

SessionView sessionOf(const QString &name, const QString &life)
{
    SessionView view;
    view.id = u"kept:"_s + name;
    view.name = name;
    view.who = name;
    view.life = life;
    view.active = true;
    view.kept = true;
    view.tokens = 1;
    return view;
}

} // namespace

// The sheet alone: what it asks for, and what it says; by keyboard.
class SignInSheetTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    SignInSheet *m_sheet = nullptr;
    Keyboard m_keys;

    QStringList fieldsInSight() const
    {
        QStringList names;
        for (const auto *line : m_sheet->form()->findChildren<QLineEdit *>()) {
            if (line->isVisible() && !line->accessibleName().isEmpty())
                names << line->accessibleName();
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1024, 640);
        m_sheet = new SignInSheet(m_window.get());
        m_sheet->form()->setKeys(
            {{u"shop"_s,
              u"shop"_s,
              u"dev.example"_s,
              u"its secret"_s,
              QUrl(u"https://dev.example/passcode"_s),
              false},
             {u"x509"_s, u"x509"_s, {}, u"its certificate (mutual TLS)"_s, {}, false}});
        m_sheet->form()->setSessions({{u"kept:alice"_s, u"alice"_s, {}, {}}});
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void asksForWhatTheGrantNeeds_data()
    {
        QTest::addColumn<int>("grant");
        QTest::addColumn<QStringList>("fields");
        const QStringList always{u"Scopes"_s, u"Keep as"_s};
        QTest::newRow("password") << int(Grant::Password)
                                  << QStringList{u"User"_s, u"Password"_s, u"Origin"_s} + always;
        QTest::newRow("passcode") << int(Grant::Passcode) << QStringList{u"Passcode"_s} + always;
        QTest::newRow("client") << int(Grant::ClientCredentials) << always;
        QTest::newRow("browser") << int(Grant::AuthorizationCode)
                                 << QStringList{u"Origin"_s, u"Port on localhost"_s} + always;
        QTest::newRow("jwt") << int(Grant::JwtBearer) << always;
        QTest::newRow("saml") << int(Grant::Saml2Bearer) << always;
        QTest::newRow("refresh") << int(Grant::RefreshToken) << always;
    }
    void asksForWhatTheGrantNeeds()
    {
        QFETCH(int, grant);
        QFETCH(QStringList, fields);
        m_sheet->openAt(SignInSheet::KeyTab);
        m_sheet->form()->choose(Grant(grant));
        QCoreApplication::processEvents();
        QCOMPARE(fieldsInSight(), fields);
        auto seen = 0;
        const auto nameless = namelessControls(*m_window, &seen);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY(seen > 5);
        QVERIFY(m_sheet->form()->height() <= 640);
        QVERIFY(!meaningOf(Grant(grant)).isEmpty());
        QVERIFY(!titleOf(Grant(grant)).isEmpty());
    }

    void isFilledAndSentByKeyboard()
    {
        QSignalSpy wanted(m_sheet->form(), &GrantForm::wanted);
        m_sheet->openAt(SignInSheet::KeyTab);
        QVERIFY(m_keys.heard().contains(u"Service key: shop"_s));
        m_keys.press(Qt::Key_Down);
        QVERIFY(m_keys.heard().contains(u"Service key: x509"_s));
        QVERIFY(m_keys.tabTo(u"User"_s));
        m_keys.type(u"alice"_s);
        m_keys.press(Qt::Key_Tab);
        m_keys.type(u"s3cret"_s);
        QVERIFY(m_keys.tabTo(u"Origin"_s));
        m_keys.type(u"ldap"_s);
        m_keys.press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto draft = wanted.constFirst().constFirst().value<SignInDraft>();
        QCOMPARE(draft.keyId, u"x509"_s);
        QCOMPARE(draft.grant, Grant::Password);
        QCOMPARE(draft.userName, u"alice"_s);
        QCOMPARE(draft.password.reveal(), QByteArray("s3cret"));
        QCOMPARE(draft.origin, u"ldap"_s);
    }

    void sendsNothingOfAnotherGrant()
    {
        m_sheet->openAt(SignInSheet::KeyTab);
        QVERIFY(m_keys.tabTo(u"Password"_s));
        QVERIFY(m_keys.tabTo(u"User"_s));
        m_keys.type(u"alice"_s);
        m_keys.press(Qt::Key_Tab);
        m_keys.type(u"s3cret"_s);
        m_sheet->form()->choose(Grant::ClientCredentials);
        const auto draft = m_sheet->form()->draft();
        QVERIFY(draft.userName.isEmpty());
        QVERIFY(draft.password.isEmpty());
        m_sheet->form()->clear();
        m_sheet->form()->choose(Grant::Password);
        QVERIFY(m_sheet->form()->draft().password.isEmpty()); // a secret does its work once
        QCOMPARE(m_sheet->form()->draft().userName, u"alice"_s);
    }

    void theAnswerToARefusalIsOneKeyAway()
    {
        m_sheet->openAt(SignInSheet::KeyTab);
        m_sheet->form()->refuse(u"The name or the password is wrong."_s, u"HTTP 401\n\n{}"_s);
        const auto *banner = m_sheet->form()->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(m_keys.tabTo(u"Show the answer"_s));
        m_keys.press(Qt::Key_Space);
        QVERIFY(m_keys.tabTo(u"What the token service said"_s));
        auto *view = qobject_cast<CodeView *>(QApplication::focusWidget());
        QVERIFY(view && view->toPlainText().contains(u"HTTP 401"_s));
        m_sheet->form()->refuse({}, {});
        QVERIFY(!banner->isVisible());
    }

    void aRunningLoginIsCancelledByKeyboard()
    {
        QSignalSpy cancelled(m_sheet->form(), &GrantForm::cancelled);
        QSignalSpy copied(m_sheet->form(), &GrantForm::copyRequested);
        m_sheet->openAt(SignInSheet::KeyTab);
        m_sheet->form()->choose(Grant::AuthorizationCode);
        m_sheet->form()->setRunning(true);
        m_sheet->form()->browserWait()->begin(QUrl(u"https://dev.example/oauth/authorize?x=1"_s),
                                              u"http://localhost:7/login/callback"_s);
        m_sheet->form()->browserWait()->setSecondsLeft(65);
        QCOMPARE(m_keys.heard(), u"Cancel"_s);
        QVERIFY(m_keys.tabTo(u"Copy the URL"_s));
        m_keys.press(Qt::Key_Space);
        QCOMPARE(copied.constFirst().constFirst().toString(),
                 u"https://dev.example/oauth/authorize?x=1"_s);
        QVERIFY(m_keys.tabTo(u"Cancel"_s));
        m_keys.press(Qt::Key_Space);
        QCOMPARE(cancelled.size(), 1);
        m_sheet->form()->setRunning(false);
        QVERIFY(m_sheet->isAncestorOf(QApplication::focusWidget()));
    }

    // The sandbox's logins may be embedded; for a real subaccount the system's browser is better.
    void theBrowserIsOursWhereTheTokenServiceIsHere()
    {
        auto *form = m_sheet->form();
        const SignInKeyView here{u"here"_s, u"here"_s, {}, {}, {}, true};
        const SignInKeyView real{u"real"_s, u"real"_s, {}, {}, {}, false};
        form->choose(Grant::AuthorizationCode);
        QVERIFY(!form->draft().embedded); // the keys so far are of a real subaccount
        form->setKeys({here, real});
        QVERIFY(form->draft().embedded);
        form->choose(Grant::Password);
        QVERIFY(!form->draft().embedded); // no browser at all
        form->choose(Grant::AuthorizationCode);
        m_sheet->openAt(SignInSheet::KeyTab);
        QVERIFY(m_keys.heard().contains(u"Service key: here"_s));
        m_keys.press(Qt::Key_Down);
        QVERIFY(!form->draft().embedded);
        QVERIFY(m_keys.tabTo(u"Browser: "_s));
        m_keys.press(Qt::Key_Up);
        QVERIFY(form->draft().embedded); // who wants it gets it
        form->setWindowLack({});
        QVERIFY(form->draft().embedded); // and keeps it
    }

    void withoutALoginWindowTheSystemsBrowserIsOfferedAndWhy()
    {
        auto *form = m_sheet->form();
        form->setKeys({{u"here"_s, u"here"_s, {}, {}, {}, true}});
        form->choose(Grant::AuthorizationCode);
        form->setWindowLack(u"It was built without."_s);
        QVERIFY(!form->draft().embedded);
        m_sheet->openAt(SignInSheet::KeyTab);
        bool told = false;
        for (const auto *label : form->findChildren<WrappedLabel *>())
            told = told || (label->isVisible() && label->text().contains(u"built without"_s));
        QVERIFY(told);
    }

    void ourWindowNeedsNoUrl()
    {
        m_sheet->openAt(SignInSheet::KeyTab);
        auto *form = m_sheet->form();
        form->choose(Grant::AuthorizationCode);
        form->setRunning(true);
        auto *wait = form->browserWait();
        wait->beginWindow();
        wait->setSecondsLeft(65);
        wait->tell(u"It is at dev.example/login."_s);
        QStringList texts;
        for (const auto *label : wait->findChildren<WrappedLabel *>())
            texts << label->text();
        QVERIFY2(texts.join(u' ').contains(u"1:05"_s), qPrintable(texts.join(u' ')));
        QVERIFY(texts.contains(u"It is at dev.example/login."_s));
        for (const auto *button : wait->findChildren<QPushButton *>())
            QVERIFY(!button->isVisible());
        wait->begin(QUrl(u"https://dev.example/x"_s), u"http://localhost:7/login/callback"_s);
        for (const auto *button : wait->findChildren<QPushButton *>())
            QVERIFY(button->isVisible());
    }

    void whatIsExchangedMayComeFromAFile()
    {
        QSignalSpy asked(m_sheet->form(), &GrantForm::fileWanted);
        m_sheet->openAt(SignInSheet::KeyTab);
        m_sheet->form()->choose(Grant::Saml2Bearer);
        QVERIFY(m_keys.tabTo(u"Take it from a file"_s));
        m_keys.press(Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        m_sheet->form()->setPasted(u"<Assertion/>"_s);
        QCOMPARE(m_sheet->form()->draft().pasted.reveal(), QByteArray("<Assertion/>"));
    }

    void saysWhereToGetAKeyWhenThereIsNone()
    {
        m_sheet->form()->setKeys({});
        m_sheet->openAt(SignInSheet::KeyTab);
        QSignalSpy wanted(m_sheet->form(), &GrantForm::wanted);
        QVERIFY(m_keys.tabTo(u"User"_s));
        m_keys.press(Qt::Key_Return);
        QVERIFY(wanted.isEmpty());
    }

    void aCountdownDoesNotMoveTheChoice()
    {
        auto *panel = m_sheet->sessions();
        new QAbstractItemModelTester(panel->findChild<SessionModel *>(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     panel);
        m_sheet->setSessions({sessionOf(u"alice"_s, u"2 min left"_s), sessionOf(u"bob"_s, {})});
        m_sheet->openAt(SignInSheet::SessionsTab);
        QCOMPARE(panel->currentSession(), u"kept:alice"_s);
        QVERIFY(m_keys.tabTo(u"Sessions"_s));
        QVERIFY(m_keys.tabTo(u"Sessions"_s));
        auto *table = panel->findChild<QTableView *>();
        table->setFocus();
        m_keys.press(Qt::Key_Down);
        QCOMPARE(panel->currentSession(), u"kept:bob"_s);
        m_sheet->setSessions({sessionOf(u"alice"_s, u"1 min left"_s), sessionOf(u"bob"_s, {})});
        QCOMPARE(panel->currentSession(), u"kept:bob"_s);
        m_sheet->setSessions(
            {sessionOf(u"alice"_s, {}), sessionOf(u"anna"_s, {}), sessionOf(u"bob"_s, {})});
        QCOMPARE(panel->currentSession(), u"kept:bob"_s);
        QSignalSpy used(panel, &SessionPanel::useRequested);
        QVERIFY(m_keys.tabTo(u"Call as this one"_s));
        m_keys.press(Qt::Key_Space);
        QCOMPARE(used.constFirst().constFirst().toString(), u"kept:bob"_s);
        QVERIFY(!m_sheet->isVisible());
        m_sheet->setSessions({});
        QVERIFY(panel->currentSession().isEmpty());
    }
};

QTEST_MAIN(SignInSheetTest)
#include "tst_signinsheet.moc"
