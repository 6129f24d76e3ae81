// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/destination.h"
#include "core/destination/tokenneed.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using namespace tokentrail::destination;

namespace {

Destination parsed(const QByteArray &json)
{
    return destinationFromJson(text::parseJson(json).value()).value();
}

} // namespace

class TestDestination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFlatAndWrappedDestinations()
    {
        const QByteArray flat = R"({"Name":"S4","Type":"HTTP","URL":"http://h:1","ProxyType":)"
                                R"("OnPremise","Authentication":"PrincipalPropagation",)"
                                R"("CloudConnectorLocationId":"A","sap-client":"100"})";
        const QByteArray wrapped = R"({"owner":{},"destinationConfiguration":)" + flat
            + R"(,"authTokens":[{"type":"Bearer"}]})";
        for (const auto &json : {flat, wrapped}) {
            const auto destination = parsed(json);
            QCOMPARE(destination.name, u"S4"_s);
            QCOMPARE(destination.url, u"http://h:1"_s);
            QVERIFY(destination.isOnPremise());
            QCOMPARE(destination.authentication, Authentication::PrincipalPropagation);
            QCOMPARE(destination.locationId, u"A"_s);
            QCOMPARE(destination.sapClient, u"100"_s);
        }
        QCOMPARE(parsed(wrapped).authTokens.size(), qsizetype(1));
        QCOMPARE(parsed(flat).authTokens.size(), qsizetype(0));
    }

    void refusesWhatIsNoObject()
    {
        QVERIFY(!destinationFromJson(text::Json(u"S4"_s)));
        QVERIFY(!destinationFromJson(
            text::Json::object({{u"destinationConfiguration"_s, text::Json(1)}})));
    }

    void everyAuthenticationKeepsItsName()
    {
        for (int i = 0; i < int(Authentication::Unknown); ++i) {
            const auto kind = Authentication(i);
            QCOMPARE(authenticationFromName(nameOf(kind)), kind);
        }
        QCOMPARE(authenticationFromName(u"principalpropagation"), Authentication::Unknown);
    }

    void spellingOfTheProxyTypeCounts()
    {
        QVERIFY(!parsed(R"({"ProxyType":"onpremise"})").isOnPremise());
    }

    void withoutAuthenticationAPasswordMeansBasic()
    {
        QCOMPARE(parsed(R"({"User":"u","Password":"p"})").authentication,
                 Authentication::BasicAuthentication);
        QCOMPARE(parsed(R"({"User":"u"})").authentication, Authentication::NoAuthentication);
    }

    void forwardAuthTokenDecidesBeforeItsOldName_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("forwards");
        QTest::newRow("neither") << QByteArray("{}") << false;
        QTest::newRow("text") << QByteArray(R"({"forwardAuthToken":"true"})") << true;
        QTest::newRow("bool") << QByteArray(R"({"forwardAuthToken":true})") << true;
        QTest::newRow("HTML5") << QByteArray(R"({"HTML5.ForwardAuthToken":"true"})") << true;
        QTest::newRow("other case") << QByteArray(R"({"forwardAuthToken":"TRUE"})") << false;
        QTest::newRow("the first wins")
            << QByteArray(R"({"HTML5.ForwardAuthToken":"true","forwardAuthToken":"false"})")
            << false;
    }
    void forwardAuthTokenDecidesBeforeItsOldName()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, forwards);
        QCOMPARE(parsed(json).forwardsAuthToken(), forwards);
    }

    void tellsWhichTokenItNeeds_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("need");
        const auto kind = [](const QByteArray &name) {
            return QByteArray(R"({"Name":"X","Authentication":")" + name + R"("})");
        };
        QTest::newRow("PP") << kind("PrincipalPropagation") << u"user-token"_s;
        QTest::newRow("UTE") << kind("OAuth2UserTokenExchange") << u"user-token"_s;
        QTest::newRow("SAML") << kind("OAuth2SAMLBearerAssertion") << u"user-token"_s;
        QTest::newRow("SAML for a system user") << QByteArray(
            R"({"Name":"X","Authentication":"OAuth2SAMLBearerAssertion","SystemUser":"S"})")
                                                << u"none"_s;
        QTest::newRow("CC") << kind("OAuth2ClientCredentials") << u"none"_s;
        QTest::newRow("Basic") << kind("BasicAuthentication") << u"none"_s;
        QTest::newRow("refresh") << kind("OAuth2RefreshToken") << u"refresh-token"_s;
        QTest::newRow("forwarded") << QByteArray(
            R"({"Name":"X","Authentication":"NoAuthentication","forwardAuthToken":"true"})")
                                   << u"any-token"_s;
    }
    void tellsWhichTokenItNeeds()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, need);
        const auto destination = parsed(json);
        QCOMPARE(nameOf(tokenNeedOf(destination)), need);
        const auto words = tokenNeedInWords(destination);
        QVERIFY(words.startsWith(u"X needs "_s) && words.endsWith(u'.'));
    }

    void promisesNothingOfAKindThatNobodyKnows()
    {
        const auto words = [](const char *json) {
            return tokenNeedInWords(parsed(json));
        };
        const auto misspelt = words(R"({"Name":"X","Authentication":"PrincipalPropagtion"})");
        QVERIFY2(!misspelt.contains(u"needs no token"_s), qPrintable(misspelt));
        QVERIFY2(misspelt.contains(u"X: nobody can tell"_s), qPrintable(misspelt));
        const auto fresh = words(R"({"Authentication":"NoAuthentication"})");
        QVERIFY2(fresh.startsWith(u"The new destination needs no token"_s), qPrintable(fresh));
        QCOMPARE(nameOf(tokenNeedOf(parsed(R"({"Name":"X","Authentication":"Nonsense"})"))),
                 u"unknown"_s);
    }

    void namesWhatIsAddedToEveryCall()
    {
        const auto destination =
            parsed(R"({"URL.headers.x-key":"1","URL.headers.":"no","URL.queries.a":"b c"})");
        QCOMPARE(additionalProperties(destination, u"URL.headers.").size(), qsizetype(1));
        QCOMPARE(additionalProperties(destination, u"URL.queries.").constFirst().second, u"b c"_s);
    }
};

QTEST_GUILESS_MAIN(TestDestination)
#include "tst_destination.moc"
