// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonspans.h"
#include "ui/widgets/largetextview.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

class LargeTextViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsOnlyTheLinesInSight();
    void theKeysReachEveryLine();
    void aLineWithoutEndIsCut();
    void chosenLinesAreCopied();
    void withoutAChoiceAllIsCopied();
    void anEmptyTextHasOneLine();
    void wordsAreFoundAroundTheEnd();
    void jsonIsColouredLineByLine();
};

namespace {

QByteArray lines(int count)
{
    QByteArray text;
    for (auto i = 0; i < count; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    text.chop(1);
    return text;
}

} // namespace

void LargeTextViewTest::drawsOnlyTheLinesInSight()
{
    LargeTextView view(u"Body"_s);
    view.resize(400, 300);
    view.setText(lines(500'000));
    QCOMPARE(view.lineCount(), 500'000);
    view.grab();
    QVERIFY(view.linesDrawn() > 5);
    QVERIFY(view.linesDrawn() < 60);
    QCOMPARE(view.line(499'999), u"line 499999"_s);
}

void LargeTextViewTest::theKeysReachEveryLine()
{
    LargeTextView view(u"Body"_s);
    view.resize(400, 300);
    view.setText(lines(1'000));
    view.show();
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"line 998\nline 999"_s);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"line 0\nline 1\n"_s);
}

void LargeTextViewTest::aLineWithoutEndIsCut()
{
    LargeTextView view(u"Body"_s);
    view.setText(QByteArray(10'000'000, 'x'));
    QCOMPARE(view.lineCount(), 1);
    QVERIFY(view.line(0).size() < 5'000);
    QVERIFY(view.line(0).endsWith(u'…'));
    QCOMPARE(view.selectedText().size(), 10'000'000);
}

void LargeTextViewTest::chosenLinesAreCopied()
{
    LargeTextView view(u"Body"_s);
    view.resize(400, 300);
    view.setText(lines(10));
    QSignalSpy copied(&view, &LargeTextView::copyRequested);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied.at(0).at(0).toString(), u"line 1\nline 2\n"_s);
}

void LargeTextViewTest::withoutAChoiceAllIsCopied()
{
    LargeTextView view(u"Body"_s);
    view.setText(lines(3));
    QSignalSpy copied(&view, &LargeTextView::copyRequested);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied.at(0).at(0).toString(), u"line 0\nline 1\nline 2"_s);
}

void LargeTextViewTest::anEmptyTextHasOneLine()
{
    LargeTextView view(u"Body"_s);
    view.setText(lines(3));
    view.setText({});
    QCOMPARE(view.lineCount(), 1);
    QVERIFY(view.line(0).isEmpty());
    view.grab();
}

void LargeTextViewTest::wordsAreFoundAroundTheEnd()
{
    LargeTextView view(u"Body"_s);
    view.resize(400, 300);
    view.setText("alpha\nBeta\ngamma\nbeta Gamma\nläufig");
    QVERIFY(view.find(u"beta"_s)); // of any case
    QCOMPARE(view.currentLine(), 1);
    QVERIFY(view.find(u"beta"_s));
    QCOMPARE(view.currentLine(), 3);
    QVERIFY(view.find(u"beta"_s));
    QCOMPARE(view.currentLine(), 1);
    QVERIFY(view.find(u"Gamma"_s)); // with its capital
    QCOMPARE(view.currentLine(), 3);
    QVERIFY(view.find(u"alpha"_s, true));
    QCOMPARE(view.currentLine(), 0);
    QVERIFY(view.find(u"läufig"_s));
    QCOMPARE(view.currentLine(), 4);
    QVERIFY(!view.find(u"delta"_s));
    QVERIFY(!view.find(QString()));
    QCOMPARE(view.currentLine(), 4);
    // By the keyboard alone.
    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    auto *field = view.findChild<QLineEdit *>();
    QVERIFY(field && !field->accessibleName().isEmpty());
    QTest::keyClicks(field, u"gam"_s);
    QCOMPARE(view.currentLine(), 2); // a letter more stays where it still fits
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view.currentLine(), 3);
}

void LargeTextViewTest::jsonIsColouredLineByLine()
{
    using Kind = JsonSpan::Kind;
    const auto line = u"  \"a:\\\"b\": [-1.5, true, \"x\"],"_s;
    QList<Kind> kinds;
    QStringList words;
    for (const auto &span : jsonSpansOf(line)) {
        kinds << span.kind;
        words << line.mid(span.start, span.length);
    }
    QCOMPARE(words,
             QStringList({u"\"a:\\\"b\""_s,
                          u":"_s,
                          u"["_s,
                          u"-1.5"_s,
                          u","_s,
                          u"true"_s,
                          u","_s,
                          u"\"x\""_s,
                          u"]"_s,
                          u","_s}));
    QCOMPARE(kinds.first(), Kind::Name);
    QCOMPARE(kinds[3], Kind::Literal);
    QCOMPARE(kinds[7], Kind::Text);
}

QTEST_MAIN(LargeTextViewTest)
#include "tst_largetextview.moc"
