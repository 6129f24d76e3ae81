// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"
#include "ui/lanes/hopwords.h"
#include "ui/lanes/trailview.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

class TrailViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void arrowKeysGoFromHopToHop();
    void returnOpensTheHop();
    void aClickSelectsTheHopThere();
    void everyHopIsAnItemForScreenReaders();
    void theSelectedHopHasTheFocusForScreenReaders();
    void wordsSayWhereTheUserEnds();
    void anExpectedHopSaysThatItDidNotCome();
    void thePictureFitsItsImage();
    void anEmptyTrailIsHarmless();
    void theTitlesStayWhenThePictureScrolls();
    void theSelectedHopStaysInSightWhenTheViewShrinks();
    void aHopThatIsScrolledToIsNotUnderTheTitles();
    void onlyOneRingMarksAHopWithTwoBands();

private:
    std::unique_ptr<TrailView> m_view;
};

void TrailViewTest::init()
{
    m_view = std::make_unique<TrailView>();
    m_view->resize(900, 700);
    m_view->setTrail(samples::lost().trail);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TrailViewTest::arrowKeysGoFromHopToHop()
{
    QSignalSpy spy(m_view.get(), &TrailView::hopSelected);
    m_view->selectHop(u"h1"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedHop(), u"h2"_s);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->selectedHop(), u"h5"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedHop(), u"h5"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedHop(), u"h4"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->selectedHop(), u"h1"_s);
    QCOMPARE(spy.constLast().constFirst().toString(), u"h1"_s);
}

void TrailViewTest::returnOpensTheHop()
{
    QSignalSpy spy(m_view.get(), &TrailView::hopOpened);
    m_view->selectHop(u"h3"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().constFirst().toString(), u"h3"_s);
}

void TrailViewTest::aClickSelectsTheHopThere()
{
    const auto centre = m_view->hopRect(u"h4"_s).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre);
    QCOMPARE(m_view->selectedHop(), u"h4"_s);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(m_view->selectedHop(), QString());
}

void TrailViewTest::everyHopIsAnItemForScreenReaders()
{
    auto *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QVERIFY(!list->text(QAccessible::Name).isEmpty());
    QCOMPARE(list->childCount(), m_view->trail().hops.size());
    for (auto i = 0; i < list->childCount(); ++i) {
        auto *item = list->child(i);
        QVERIFY(item && item->isValid());
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(item->text(QAccessible::Name),
                 hopInWords(m_view->trail(), m_view->trail().hops.at(i)));
        QVERIFY(!item->rect().isEmpty());
        QCOMPARE(list->indexOfChild(item), i);
        QCOMPARE(item->parent(), list);
    }
}

void TrailViewTest::theSelectedHopHasTheFocusForScreenReaders()
{
    m_view->setFocus();
    m_view->selectHop(u"h2"_s);
    auto *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list->child(1)->state().selected);
    QVERIFY(!list->child(0)->state().selected);
    QCOMPARE(list->focusChild(), list->child(1));
}

void TrailViewTest::wordsSayWhereTheUserEnds()
{
    const auto trail = samples::lost().trail;
    QVERIFY(hopInWords(trail, *trail.hop(u"h2"_s)).contains(u"The user ends here."_s));
    QVERIFY(!hopInWords(trail, *trail.hop(u"h3"_s)).contains(u"The user ends here."_s));
    const auto healthy = samples::healthy().trail;
    for (const auto &hop : healthy.hops)
        QVERIFY(!hopInWords(healthy, hop).contains(u"ends here"_s));
}

void TrailViewTest::anExpectedHopSaysThatItDidNotCome()
{
    const auto trail = samples::lost().trail;
    const auto words = hopInWords(trail, *trail.hop(u"h5"_s));
    QVERIFY(words.contains(u"did not come"_s));
    QVERIFY(words.contains(trail.hop(u"h5"_s)->reason));
}

void TrailViewTest::thePictureFitsItsImage()
{
    const auto image = m_view->toImage(2);
    QVERIFY(image.width() >= m_view->picture().size.width() * 2);
    QVERIFY(image.height() >= m_view->picture().size.height() * 2);
}

void TrailViewTest::anEmptyTrailIsHarmless()
{
    m_view->setTrail({});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(m_view->selectedHop(), QString());
    QCOMPARE(QAccessible::queryAccessibleInterface(m_view.get())->childCount(), 0);
}

void TrailViewTest::theTitlesStayWhenThePictureScrolls()
{
    m_view->resize(900, 240);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 100);
    const auto inked = [this] {
        auto strip = m_view->viewport()->grab(m_view->titleRect()).toImage();
        const auto text = Colours::of(m_view->palette()).text.rgb();
        for (auto y = 0; y < strip.height(); ++y) {
            for (auto x = 0; x < strip.width(); ++x) {
                if (strip.pixel(x, y) == text)
                    return true;
            }
        }
        return false;
    };
    m_view->verticalScrollBar()->setValue(100);
    const auto first = m_view->viewport()->grab(m_view->titleRect()).toImage();
    QVERIFY(inked());
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->viewport()->grab(m_view->titleRect()).toImage(), first);
}

void TrailViewTest::theSelectedHopStaysInSightWhenTheViewShrinks()
{
    m_view->selectHop(u"h4"_s);
    QVERIFY(m_view->hopRect(u"h4"_s).top() > 260);
    m_view->resize(900, 240);
    const auto rect = m_view->hopRect(u"h4"_s);
    QVERIFY2(rect.top() >= m_view->titleRect().bottom() && rect.top() < 240,
             qPrintable(QString::number(rect.top())));
}

void TrailViewTest::aHopThatIsScrolledToIsNotUnderTheTitles()
{
    m_view->resize(900, 240);
    m_view->selectHop(u"h5"_s);
    m_view->selectHop(u"h1"_s);
    QVERIFY(m_view->hopRect(u"h1"_s).top() >= m_view->titleRect().bottom());
}

void TrailViewTest::onlyOneRingMarksAHopWithTwoBands()
{
    QList<QRectF> bands;
    for (const auto &row : m_view->picture().rows) {
        if (row.hopId == u"h2")
            bands << row.rect;
    }
    QCOMPARE(bands.size(), 2);
    QImage image(m_view->picture().size.toSize(), QImage::Format_RGB32);
    const auto &colours = Colours::light();
    image.fill(colours.panel);
    QPainter painter(&image);
    TrailPainter(painter, colours, m_view->font()).paint(m_view->picture(), {u"h2"_s, {}, true});
    const auto ringed = [&](const QRectF &band) {
        for (auto x = 0; x < 6; ++x) {
            if (image.pixel(x, qRound(band.center().y())) == colours.accent.ink.rgb())
                return true;
        }
        return false;
    };
    QVERIFY(ringed(bands.first()));
    QVERIFY(!ringed(bands.last()));
}

QTEST_MAIN(TrailViewTest)
#include "tst_trailview.moc"
