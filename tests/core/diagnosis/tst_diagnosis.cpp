// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/pieces.h"
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;
using test::Conversation;

namespace {

// The last trail of a conversation, with those before it as history.
Case caseOf(const QList<http::Exchange> &exchanges)
{
    Case out;
    auto trails = trail::buildTrails(exchanges);
    if (trails.isEmpty())
        return out;
    out.trail = trails.takeLast();
    out.earlier = trails;
    return out;
}

QStringList errorsOf(const Diagnosis &diagnosis)
{
    QStringList ids;
    for (const auto &finding : diagnosis.findings) {
        if (finding.severity == Severity::Error)
            ids << finding.id;
    }
    return ids;
}

// One section of conversations.txt.
struct Section
{
    QString name;
    QStringList expected;
    QStringList also;
    bool withKey = false;
    QStringList log;
    QString notation;
};

QList<Section> sections()
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/diagnosis/conversations.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Section> all;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("== "_L1))
            all.append({line.sliced(3), {}, {}, false, {}, {}});
        else if (all.isEmpty() || line.startsWith(u'#'))
            continue;
        else if (line.startsWith("expect"_L1))
            all.last().expected = line.split(u' ', Qt::SkipEmptyParts).sliced(1);
        else if (line.startsWith("also "_L1))
            all.last().also = line.split(u' ', Qt::SkipEmptyParts).sliced(1);
        else if (line == "key"_L1)
            all.last().withKey = true;
        else if (line.startsWith("log "_L1))
            all.last().log << line.sliced(4);
        else
            all.last().notation += line + u'\n';
    }
    return all;
}

QStringList othersOf(const Diagnosis &diagnosis)
{
    QStringList ids;
    for (const auto &finding : diagnosis.findings) {
        if (finding.severity != Severity::Error)
            ids << finding.id;
    }
    return ids;
}

const Finding *findingOf(const Diagnosis &diagnosis, const QString &id)
{
    for (const auto &finding : diagnosis.findings) {
        if (finding.id == id)
            return &finding;
    }
    return nullptr;
}

xsuaa::ServiceKey keyOfApp()
{
    xsuaa::ServiceKey key;
    key.kind = xsuaa::ServiceKind::Xsuaa;
    key.client.clientId = u"sb-app!t1"_s;
    key.client.uaaDomain = u"127.0.0.1:1"_s;
    key.xsappname = u"app!t1"_s;
    return key;
}

Case caseOf(const Section &section, const QList<http::Exchange> &exchanges)
{
    auto input = caseOf(exchanges);
    if (section.withKey)
        input.key = keyOfApp();
    input.logLines = section.log;
    return input;
}

Section sectionOf(const QString &name)
{
    for (const auto &section : sections()) {
        if (section.name == name)
            return section;
    }
    qFatal("there is no such section");
}

} // namespace

class TestDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data();
    void namesTheCause();
    void orderOfRecordingChangesNothing_data();
    void orderOfRecordingChangesNothing();
    void otherCallsAtTheSameTimeChangeNothing_data();
    void otherCallsAtTheSameTimeChangeNothing();
    void tellsWhereAndWhatWasNotVisible();
    void placesStayOpenWhereTheCallWasNotSeen();
    void forwardAuthTokenIsToldFromTheProject();
    void aDefectOfTheProjectLeadsWhereItExplains();
    void everyFindingOfTheTableIsKnownOnce();
    void secretsOfLogsAreNotRepeated();
};

namespace {

void addSections()
{
    QTest::addColumn<QString>("name");
    const auto all = sections();
    QVERIFY(all.size() > 50);
    for (const auto &section : all)
        QTest::newRow(qPrintable(section.name)) << section.name;
}

} // namespace

void TestDiagnosis::namesTheCause_data()
{
    addSections();
}

void TestDiagnosis::namesTheCause()
{
    QFETCH(QString, name);
    const auto section = sectionOf(name);
    const auto diagnosis = diagnose(caseOf(section, Conversation(section.notation).exchanges()));
    QVERIFY2(errorsOf(diagnosis) == section.expected, toJson(diagnosis).toIndented().constData());
    QVERIFY2(othersOf(diagnosis) == section.also, toJson(diagnosis).toIndented().constData());
    for (const auto &finding : diagnosis.findings) {
        QVERIFY2(!finding.sentence.isEmpty(), qPrintable(finding.id));
        QVERIFY2(!finding.title.isEmpty(), qPrintable(finding.id));
        QVERIFY2(!finding.evidence.isEmpty() || finding.confidence < 0.6, qPrintable(finding.id));
        QVERIFY2(!finding.fix.text.isEmpty(), qPrintable(finding.id));
        QVERIFY2(finding.confidence > 0 && finding.confidence <= 1, qPrintable(finding.id));
    }
}

void TestDiagnosis::orderOfRecordingChangesNothing_data()
{
    addSections();
}

void TestDiagnosis::orderOfRecordingChangesNothing()
{
    QFETCH(QString, name);
    const auto section = sectionOf(name);
    auto exchanges = Conversation(section.notation).exchanges();
    const auto before = toJson(diagnose(caseOf(section, exchanges))).toCompact();
    QRandomGenerator random(4711);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(exchanges.begin(), exchanges.end(), random);
        QCOMPARE(toJson(diagnose(caseOf(section, exchanges))).toCompact(), before);
    }
}

void TestDiagnosis::otherCallsAtTheSameTimeChangeNothing_data()
{
    addSections();
}

// Two healthy calls of somebody else, one around and one in the middle of it all.
void TestDiagnosis::otherCallsAtTheSameTimeChangeNothing()
{
    QFETCH(QString, name);
    const auto section = sectionOf(name);
    auto exchanges = Conversation(section.notation).exchanges();
    if (exchanges.isEmpty())
        return;
    const auto expected = errorsOf(diagnose(caseOf(section, exchanges)));
    const auto last = caseOf(exchanges).trail;
    const Conversation stranger(test::strangersCall());
    for (auto other : stranger.exchanges()) {
        other.id.prepend(u'o');
        const auto shift = last.hops.constFirst().startMs - test::baseMs;
        other.startMs += shift;
        other.endMs += shift;
        exchanges.append(other);
    }
    auto trails = trail::buildTrails(exchanges);
    QStringList found;
    for (qsizetype i = 0; i < trails.size(); ++i) {
        const bool strange = trails[i].user.name == "stranger"_L1;
        Case input = caseOf(section, {});
        input.trail = trails[i];
        input.earlier = trails.first(i);
        const auto errors = errorsOf(diagnose(input));
        if (strange)
            QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u' ')));
        else if (trails[i].hops.constFirst().startMs == last.hops.constFirst().startMs)
            found = errors;
    }
    QCOMPARE(found, expected);
}

void TestDiagnosis::tellsWhereAndWhatWasNotVisible()
{
    const auto input = caseOf(Conversation(test::userLostInsideService()).exchanges());
    const auto diagnosis = diagnose(input);
    const auto *inside = findingOf(diagnosis, u"user-lost-inside-cap"_s);
    QVERIFY(inside);
    QCOMPARE(inside->hopId, input.trail.rootHopId);
    QVERIFY(inside->sentence.contains(u"alice"));
    QVERIFY(inside->sentence.contains(u"S4_PP"));
    QVERIFY(inside->fix.edit.contains(u"+app.get('/ext/FunctionalLocation'"));
    QStringList ruledOut;
    for (const auto &one : diagnosis.ruledOut)
        ruledOut << one.id;
    QVERIFY(ruledOut.contains(u"service-token"_s));
    QVERIFY(ruledOut.contains(u"approuter-missing"_s));
    QVERIFY(ruledOut.contains(u"forward-auth-token"_s));
    QVERIFY(!diagnosis.notVisible.isEmpty());
}

void TestDiagnosis::placesStayOpenWhereTheCallWasNotSeen()
{
    const auto section =
        sectionOf(u"lost, and the call itself was not recorded: both places stay possible"_s);
    const auto diagnosis = diagnose(caseOf(section, Conversation(section.notation).exchanges()));
    for (const auto *id : {u"user-lost-inside-cap", u"user-lost-before-cap"}) {
        const auto *finding = findingOf(diagnosis, QString::fromUtf16(id));
        QVERIFY(finding);
        QVERIFY(finding->confidence < 0.6);
    }
    QVERIFY(diagnosis.notVisible.contains(u"The call into the service was not recorded."_s));
}

void TestDiagnosis::forwardAuthTokenIsToldFromTheProject()
{
    auto input = caseOf(Conversation(test::userLostInsideService()).exchanges());
    const auto requires_ = [](const QByteArray &json) {
        return *text::parseJson(json);
    };
    input.projectRequires = requires_(
        R"({"S4":{"kind":"odata-v2","credentials":{"destination":"S4_PP","forwardAuthToken":true}}})");
    const auto first = diagnose(input);
    const auto *finding = findingOf(first, u"forward-auth-token-without-effect"_s);
    QVERIFY(finding);
    // Near miss: with a url it works.
    input.projectRequires =
        requires_(R"({"S4":{"credentials":{"url":"http://x","forwardAuthToken":true}}})");
    QVERIFY(!findingOf(diagnose(input), u"forward-auth-token-without-effect"_s));
}

// The same defect: behind a 403 that follows from it, behind another answer, and over a call that
// works.
void TestDiagnosis::aDefectOfTheProjectLeadsWhereItExplains()
{
    const auto judged = [](int status, const QString &id) {
        http::Response answer;
        answer.status = status;
        auto input = caseOfAnswer(answer);
        input.projectDefects = {
            {id, Severity::Warning, u"A sentence."_s, u"server.js:3:1"_s, {}, {}}};
        return diagnose(input);
    };
    const auto explained = judged(403, u"passport-user-without-roles"_s);
    QCOMPARE(explained.findings.constFirst().id, u"passport-user-without-roles"_s);
    QCOMPARE(explained.findings.constFirst().severity, Severity::Error);
    const auto beside = judged(429, u"passport-user-without-roles"_s);
    QCOMPARE(beside.findings.constFirst().id, u"rate-limited"_s);
    QVERIFY(findingOf(beside, u"passport-user-without-roles"_s));
    QVERIFY(errorsOf(judged(200, u"binding-missing"_s)).isEmpty());
}

void TestDiagnosis::everyFindingOfTheTableIsKnownOnce()
{
    QSet<QString> ids;
    for (const auto &known : knownFindings()) {
        QVERIFY2(!ids.contains(known.id), qPrintable(known.id));
        QVERIFY(!known.title.isEmpty());
        ids << known.id;
    }
    QVERIFY(ids.contains(u"user-token-absent"_s));
}

void TestDiagnosis::secretsOfLogsAreNotRepeated()
{
    Case input;
    input.logLines = {
        u"[auth] - Unauthenticated request: InvalidJwtError: JWT could not be parsed: Invalid "
        u"token "
        "specified: invalid json for part #1 (Unexpected token a, \"alice:hunter22\" is not valid "
        "JSON)"_s};
    const auto diagnosis = diagnose(input);
    QVERIFY(findingOf(diagnosis, u"basic-credentials-to-token-service"_s));
    QVERIFY(!toJson(diagnosis).toCompact().contains("hunter22"));
}

} // namespace tokentrail::diagnosis

QTEST_GUILESS_MAIN(tokentrail::diagnosis::TestDiagnosis)
#include "tst_diagnosis.moc"
