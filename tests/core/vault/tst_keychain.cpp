// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/secretservice.h"
#include "core/vault/systemkeychain.h"
#include "core/vault/vaultopener.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::vault;
using namespace Qt::StringLiterals;
using Asking = Keychain::Asking;

// A real Secret Service, in the states that desktops bring it in; keyring.sh makes each of them
// and names the slots to run. Those that need no session bus run by themselves.
class TestKeychain : public QObject
{
    Q_OBJECT

    SystemKeychain m_keychain;

    static Result<std::optional<Secret>> outcome(KeychainJob *job)
    {
        const std::unique_ptr<KeychainJob> owner(job);
        QSignalSpy finished(job, &KeychainJob::finished);
        job->start();
        if (!finished.wait(20'000))
            return Error{ErrorCode::Io, u"it did not end"_s};
        return job->result();
    }
    Result<std::optional<Secret>> read(const QString &entry)
    {
        return outcome(m_keychain.read(entry, Asking::No, nullptr));
    }
    Result<std::optional<Secret>> write(const QString &entry, const QByteArray &value)
    {
        return outcome(m_keychain.write(entry, Secret(value), Asking::No, nullptr));
    }
    static void lockTheKeyring()
    {
        auto call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                   u"/org/freedesktop/secrets"_s,
                                                   u"org.freedesktop.Secret.Service"_s,
                                                   u"Lock"_s);
        const QList<QDBusObjectPath> paths{
            QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)};
        call.setArguments({QVariant::fromValue(paths)});
        const auto reply = QDBusConnection::sessionBus().call(call);
        QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
    }
    std::unique_ptr<VaultOpener> open(const QString &file)
    {
        auto opener =
            std::make_unique<VaultOpener>(VaultOpener::Input{file, {}, &m_keychain, Asking::No});
        QSignalSpy finished(opener.get(), &VaultOpener::finished);
        opener->start();
        return finished.wait(20'000) ? std::move(opener) : nullptr;
    }

private Q_SLOTS:
    void addressesOfBuses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("socket");
        QTest::newRow("path") << u"unix:path=/run/user/0/bus"_s << u"/run/user/0/bus"_s;
        QTest::newRow("guid") << u"unix:path=/tmp/dbus-a,guid=1f"_s << u"/tmp/dbus-a"_s;
        QTest::newRow("abstract") << u"unix:abstract=/tmp/dbus-b,guid=1f"_s << u"@/tmp/dbus-b"_s;
        QTest::newRow("escaped") << u"unix:path=/tmp/a%20b"_s << u"/tmp/a b"_s;
        QTest::newRow("second") << u"tcp:host=localhost,port=1;unix:path=/x"_s << u"/x"_s;
        QTest::newRow("tcp") << u"tcp:host=localhost,port=1"_s << QString();
        QTest::newRow("nonsense") << u"=,;:"_s << QString();
    }
    void addressesOfBuses()
    {
        QFETCH(QString, address);
        QTEST(socketOfBus(address), "socket");
    }

    void withoutABusThereIsNoKeychain_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("nobody listens") << QByteArray("unix:path=/nonexistent/bus");
    }
    void withoutABusThereIsNoKeychain()
    {
        QFETCH(QByteArray, address);
        const QTemporaryDir empty;
        qputenv("XDG_RUNTIME_DIR", empty.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        const auto result = read(u"entry"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QVERIFY2(result.error().sentence.contains(u"session bus"_s),
                 qPrintable(result.error().sentence));
    }

    // Connecting to it through libdbus would hang the program for 25 seconds and more.
    void aSilentBusHangsNothing()
    {
        const QTemporaryDir folder;
        QLocalServer bus;
        QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.fullServerName().toUtf8());
        auto *job = m_keychain.read(u"entry"_s, Asking::No, this);
        job->setTimeLimit(100);
        const auto result = outcome(job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(result.error().sentence.contains(u"did not answer"_s));
    }

    void anOpenKeyringKeepsWhatItIsGiven()
    {
        QVERIFY(read(u"missing"_s));
        QVERIFY(!read(u"missing"_s)->has_value());
        const QByteArray value("\0\xff\n\x80 32 bytes as they come", 27);
        const auto written = write(u"entry"_s, value);
        QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
        const auto back = read(u"entry"_s);
        QVERIFY(back && *back);
        QCOMPARE((*back)->reveal(), value);
    }

    void theVaultOutlivesTheProgramAndALock()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"vault"_s);
        auto opener = open(file);
        QVERIFY(opener);
        QVERIFY2(opener->result(),
                 qPrintable(opener->result() ? QString() : opener->result().error().sentence));
        QVERIFY((*opener->result())->write(u"key/dev"_s, Secret(QByteArray("s"))));
        opener = open(file);
        QVERIFY(opener && opener->result());
        QCOMPARE((*opener->result())->read(u"key/dev"_s)->value().reveal(), QByteArray("s"));

        lockTheKeyring();
        opener = open(file);
        QVERIFY(opener && !opener->result());
        QCOMPARE(opener->obstacle(), Obstacle::KeychainClosed);
        QVERIFY2(opener->result().error().sentence.contains(u"locked"_s),
                 qPrintable(opener->result().error().sentence));
        // And a new vault is not made with a key that could not be kept.
        opener = open(folder.filePath(u"another"_s));
        QVERIFY(opener && !opener->result());
        QCOMPARE(opener->obstacle(), Obstacle::KeychainClosed);
    }

    void aKeyringThatNobodyMadeIsNotAskedFor()
    {
        const auto result = write(u"entry"_s, "value");
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Refused);
        QVERIFY2(result.error().sentence.contains(u"no keyring yet"_s),
                 qPrintable(result.error().sentence));
    }

    void aBusWithoutSecretServiceSaysSo()
    {
        const auto result = read(u"entry"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QVERIFY2(result.error().sentence.contains(u"no keychain"_s),
                 qPrintable(result.error().sentence));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
