// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/keysdesk.h"
#include "core/xsuaa/keystore.h"
#include "tests/ui/fakeseams.h"
#include "ui/keys/vaultbar.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

const QByteArray wrappedKey =
    R"({"credentials":{"credentials":{"clientid":"sb-shop!t1","clientsecret":"hunter2",
    "url":"http://127.0.0.1:1","xsappname":"shop!t1","credential-type":"instance-secret"}}})";

} // namespace

// The Keys page with a real vault behind it.
class KeysDeskTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<KeysDesk> m_desk;
    ui::KeysPage *m_page = nullptr;

    bool shows(const QString &text) const
    {
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_page) && label->text().contains(text))
                return true;
        }
        return false;
    }
    void openVault()
    {
        m_bench->vault().open(m_folder->filePath(u"vault"_s), false);
        QTRY_VERIFY(!m_bench->vault().isOpening());
    }
    void usePassphrase(const QString &words)
    {
        Q_EMIT m_page->vaultBar()->passphraseGiven(Secret(words));
        QTRY_VERIFY(!m_bench->vault().isOpening());
    }
    void makeDesk()
    {
        m_desk.reset();
        m_bench.reset();
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<Workbench>(*m_window, Clock::system());
        m_desk = std::make_unique<KeysDesk>(*m_bench);
        m_window->showPage(7);
        m_page = m_window->findChild<ui::KeysPage *>();
        QVERIFY(m_page);
    }

private Q_SLOTS:
    void init()
    {
        qunsetenv("TOKENTRAIL_VAULT_KEY_FILE");
        qunsetenv("TOKENTRAIL_VAULT_PASSPHRASE");
        m_folder = std::make_unique<QTemporaryDir>();
        makeDesk();
    }
    void cleanup()
    {
        m_desk.reset();
        m_bench.reset();
        m_window.reset();
    }

    void whatWasMendedIsTold()
    {
        Q_EMIT m_page->textEntered(Secret(wrappedKey));
        QCOMPARE(m_page->currentKey(), u"shop!t1"_s);
        QVERIFY(shows(u"wrapped 2 times"_s));
        QVERIFY(shows(u"instance secret"_s));
        QVERIFY(!shows(u"hunter2"_s));
        Q_EMIT m_page->revealRequested(u"shop!t1"_s, u"clientsecret"_s);
        QVERIFY(shows(u"hunter2"_s));
        Q_EMIT m_page->copyRequested(u"shop!t1"_s, u"clientsecret"_s);
        QVERIFY(m_seams.secretCopied);
    }

    void aSecondKeyOfAnInstanceStandsBesideTheFirst()
    {
        Q_EMIT m_page->textEntered(Secret(wrappedKey));
        auto x509 = wrappedKey;
        x509.replace("instance-secret", "x509").replace("clientsecret", "certificate");
        Q_EMIT m_page->textEntered(Secret(x509));
        QCOMPARE(m_page->currentKey(), u"shop!t1-x509"_s);
        QVERIFY(shows(u"Beside shop!t1"_s));
        const auto kept = xsuaa::loadKeys(m_bench->vault().store());
        QCOMPARE(kept->size(), size_t(2));
        Q_EMIT m_page->textEntered(Secret(wrappedKey)); // the same again
        QVERIFY(shows(u"Replaced shop!t1"_s));
        QCOMPARE(xsuaa::loadKeys(m_bench->vault().store())->size(), size_t(2));
    }

    void whatIsNoKeyIsSaidAndNothingKept()
    {
        Q_EMIT m_page->textEntered(Secret(u"{\"clientid\": }"_s));
        QVERIFY(m_page->currentKey().isEmpty());
        QVERIFY(shows(u"line 1"_s));
    }

    void keysOfThisRunMoveIntoTheVaultThatAPassphraseMakes()
    {
        openVault();
        QVERIFY(m_page->vaultBar()->isVisibleTo(m_page));
        QVERIFY(shows(u"until you quit"_s));
        Q_EMIT m_page->textEntered(Secret(wrappedKey));
        usePassphrase(u"correct horse"_s);
        QVERIFY(!m_page->vaultBar()->isVisibleTo(m_page));
        QCOMPARE(m_page->currentKey(), u"shop!t1"_s);

        makeDesk(); // the next start
        openVault();
        QVERIFY(m_page->currentKey().isEmpty());
        QVERIFY(shows(u"closed with a passphrase"_s));
        usePassphrase(u"wrong"_s);
        QVERIFY(shows(u"does not open"_s));
        usePassphrase(u"correct horse"_s);
        QCOMPARE(m_page->currentKey(), u"shop!t1"_s);
    }

    void aVaultThatNobodyUsesLocksItself()
    {
        openVault();
        Q_EMIT m_page->textEntered(Secret(wrappedKey));
        usePassphrase(u"correct horse"_s);
        QCOMPARE(m_page->currentKey(), u"shop!t1"_s);
        m_bench->vault().lockAfter(1);
        QTRY_VERIFY(!m_bench->vault().store().persists());
        QVERIFY(m_page->currentKey().isEmpty());
        QVERIFY(shows(u"closed with a passphrase"_s));
        m_bench->vault().lockAfter(0);
        usePassphrase(u"correct horse"_s);
        QCOMPARE(m_page->currentKey(), u"shop!t1"_s);
        m_bench->vault().lock(); // at once
        QVERIFY(m_page->currentKey().isEmpty());
    }

    void aTrialThatFailsSaysWhy()
    {
        Q_EMIT m_page->textEntered(Secret(wrappedKey));
        Q_EMIT m_page->testRequested(u"shop!t1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"Refuted"_s), 20'000);
    }

    void theFilesThatHoldTheKeyAreFound()
    {
        QFile file(m_folder->filePath(u"default-env.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"VCAP_SERVICES\":{\"xsuaa\":[" + wrappedKey + "]}}");
        file.close();
        m_seams.folderToGive = m_folder->path();
        m_seams.fileToGive = file.fileName();
        Q_EMIT m_page->openRequested();
        QCOMPARE(m_page->currentKey(), u"shop!t1"_s);
        Q_EMIT m_page->lookRequested(u"shop!t1"_s);
        QVERIFY(shows(u"default-env.json (default-env.json)"_s));
        Q_EMIT m_page->removeRequested(u"shop!t1"_s);
        QVERIFY(m_page->currentKey().isEmpty());
    }
};

QTEST_MAIN(KeysDeskTest)
#include "tst_keysdesk.moc"
