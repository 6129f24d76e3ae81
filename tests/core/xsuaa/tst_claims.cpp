// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/claims.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

namespace {

ClaimsInput input(const QString &grantType)
{
    ClaimsInput input;
    input.issuer = u"https://127.0.0.1:4601/oauth/token"_s;
    input.zoneId = u"zone-1"_s;
    input.clientId = u"sb-bookshop!t1"_s;
    input.grantType = grantType;
    input.systemAttributes = QStringList{u"groups"_s, u"rolecollections"_s};
    input.jti = u"j1"_s;
    input.nowSeconds = 1700000000;
    return input;
}

User alice()
{
    User user;
    user.userName = u"alice"_s;
    user.id = u"id-1"_s;
    user.email = u"alice@example.com"_s;
    user.givenName = u"Alice"_s;
    user.familyName = u"Adams"_s;
    return user;
}

} // namespace

class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userTokenReadsLikeTheRealOne()
    {
        auto given = input(u"password"_s);
        given.standardScopes = QStringList{u"openid"_s};
        given.authorizations.scopes = QStringList{u"bookshop!t1.admin"_s};
        given.authorizations.attributes = {{u"country"_s, {u"DE"_s, u"AT"_s}}};
        given.authorizations.roleCollections = QStringList{u"Admins"_s};
        const auto expected = text::parseJson(R"({
          "jti": "j1", "ext_attr": {"enhancer": "XSUAA", "subaccountid": "zone-1"},
          "xs.system.attributes": {"xs.saml.groups": [], "xs.rolecollections": ["Admins"]},
          "given_name": "Alice", "xs.user.attributes": {"country": ["DE", "AT"]},
          "family_name": "Adams", "sub": "id-1", "scope": ["openid", "bookshop!t1.admin"],
          "client_id": "sb-bookshop!t1", "cid": "sb-bookshop!t1", "azp": "sb-bookshop!t1",
          "grant_type": "password", "user_id": "id-1", "user_uuid": "id-1",
          "origin": "sap.default", "user_name": "alice", "email": "alice@example.com",
          "auth_time": 1700000000, "rev_sig": "REV", "iat": 1700000000, "exp": 1700043200,
          "iss": "ISSUER", "zid": "zone-1", "zone_uuid": "zone-1",
          "aud": ["sb-bookshop!t1", "openid", "bookshop!t1"]})");
        QVERIFY(expected);
        auto claims = userClaims(given, alice());
        QCOMPARE(claims[u"rev_sig"].toString().size(), 8);
        claims.set(u"rev_sig"_s, u"REV"_s);
        QCOMPARE(claims[u"iss"].toString(), given.issuer);
        claims.set(u"iss"_s, u"ISSUER"_s);
        QCOMPARE(claims.toIndented(), expected->toIndented());
    }

    void technicalTokenHasNobody()
    {
        auto given = input(u"client_credentials"_s);
        given.standardScopes = QStringList{u"uaa.resource"_s};
        const auto claims = technicalClaims(given);
        for (const auto &name : {u"user_name"_s,
                                 u"user_id"_s,
                                 u"user_uuid"_s,
                                 u"email"_s,
                                 u"origin"_s,
                                 u"given_name"_s,
                                 u"family_name"_s,
                                 u"xs.user.attributes"_s,
                                 u"xs.system.attributes"_s})
            QVERIFY2(!claims.contains(name), qPrintable(name));
        QCOMPARE(claims[u"sub"].toString(), u"sb-bookshop!t1"_s);
        QCOMPARE(claims[u"authorities"], claims[u"scope"]);
        QCOMPARE(claims[u"scope"].toStringList(), QStringList{u"uaa.resource"_s});
        QCOMPARE(claims[u"aud"].toStringList(), QStringList({u"sb-bookshop!t1"_s, u"uaa"_s}));
        QCOMPARE(claims[u"grant_type"].toString(), u"client_credentials"_s);
    }

    void scopeIsAnArrayEvenWhenEmpty()
    {
        QVERIFY(userClaims(input(u"password"_s), alice())[u"scope"].isArray());
        QVERIFY(technicalClaims(input(u"client_credentials"_s))[u"scope"].isArray());
    }

    void systemAttributesTellOnlyWhatWasAskedFor()
    {
        auto given = input(u"password"_s);
        given.authorizations.groups = QStringList{u"g"_s};
        given.systemAttributes = QStringList{u"groups"_s};
        const auto claims = userClaims(given, alice());
        const auto &system = claims[u"xs.system.attributes"];
        QCOMPARE(system[u"xs.saml.groups"].toStringList(), QStringList{u"g"_s});
        QVERIFY(!system.contains(u"xs.rolecollections"));
    }

    void loginTimeSurvivesAnExchange()
    {
        auto given = input(QString::fromLatin1(grantJwtBearer));
        given.authTimeSeconds = 1699999000;
        QCOMPARE(userClaims(given, alice())[u"auth_time"].toInteger(), 1699999000);
    }

    void audienceIsTheClientAndThePrefixes_data()
    {
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QStringList>("audience");
        QTest::newRow("none") << QStringList() << QStringList{u"c"_s};
        QTest::newRow("no dot") << QStringList{u"openid"_s} << QStringList({u"c"_s, u"openid"_s});
        QTest::newRow("two of one")
            << QStringList({u"a!t1.x"_s, u"a!t1.y"_s}) << QStringList({u"c"_s, u"a!t1"_s});
        QTest::newRow("last dot") << QStringList{u"a.b!t1.x"_s}
                                  << QStringList({u"c"_s, u"a.b!t1"_s});
    }

    void audienceIsTheClientAndThePrefixes()
    {
        QFETCH(QStringList, scopes);
        QFETCH(QStringList, audience);
        QCOMPARE(audienceOf(u"c"_s, scopes), audience);
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
