// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/corpus.h"

#include <QTest>

using namespace tokentrail;

// Calls whose true cause is known: it comes first in 95 of 100, among the first three always,
// and calls that work raise no alarm.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTrueCauseComesFirst();
    void theTrueCauseIsAmongThree();
    void workingCallsRaiseNoAlarm();
    void everyAnswerIsWhole();

private:
    QList<test::CorpusCase> m_cases;
    test::CorpusFigures m_figures;
};

void TestCorpus::initTestCase()
{
    m_cases = test::readCorpus(QStringLiteral(TOKENTRAIL_TEST_DATA "/cases/"))
        + test::readCorpus(QStringLiteral(TOKENTRAIL_TEST_DATA "/trails/"));
    m_figures = test::figuresOf(m_cases);
    QVERIFY2(m_figures.broken >= 150, qPrintable(QString::number(m_figures.broken)));
    QVERIFY2(m_figures.working >= 40, qPrintable(QString::number(m_figures.working)));
}

void TestCorpus::theTrueCauseComesFirst()
{
    QVERIFY2(m_figures.shareFirst() >= 0.95, qPrintable(m_figures.notFirst.join(u'\n')));
}

void TestCorpus::theTrueCauseIsAmongThree()
{
    QVERIFY2(m_figures.notAmongThree.isEmpty(), qPrintable(m_figures.notAmongThree.join(u'\n')));
}

void TestCorpus::workingCallsRaiseNoAlarm()
{
    QVERIFY2(m_figures.falseAlarms.isEmpty(), qPrintable(m_figures.falseAlarms.join(u'\n')));
}

void TestCorpus::everyAnswerIsWhole()
{
    for (const auto &one : m_cases) {
        for (const auto &[finding, trails] : one.answer.findings) {
            const auto where = qPrintable(one.name + u": " + finding.id);
            QVERIFY2(!finding.title.isEmpty(), where);
            QVERIFY2(!finding.sentence.isEmpty() && !finding.sentence.contains(u"%1"), where);
            QVERIFY2(!finding.evidence.isEmpty(), where);
            QVERIFY2(!finding.fix.text.isEmpty(), where);
            QVERIFY2(finding.confidence > 0 && finding.confidence <= 1, where);
        }
    }
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
