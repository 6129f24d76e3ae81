// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/largetextview.h"

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

QTEST_MAIN(LargeTextViewTest)
#include "tst_largetextview.moc"
