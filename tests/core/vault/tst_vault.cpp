// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/filevault.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::vault;
using namespace Qt::StringLiterals;

class TestVault : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const VaultKey m_key{VaultKey::Kind::KeyFile, Secret(QByteArray(32, 'k'))};
    const VaultKey m_otherKey{VaultKey::Kind::KeyFile, Secret(QByteArray(32, 'x'))};
    const VaultKey m_passphrase{VaultKey::Kind::Passphrase, Secret(QByteArray("correct horse"))};

    QByteArray content() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"deeper/vault"_s);
        qunsetenv("TOKENTRAIL_VAULT_KEY_FILE");
        qunsetenv("TOKENTRAIL_VAULT_PASSPHRASE");
    }

    void keepsSecrets()
    {
        FileVault vault(m_file, m_key);
        QVERIFY(!vault.read(u"a"_s)->has_value());
        QVERIFY(!QFileInfo::exists(m_file)); // reading makes nothing
        QVERIFY(vault.write(u"a"_s, Secret(QByteArray("hunter2\0\xff", 9))));
        QVERIFY(vault.write(u"b/ü"_s, Secret(QByteArray("second"))));
        FileVault again(m_file, m_key);
        QCOMPARE(again.read(u"a"_s)->value().reveal(), QByteArray("hunter2\0\xff", 9));
        QCOMPARE(*again.names(), (QStringList{u"a"_s, u"b/ü"_s}));
        QVERIFY(again.remove(u"a"_s));
        QVERIFY(again.remove(u"not there"_s));
        QVERIFY(!vault.read(u"a"_s)->has_value());
        QCOMPARE(vault.read(u"b/ü"_s)->value().reveal(), QByteArray("second"));
    }

    void changesWhatAnotherProgramWrote()
    {
        FileVault one(m_file, m_key);
        FileVault other(m_file, m_key);
        const auto append = [](const char *word) {
            return [word](const std::optional<Secret> &before) {
                return std::optional(Secret((before ? before->reveal() : QByteArray()) + word));
            };
        };
        QVERIFY(one.update(u"a"_s, append("1")));
        QVERIFY(other.update(u"a"_s, append("2")));
        QVERIFY(one.update(u"a"_s, append("3")));
        QCOMPARE(other.read(u"a"_s)->value().reveal(), QByteArray("123"));
        QVERIFY(one.update(u"a"_s, [](const auto &) { return std::optional<Secret>(); }));
        QVERIFY(!other.read(u"a"_s)->has_value());
    }

    void writesNothingInTheClearAndForItsOwnerAlone()
    {
        FileVault vault(m_file, m_key);
        QVERIFY(vault.write(u"session/alice"_s, Secret(QByteArray("hunter2hunter2"))));
        QVERIFY(!content().contains("hunter2"));
        QVERIFY(!content().contains("alice"));
        QVERIFY(!content().contains(QByteArray("hunter2hunter2").toBase64()));
        QCOMPARE(QFileInfo(m_file).permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                        | QFileDevice::WriteOther | QFileDevice::ExeOwner),
                 QFileDevice::Permissions());
        QCOMPARE(QDir(QFileInfo(m_file).absolutePath()).entryList(QDir::Files),
                 QStringList{u"vault"_s}); // no copy, no lock left
        QCOMPARE(QFileInfo(QFileInfo(m_file).absolutePath()).permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
                        | QFileDevice::ExeOther),
                 QFileDevice::Permissions());
        const auto before = content();
        QVERIFY(vault.write(u"session/alice"_s, Secret(QByteArray("hunter2hunter2"))));
        QVERIFY(content() != before); // a new salt and nonce each time
    }

    void doesNotOpenWithAnotherKeyNorTouchTheFile_data()
    {
        QTest::addColumn<int>("closed");
        QTest::addColumn<int>("opened");
        QTest::newRow("other key file") << 0 << 1;
        QTest::newRow("passphrase for key file") << 0 << 2;
        QTest::newRow("key file for passphrase") << 2 << 0;
    }
    void doesNotOpenWithAnotherKeyNorTouchTheFile()
    {
        QFETCH(int, closed);
        QFETCH(int, opened);
        const std::array keys{m_key, m_otherKey, m_passphrase};
        QVERIFY(FileVault(m_file, keys[size_t(closed)]).write(u"a"_s, Secret(QByteArray("s"))));
        const auto before = content();
        FileVault vault(m_file, keys[size_t(opened)]);
        const auto read = vault.read(u"a"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Crypto);
        QVERIFY(read.error().sentence.contains(m_file));
        QVERIFY(!vault.write(u"a"_s, Secret(QByteArray("t"))));
        QVERIFY(!vault.remove(u"a"_s));
        QVERIFY(!vault.names());
        QCOMPARE(content(), before);
    }

    void opensWithThePassphrase()
    {
        QVERIFY(FileVault(m_file, m_passphrase).write(u"a"_s, Secret(QByteArray("s"))));
        QCOMPARE(FileVault(m_file, m_passphrase).read(u"a"_s)->value().reveal(), QByteArray("s"));
    }

    void noticesEveryChangedByte()
    {
        const Secret secret(QByteArray("content"));
        const auto sealed = seal(secret, m_key);
        QVERIFY(sealed);
        QCOMPARE(unseal(*sealed, m_key)->reveal(), secret.reveal());
        for (qsizetype i = 0; i < sealed->size(); ++i) {
            auto spoilt = *sealed;
            spoilt[i] = char(spoilt[i] ^ 1);
            QVERIFY2(!unseal(spoilt, m_key), QByteArray::number(i).constData());
        }
        for (qsizetype size = 0; size < sealed->size(); ++size)
            QVERIFY(!unseal(sealed->first(size), m_key));
    }

    void leavesAForeignFileAlone()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).absolutePath()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("something that the user needs");
        file.close();
        FileVault vault(m_file, m_key);
        QVERIFY(!vault.write(u"a"_s, Secret(QByteArray("s"))));
        QCOMPARE(content(), QByteArray("something that the user needs"));
    }

    void takesItsKeyFromTheEnvironment()
    {
        auto key = vaultKeyFromEnvironment();
        QVERIFY(!key);
        QVERIFY(key.error().sentence.contains(u"TOKENTRAIL_VAULT_KEY_FILE"_s));
        qputenv("TOKENTRAIL_VAULT_PASSPHRASE", "words");
        QCOMPARE(vaultKeyFromEnvironment()->kind, VaultKey::Kind::Passphrase);
        const auto name = m_folder->filePath(u"key"_s);
        qputenv("TOKENTRAIL_VAULT_KEY_FILE", name.toUtf8());
        key =
            vaultKeyFromEnvironment(); // a key file that is not there is no reason to take another
        QVERIFY(!key);
        QVERIFY(key.error().sentence.contains(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        QVERIFY(!vaultKeyFromEnvironment());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(32, 'k'));
        file.close();
        key = vaultKeyFromEnvironment();
        QVERIFY(key);
        QCOMPARE(key->kind, VaultKey::Kind::KeyFile);
        QVERIFY(key->value.equals(m_key.value));
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void memoryForgets()
    {
        MemoryStore store;
        QVERIFY(!store.persists());
        QVERIFY(store.write(u"a"_s, Secret(QByteArray("s"))));
        QCOMPARE(store.read(u"a"_s)->value().reveal(), QByteArray("s"));
        QCOMPARE(*store.names(), QStringList{u"a"_s});
        QVERIFY(store.remove(u"a"_s));
        QVERIFY(!store.read(u"a"_s)->has_value());
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
