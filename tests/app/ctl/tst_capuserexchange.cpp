// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

// `cap users DIR from-collections` and `to-collections`, between a project and a sandbox.
class TestCapUserExchange : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;

    QByteArray read(const QString &name) const
    {
        QFile file(QDir(m_sandbox.folder()).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    tests::CtlRun run(const QStringList &words) const
    {
        return m_sandbox.ctl(QStringList{u"cap"_s, u"users"_s, m_sandbox.folder()} + words
                             + QStringList{u"--state"_s, m_sandbox.state(), u"--json"_s});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure()));
        m_sandbox.file(u"package.json"_s,
                       R"({"name": "x", "cds": {"requires": {"auth": {"kind": "basic"}}}})");
    }

    void withoutADescriptorTheApplicationIsAskedFor()
    {
        QCOMPARE(run({u"from-collections"_s}).code, 2);
        QCOMPARE(run({u"from-collections"_s, u"--app"_s, u"nowhere"_s}).code, 3);
    }

    void usersOfTheSandboxBecomeMockUsers()
    {
        const auto before = read(u"package.json"_s);
        const QStringList words{u"from-collections"_s, u"--app"_s, u"tokentrail-sample"_s};
        const auto rehearsed = run(words + QStringList{u"--dry-run"_s});
        QVERIFY2(rehearsed.code == 0, rehearsed.err.constData());
        QCOMPARE(read(u"package.json"_s), before);
        QCOMPARE(run(words).code, 0);
        const auto after = read(u"package.json"_s);
        QVERIFY(after.startsWith(R"({"name": "x", "cds": {"requires": {"auth": {"kind": "basic")"));
        const auto users = text::parseJson(after).value()[u"cds"][u"requires"][u"auth"][u"users"];
        QVERIFY(users[u"alice"][u"roles"].toStringList().contains(u"admin"_s));
        QCOMPARE(users[u"bob"][u"roles"].toStringList(), QStringList{u"viewer"_s});
        QVERIFY(!users.contains(u"dave")); // who may nothing
    }

    void mockUsersBecomeRoleCollections()
    {
        const auto set = m_sandbox.ctl({u"cap"_s,
                                        u"users"_s,
                                        m_sandbox.folder(),
                                        u"set"_s,
                                        u"zoe"_s,
                                        u"--role"_s,
                                        u"editor"_s,
                                        u"--role"_s,
                                        u"astronaut"_s});
        QVERIFY2(set.code == 0, set.err.constData());
        const auto made = run({u"to-collections"_s, u"--app"_s, u"tokentrail-sample"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(made.json()[u"problems"].size(), 1);
        QVERIFY(made.json()[u"problems"].elements().front().toString().contains(u"astronaut"));
        const auto token =
            m_sandbox.ctl({u"token"_s, u"decode"_s, m_sandbox.tokenFile(u"zoe"_s), u"--json"_s});
        QVERIFY(token.json()[u"claims"][u"scope"].toStringList().contains(
            u"tokentrail-sample!t1.editor"_s));
    }
};

QTEST_GUILESS_MAIN(TestCapUserExchange)
#include "tst_capuserexchange.moc"
