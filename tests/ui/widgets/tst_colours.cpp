// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/colours.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr double readable = 4.5; // WCAG 2.1 AA for text

} // namespace

class ColoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag();
    void everyTextIsReadableOnItsGround_data();
    void everyTextIsReadableOnItsGround();
    void shapesOfControlsStandOutFromTheirGround_data();
    void shapesOfControlsStandOutFromTheirGround();
    void furtherPersonsAreReadableAndDifferFromTheFirst();
    void coloursAreReadBackFromThePalette();
    void highContrastLeavesTheSystemsPaletteUntouched();
    void appearancesAreFoundByTheirNames();
    void aSoftSelectionFollowsThePalette();
};

void ColoursTest::contrastIsThatOfWcag()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(Qt::white, Qt::white) * 100), 100);
    QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448); // the known near miss
}

void ColoursTest::everyTextIsReadableOnItsGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    const auto add = [](const QString &name, const QColor &text, const QColor &ground) {
        QTest::newRow(qPrintable(name)) << text << ground;
    };
    for (const auto *colours : {&Colours::light(), &Colours::darkOnes()}) {
        const QString theme = colours->dark ? u"dark "_s : u"light "_s;
        const auto &c = *colours;
        for (const auto &[ground, name] :
             {std::pair(c.window, u"window"_s), {c.panel, u"panel"_s}, {c.lane, u"lane"_s}}) {
            add(theme + u"text on "_s + name, c.text, ground);
            add(theme + u"muted on "_s + name, c.muted, ground);
            add(theme + u"accent on "_s + name, c.accent.ink, ground);
            add(theme + u"error on "_s + name, c.error.ink, ground);
            add(theme + u"person on "_s + name, c.person.ink, ground);
        }
        add(theme + u"text on a primary button"_s, c.onAccent, c.accent.ink);
        for (const auto tone : {Tone::Accent, Tone::Person, Tone::Client, Tone::Error}) {
            const QString which = theme + u"tone "_s + QString::number(static_cast<int>(tone));
            add(which + u" ink on its ground"_s, c.pair(tone).ink, c.pair(tone).ground);
            add(which + u" text on its ground"_s, c.text, c.pair(tone).ground);
        }
        // Notes stand small in boxes of the error ground.
        add(theme + u"muted on the error ground"_s, c.muted, c.error.ground);
        add(theme + u"muted on the accent ground"_s, c.muted, c.accent.ground);
    }
}

void ColoursTest::everyTextIsReadableOnItsGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const auto found = contrast(text, ground);
    QVERIFY2(found >= readable, QByteArray::number(found).constData());
}

void ColoursTest::shapesOfControlsStandOutFromTheirGround_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Colours::light().toPalette();
    QTest::newRow("dark") << Colours::darkOnes().toPalette();
}

void ColoursTest::shapesOfControlsStandOutFromTheirGround()
{
    QFETCH(QPalette, palette);
    // The edge of an unchecked box (Dark): 3:1 is what WCAG 1.4.11 asks for.
    QVERIFY(contrast(palette.color(QPalette::Dark), palette.color(QPalette::Base)) >= 3.0);
    QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::Base)) >= 3.0);
    QVERIFY(palette.color(QPalette::Mid) != palette.color(QPalette::Window));
    QVERIFY(palette.color(QPalette::Light) != palette.color(QPalette::Dark));
}

void ColoursTest::furtherPersonsAreReadableAndDifferFromTheFirst()
{
    for (const auto *colours : {&Colours::light(), &Colours::darkOnes()}) {
        for (auto i = 1; i <= 3; ++i) {
            const auto pair = colours->personNumber(i);
            QVERIFY(contrast(pair.ink, pair.ground) >= readable);
            QVERIFY(contrast(pair.ink, colours->panel) >= readable);
            QVERIFY(pair.ink != colours->person.ink);
        }
    }
}

void ColoursTest::coloursAreReadBackFromThePalette()
{
    QCOMPARE(Colours::of(Colours::light().toPalette()).error.ink, Colours::light().error.ink);
    QVERIFY(Colours::of(Colours::darkOnes().toPalette()).dark);
    QPalette foreign;
    foreign.setColor(QPalette::Window, Qt::black);
    foreign.setColor(QPalette::Text, Qt::yellow);
    const auto system = Colours::of(foreign);
    QVERIFY(system.system);
    QCOMPARE(system.error.ink, QColor(Qt::yellow));
}

void ColoursTest::highContrastLeavesTheSystemsPaletteUntouched()
{
    const auto before = QApplication::palette();
    applyAppearance(*qApp, Appearance::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window) != before.color(QPalette::Window));
    applyAppearance(*qApp, Appearance::HighContrast);
    QCOMPARE(QApplication::palette().color(QPalette::Window), before.color(QPalette::Window));
    QCOMPARE(QApplication::palette().color(QPalette::Text), before.color(QPalette::Text));
    QVERIFY(Colours::of(QApplication::palette()).system);
}

void ColoursTest::appearancesAreFoundByTheirNames()
{
    for (const auto appearance :
         {Appearance::System, Appearance::Light, Appearance::Dark, Appearance::HighContrast})
        QCOMPARE(appearanceFromName(nameOf(appearance)), appearance);
    QVERIFY(!appearanceFromName(u"sepia"));
}

void ColoursTest::aSoftSelectionFollowsThePalette()
{
    QWidget window;
    QWidget view(&window);
    softenSelection(&view);
    for (const auto *colours : {&Colours::darkOnes(), &Colours::light()}) {
        window.setPalette(colours->toPalette());
        QCOMPARE(view.palette().color(QPalette::Highlight), colours->accent.ground);
        QCOMPARE(view.palette().color(QPalette::Text), colours->toPalette().color(QPalette::Text));
    }
}

QTEST_MAIN(ColoursTest)
#include "tst_colours.moc"
