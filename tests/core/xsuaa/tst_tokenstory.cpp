// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/xsuaa/tokenstory.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

jose::DecodedToken tokenOf(const QByteArray &claims)
{
    return jose::decodeToken(jose::toBase64Url("{\"alg\":\"RS256\",\"kid\":\"k1\"}") + '.'
                             + jose::toBase64Url(claims) + ".c2ln");
}

QString wordsOf(const xsuaa::TokenStory &story, const QString &label)
{
    for (const auto &statement : story.statements) {
        if (statement.label == label)
            return statement.words;
    }
    return {};
}

} // namespace

class TestTokenStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headlines_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QString>("headline");
        QTest::newRow("user by password")
            << QByteArray("{\"user_name\":\"alice\",\"origin\":\"sap.default\",\"grant_type\":"
                          "\"password\",\"cid\":\"sb-shop!t1\",\"zid\":\"dev\"}")
            << u"alice signed in with a password through sap.default; issued for shop!t1, subaccount dev."_s;
        QTest::newRow("browser, no zone") << QByteArray(
            "{\"user_name\":\"bob\",\"grant_type\":\"authorization_code\",\"cid\":\"sb-shop!t1\"}")
                                          << u"bob signed in in a browser; issued for shop!t1."_s;
        QTest::newRow("client")
            << QByteArray("{\"grant_type\":\"client_credentials\",\"cid\":\"sb-shop!t1\",\"sub\":"
                          "\"sb-shop!t1\",\"zid\":\"dev\"}")
            << u"The client shop!t1 itself, nobody signed in, subaccount dev."_s;
        // Members as the documentation of Identity Authentication names them; values made up.
        QTest::newRow("IAS user")
            << QByteArray("{\"sub\":\"P000001\",\"email\":\"alice@example.com\",\"azp\":"
                          "\"app-1\",\"aud\":\"app-1\",\"app_tid\":\"t-1\",\"user_uuid\":\"u-1\","
                          "\"ias_apis\":[\"a\"]}")
            << u"alice@example.com signed in through Identity Authentication; issued for app-1, tenant t-1."_s;
        QTest::newRow("IAS client")
            << QByteArray("{\"sub\":\"app-1\",\"azp\":\"app-1\",\"aud\":[\"app-1\"],\"app_tid\":"
                          "\"t-1\"}")
            << u"The client app-1 itself, nobody signed in, tenant t-1."_s;
    }

    void anIasTokenSaysThatItHasNoScopes()
    {
        const auto story = xsuaa::tellToken(
            tokenOf("{\"sub\":\"P1\",\"azp\":\"app-1\",\"app_tid\":\"t-1\",\"scim_id\":\"s\"}"));
        QVERIFY(wordsOf(story, u"Scopes"_s).startsWith(u"none"_s));
        QVERIFY(!xsuaa::meaningOfClaim(u"scim_id").isEmpty());
    }

    void headlines()
    {
        QFETCH(QByteArray, claims);
        QFETCH(QString, headline);
        QCOMPARE(xsuaa::tellToken(tokenOf(claims)).headline, headline);
    }

    void tellsWhatCapSees()
    {
        const auto story =
            xsuaa::tellToken(tokenOf("{\"user_name\":\"alice\",\"grant_type\":\"password\",\"cid\":"
                                     "\"sb-shop!t1\",\"zid\":\"dev\",\"iat\":100,\"exp\":200,"
                                     "\"scope\":[\"openid\",\"shop!t1.admin\"],\"xs.user."
                                     "attributes\":{\"country\":[\"DE\",\"AT\"]}}"),
                             u"shop!t1"_s);
        QVERIFY2(
            wordsOf(story, u"CAP sees"_s).startsWith(u"req.user.id alice · tenant dev · roles "_s),
            qPrintable(wordsOf(story, u"CAP sees"_s)));
        QVERIFY(story.statements.constFirst().raw.startsWith(u"req.user {\"id\":\"alice\""_s));
        QVERIFY2(wordsOf(story, u"Scopes"_s).contains("admin"_L1),
                 qPrintable(wordsOf(story, u"Scopes"_s)));
        QCOMPARE(wordsOf(story, u"Attributes"_s), u"country DE, AT"_s);
        QCOMPARE(wordsOf(story, u"Signed"_s), u"RS256, key k1"_s);
        QCOMPARE(story.issuedAt, 100);
        QCOMPARE(story.expiresAt, 200);
    }

    void anUnreadableTokenSaysWhy()
    {
        const auto story = xsuaa::tellToken(jose::decodeToken("eyJhbGciOiJSUzI1NiJ9.%%%"));
        QVERIFY(!story.headline.isEmpty());
        QVERIFY(story.statements.isEmpty());
    }

    void everyClaimOfAnXsuaaTokenHasAMeaning()
    {
        for (const auto *claim : {u"iss",
                                  u"sub",
                                  u"user_name",
                                  u"origin",
                                  u"scope",
                                  u"aud",
                                  u"cid",
                                  u"azp",
                                  u"grant_type",
                                  u"zid",
                                  u"ext_attr",
                                  u"xs.user.attributes",
                                  u"xs.system.attributes",
                                  u"iat",
                                  u"exp",
                                  u"jti",
                                  u"rev_sig"})
            QVERIFY2(!xsuaa::meaningOfClaim(claim).isEmpty(),
                     qPrintable(QString::fromUtf16(claim)));
        QVERIFY(xsuaa::meaningOfClaim(u"no_such_claim").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTokenStory)
#include "tst_tokenstory.moc"
