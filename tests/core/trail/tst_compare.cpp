// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/compare.h"
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

#include <QTest>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using test::Conversation;

namespace {

Trail trailOf(const QString &notation)
{
    return buildTrails(Conversation(notation).exchanges()).constLast();
}

QString call(const QString &token, int status)
{
    return uR"(
token alice user=alice cid=sb-app zid=z1 scope=app.admin
token weak user=alice cid=sb-app zid=z1 scope=openid
token bob user=bob cid=sb-app zid=z1 scope=app.admin
0-90  console>service GET /api/Orders %1 bearer=%2 corr=c1 by=console,service
)"_s.arg(QString::number(status), token);
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameTrailHasNoDifference()
    {
        const auto trail = trailOf(test::healthyPrincipalPropagation());
        const auto comparison = compareTrails(trail, trail);
        QVERIFY(comparison.differences.isEmpty());
        QVERIFY(comparison.preface.isEmpty());
        QVERIFY(comparison.sentence().startsWith(u"Both went the same way"_s));
    }

    void timesAndIdsAreNoDifference()
    {
        auto later = trailOf(test::healthyPrincipalPropagation());
        for (auto &hop : later.hops) {
            hop.startMs += 60'000;
            hop.endMs += 60'700;
            hop.correlationId = u"another"_s;
            for (auto &token : hop.tokens)
                token.fingerprint = u"other"_s + token.fingerprint;
        }
        const auto comparison = compareTrails(trailOf(test::healthyPrincipalPropagation()), later);
        QVERIFY2(comparison.differences.isEmpty(), qPrintable(comparison.sentence()));
    }

    void theCauseComesBeforeTheAnswerThatItLedTo()
    {
        const auto comparison = compareTrails(trailOf(test::healthyPrincipalPropagation()),
                                              trailOf(test::userLostInsideService()));
        QVERIFY(comparison.differences.size() > 1);
        const auto &all = comparison.differences;
        const auto answered = std::find_if(all.begin(), all.end(), [](const TrailDifference &one) {
            return one.sentence.contains(u"answered"_s) && one.sentence.contains(u"502"_s);
        });
        QVERIFY(answered != all.end());
        QVERIFY2(answered != all.begin(), qPrintable(comparison.sentence()));
        QVERIFY2(!comparison.sentence().contains(u"answered"_s), qPrintable(comparison.sentence()));
    }

    void aLostPersonIsNamed()
    {
        auto lost = trailOf(call(u"alice"_s, 200));
        lost.hops[0].subject = {};
        const auto comparison = compareTrails(trailOf(call(u"alice"_s, 200)), lost);
        QVERIFY2(comparison.sentence().contains(u"made for alice in the first, for nobody in the "
                                                u"second"_s),
                 qPrintable(comparison.sentence()));
        QCOMPARE(comparison.differences.constFirst().hopInFirst, u"h1"_s);
        QCOMPARE(comparison.differences.constFirst().hopInSecond, u"h1"_s);
    }

    void anotherPersonOnPurposeIsSaidOnceAndIsNoDifference()
    {
        const auto comparison =
            compareTrails(trailOf(call(u"alice"_s, 200)), trailOf(call(u"bob"_s, 200)));
        QCOMPARE(comparison.preface, u"The first was made for alice, the second for bob."_s);
        QVERIFY2(comparison.differences.isEmpty(), qPrintable(comparison.sentence()));
    }

    void aScopeThatIsMissingComesBeforeTheRefusal()
    {
        const auto comparison =
            compareTrails(trailOf(call(u"alice"_s, 200)), trailOf(call(u"weak"_s, 403)));
        QCOMPARE(comparison.differences.size(), 2);
        QVERIFY2(comparison.sentence().contains(u"app.admin"_s), qPrintable(comparison.sentence()));
        QVERIFY(comparison.differences[1].sentence.contains(u"403"_s));
    }

    void aHopThatOnlyOneHasIsNamed()
    {
        auto shorter = trailOf(test::healthyPrincipalPropagation());
        shorter.hops.removeIf([](const Hop &hop) { return hop.kind == HopKind::Backend; });
        const auto comparison =
            compareTrails(trailOf(test::healthyPrincipalPropagation()), shorter);
        QVERIFY2(comparison.sentence().contains(u"only in the first"_s),
                 qPrintable(comparison.sentence()));
        QVERIFY(comparison.differences.constFirst().hopInSecond.isEmpty());
    }

    void anEmptyTrailIsHarmless()
    {
        const Trail none;
        QVERIFY(compareTrails(none, none).differences.isEmpty());
        QVERIFY(!compareTrails(none, trailOf(call(u"alice"_s, 200))).differences.isEmpty());
    }
};

} // namespace tokentrail::trail

QTEST_GUILESS_MAIN(tokentrail::trail::TestCompare)
#include "tst_compare.moc"
