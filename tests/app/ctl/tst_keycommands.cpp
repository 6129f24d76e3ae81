// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// `key …` as scripts use it: the vault, what is told of keys, what a trial proves.
class TestKeyCommands : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;

    tests::CtlRun key(const QStringList &words, const QByteArray &input = {}) const
    {
        return m_sandbox.ctl(QStringList{u"key"_s} + words + QStringList{u"--json"_s}, input);
    }
    QByteArray secretOf(const QString &file) const
    {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return {};
        return text::parseJson(source.readAll())
            .value_or(text::Json())[u"clientsecret"]
            .toString()
            .toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure()));
        qunsetenv("TOKENTRAIL_VAULT_PASSPHRASE");
        qputenv("TOKENTRAIL_VAULT_KEY_FILE",
                m_sandbox.file(u"vault.key"_s, QByteArray(32, 'k')).toUtf8());
    }

    void keepsShowsRevealsAndForgets()
    {
        const auto file = m_sandbox.keyFile();
        const auto secret = secretOf(file);
        QVERIFY(!secret.isEmpty());
        auto run = key({u"add"_s, file, u"--name"_s, u"dev"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json()[u"added"].elements().front()[u"name"].toString(), u"dev"_s);
        QVERIFY(!run.out.contains(secret));
        run = key({u"list"_s});
        QCOMPARE(run.json().size(), 1);
        QVERIFY(!run.out.contains(secret));
        run = key({u"show"_s, u"vault:dev"_s});
        QCOMPARE(run.json()[u"service"].toString(), u"xsuaa"_s);
        QVERIFY(!run.out.contains(secret));
        run = key({u"reveal"_s, u"dev"_s, u"--member"_s, u"clientsecret"_s});
        QCOMPARE(run.out.trimmed(), secret);
        QCOMPARE(key({u"reveal"_s, u"dev"_s, u"--member"_s, u"nope"_s}).code, 3);
        run = key({u"add"_s, file, u"--name"_s, u"dev"_s});
        QVERIFY(run.json()[u"added"].elements().front()[u"replaced"].toBool());
        QCOMPARE(key({u"remove"_s, u"dev"_s}).code, 0);
        QCOMPARE(key({u"remove"_s, u"dev"_s}).code, 3);
        QCOMPARE(key({u"list"_s}).json().size(), 0);
    }

    void aKeyOfTheVaultLogsInAndItsUseIsKnown()
    {
        QCOMPARE(key({u"add"_s, m_sandbox.keyFile(), u"--name"_s, u"dev"_s}).code, 0);
        const auto run = m_sandbox.ctl({u"login"_s,
                                        u"--key"_s,
                                        u"vault:dev"_s,
                                        u"--grant"_s,
                                        u"password"_s,
                                        u"--user"_s,
                                        u"alice"_s,
                                        u"--password-file"_s,
                                        m_sandbox.file(u"pw"_s, "alice\n"),
                                        u"--session"_s,
                                        u"mine"_s,
                                        u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        m_sandbox.file(u"default-env.json"_s,
                       m_sandbox
                           .ctl({u"sandbox"_s,
                                 u"bindings"_s,
                                 u"--format"_s,
                                 u"default-env"_s,
                                 u"--state"_s,
                                 m_sandbox.state()})
                           .out);
        const auto shown =
            key({u"show"_s, u"vault:dev"_s, u"--project"_s, m_sandbox.folder()}).json();
        QStringList uses;
        for (const auto &use : shown[u"usedBy"].elements())
            uses << use[u"kind"].toString() + u' ' + use[u"name"].toString().section(u'/', -1);
        QVERIFY2(uses.contains(u"session mine"_s), qPrintable(uses.join(u", "_s)));
        QVERIFY2(uses.contains(u"file default-env.json"_s), qPrintable(uses.join(u", "_s)));
        QCOMPARE(m_sandbox
                     .ctl({u"login"_s,
                           u"--key"_s,
                           u"vault:other"_s,
                           u"--grant"_s,
                           u"client_credentials"_s})
                     .code,
                 3);
    }

    void aTrialSaysWhatItProved()
    {
        auto run = key({u"test"_s, m_sandbox.keyFile()});
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(run.json()[u"works"].toBool());
        QFile file(m_sandbox.keyFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto json = *text::parseJson(file.readAll());
        json.set(u"clientsecret"_s, u"wrong"_s);
        run = key({u"test"_s, m_sandbox.file(u"wrong.json"_s, json.toCompact())});
        QCOMPARE(run.code, 1);
        QVERIFY(!run.json()[u"works"].toBool());
    }

    void withoutAVaultKeyNothingIsKept()
    {
        qunsetenv("TOKENTRAIL_VAULT_KEY_FILE");
        const auto run = key({u"add"_s, m_sandbox.keyFile()});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("TOKENTRAIL_VAULT"), run.err.constData());
        QCOMPARE(key({u"show"_s, m_sandbox.keyFile()}).code, 0); // needs no vault
    }
};

QTEST_GUILESS_MAIN(TestKeyCommands)
#include "tst_keycommands.moc"
