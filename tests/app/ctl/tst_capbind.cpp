// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// `cap bind` and `sandbox bind` from outside: what is shown, what is written, what is refused.
class TestCapBind : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;
    std::unique_ptr<QTemporaryDir> m_project;

    QString file(const QString &name) const { return m_project->filePath(name); }
    void put(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(file(name)).path()));
        QFile target(file(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(content);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile source(path);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    tests::CtlRun bind(const QStringList &words) const
    {
        return m_sandbox.ctl(QStringList{u"cap"_s, u"bind"_s, m_project->path()} + words);
    }
    QStringList toSandbox(const QStringList &more = {}) const
    {
        return QStringList{u"--sandbox"_s, u"--state"_s, m_sandbox.state()} + more;
    }
    QByteArray secret() const
    {
        const auto key = text::parseJson(contentOf(m_sandbox.keyFile()));
        return key ? (*key)[u"clientsecret"].toString().toUtf8() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure()));
        qunsetenv("TOKENTRAIL_VAULT_PASSPHRASE");
        qputenv("TOKENTRAIL_VAULT_KEY_FILE",
                m_sandbox.file(u"vault.key"_s, QByteArray(32, 'k')).toUtf8());
    }
    void init()
    {
        m_project = std::make_unique<QTemporaryDir>();
        put(u"package.json"_s, "{}");
    }

    void showsTheChangeWithoutSecretsAndWritesNothing()
    {
        const auto run = bind(toSandbox());
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(run.out.contains("+        \"credentials\""));
        QVERIFY(!secret().isEmpty());
        QVERIFY(!run.out.contains(secret()));
        QVERIFY(run.err.contains("Nothing was written: --write does that."));
        QVERIFY(!QFile::exists(file(u".cdsrc-private.json"_s)));
    }

    void writesForItsOwnerAloneAndSaysHowToStart()
    {
        const auto run = bind(toSandbox({u"--write"_s, u"--json"_s}));
        QVERIFY2(run.code == 0, run.err.constData());
        const auto path = file(u".cdsrc-private.json"_s);
        QVERIFY(contentOf(path).contains(secret()));
        QVERIFY(!run.out.contains(secret()));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto json = run.json();
        QVERIFY(json[u"written"].toBool());
        QVERIFY(json[u"effective"].toBool());
        QVERIFY(json[u"command"].toString().endsWith("cds watch --profile hybrid"_L1));
        QVERIFY(json[u"environment"][u"NODE_EXTRA_CA_CERTS"].toString().endsWith("ca.pem"_L1));
        const auto again = bind(toSandbox());
        QVERIFY2(again.out.contains("says that already"), again.out.constData());
    }

    void aKeyOfTheVaultIsFoundByItsName()
    {
        QCOMPARE(
            m_sandbox.ctl({u"key"_s, u"add"_s, m_sandbox.keyFile(), u"--name"_s, u"dev"_s}).code,
            0);
        auto run = bind({u"--key"_s, u"dev"_s, u"--to"_s, u"default-env"_s, u"--write"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(contentOf(file(u"default-env.json"_s)).contains(secret()));
        QVERIFY(run.out.contains("CDS_REQUIRES_AUTH_KIND=xsuaa cds watch --profile hybrid"));
        run = bind({u"--key"_s, u"nobody"_s});
        QCOMPARE(run.code, 3);
    }

    void secretsStayOutOfGit()
    {
        put(u".git/HEAD"_s, "");
        put(u".gitignore"_s, "node_modules");
        auto run = bind(toSandbox({u"--write"_s}));
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains("git does not ignore .cdsrc-private.json"));
        QVERIFY(!QFile::exists(file(u".cdsrc-private.json"_s)));
        run = bind(toSandbox({u"--add-to-gitignore"_s}));
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("+.cdsrc-private.json"));
        QVERIFY2(run.err.contains("git does not ignore .cdsrc-private.json yet"),
                 run.err.constData());
        QCOMPARE(contentOf(file(u".gitignore"_s)), QByteArray("node_modules"));
        run = bind(toSandbox({u"--add-to-gitignore"_s, u"--write"_s}));
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(contentOf(file(u".gitignore"_s)),
                 QByteArray("node_modules\n.cdsrc-private.json\n"));
        QVERIFY(contentOf(file(u".cdsrc-private.json"_s)).contains(secret()));
    }

    void sandboxBindDoesTheSameAtOnce()
    {
        const auto run = m_sandbox.ctl({u"sandbox"_s,
                                        u"bind"_s,
                                        m_project->path(),
                                        u"--state"_s,
                                        m_sandbox.state(),
                                        u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json()[u"file"].toString(), file(u"default-env.json"_s));
        QVERIFY(contentOf(file(u"default-env.json"_s)).contains(secret()));
    }

    void wordsThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("neither") << QStringList();
        QTest::newRow("both") << QStringList{u"--sandbox"_s, u"--key"_s, u"a"_s};
        QTest::newRow("another file") << QStringList{u"--sandbox"_s, u"--to"_s, u".env"_s};
    }
    void wordsThatDoNotFitAreRefused()
    {
        QFETCH(QStringList, words);
        QCOMPARE(bind(words).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCapBind)
#include "tst_capbind.moc"
