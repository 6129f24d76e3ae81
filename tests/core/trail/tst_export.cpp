// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/export.h"
#include "core/trail/lanes.h"
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using test::Conversation;

namespace {

Trail onlyTrail(const Conversation &conversation)
{
    return buildTrails(conversation.exchanges()).constLast();
}

QString withPasswords()
{
    return uR"(
token alice user=alice
0-20    console>xsuaa POST /oauth/token 200 by=console,xsuaa grant=password client=sb-app!t1 username=alice issued=alice
100-200 console>service POST /api/Orders?code=verysecretcode 502 by=console,service bearer=alice corr=c1 header.Cookie=session-of-alice | {"password":"leaked-in-body"}
155-190 service>backend GET /sap/opu/odata/sap/FL/FL 401 basic=TECHUSER:init1234 corr=c1
)"_s;
}

const QList<std::pair<const char *, ExportFormat>> &formats()
{
    static const QList<std::pair<const char *, ExportFormat>> all{
        {"mermaid", ExportFormat::Mermaid},
        {"svg", ExportFormat::Svg},
        {"markdown", ExportFormat::Markdown},
        {"har", ExportFormat::Har},
        {"json", ExportFormat::Json}};
    return all;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFormatHoldsASecret_data();
    void noFormatHoldsASecret();
    void jsonComesBackAsItWas_data();
    void jsonComesBackAsItWas();
    void aFileOfSomebodyElseIsRedactedOnReading();
    void svgIsWellFormedAndSaysWhatItShows();
    void svgHasADarkForm();
    void everyExpectedHopIsInThePicture();
    void mermaidMarksWhereTheUserEnds();
    void harHasAnEntryForEveryHopThatCame();
    void nothingOverlapsWhateverTheWidth_data();
    void nothingOverlapsWhateverTheWidth();
    void theUsersLineIsContinuousUpToItsEnd();
};

void TestExport::noFormatHoldsASecret_data()
{
    QTest::addColumn<QString>("notation");
    QTest::newRow("healthy") << test::healthyPrincipalPropagation();
    QTest::newRow("lost") << test::userLostInsideService();
    QTest::newRow("passwords") << withPasswords();
}

void TestExport::noFormatHoldsASecret()
{
    QFETCH(QString, notation);
    const Conversation conversation(notation);
    auto secrets = conversation.secrets();
    secrets << "verysecretcode"
            << "session-of-alice"
            << "leaked-in-body";
    QVERIFY(secrets.size() > 5);
    for (const auto &trail : buildTrails(conversation.exchanges())) {
        for (const auto &[name, format] : formats()) {
            const auto out = exportTrail(trail, format);
            QVERIFY2(out.size() > 100, name);
            for (const auto &secret : secrets)
                QVERIFY2(!out.contains(secret), QByteArray(name + (": " + secret)).constData());
        }
    }
}

void TestExport::jsonComesBackAsItWas_data()
{
    noFormatHoldsASecret_data();
}

void TestExport::jsonComesBackAsItWas()
{
    QFETCH(QString, notation);
    const auto trail = onlyTrail(Conversation(notation));
    const auto written = toJson(trail);
    const auto read = trailFromJson(*text::parseJson(written.toCompact()));
    QVERIFY(read.has_value());
    QCOMPARE(toJson(*read).toIndented(), written.toIndented());
    QCOMPARE(read->loss, trail.loss);
}

void TestExport::aFileOfSomebodyElseIsRedactedOnReading()
{
    const auto json = text::parseJson(
        R"({"hops":[{"id":"h1","kind":"service","request":{"method":"GET","target":"/x",
            "headers":[{"name":"Authorization","value":"Basic YWxpY2U6aHVudGVyMjI="}]},
            "response":{"status":200,"headers":{"set-cookie":"JSESSIONID=abcdef"}}}]})");
    const auto trail = trailFromJson(*json);
    QVERIFY(trail.has_value());
    const auto out = exportTrail(*trail, ExportFormat::Json);
    QVERIFY(!out.contains("YWxpY2U6aHVudGVyMjI"));
    QVERIFY(!out.contains("abcdef"));
    QCOMPARE(trail->rootHopId, u"h1"_s);
}

void TestExport::svgIsWellFormedAndSaysWhatItShows()
{
    const auto svg =
        exportTrail(onlyTrail(Conversation(test::userLostInsideService())), ExportFormat::Svg);
    QXmlStreamReader reader(svg);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            texts << reader.text().toString();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(texts.contains(u"the user ends here"_s));
    QVERIFY(texts.contains(u"CAP service"_s));
    QVERIFY(svg.contains("<title id=\"title\">GET /ext/FunctionalLocation as alice</title>"));
    QVERIFY(svg.contains("<desc id=\"desc\">"));
    QCOMPARE(texts.count(u"GET /ext/FunctionalLocation as alice"_s), 2); // named, and to be read
}

void TestExport::svgHasADarkForm()
{
    const auto trail = onlyTrail(Conversation(test::userLostInsideService()));
    const auto light = exportTrail(trail, ExportFormat::Svg, Scheme::Light);
    const auto dark = exportTrail(trail, ExportFormat::Svg, Scheme::Dark);
    static const QRegularExpression colour(u"#[0-9a-f]{6}"_s);
    const auto coloursOf = [](const QByteArray &svg) {
        QSet<QString> all;
        for (auto it = colour.globalMatch(QString::fromUtf8(svg)); it.hasNext();)
            all << it.next().captured();
        return all;
    };
    QVERIFY(coloursOf(light).size() > 5);
    QVERIFY(!coloursOf(light).intersects(coloursOf(dark)));
    const auto shapeOf = [](const QByteArray &svg) {
        return QString::fromUtf8(svg).remove(colour);
    };
    QCOMPARE(shapeOf(dark), shapeOf(light));
}

void TestExport::everyExpectedHopIsInThePicture()
{
    auto trail = onlyTrail(Conversation(test::userLostInsideService()));
    Hop exchange;
    exchange.id = u"hx"_s;
    exchange.kind = HopKind::Token;
    exchange.plane = Plane::Token;
    exchange.expected = true;
    exchange.from = Party::Service;
    exchange.to = Party::Xsuaa;
    trail.hops.append(exchange);
    const auto picture = layoutLanes(trail);
    for (const auto &hop : trail.hops) {
        const auto band = std::any_of(picture.rows.begin(),
                                      picture.rows.end(),
                                      [&hop](const auto &row) { return row.hopId == hop.id; });
        QVERIFY2(band, qPrintable(hop.id));
    }
    const auto arrow = std::find_if(picture.arrows.begin(),
                                    picture.arrows.end(),
                                    [](const auto &one) { return one.hopId == u"hx"; });
    QVERIFY(arrow != picture.arrows.end() && arrow->dashed);
}

void TestExport::mermaidMarksWhereTheUserEnds()
{
    const auto lost =
        exportTrail(onlyTrail(Conversation(test::userLostInsideService())), ExportFormat::Mermaid);
    QVERIFY(lost.startsWith("sequenceDiagram\n"));
    QVERIFY(lost.contains("Note over service: ✗ alice ends here"));
    const auto healthy = exportTrail(onlyTrail(Conversation(test::healthyPrincipalPropagation())),
                                     ExportFormat::Mermaid);
    QVERIFY(!healthy.contains("✗"));
    QVERIFY(healthy.contains("proxy->>backend"));
}

void TestExport::harHasAnEntryForEveryHopThatCame()
{
    const auto trail = onlyTrail(Conversation(test::userLostInsideService()));
    const auto har = text::parseJson(exportTrail(trail, ExportFormat::Har));
    QVERIFY(har.has_value());
    const auto &log = (*har)[u"log"];
    QCOMPARE(log[u"version"].toString(), u"1.2"_s);
    const auto expected = std::count_if(
        trail.hops.begin(), trail.hops.end(), [](const Hop &hop) { return hop.expected; });
    QVERIFY(expected > 0);
    QCOMPARE(log[u"entries"].size(), trail.hops.size() - expected);
}

void TestExport::nothingOverlapsWhateverTheWidth_data()
{
    QTest::addColumn<QString>("notation");
    QTest::addColumn<double>("width");
    for (const double width : {0.0, 400.0, 760.0, 1400.0}) {
        QTest::addRow("healthy %.0f", width) << test::healthyPrincipalPropagation() << width;
        QTest::addRow("lost %.0f", width) << test::userLostInsideService() << width;
        QTest::addRow("passwords %.0f", width) << withPasswords() << width;
    }
}

void TestExport::nothingOverlapsWhateverTheWidth()
{
    QFETCH(QString, notation);
    QFETCH(double, width);
    LaneOptions options;
    options.width = width;
    const auto picture = layoutLanes(onlyTrail(Conversation(notation)), options);
    QList<QRectF> rects;
    for (const auto &text : picture.texts)
        rects << text.rect;
    for (const auto &chip : picture.chips)
        rects << chip.rect;
    for (const auto &box : picture.boxes)
        rects << box.rect;
    for (const auto &lane : picture.lanes)
        rects << lane.titleRect;
    rects << picture.userLine.name.rect << picture.userLine.endText.rect;
    const QRectF all(QPointF(0, 0), picture.size);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        QVERIFY(all.contains(rects[i]) || rects[i].isEmpty());
        for (qsizetype j = i + 1; j < rects.size(); ++j)
            QVERIFY2(!rects[i].intersects(rects[j]), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
    }
    for (const auto &row : picture.rows)
        QCOMPARE(picture.hopAt(row.rect.center()), row.hopId);
}

void TestExport::theUsersLineIsContinuousUpToItsEnd()
{
    for (const auto &notation :
         {test::healthyPrincipalPropagation(), test::userLostInsideService()}) {
        const auto line = layoutLanes(onlyTrail(Conversation(notation))).userLine;
        QVERIFY(line.present);
        QCOMPARE(line.points.first(), line.start);
        QCOMPARE(line.points.last(), line.end);
        for (qsizetype i = 1; i < line.points.size(); ++i) {
            const auto step = line.points[i] - line.points[i - 1];
            QVERIFY(qFuzzyIsNull(step.x()) || qFuzzyIsNull(step.y()));
        }
        QCOMPARE(line.broken, notation == test::userLostInsideService());
        QCOMPARE(line.missing.isEmpty(), !line.broken);
    }
}

} // namespace tokentrail::trail

QTEST_GUILESS_MAIN(tokentrail::trail::TestExport)
#include "tst_export.moc"
