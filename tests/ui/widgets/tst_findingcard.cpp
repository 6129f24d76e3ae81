// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"
#include "ui/widgets/evidencerow.h"
#include "ui/widgets/findingcard.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const QWidget &card)
{
    QStringList texts;
    for (const auto *label : card.findChildren<QLabel *>())
        texts << label->text();
    for (const auto *row : card.findChildren<EvidenceRow *>())
        texts << row->accessibleName();
    return texts;
}

QPushButton *button(const QWidget &card, const QString &text)
{
    for (auto *one : card.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

class FindingCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysCauseEvidenceAndFix();
    void evidenceAboutAHopLeadsThere();
    void evidenceWithoutAHopTakesNoFocus();
    void offersOnlyWhatThereIs();
    void copiesTheWholeExplanation();
    void copiesNoSecretThatARuleQuoted();
    void showsTheFixAsADiff();
    void leadsToTheAssignment();
    void confidenceIsAWord_data();
    void confidenceIsAWord();
};

void FindingCardTest::saysCauseEvidenceAndFix()
{
    auto finding = samples::lost().diagnosis.findings.constFirst();
    finding.counterEvidence = {{u"The log was cut."_s, {}}};
    const FindingCard card(finding);
    const auto texts = textsOf(card);
    QVERIFY(texts.contains(finding.title));
    QVERIFY(texts.contains(finding.sentence));
    QVERIFY(texts.contains(finding.fix.text));
    QVERIFY(texts.contains(u"The log was cut."_s));
    for (const auto &evidence : finding.evidence)
        QVERIFY(texts.contains(evidence.sentence));
    QVERIFY(texts.contains(u"certain · user-lost-inside-cap"_s));
    QCOMPARE(card.accessibleName(), finding.title);
}

void FindingCardTest::evidenceAboutAHopLeadsThere()
{
    const auto finding = samples::lost().diagnosis.findings.constFirst();
    FindingCard card(finding);
    QSignalSpy spy(&card, &FindingCard::hopActivated);
    auto *row = card.findChildren<EvidenceRow *>().constFirst();
    QTest::keyClick(row, Qt::Key_Space);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().constFirst().toString(), u"h2"_s);
}

void FindingCardTest::evidenceWithoutAHopTakesNoFocus()
{
    const EvidenceRow row(u"a line of a log"_s, {}, EvidenceRow::Kind::For);
    QCOMPARE(row.focusPolicy(), Qt::NoFocus);
}

void FindingCardTest::offersOnlyWhatThereIs()
{
    auto finding = samples::lost().diagnosis.findings.constFirst();
    finding.fix = {};
    const FindingCard plain(finding);
    QVERIFY(!button(plain, u"Copy command"_s));
    QVERIFY(!button(plain, u"Show the fix as a diff…"_s));
    QVERIFY(button(plain, u"Copy explanation"_s));
    finding.fix.command = u"cf bind-service app dest"_s;
    FindingCard withCommand(finding);
    QSignalSpy spy(&withCommand, &FindingCard::copyRequested);
    QTest::mouseClick(button(withCommand, u"Copy command"_s), Qt::LeftButton);
    QCOMPARE(spy.constFirst().constFirst().toString(), finding.fix.command);
}

void FindingCardTest::copiesTheWholeExplanation()
{
    const auto finding = samples::lost().diagnosis.findings.constFirst();
    const auto text = explanationOf(finding);
    QVERIFY(text.startsWith(finding.title));
    QVERIFY(text.contains(finding.sentence));
    QVERIFY(text.contains(u"+ "_s + finding.evidence.constLast().sentence));
    QVERIFY(text.contains(finding.fix.edit));
    QVERIFY(text.contains(u"(user-lost-inside-cap, certain)"_s));
}

void FindingCardTest::copiesNoSecretThatARuleQuoted()
{
    diagnosis::Finding finding;
    finding.sentence = u"The service logged client_secret=geheim-1 in clear."_s;
    finding.evidence = {
        {u"Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl"_s, {}}};
    const auto text = explanationOf(finding);
    QVERIFY2(!text.contains(u"geheim-1"), qPrintable(text));
    QVERIFY2(!text.contains(u"c2lnbmF0dXJl"), qPrintable(text));
    QVERIFY(text.contains(u"eyJ…[token "));
}

void FindingCardTest::showsTheFixAsADiff()
{
    const auto finding = samples::lost().diagnosis.findings.constFirst();
    FindingCard card(finding);
    QSignalSpy spy(&card, &FindingCard::diffRequested);
    QTest::mouseClick(button(card, u"Show the fix as a diff…"_s), Qt::LeftButton);
    QCOMPARE(spy.constFirst().constLast().toString(), finding.fix.edit);
}

void FindingCardTest::leadsToTheAssignment()
{
    diagnosis::Finding finding;
    FindingCard plain(finding);
    QVERIFY(!button(plain, u"Assign it in Roles…"_s));
    finding.fix = {
        u"Assign it."_s, {}, {}, diagnosis::Assignment{u"Admins"_s, u"bob"_s, u"ldap"_s}};
    FindingCard card(finding);
    QSignalSpy spy(&card, &FindingCard::assignmentRequested);
    QTest::mouseClick(button(card, u"Assign it in Roles…"_s), Qt::LeftButton);
    const auto wanted = spy.constFirst().constFirst().value<diagnosis::Assignment>();
    QCOMPARE(wanted.roleCollection, u"Admins"_s);
    QCOMPARE(wanted.user, u"bob"_s);
    QCOMPARE(wanted.origin, u"ldap"_s);
}

void FindingCardTest::confidenceIsAWord_data()
{
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("word");
    QTest::newRow("all") << 1.0 << u"certain"_s;
    QTest::newRow("most") << 0.8 << u"very likely"_s;
    QTest::newRow("half") << 0.5 << u"likely"_s;
    QTest::newRow("little") << 0.2 << u"possible"_s;
}

void FindingCardTest::confidenceIsAWord()
{
    QFETCH(double, confidence);
    QFETCH(QString, word);
    QCOMPARE(confidenceInWords(confidence), word);
}

QTEST_MAIN(FindingCardTest)
#include "tst_findingcard.moc"
