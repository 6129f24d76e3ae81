// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

// What people paste, as they paste it: the finding that answers them stands first.
class TestProblems : public QObject
{
    Q_OBJECT

    Json m_symptoms;

private Q_SLOTS:
    void initTestCase();
    void theAnswerStandsFirst_data();
    void theAnswerStandsFirst();
};

void TestProblems::initTestCase()
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/problems/symptoms.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = text::parseJson(file.readAll());
    QVERIFY2(json, json ? "" : qPrintable(json.error().sentence));
    m_symptoms = *json;
    QVERIFY(m_symptoms.size() > 50);
}

void TestProblems::theAnswerStandsFirst_data()
{
    QTest::addColumn<Json>("symptom");
    int row = 0;
    for (const auto &symptom : m_symptoms.elements())
        QTest::addRow("%lld: %s (%d)",
                      symptom[u"problem"].toInteger(),
                      qPrintable(symptom[u"first"].toString()),
                      ++row)
            << symptom;
}

void TestProblems::theAnswerStandsFirst()
{
    QFETCH(Json, symptom);
    const QTemporaryDir dir;
    for (const auto &member : symptom[u"files"].members()) {
        QFile file(dir.filePath(member.name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(member.value.toString().toUtf8());
    }
    QStringList arguments{u"diagnose"_s, u"--json"_s};
    for (const auto &argument : symptom[u"args"].elements())
        arguments << argument.toString();
    if (symptom.contains(u"pasted"))
        arguments << u"-"_s;
    QProcess process;
    process.setWorkingDirectory(dir.path());
    process.start(QStringLiteral(TOKENTRAILCTL), arguments);
    process.write(symptom[u"pasted"].toString().toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    const auto out = process.readAllStandardOutput();
    const auto answer = text::parseJson(out);
    QVERIFY2(answer, process.readAllStandardError().constData());
    QStringList ids;
    for (const auto &finding : (*answer)[u"findings"].elements())
        ids << finding[u"id"].toString();
    QCOMPARE(ids.value(0), symptom[u"first"].toString());
    for (const auto &other : symptom[u"also"].elements())
        QVERIFY2(ids.contains(other.toString()), qPrintable(ids.join(u' ')));
}

QTEST_GUILESS_MAIN(TestProblems)
#include "tst_problems.moc"
