// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// `roles …` against a running sandbox, by its folder and by a key, as towards a subaccount.
class TestRolesCommands : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;

    tests::CtlRun roles(const QStringList &words) const
    {
        return m_sandbox.ctl(QStringList{u"roles"_s} + words
                             + QStringList{u"--state"_s, m_sandbox.state()});
    }
    QStringList scopesOf(const QString &user) const
    {
        const auto token = m_sandbox.tokenFile(user);
        const auto decoded = m_sandbox.ctl({u"token"_s, u"decode"_s, token, u"--json"_s}).json();
        return decoded[u"claims"][u"scope"].toStringList();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure())); }

    void theListNamesRolesAndUsers()
    {
        const auto run = roles({u"list"_s, u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        const auto json = run.json();
        QCOMPARE(json.size(), 3);
        const auto &first = json.elements()[0];
        QCOMPARE(first[u"name"].toString(), u"Sample Administrators"_s);
        QCOMPARE(first[u"userReferences"].elements()[0][u"username"].toString(), u"alice"_s);
        QCOMPARE(roles({u"list"_s, u"--filter"_s, u"EDIT"_s, u"--json"_s}).json().size(), 1);
        QVERIFY(
            roles({u"show"_s, u"Sample Editors"_s}).out.contains("tokentrail-sample!t1.editor"));
        QCOMPARE(roles({u"show"_s, u"None"_s}).code, 3);
    }

    void aRoleIsMadeGivenAndTaken()
    {
        const QStringList create{u"create-role"_s,
                                 u"tokentrail-sample"_s,
                                 u"admin"_s,
                                 u"German administrator"_s,
                                 u"--static"_s,
                                 u"country=DE"_s};
        const auto incomplete = roles(create);
        QCOMPARE(incomplete.code, 2);
        QVERIFY(incomplete.err.contains("level"));
        const auto whole = create + QStringList{u"--unrestricted"_s, u"level"_s};
        const auto planned = roles(whole + QStringList{u"--dry-run"_s, u"--json"_s});
        QCOMPARE(planned.code, 0);
        QVERIFY(!planned.json()[u"complete"].toBool());
        QCOMPARE(roles({u"create"_s, u"German admins"_s}).code, 0);
        // The dry run made nothing.
        QCOMPARE(roles({u"add-role"_s, u"German admins"_s, u"German administrator"_s}).code, 3);
        QCOMPARE(roles(whole).code, 0);
        QCOMPARE(roles({u"add-role"_s, u"German admins"_s, u"German administrator"_s}).code, 0);
        QCOMPARE(roles({u"assign"_s, u"German admins"_s, u"bob"_s}).code, 0);
        QVERIFY(scopesOf(u"bob"_s).contains(u"tokentrail-sample!t1.admin"_s));
        QCOMPARE(roles({u"unassign"_s, u"German admins"_s, u"bob"_s}).code, 0);
        QVERIFY(!scopesOf(u"bob"_s).contains(u"tokentrail-sample!t1.admin"_s));
        QCOMPARE(roles({u"unassign"_s, u"German admins"_s, u"bob"_s}).code, 3);
        QCOMPARE(roles({u"delete-role"_s, u"German administrator"_s}).code, 0);
        QCOMPARE(roles({u"delete"_s, u"German admins"_s}).code, 0);
    }

    void thePreviewIsWhatALoginGives()
    {
        const auto token = m_sandbox.tokenFile(u"carol"_s);
        const auto same =
            roles({u"effective"_s, u"carol"_s, u"--token-file"_s, token, u"--json"_s});
        QVERIFY2(same.code == 0, same.err.constData());
        QCOMPARE(same.json()[u"differences"].size(), 0);
        QCOMPARE(same.json()[u"attributes"][u"country"].toStringList(), QStringList{u"DE"_s});
        // A token of before a change differs, and it is told in what.
        QCOMPARE(roles({u"assign"_s, u"Sample Administrators"_s, u"carol"_s}).code, 0);
        const auto old = roles({u"effective"_s, u"carol"_s, u"--token-file"_s, token, u"--json"_s});
        QCOMPARE(old.code, 1);
        QVERIFY(old.json()[u"differences"].size() > 0);
        QCOMPARE(roles({u"unassign"_s, u"Sample Administrators"_s, u"carol"_s}).code, 0);
    }

    void whatIfChangesNothing()
    {
        const auto what =
            roles({u"effective"_s, u"dave"_s, u"--toggle"_s, u"Sample Viewers"_s, u"--json"_s});
        QCOMPARE(what.json()[u"scopes"].toStringList(),
                 QStringList{u"tokentrail-sample!t1.viewer"_s});
        const auto now = roles({u"effective"_s, u"dave"_s, u"--json"_s});
        QCOMPARE(now.json()[u"scopes"].size(), 0);
    }

    void aKeyWorksLikeTheFolder()
    {
        const auto bindings = m_sandbox.ctl({u"sandbox"_s,
                                             u"bindings"_s,
                                             u"--format"_s,
                                             u"service-key"_s,
                                             u"--service"_s,
                                             u"apiaccess"_s,
                                             u"--state"_s,
                                             m_sandbox.state()});
        QCOMPARE(bindings.code, 0);
        const auto file = m_sandbox.file(u"api.json"_s, bindings.out);
        const auto run = m_sandbox.ctl({u"roles"_s, u"users"_s, u"--key"_s, file, u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json().size(), 4);
        const auto refused =
            m_sandbox.ctl({u"roles"_s, u"users"_s, u"--key"_s, m_sandbox.keyFile()});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("xs_authorization.read"));
    }

    void whatIsExportedIsImportedAgain()
    {
        const auto before = roles({u"export"_s});
        QVERIFY2(before.code == 0, before.err.constData());
        const auto file = m_sandbox.file(u"roles.json"_s, before.out);
        QVERIFY(roles({u"import"_s, file}).out.contains("Nothing"));
        QCOMPARE(roles({u"delete"_s, u"Sample Viewers"_s}).code, 0);
        const auto run = roles({u"import"_s, file, u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json()[u"changes"].size(), 3);
        QCOMPARE(roles({u"export"_s}).json()[u"roleCollections"].size(), 3);
        const auto csv = m_sandbox.file(
            u"many.csv"_s,
            "roleCollection,kind,name,origin,attribute\nSample Viewers,user,erin,corp,\n");
        QCOMPARE(roles({u"import"_s, csv}).code, 0);
        QVERIFY(roles({u"export"_s, u"--format"_s, u"csv"_s}).out.contains("user,erin,corp"));
        const auto bad = m_sandbox.file(u"bad.csv"_s, "who,what\n");
        const auto refused = roles({u"import"_s, bad});
        QCOMPARE(refused.code, 3);
        QVERIFY(refused.err.contains("bad.csv:1"));
    }

    void withoutASandboxTheNextStepIsTold()
    {
        const auto run =
            m_sandbox.ctl({u"roles"_s, u"list"_s, u"--state"_s, m_sandbox.folder() + u"/none"_s});
        QVERIFY(run.code != 0);
        QVERIFY(run.err.contains("sandbox run"));
    }
};

QTEST_GUILESS_MAIN(TestRolesCommands)
#include "tst_rolescommands.moc"
