// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/vaultopener.h"
#include "tests/core/vault/fakekeychain.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::vault;
using namespace Qt::StringLiterals;
using tests::FakeKeychain;
using Mood = FakeKeychain::Mood;

// Which key opens or makes the vault, and what is said when none does.
class TestVaultOpener : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const VaultKey m_passphrase{VaultKey::Kind::Passphrase, Secret(QByteArray("correct horse"))};

    QByteArray content() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<VaultOpener> open(Keychain *keychain, std::optional<VaultKey> key = {})
    {
        auto opener = std::make_unique<VaultOpener>(
            VaultOpener::Input{m_file, std::move(key), keychain, Keychain::Asking::No});
        QSignalSpy finished(opener.get(), &VaultOpener::finished);
        opener->start();
        if (!finished.isEmpty() || !finished.wait(5'000) || finished.size() != 1)
            return nullptr;
        return opener;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"deeper/vault"_s);
    }

    void makesAKeyOnceAndFindsItAgain()
    {
        FakeKeychain keychain;
        auto opener = open(&keychain);
        QVERIFY(opener && opener->result());
        QVERIFY((*opener->result())->write(u"a"_s, Secret(QByteArray("s"))));
        QCOMPARE(keychain.writes, 1);
        QCOMPARE(keychain.entries.first().reveal().size(), 32);
        opener = open(&keychain);
        QVERIFY(opener && opener->result());
        QCOMPARE(opener->obstacle(), Obstacle::None);
        QCOMPARE((*opener->result())->read(u"a"_s)->value().reveal(), QByteArray("s"));
        QCOMPARE(keychain.writes, 1);
    }

    void neverMakesAKeyWhileThereIsAVault_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<int>("obstacle");
        QTest::newRow("missing, or a locked keyring that says so")
            << int(Mood::Open) << int(Obstacle::KeyMissing);
        QTest::newRow("locked") << int(Mood::Locked) << int(Obstacle::KeychainClosed);
        QTest::newRow("absent") << int(Mood::Absent) << int(Obstacle::NoKeychain);
        QTest::newRow("silent") << int(Mood::Silent) << int(Obstacle::KeychainClosed);
    }
    void neverMakesAKeyWhileThereIsAVault()
    {
        QFETCH(int, mood);
        QFETCH(int, obstacle);
        FakeKeychain keychain;
        QVERIFY(open(&keychain)->result());
        const auto before = content();
        keychain.entries.clear();
        keychain.mood = Mood(mood);
        const auto opener = open(&keychain);
        QVERIFY(opener && !opener->result());
        QCOMPARE(int(opener->obstacle()), obstacle);
        QVERIFY(opener->result().error().sentence.contains(m_file));
        QCOMPARE(keychain.writes, 1);
        QCOMPARE(content(), before);
    }

    void makesNothingWithoutAKeychainThatGivesBack_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<int>("obstacle");
        QTest::newRow("locked") << int(Mood::Locked) << int(Obstacle::KeychainClosed);
        QTest::newRow("absent") << int(Mood::Absent) << int(Obstacle::NoKeychain);
        QTest::newRow("silent") << int(Mood::Silent) << int(Obstacle::KeychainClosed);
        QTest::newRow("forgetful") << int(Mood::Forgetful) << int(Obstacle::KeychainClosed);
    }
    void makesNothingWithoutAKeychainThatGivesBack()
    {
        QFETCH(int, mood);
        QFETCH(int, obstacle);
        FakeKeychain keychain;
        keychain.mood = Mood(mood);
        const auto opener = open(&keychain);
        QVERIFY(opener && !opener->result());
        QCOMPARE(int(opener->obstacle()), obstacle);
        QVERIFY(opener->result().error().sentence.contains(u"TOKENTRAIL_VAULT_PASSPHRASE"_s));
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void aGivenKeyGoesBeforeTheKeychain()
    {
        FakeKeychain keychain;
        auto opener = open(&keychain, m_passphrase);
        QVERIFY(opener && opener->result());
        QVERIFY((*opener->result())->write(u"a"_s, Secret(QByteArray("s"))));
        QCOMPARE(keychain.writes, 0);
        opener = open(&keychain); // and a vault with a passphrase asks for it
        QVERIFY(!opener->result());
        QCOMPARE(opener->obstacle(), Obstacle::PassphraseWanted);
        opener = open(nullptr, VaultKey{VaultKey::Kind::Passphrase, Secret(QByteArray("wrong"))});
        QCOMPARE(opener->obstacle(), Obstacle::DoesNotOpen);
        opener = open(nullptr, m_passphrase);
        QCOMPARE((*opener->result())->read(u"a"_s)->value().reveal(), QByteArray("s"));
    }

    void aVaultOfTheKeychainAsksForNothingElse()
    {
        FakeKeychain keychain;
        QVERIFY(open(&keychain)->result());
        const auto before = content();
        auto opener = open(nullptr);
        QCOMPARE(opener->obstacle(), Obstacle::NoKeychain);
        opener = open(nullptr, m_passphrase);
        QCOMPARE(opener->obstacle(), Obstacle::DoesNotOpen);
        QVERIFY(opener->result().error().sentence.contains(u"keychain"_s));
        QCOMPARE(content(), before);
    }

    void theSlowerOfTwoProgramsTakesTheVaultOfTheQuicker()
    {
        FakeKeychain keychain;
        keychain.onWrite = [this, &keychain] {
            keychain.onWrite = {};
            const auto quicker = makeKeychainKey();
            keychain.entries.insert(u"vault "_s + QString::fromLatin1(quicker->id.toHex()),
                                    quicker->value);
            FileVault vault(m_file, *quicker);
            QVERIFY(vault.write(u"a"_s, Secret(QByteArray("first"))));
        };
        const auto opener = open(&keychain);
        QVERIFY(opener && opener->result());
        QCOMPARE((*opener->result())->read(u"a"_s)->value().reveal(), QByteArray("first"));
    }

    void aForeignFileIsLeftAsItIs()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).absolutePath()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("something that the user needs");
        file.close();
        FakeKeychain keychain;
        const auto opener = open(&keychain);
        QCOMPARE(opener->obstacle(), Obstacle::DoesNotOpen);
        QCOMPARE(keychain.writes, 0);
        QCOMPARE(content(), QByteArray("something that the user needs"));
    }
};

QTEST_GUILESS_MAIN(TestVaultOpener)
#include "tst_vaultopener.moc"
