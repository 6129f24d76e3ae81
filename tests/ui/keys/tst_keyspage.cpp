// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/keymodel.h"
#include "ui/keys/keyspage.h"
#include "ui/keys/vaultbar.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

KeyView keyNamed(const QString &name, bool bad = false)
{
    KeyView key;
    key.name = name;
    key.service = u"xsuaa"_s;
    key.kind = bad ? u"x509"_s : u"binding-secret"_s;
    key.bad = bad;
    key.life = bad ? u"expired"_s : QString();
    key.members = {{u"clientid"_s, u"sb-shop!t1"_s, false}, {u"clientsecret"_s, {}, true}};
    return key;
}

} // namespace

class KeysPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<KeysPage> m_page;

    QPushButton *button(const QString &name) const
    {
        for (auto *one : m_page->findChildren<QPushButton *>()) {
            if (one->isVisible() && (one->accessibleName() == name || one->text() == name))
                return one;
        }
        return nullptr;
    }
    bool shows(const QString &text) const
    {
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<KeysPage>();
        m_page->resize(1000, 560);
        m_page->show();
    }

    void theModelIsWellBehaved()
    {
        KeyModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys({keyNamed(u"a"_s), keyNamed(u"b"_s, true)});
        QCOMPARE(model.index(1, KeyModel::NameColumn).data().toString(), u"✗ b"_s);
        QCOMPARE(model.index(0, KeyModel::LifeColumn).data().toString(), u"no end"_s);
        QCOMPARE(model.rowOf(u"b"_s), 1);
        model.setKeys({});
    }

    void anEmptyPageTeaches()
    {
        QVERIFY(shows(u"cf create-service-key"_s));
        m_page->setKeys({keyNamed(u"dev"_s)});
        QVERIFY(!shows(u"cf create-service-key"_s));
        QCOMPARE(m_page->currentKey(), u"dev"_s);
    }

    void whatIsPastedIsHandedOver()
    {
        auto *entry = m_page->findChild<QPlainTextEdit *>();
        QVERIFY(entry);
        QVERIFY(!button(u"Keep the key"_s)->isEnabled());
        QSignalSpy entered(m_page.get(), &KeysPage::textEntered);
        entry->setPlainText(u"{\"clientid\":\"x\"}"_s);
        button(u"Keep the key"_s)->click();
        QCOMPARE(entered.size(), 1);
        m_page->clearEntry();
        QVERIFY(entry->toPlainText().isEmpty());
    }

    void aSecretIsDotsUntilAskedForAndDotsAgain()
    {
        m_page->setKeys({keyNamed(u"dev"_s)});
        QSignalSpy wanted(m_page.get(), &KeysPage::revealRequested);
        button(u"Reveal clientsecret"_s)->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"dev"_s);
        QCOMPARE(wanted[0][1].toString(), u"clientsecret"_s);
        m_page->detail()->reveal(u"clientsecret"_s, Secret(u"hunter2"_s));
        QVERIFY(shows(u"hunter2"_s));
        auto *timer = m_page->detail()->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(timer && timer->isActive());
        QCOMPARE(timer->interval(), KeyDetail::shownForMs);
        timer->setInterval(1); // the time is what the clock says
        QTRY_VERIFY(!shows(u"hunter2"_s));
        m_page->detail()->reveal(u"clientsecret"_s, Secret(u"hunter2"_s));
        m_page->hide(); // another page
        m_page->show();
        QVERIFY(!shows(u"hunter2"_s));
    }

    void theFocusComesBackToTheKeyThatWasTried()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        const QList<KeyView> keys{keyNamed(u"dev"_s), keyNamed(u"old"_s, true)};
        const auto tryIt = [this] {
            button(u"Does it still work?"_s)->setFocus();
            m_page->detail()->setBusy();
        };
        m_page->setKeys(keys);
        tryIt();
        m_page->setKeys(keys); // what was proved
        QTRY_VERIFY(button(u"Does it still work?"_s)->hasFocus());
        tryIt();
        m_page->showKey(u"old"_s); // somebody looks at another one
        QVERIFY(!button(u"Does it still work?"_s)->hasFocus());
        m_page->setKeys(keys);
        QVERIFY(!button(u"Does it still work?"_s)->hasFocus());
    }

    void aButtonMayMakeItsOwnKeyGo()
    {
        m_page->setKeys({keyNamed(u"dev"_s), keyNamed(u"old"_s, true)});
        m_page->showKey(u"old"_s);
        connect(
            m_page.get(), &KeysPage::removeRequested, m_page.get(), [this](const QString &name) {
                QCOMPARE(name, u"old"_s);
                m_page->setKeys({keyNamed(u"dev"_s)});
            });
        button(u"Remove"_s)->click();
        QCOMPARE(m_page->currentKey(), u"dev"_s);
    }

    void theVaultAsksForWhatHelps()
    {
        auto *bar = m_page->vaultBar();
        QVERIFY(!bar->isVisible());
        m_page->setVault({u"No keychain."_s, Tone::Client, VaultView::Wish::NewPassphrase});
        QVERIFY(bar->isVisible());
        QSignalSpy given(bar, &VaultBar::passphraseGiven);
        auto *line = bar->findChild<QLineEdit *>();
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u"correct horse"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QVERIFY(line->text().isEmpty());
        m_page->setVault({u"Locked."_s, Tone::Client, VaultView::Wish::TryAgain});
        QVERIFY(!line->isVisible());
        QSignalSpy again(bar, &VaultBar::tryAgainRequested);
        button(u"Try again"_s)->click();
        QCOMPARE(again.size(), 1);
        m_page->setVault({});
        QVERIFY(!bar->isVisible());
    }
};

QTEST_MAIN(KeysPageTest)
#include "tst_keyspage.moc"
