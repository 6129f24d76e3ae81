// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using test::Conversation;

namespace {

const Hop *hopOf(const Trail &trail, HopKind kind, bool expected = false)
{
    for (const auto &hop : trail.hops) {
        if (hop.kind == kind && hop.expected == expected)
            return &hop;
    }
    return nullptr;
}

QList<Trail> build(const QString &notation)
{
    return buildTrails(Conversation(notation).exchanges());
}

// Two calls at the same time; the users, tokens and ids differ, or not, as the rows say.
QString twoCalls(const QString &first, const QString &second)
{
    return uR"(
token alice user=alice
token bob user=bob
token S1 cid=sb-dest
token S2 cid=sb-dest
100-300 console>service GET /api/FL 200 by=console,service %1
110-310 console>service GET /api/FL 200 by=console,service %2
120-130 service>xsuaa POST /oauth/token 200 grant=client_credentials client=sb-dest zid=z1 issued=S1
125-135 service>xsuaa POST /oauth/token 200 grant=client_credentials client=sb-dest zid=z1 issued=S2
140-150 service>destination GET /destination-configuration/v1/destinations/S4_PP?$skipTokenRetrieval=true 200 bearer=S1 dest=PrincipalPropagation,OnPremise,http://s4virtual:44300
141-151 service>destination GET /destination-configuration/v1/destinations/S4_PP?$skipTokenRetrieval=true 200 bearer=S2 dest=PrincipalPropagation,OnPremise,http://s4virtual:44300
160-190 service>proxy GET http://s4virtual:44300/sap/opu/odata/FL 200 proxyauth=C connauth=%3
165-195 service>proxy GET http://s4virtual:44300/sap/opu/odata/FL 200 proxyauth=C connauth=%4
)"_s.arg(
        first,
        second,
        first.section(u"bearer="_s, 1).section(u' ', 0, 0)
            + (first.contains(u"corr="_s) ? u" corr="_s + first.section(u"corr="_s, 1) : QString()),
        second.section(u"bearer="_s, 1).section(u' ', 0, 0)
            + (second.contains(u"corr="_s) ? u" corr="_s + second.section(u"corr="_s, 1)
                                           : QString()));
}

} // namespace

class TestTrailBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHealthyCallIsOneTrailWithTheUserToTheEnd();
    void aLostUserIsMissedFromTheLookupOn();
    void bothEndsOfAnExchangeAreOneHop();
    void clocksOfObserversMayDiffer();
    void sameRequestsAtTheSameTimeStayTwoHops();
    void concurrentCallsAreKeptApart_data();
    void concurrentCallsAreKeptApart();
    void aRepeatedLookupWithoutACallIsATrailOfItsOwn();
    void aWarmCacheLeavesTheCallExpected();
    void orderOfExchangesChangesNothing();
    void linksSayHowSurelyHopsBelongTogether();
    void theParentThatAnObserverKnowsDecides();
    void whoCalledIsGuessedFromWhatPeersSend();
    void whatTheConsoleAsksOnItsOwnIsNoPartOfACall();
    void tokensKeepClaimsAndLoseTheirText();
    void aRedirectOfWhichOneEndSawNoStatusIsOneHop();
    void noExchangesNoTrails();
};

// The login window tells that it was redirected, and not how; the token service knows.
void TestTrailBuilder::aRedirectOfWhichOneEndSawNoStatusIsOneHop()
{
    http::Exchange window;
    window.id = u"w"_s;
    window.observer = window.caller = u"browser"_s;
    window.callee = u"xsuaa"_s;
    window.startMs = 100;
    window.endMs = 110;
    window.request = {"GET", "/login?x=1", {}, {}};
    window.response = {302, {}, {{"Location", "/oauth/authorize"}}, {}};
    auto service = window;
    service.id = u"s"_s;
    service.observer = u"xsuaa"_s;
    service.caller.clear();
    service.response.status = 303;
    QCOMPARE(buildTrails({window, service}).size(), 2); // two answers, two requests
    window.notes.set(u"statusUnseen"_s, u"assumed"_s);
    const auto trails = buildTrails({window, service});
    QCOMPARE(trails.size(), 1);
    QCOMPARE(trails[0].hops.size(), 1);
    const auto &hop = trails[0].hops[0];
    QCOMPARE(hop.response.status, 303);
    QCOMPARE(hop.observedBy, (QStringList{u"browser"_s, u"xsuaa"_s}));
    QVERIFY(!hop.notes.contains(u"statusUnseen")); // by now it was seen
}

void TestTrailBuilder::aHealthyCallIsOneTrailWithTheUserToTheEnd()
{
    const auto trails = build(test::healthyPrincipalPropagation());
    QCOMPARE(trails.size(), 1);
    const auto &trail = trails[0];
    QCOMPARE(trail.hops.size(), 8);
    QCOMPARE(trail.loss, LossPlace::NotLost);
    QCOMPARE(trail.user.name, u"alice"_s);
    QCOMPARE(trail.title, u"GET /api/FunctionalLocation as alice"_s);
    const auto *proxy = hopOf(trail, HopKind::Proxy);
    const auto *backend = hopOf(trail, HopKind::Backend);
    QVERIFY(proxy && backend);
    QCOMPARE(proxy->subject.name, u"alice"_s);
    QCOMPARE(proxy->destination, u"S4_PP"_s);
    QCOMPARE(backend->from, Party::CloudConnector);
    QVERIFY(backend->subject.verified);
    QCOMPARE(hopOf(trail, HopKind::Token, true), nullptr);
}

void TestTrailBuilder::aLostUserIsMissedFromTheLookupOn()
{
    const auto trails = build(test::userLostInsideService());
    QCOMPARE(trails.size(), 1);
    QCOMPARE(trails[0].loss, LossPlace::InsideService);
    QCOMPARE(trails[0].lossHopId, trails[0].rootHopId);
    const auto *token = hopOf(trails[0], HopKind::Token, true);
    const auto *call = hopOf(trails[0], HopKind::Proxy, true);
    QVERIFY(token && call);
    QVERIFY(!call->reason.isEmpty());
    QCOMPARE(call->subject.name, u"alice"_s);
    QCOMPARE(call->response.status, 0);
}

void TestTrailBuilder::bothEndsOfAnExchangeAreOneHop()
{
    const auto trails = build(u"0-20 console>service GET /a 200 by=console,service corr=c1"_s);
    QCOMPARE(trails.size(), 1);
    QCOMPARE(trails[0].hops.size(), 1);
    QCOMPARE(trails[0].hops[0].observedBy, (QStringList{u"console"_s, u"service"_s}));
    QCOMPARE(trails[0].hops[0].exchangeIds.size(), 2);
}

void TestTrailBuilder::clocksOfObserversMayDiffer()
{
    // By twenty seconds when an id tells that it is one, not when nothing does.
    QCOMPARE(
        build(u"0-20 console>service GET /a 200 by=console,service corr=c1 skew=20000"_s).size(),
        1);
    QCOMPARE(build(u"0-20 console>service GET /a 200 by=console,service skew=900"_s).size(), 1);
    QCOMPARE(build(u"0-20 console>service GET /a 200 by=console,service skew=20000"_s).size(), 2);
}

void TestTrailBuilder::sameRequestsAtTheSameTimeStayTwoHops()
{
    const auto trails = build(u"0-20 console>service GET /a 200 by=console,service corr=c1\n"
                              "2-22 console>service GET /a 200 by=console,service corr=c2\n"
                              "4-24 console>service GET /a 200 by=console,service\n"_s);
    QCOMPARE(trails.size(), 3);
    for (const auto &trail : trails)
        QCOMPARE(trail.hops.first().observedBy.size(), 2);
}

void TestTrailBuilder::concurrentCallsAreKeptApart_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("by correlation id") << u"bearer=alice corr=c1"_s << u"bearer=alice corr=c2"_s;
    QTest::newRow("by the user's token") << u"bearer=alice"_s << u"bearer=bob"_s;
    QTest::newRow("by both") << u"bearer=alice corr=c1"_s << u"bearer=bob corr=c2"_s;
}

void TestTrailBuilder::concurrentCallsAreKeptApart()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto trails = build(twoCalls(first, second));
    QCOMPARE(trails.size(), 2);
    for (const auto &trail : trails) {
        QCOMPARE(trail.hops.size(), 4); // call, token, lookup, proxy
        QCOMPARE(trail.loss, LossPlace::NotLost);
        const auto *proxy = hopOf(trail, HopKind::Proxy);
        QVERIFY(proxy);
        QCOMPARE(proxy->subject.name, trail.user.name);
    }
}

void TestTrailBuilder::aRepeatedLookupWithoutACallIsATrailOfItsOwn()
{
    const auto lookup =
        u"%1-%2 service>destination GET /destination-configuration/v1/destinations/S4_PP?x=1 200 "
        "bearer=S dest=PrincipalPropagation,OnPremise,http://v:1\n"_s;
    const auto trails =
        build(u"0-5 service>xsuaa POST /oauth/token 200 client=sb-dest "
              "grant=client_credentials issued=S\n"_s
              + lookup.arg(10).arg(15) + lookup.arg(500).arg(505) + lookup.arg(60'010).arg(60'015));
    QCOMPARE(trails.size(), 3);
    for (const auto &trail : trails) {
        QVERIFY(trail.rootHopId.isEmpty());
        QCOMPARE(trail.loss, LossPlace::Unknown);
    }
}

void TestTrailBuilder::aWarmCacheLeavesTheCallExpected()
{
    const QString notation = test::healthyPrincipalPropagation()
        + u"60000-60010 console>service GET /api/FunctionalLocation 502 by=console,service "
          "bearer=alice corr=c9\n"_s;
    const auto trails = build(notation);
    QCOMPARE(trails.size(), 2);
    const auto *missing = hopOf(trails[1], HopKind::Proxy, true);
    QVERIFY(missing);
    QVERIFY(missing->reason.contains(u"59 s before"));
    QCOMPARE(trails[1].loss, LossPlace::InsideService);
}

void TestTrailBuilder::orderOfExchangesChangesNothing()
{
    auto exchanges =
        Conversation(twoCalls(u"bearer=alice corr=c1"_s, u"bearer=bob corr=c2"_s)).exchanges();
    const auto textOf = [](const QList<Trail> &trails) {
        QByteArray text;
        for (const auto &trail : trails)
            text += toJson(trail).toCompact();
        return text;
    };
    const auto before = textOf(buildTrails(exchanges));
    QRandomGenerator random(99);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(exchanges.begin(), exchanges.end(), random);
        QCOMPARE(textOf(buildTrails(exchanges)), before);
    }
}

void TestTrailBuilder::linksSayHowSurelyHopsBelongTogether()
{
    const auto trail = build(test::healthyPrincipalPropagation()).first();
    const auto hasLink = [](const Hop *hop, const QString &to, LinkBy by, Certainty certainty) {
        return std::any_of(hop->links.begin(), hop->links.end(), [&](const Link &link) {
            return link.to == to && link.by == by && link.certainty == certainty;
        });
    };
    const auto *lookup = hopOf(trail, HopKind::DestinationLookup);
    QVERIFY(hasLink(lookup, u"h4"_s, LinkBy::Token, Certainty::Certain));
    const auto *proxy = hopOf(trail, HopKind::Proxy);
    QVERIFY(hasLink(proxy, u"h2"_s, LinkBy::Token, Certainty::Certain));
    QVERIFY(hasLink(proxy, lookup->id, LinkBy::ClientDestinationTime, Certainty::Likely));
    const auto *keys = hopOf(trail, HopKind::Jwks);
    QVERIFY(hasLink(keys, u"h2"_s, LinkBy::Correlation, Certainty::Certain));
    for (const auto &hop : trail.hops) {
        for (const auto &link : hop.links)
            QVERIFY(trail.hop(link.to));
    }
}

void TestTrailBuilder::theParentThatAnObserverKnowsDecides()
{
    auto exchanges = Conversation(u"0-100 console>service GET /a 200 by=service\n"
                                  "5-100 console>service GET /b 200 by=service\n"
                                  "50-60 service>backend GET /sap/opu/x 200\n"_s)
                         .exchanges();
    exchanges[2].parentId = exchanges[0].id;
    const auto trails = buildTrails(exchanges);
    QCOMPARE(trails.size(), 2);
    QCOMPARE(trails[0].hops.size(), 2);
}

void TestTrailBuilder::whoCalledIsGuessedFromWhatPeersSend()
{
    const auto fromOf = [](const QString &line) {
        return build(line).first().hops.first().from;
    };
    QCOMPARE(fromOf(u"0-5 x>xsuaa POST /oauth/token 200 client=c grant=client_credentials "
                    "ua=nodejs-xssec-4"_s),
             Party::Service);
    QCOMPARE(fromOf(u"0-5 x>xsuaa POST /oauth/token 200 client=c grant=authorization_code "
                    "ua=axios/1.7"_s),
             Party::Approuter);
    QCOMPARE(fromOf(u"0-5 x>service GET /a 200 ua=Mozilla/5.0"_s), Party::Browser);
    QCOMPARE(fromOf(u"0-5 x>service GET /a 200 header.x-forwarded-host=h"_s), Party::Approuter);
    QCOMPARE(fromOf(u"0-5 x>backend GET /sap/opu/x 200 cert=CN=alice"_s), Party::CloudConnector);
    QCOMPARE(fromOf(u"0-5 x>destination GET /destination-configuration/v1/destinations/A 200 "
                    "header.x-correlationid=1"_s),
             Party::Approuter);
}

// A page that lists destinations while a call runs must not look like a part of that call.
void TestTrailBuilder::whatTheConsoleAsksOnItsOwnIsNoPartOfACall()
{
    const auto trails =
        build(u"0-90 console>service GET /odata/A 200 corr=c1 by=console,service\n"
              "10-12 x>xsuaa POST /oauth/token 200 client=sb-dest grant=client_credentials "
              "issued=S ua=tokentrail-console\n"
              "14-16 x>destination GET /destination-configuration/v1/subaccountDestinations 200 "
              "bearer=S ua=tokentrail-console\n"_s);
    for (const auto &trail : trails) {
        if (trail.rootHopId.isEmpty())
            continue;
        QCOMPARE(trail.hops.size(), 1);
        QCOMPARE(trail.hops.first().request.path(), QByteArray("/odata/A"));
        for (const auto &hop : trail.hops)
            QVERIFY(!hop.expected);
    }
    QVERIFY(trails.size() > 1);
}

void TestTrailBuilder::tokensKeepClaimsAndLoseTheirText()
{
    const Conversation conversation(u"token alice user=alice\n"
                                    "0-20 console>service GET /a 200 bearer=alice\n"_s);
    const auto hop = buildTrails(conversation.exchanges()).first().hops.first();
    QCOMPARE(hop.tokens.size(), 1);
    QCOMPARE(hop.tokens[0].claims[u"user_name"].toString(), u"alice"_s);
    QCOMPARE(hop.tokens[0].jti, u"jti-alice"_s);
    QVERIFY(!toJson(hop).toCompact().contains(conversation.token(u"alice"_s)));
    QVERIFY(
        hop.request.headers.value("authorization").contains(hop.tokens[0].fingerprint.toUtf8()));
}

void TestTrailBuilder::noExchangesNoTrails()
{
    QVERIFY(buildTrails({}).isEmpty());
}

} // namespace tokentrail::trail

QTEST_GUILESS_MAIN(tokentrail::trail::TestTrailBuilder)
#include "tst_trailbuilder.moc"
