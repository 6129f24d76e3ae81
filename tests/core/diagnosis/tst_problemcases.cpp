// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/corpus.h"

#include <QSet>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// The 52 problems that users ask about, as they paste them: the true cause comes first, what looks
// alike is named too, and the answer says what to change.
class TestProblemCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyProblemIsThere();
    void theCauseComesFirst_data();
    void theCauseComesFirst();

private:
    QList<test::CorpusCase> m_cases;
};

void TestProblemCases::initTestCase()
{
    m_cases = test::readCorpus(QStringLiteral(TOKENTRAIL_TEST_DATA "/problems/cases/"));
}

void TestProblemCases::everyProblemIsThere()
{
    QSet<int> numbers;
    for (const auto &one : m_cases)
        numbers << one.name.left(2).toInt();
    for (int number = 1; number <= 52; ++number)
        QVERIFY2(numbers.contains(number), qPrintable(QString::number(number)));
}

void TestProblemCases::theCauseComesFirst_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_cases.size(); ++i)
        QTest::addRow("%s", qPrintable(m_cases[i].name)) << i;
}

void TestProblemCases::theCauseComesFirst()
{
    QFETCH(int, index);
    const auto &one = m_cases[index];
    const auto ids = test::idsOf(one.answer);
    const auto said = ids.join(u' ').toUtf8();
    QVERIFY2(!one.causes.isEmpty(), "the case names no cause");
    QVERIFY2(!ids.isEmpty() && one.causes.contains(ids.constFirst()), said.constData());
    for (const auto &id : one.also + one.causes)
        QVERIFY2(ids.first(std::min<qsizetype>(4, ids.size())).contains(id), said.constData());
    const auto &finding = one.answer.findings.constFirst().finding;
    const QString told = finding.sentence + u' ' + finding.fix.text + u' ' + finding.fix.command;
    for (const auto *gap : {"not named", "%1", "[", "  ", ".."})
        QVERIFY2(!finding.sentence.contains(QLatin1String(gap)), qPrintable(finding.sentence));
    for (const auto &word : one.says)
        QVERIFY2(told.contains(word, Qt::CaseInsensitive), qPrintable(word + u" in "_s + told));
}

QTEST_GUILESS_MAIN(TestProblemCases)
#include "tst_problemcases.moc"
