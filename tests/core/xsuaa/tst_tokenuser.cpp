// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/xsuaa/capuser.h"
#include "core/xsuaa/tokendiff.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

namespace {

text::Json json(const QByteArray &source)
{
    return text::parseJson(source).value();
}

std::vector<TokenChange> changes(const QByteArray &before, const QByteArray &after)
{
    jose::DecodedToken left;
    left.claims = json(before);
    jose::DecodedToken right;
    right.claims = json(after);
    return diffTokens(left, right);
}

QString claimsOf(const std::vector<TokenChange> &list)
{
    QStringList names;
    for (const auto &change : list)
        names << change.claim;
    return names.join(u' ');
}

} // namespace

class TestTokenUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindFollowsGrantAndSubject_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QString>("kind");
        QTest::newRow("nothing") << QByteArray("{}") << u"unknown"_s;
        QTest::newRow("no claims") << QByteArray("null") << u"unknown"_s;
        QTest::newRow("user") << QByteArray(R"({"user_name":"a"})") << u"user"_s;
        QTest::newRow("grant of a user") << QByteArray(R"({"grant_type":"password"})") << u"user"_s;
        QTest::newRow("client") << QByteArray(R"({"grant_type":"client_credentials"})")
                                << u"technical"_s;
        QTest::newRow("client with a name")
            << QByteArray(R"({"grant_type":"client_x509","user_name":"a"})") << u"technical"_s;
        QTest::newRow("identity user")
            << QByteArray(R"({"sub":"u","azp":"c","app_tid":"t"})") << u"user"_s;
        QTest::newRow("identity client")
            << QByteArray(R"({"sub":"c","azp":"c","app_tid":"t"})") << u"technical"_s;
    }
    void kindFollowsGrantAndSubject()
    {
        QFETCH(QByteArray, claims);
        QFETCH(QString, kind);
        QCOMPARE(nameOf(kindOf(json(claims))), kind);
    }

    void xsappnameIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QString>("name");
        QTest::newRow("from the client")
            << QByteArray(R"({"cid":"sb-a!t1","scope":["a!t1.x"]})") << u"a!t1"_s;
        QTest::newRow("other client, from the audience")
            << QByteArray(R"({"cid":"sb-b!t2","aud":["sb-b!t2","a!t1"],"scope":["a!t1.x.y"]})")
            << u"a!t1"_s;
        QTest::newRow("clone of a broker's service")
            << QByteArray(R"({"cid":"sb-1!b2|a!b1","scope":["a!b1.x"]})") << u"a!b1"_s;
        QTest::newRow("nothing to go by") << QByteArray("{}") << QString();
    }
    void xsappnameIsGuessed()
    {
        QFETCH(QByteArray, claims);
        QFETCH(QString, name);
        QCOMPARE(guessXsappname(json(claims)), name);
    }

    void numericRolesComeFirstAsInJavaScript()
    {
        const auto user = capUserOf(json(R"({"scope":["b","10","a","9","b"]})"), u"x"_s);
        QCOMPARE(user.roles, QStringList({u"9"_s, u"10"_s, u"b"_s, u"a"_s}));
    }

    void onlyTheFirstPrefixIsTakenOff()
    {
        const auto user =
            capUserOf(json(R"({"scope":["my-a!t1.admin","a!t1.a!t1.x"]})"), u"a!t1"_s);
        QCOMPARE(user.roles, QStringList({u"my-admin"_s, u"a!t1.x"_s}));
    }

    void oddClaimsAreSurvived()
    {
        for (const auto *claims :
             {"null",
              "[]",
              "7",
              R"({"scope":[1,null,{}],"aud":{},"xs.user.attributes":[1],"zid":7})"})
            QVERIFY(toJson(capUserOf(json(claims))).isObject());
    }

    void sameTokenHasNoChanges()
    {
        const QByteArray claims = R"({"jti":"1","scope":["a","b"],"aud":["x","y"],"exp":5})";
        const QByteArray other = R"({"jti":"2","aud":["y","x"],"scope":["b","a"],"exp":5})";
        QVERIFY(changes(claims, other).empty());
    }

    void weightiestChangesComeFirst()
    {
        const auto list = changes(
            R"({"exp":5,"scope":["a"],"cid":"c","client_id":"c","azp":"c","user_name":"u","x":1})",
            R"({"exp":9,"scope":["b"],"cid":"d","client_id":"d","azp":"d"})");
        QCOMPARE(claimsOf(list), u"user_name cid scope exp x"_s);
        QVERIFY(list[0].after.isNull());
        QVERIFY(list[2].meaning.contains("lost a; gained b"_L1));
        QVERIFY(list[3].meaning.contains("4 s later"_L1));
    }

    void twinClaimsAreToldWhenTheyDiffer()
    {
        QCOMPARE(claimsOf(changes(R"({"cid":"c","azp":"c"})", R"({"cid":"c","azp":"d"})")),
                 u"azp"_s);
    }

    void listThatBecomesATextIsToldAsSuch()
    {
        QCOMPARE(claimsOf(changes(R"({"aud":["x"]})", R"({"aud":"x"})")), u"aud"_s);
    }
};

QTEST_GUILESS_MAIN(TestTokenUser)
#include "tst_tokenuser.moc"
