// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/codeview.h"
#include "ui/widgets/fonts.h"

#include <QGlyphRun>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

QList<quint32> glyphsOf(const QString &text)
{
    QTextLayout layout(text, codeFont());
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QList<quint32> glyphs;
    for (const auto &run : layout.glyphRuns())
        glyphs += run.glyphIndexes();
    return glyphs;
}

// The colour in which the text around a position is shown.
QColor colourAt(const CodeView &view, int line, int column)
{
    const auto block = view.document()->findBlockByNumber(line);
    for (const auto &range : block.layout()->formats()) {
        if (column >= range.start && column < range.start + range.length)
            return range.format.foreground().color();
    }
    return {};
}

} // namespace

class CodeViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeHasNoLigatures();
    void namesTextsAndNumbersOfJsonDiffer();
    void escapedQuotesDoNotEndAText();
    void linesOfADiffAreColoured();
    void tabLeavesTheView();
};

void CodeViewTest::codeHasNoLigatures()
{
    for (const auto &pair : {u"!="_s, u"->"_s, u"=>"_s}) {
        const auto together = glyphsOf(pair);
        const auto apart = glyphsOf(QString(pair.at(0))) + glyphsOf(QString(pair.at(1)));
        QCOMPARE(together, apart);
    }
}

void CodeViewTest::namesTextsAndNumbersOfJsonDiffer()
{
    CodeView view(u"code"_s);
    view.setPalette(Colours::light().toPalette());
    view.setCode(u"{ \"a\": \"b\", \"c\": 12 }"_s, CodeView::Language::Json);
    QCOMPARE(colourAt(view, 0, 3), Colours::light().accent.ink);
    QCOMPARE(colourAt(view, 0, 8), Colours::light().text);
    QCOMPARE(colourAt(view, 0, 18), Colours::light().client.ink);
}

void CodeViewTest::escapedQuotesDoNotEndAText()
{
    CodeView view(u"code"_s);
    view.setPalette(Colours::light().toPalette());
    const QString text = u"[\"a"_s + u'\\' + u"\" 12\"]"_s;
    view.setCode(text, CodeView::Language::Json);
    QCOMPARE(colourAt(view, 0, static_cast<int>(text.indexOf(u"12"))), Colours::light().text);
}

void CodeViewTest::linesOfADiffAreColoured()
{
    CodeView view(u"code"_s);
    view.setPalette(Colours::darkOnes().toPalette());
    view.setCode(u"@@ -1 +1 @@\n-old\n+new\n same"_s, CodeView::Language::Diff);
    QCOMPARE(colourAt(view, 0, 0), Colours::darkOnes().muted);
    QCOMPARE(colourAt(view, 1, 1), Colours::darkOnes().error.ink);
    QCOMPARE(colourAt(view, 2, 1), Colours::darkOnes().person.ink);
    QVERIFY(!colourAt(view, 3, 1).isValid());
}

void CodeViewTest::tabLeavesTheView()
{
    const CodeView view(u"code"_s);
    QVERIFY(view.tabChangesFocus());
    QCOMPARE(view.accessibleName(), u"code"_s);
}

QTEST_MAIN(CodeViewTest)
#include "tst_codeview.moc"
