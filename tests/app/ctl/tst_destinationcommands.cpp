// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// `destination …` against the Destination service of a sandbox, through its public interface.
class TestDestinationCommands : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;
    QString m_key;

    tests::CtlRun run(const QStringList &words) const
    {
        return m_sandbox.ctl(QStringList{u"destination"_s} + words
                             + QStringList{u"--key"_s, m_key, u"--json"_s});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure()));
        const auto bindings = m_sandbox.ctl({u"sandbox"_s,
                                             u"bindings"_s,
                                             u"--state"_s,
                                             m_sandbox.state(),
                                             u"--format"_s,
                                             u"default-env"_s});
        QCOMPARE(bindings.code, 0);
        m_key = m_sandbox.file(u"default-env.json"_s, bindings.out);
    }

    void listsWithoutSecrets()
    {
        const auto listed = run({u"list"_s});
        QVERIFY2(listed.code == 0, listed.err.constData());
        QVERIFY(listed.json().size() >= 10);
        QVERIFY(listed.out.contains("S4_PP"));
        QVERIFY(!listed.out.contains("not-the-secret"));
        QVERIFY(run({u"list"_s, u"--reveal"_s}).out.contains("not-the-secret"));
    }

    void showsWhichTokenIsNeeded()
    {
        const auto shown = run({u"show"_s, u"S4_PP"_s}).json();
        QCOMPARE(shown[u"needs"].toString(), u"user-token"_s);
        QCOMPARE(shown[u"properties"][u"ProxyType"].toString(), u"OnPremise"_s);
        QCOMPARE(run({u"show"_s, u"NOPE"_s}).code, 1);
    }

    void putsExportsAndRemoves()
    {
        const auto file = m_sandbox.file(
            u"new.properties"_s,
            "Name=NEW\nType=HTTP\nURL=https\\://new.example.com\nProxyType=Internet\n"
            "Authentication=BasicAuthentication\nUser=u\nPassword=s3cret\n");
        const auto put = run({u"put"_s, file});
        QVERIFY2(put.code == 0, put.err.constData());
        QCOMPARE(put.json().elements().front()[u"done"].toString(), u"created"_s);
        QCOMPARE(run({u"put"_s, file}).json().elements().front()[u"done"].toString(), u"updated"_s);
        const auto exported = run({u"export"_s, u"NEW"_s, u"--format"_s, u"properties"_s});
        QVERIFY(exported.out.contains("URL=https\\://new.example.com\n"));
        QVERIFY(!exported.out.contains("s3cret"));
        QVERIFY(run({u"export"_s, u"NEW"_s, u"--reveal"_s}).out.contains("s3cret"));
        QCOMPARE(run({u"remove"_s, u"NEW"_s}).code, 0);
        QCOMPARE(run({u"remove"_s, u"NEW"_s}).code, 1);
    }

    void findsWithTheTokensForTheTarget()
    {
        const auto token = m_sandbox.tokenFile(u"alice"_s);
        const auto found = run({u"find"_s, u"S4_UTE"_s, u"--token-file"_s, token});
        QVERIFY2(found.code == 0, found.err.constData());
        const auto answer = found.json();
        QCOMPARE(answer[u"authTokens"].size(), 1);
        QVERIFY(!answer[u"authTokens"].elements().front().contains(u"error"));
        QVERIFY(!found.out.contains("clientSecret\": \"s"));
    }

    void lintsAFileWithoutAnyService()
    {
        const auto file =
            m_sandbox.file(u"bad.json"_s,
                           R"({"Name":"A","Type":"HTTP","URL":"https://v:1",)"
                           R"("ProxyType":"OnPremise","Authentication":"NoAuthentication"})");
        const auto told = m_sandbox.ctl({u"destination"_s, u"lint"_s, file, u"--json"_s});
        QCOMPARE(told.code, 1);
        QCOMPARE(told.json()[u"problems"].elements().front()[u"id"].toString(),
                 u"virtual-host-over-https"_s);
        QCOMPARE(m_sandbox.ctl({u"destination"_s, u"lint"_s, u"nowhere.json"_s}).code, 3);
        QCOMPARE(run({u"lint"_s, u"--name"_s, u"S4_PP"_s}).code, 0);
    }

    void checksSayWhatTheyProve_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("failed");
        QTest::newRow("alice") << u"S4_PP"_s << u"alice"_s << 0 << QString();
        QTest::newRow("bob is not mapped") << u"S4_PP"_s << u"bob"_s << 1 << u"signed-in"_s;
        QTest::newRow("nobody") << u"S4_PP"_s << QString() << 1 << u"token"_s;
        QTest::newRow("no Cloud Connector") << u"S4_PP_BADLOC"_s << u"alice"_s << 1 << u"proxy"_s;
        QTest::newRow("https to a virtual host")
            << u"S4_PP_HTTPS"_s << u"alice"_s << 1 << u"proxy"_s;
        QTest::newRow("wrong secret") << u"S4_BADCC"_s << QString() << 1 << u"token"_s;
    }

    void checksSayWhatTheyProve()
    {
        QFETCH(QString, name);
        QFETCH(QString, user);
        QStringList words{u"check"_s,
                          name,
                          u"--path"_s,
                          u"/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1"_s};
        if (!user.isEmpty())
            words += {u"--token-file"_s, m_sandbox.tokenFile(user)};
        const auto done = run(words);
        QTEST(done.code, "code");
        QString failed;
        const auto answer = done.json();
        for (const auto &check : answer[u"checks"].elements()) {
            if (check[u"outcome"].toString() == "failed"_L1)
                failed = check[u"id"].toString();
        }
        QTEST(failed, "failed");
    }

    void aKeyOfAnotherKindIsSaid()
    {
        const auto done =
            m_sandbox.ctl({u"destination"_s, u"list"_s, u"--key"_s, m_sandbox.file(u"k"_s, "{}")});
        QCOMPARE(done.code, 3);
        QCOMPARE(m_sandbox.ctl({u"destination"_s, u"list"_s}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestDestinationCommands)
#include "tst_destinationcommands.moc"
