// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"
#include "tests/ui/fakeseams.h"
#include "ui/lanes/trailpainter.h"
#include "ui/lanes/trailsaver.h"
#include "ui/lanes/trailview.h"

#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// The PNG of a trail: what is painted on it, and what else its file holds.
class TestTrailPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsPainted_data();
    void noSecretIsPainted();
    void theFileHoldsNothingButThePicture();
};

namespace {

// Paints nothing, and writes down which texts it was given.
class TextEngine : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    { }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { ++pictures; }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawTextItem(const QPointF &, const QTextItem &item) override { texts << item.text(); }
    Type type() const override { return User; }

    QStringList texts;
    int pictures = 0;
};

class TextDevice : public QPaintDevice
{
public:
    QPaintEngine *paintEngine() const override { return &engine; }
    mutable TextEngine engine;

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return 4000;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }
};

const QString withPasswords = uR"(
token alice user=alice
0-20    console>xsuaa POST /oauth/token 200 by=console,xsuaa grant=password client=sb-app!t1 username=alice issued=alice
100-200 console>service POST /api/Orders?code=verysecretcode 502 by=console,service bearer=alice corr=c1 header.Cookie=session-of-alice | {"password":"leaked-in-body"}
155-190 service>backend GET /sap/opu/odata/sap/FL/FL 401 basic=TECHUSER:init1234 corr=c1
160-170 service>proxy GET http://me:pw1234@s4virtual:44300/x 407 corr=c1
)"_s;

} // namespace

void TestTrailPicture::noSecretIsPainted_data()
{
    QTest::addColumn<QString>("notation");
    QTest::newRow("healthy") << test::healthyPrincipalPropagation();
    QTest::newRow("passwords") << withPasswords;
}

void TestTrailPicture::noSecretIsPainted()
{
    QFETCH(QString, notation);
    const test::Conversation conversation(notation);
    auto secrets = conversation.secrets();
    secrets << "verysecretcode"
            << "session-of-alice"
            << "leaked-in-body"
            << "pw1234";
    for (const auto &trail : trail::buildTrails(conversation.exchanges())) {
        TextDevice device;
        {
            QPainter painter(&device);
            const auto colours = ui::Colours::of({});
            trail::LaneOptions wide;
            wide.width = 3000; // so that no name is cut
            ui::TrailPainter(painter, colours, QFont()).paint(trail::layoutLanes(trail, wide), {});
        }
        const auto painted = device.engine.texts.join(u'\n').toUtf8();
        QVERIFY2(device.engine.texts.size() > 5, painted.constData());
        QCOMPARE(device.engine.pictures, 0); // in which a text would not be seen
        for (const auto &secret : secrets)
            QVERIFY2(!painted.contains(secret), QByteArray(secret + " in " + painted).constData());
    }
}

// No comment, no title, no path of this machine.
void TestTrailPicture::theFileHoldsNothingButThePicture()
{
    const test::Conversation conversation(withPasswords);
    QTemporaryDir folder;
    ui::FakeSeams seams;
    seams.fileToGive = folder.filePath(u"trail.png"_s);
    QWidget window;
    ui::TrailView view;
    view.resize(900, 600);
    view.setTrail(trail::buildTrails(conversation.exchanges()).constFirst());
    ui::TrailSaver(seams, &window).saveImage(view.toImage(1));
    QFile file(seams.fileToGive);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY(bytes.startsWith("\x89PNG"));
    for (qsizetype at = 8; at + 12 <= bytes.size();) {
        const auto length = qsizetype(quint8(bytes[at])) << 24
            | qsizetype(quint8(bytes[at + 1])) << 16 | qsizetype(quint8(bytes[at + 2])) << 8
            | qsizetype(quint8(bytes[at + 3]));
        const auto kind = bytes.sliced(at + 4, 4);
        QVERIFY2(QByteArrayList({"IHDR", "pHYs", "IDAT", "IEND"}).contains(kind), kind.constData());
        at += 12 + length;
    }
}

QTEST_MAIN(TestTrailPicture)
#include "tst_trailpicture.moc"
