// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QDirIterator>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// The case that the project began with, on the command line: somebody calls a service, the
// service calls S/4 as that person, and the answer is an error that does not say where the
// person was lost.
class TestThreadsCase : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;

    static QStringList findingsOf(const text::Json &answer, const QString &severity = {})
    {
        QStringList ids;
        for (const auto &finding : answer[u"findings"].elements()) {
            if (severity.isEmpty() || finding[u"severity"].toString() == severity)
                ids << finding[u"id"].toString();
        }
        return ids;
    }

    tests::CtlRun call(const QString &as, const QString &path) const
    {
        QStringList arguments{u"call"_s,
                              u"GET"_s,
                              m_sandbox.endpoints()[u"service"][u"url"].toString() + path,
                              u"--json"_s};
        if (as.startsWith("basic:"_L1)) {
            const auto user = as.mid(6);
            arguments << u"--basic"_s << user << u"--password-file"_s
                      << m_sandbox.file(u"pw"_s, user.toUtf8());
        } else if (!as.isEmpty()) {
            arguments << u"--token-file"_s << m_sandbox.tokenFile(as);
        }
        return m_sandbox.ctl(arguments);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure())); }

    void calls_data()
    {
        QTest::addColumn<QString>("as");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QStringList>("findings"); // all of them must be there
        QTest::addColumn<QStringList>("absent"); // none of them may
        const QStringList none;
        const auto inside = QStringList{u"user-token-absent"_s, u"user-lost-inside-cap"_s};
        const auto before = QStringList{u"user-token-absent"_s, u"user-lost-before-cap"_s};
        const auto notInside = QStringList{u"user-lost-inside-cap"_s};
        const auto notBefore = QStringList{u"user-lost-before-cap"_s};
        QTest::newRow("everything right")
            << u"alice"_s << u"/api/FunctionalLocation?$top=3"_s << 200 << none << none;
        QTest::newRow("the thread: a plain express route")
            << u"alice"_s << u"/ext/FunctionalLocation?$top=3"_s << 502 << inside << notBefore;
        QTest::newRow("the same with CAP's middlewares")
            << u"alice"_s << u"/ext2/FunctionalLocation"_s << 200 << none << none;
        QTest::newRow("an open service, nobody")
            << QString() << u"/open/FunctionalLocation"_s << 502 << before << notInside;
        QTest::newRow("an open service, somebody")
            << u"alice"_s << u"/open/FunctionalLocation"_s << 200 << none << none;
        QTest::newRow("mocked Basic")
            << u"basic:alice"_s << u"/basic/FunctionalLocation"_s << 502 << before << notInside;
        QTest::newRow("a warm cache") << u"alice"_s << u"/cached/FunctionalLocation"_s << 502
                                      << QStringList{u"user-token-absent-cached"_s} << none;
        QTest::newRow("nobody where somebody is asked for")
            << QString() << u"/api/FunctionalLocation"_s << 401 << QStringList{u"no-token"_s}
            << inside;
        QTest::newRow("not mapped in the backend")
            << u"bob"_s << u"/api/FunctionalLocation"_s << 502
            << QStringList{u"backend-user-not-mapped"_s} << inside;
        QTest::newRow("no such destination")
            << u"alice"_s << u"/api/FunctionalLocation?destination=NOPE"_s << 502
            << QStringList{u"destination-not-found"_s, u"remote-failure-hidden-as-502"_s} << inside;
        QTest::newRow("host not exposed")
            << u"alice"_s << u"/api/FunctionalLocation?destination=S4_PP_NOHOST"_s << 502
            << QStringList{u"host-not-exposed"_s} << inside;
        QTest::newRow("a role that bob lacks")
            << u"bob"_s << u"/odata/v4/customer/Approval"_s << 403 << none << inside;
    }

    void calls()
    {
        QFETCH(QString, as);
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QStringList, findings);
        QFETCH(QStringList, absent);

        m_sandbox.ctl({u"sandbox"_s, u"trail"_s, u"--state"_s, m_sandbox.state(), u"--clear"_s});
        const auto called = call(as, path);
        const auto answer = called.json();
        QVERIFY2(answer[u"status"].toInteger() == status,
                 QByteArray(called.out + called.err).constData());
        QCOMPARE(called.code, status >= 400 ? 1 : 0);
        const auto trail =
            m_sandbox.ctl({u"sandbox"_s, u"trail"_s, u"--state"_s, m_sandbox.state(), u"--json"_s})
                .json();
        for (const auto *seen : {&answer, &trail}) {
            const auto found = findingsOf(*seen);
            const auto told = (*seen)[u"findings"].toIndented();
            for (const auto &id : findings)
                QVERIFY2(found.contains(id),
                         QByteArray(id.toUtf8() + " is missing: " + told).constData());
            for (const auto &id : absent)
                QVERIFY2(!found.contains(id),
                         QByteArray(id.toUtf8() + " is wrong: " + told).constData());
            if (status == 200)
                QVERIFY2(findingsOf(*seen, u"error"_s).isEmpty(), told.constData());
        }
    }

    void aliceArrivesAsAlice()
    {
        const auto answer = call(u"alice"_s, u"/api/FunctionalLocation?$top=1"_s).json();
        QVERIFY2(answer[u"body"].toString().contains("\"ALICE\""_L1),
                 answer[u"body"].toCompact().constData());
        QString backendSubject;
        for (const auto &hop : answer[u"hops"].elements()) {
            if (hop[u"kind"].toString() == "backend"_L1)
                backendSubject = hop[u"subject"][u"name"].toString();
        }
        QCOMPARE(backendSubject, u"alice"_s);
    }

    void exportsHoldNoToken()
    {
        const auto token = m_sandbox.tokenFile(u"alice"_s);
        QFile file(token);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto signature = file.readAll().trimmed().split('.').value(2);
        QVERIFY(signature.size() > 40);
        const auto answer = m_sandbox.ctl(
            {u"call"_s,
             u"GET"_s,
             m_sandbox.endpoints()[u"service"][u"url"].toString() + u"/ext/FunctionalLocation"_s,
             u"--token-file"_s,
             token,
             u"--json"_s});
        QVERIFY(!answer.out.contains(signature));
        const auto trail = m_sandbox.file(u"trail.json"_s, answer.out);
        for (const auto *format : {"mermaid", "svg", "markdown", "har", "json"}) {
            const auto exported = m_sandbox.ctl(
                {u"trail"_s, u"export"_s, trail, u"--format"_s, QString::fromLatin1(format)});
            QVERIFY2(exported.code == 0 && !exported.out.isEmpty(), exported.err.constData());
            QVERIFY2(!exported.out.contains(signature), format);
        }
    }

    // What stays behind: no token of a session, no password of a file that was not asked for.
    void nothingSecretIsLeftOnDisk()
    {
        const auto token = m_sandbox.tokenFile(u"carol"_s);
        QFile file(token);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto signature = file.readAll().trimmed().split('.').value(2);
        call(u"carol"_s, u"/api/FunctionalLocation"_s);
        int read = 0;
        QDirIterator files(
            m_sandbox.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile left(files.next());
            if (left.fileName().endsWith(".token"_L1) || !left.open(QIODevice::ReadOnly))
                continue;
            ++read;
            QVERIFY2(!left.readAll().contains(signature), qPrintable(left.fileName()));
        }
        QVERIFY(read >= 3);
    }
};

QTEST_GUILESS_MAIN(TestThreadsCase)
#include "tst_threadscase.moc"
