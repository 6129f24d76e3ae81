// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::tests;
using namespace Qt::StringLiterals;

// The library of broken scenarios, from outside.
class ScenariosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScenarioShowsWhatItSays();
    void everyScenarioIsExplained();
    void oneAloneIsToldWithWhatIsToBeLearnt();
    void aScenarioIsPutInForceInASandboxOfOnesOwn();
    void anUnknownScenarioIsNamed();

private:
    SandboxProcess m_sandbox; // not started: most of this needs none
};

void ScenariosTest::everyScenarioShowsWhatItSays()
{
    const auto run = m_sandbox.ctl({u"sandbox"_s, u"scenario"_s, u"check"_s, u"--json"_s});
    const auto results = run.json();
    QVERIFY(results.size() >= 60);
    for (const auto &result : results.elements()) {
        QVERIFY2(result[u"verdict"].toString() == u"right",
                 qPrintable(result[u"id"].toString() + u": "_s
                            + result[u"differences"].toStringList().join(u"; "_s)));
    }
    QCOMPARE(run.code, 0);
}

void ScenariosTest::everyScenarioIsExplained()
{
    const auto listed = m_sandbox.ctl({u"sandbox"_s, u"scenario"_s, u"list"_s, u"--json"_s}).json();
    QStringList ids;
    for (const auto &scenario : listed.elements()) {
        const auto id = scenario[u"id"].toString();
        QVERIFY2(!ids.contains(id), qPrintable(id));
        ids << id;
        for (const auto &member : {u"group"_s, u"title"_s, u"symptom"_s, u"learn"_s})
            QVERIFY2(!scenario[member].toString().isEmpty(), qPrintable(id + u' ' + member));
    }
    QVERIFY(ids.size() >= 60);
}

void ScenariosTest::oneAloneIsToldWithWhatIsToBeLearnt()
{
    const auto run =
        m_sandbox.ctl({u"sandbox"_s, u"scenario"_s, u"run"_s, u"cloud-connector-down"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains("cloud-connector-not-connected"), run.out.constData());
    QVERIFY2(run.out.contains("connected to another subaccount"), run.out.constData());
}

void ScenariosTest::aScenarioIsPutInForceInASandboxOfOnesOwn()
{
    SandboxProcess sandbox;
    QVERIFY2(sandbox.start(), qPrintable(sandbox.failure()));
    const QStringList state{u"--state"_s, sandbox.state()};
    const auto applied = sandbox.ctl(
        QStringList{u"sandbox"_s, u"scenario"_s, u"apply"_s, u"cloud-connector-down"_s} + state);
    QCOMPARE(applied.code, 0);
    const auto call = sandbox.ctl(
        {u"call"_s,
         u"GET"_s,
         sandbox.endpoints()[u"service"][u"url"].toString() + u"/api/FunctionalLocation"_s,
         u"--token-file"_s,
         sandbox.tokenFile(u"alice"_s),
         u"--json"_s});
    QCOMPARE(call.json()[u"status"].toInteger(), 502);
    QCOMPARE(call.json()[u"findings"].elements().at(0)[u"id"].toString(),
             u"cloud-connector-not-connected"_s);
    sandbox.ctl(QStringList{u"sandbox"_s, u"fault"_s, u"clear"_s} + state);
    const auto healed = sandbox.ctl(
        {u"call"_s,
         u"GET"_s,
         sandbox.endpoints()[u"service"][u"url"].toString() + u"/api/FunctionalLocation"_s,
         u"--token-file"_s,
         sandbox.tokenFile(u"alice"_s),
         u"--json"_s});
    QCOMPARE(healed.json()[u"status"].toInteger(), 200);
}

void ScenariosTest::anUnknownScenarioIsNamed()
{
    const auto run = m_sandbox.ctl({u"sandbox"_s, u"scenario"_s, u"show"_s, u"nothing-wrong"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains("nothing-wrong"), run.err.constData());
}

QTEST_GUILESS_MAIN(ScenariosTest)
#include "tst_scenarios.moc"
