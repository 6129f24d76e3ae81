// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/jose/jws.h"
#include "core/xsuaa/strictchecks.h"

#include <QTest>

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 now = 1'900'000'000;

const jose::Jwk &signingKey()
{
    static const auto key = [] {
        auto made = *jose::Jwk::generate(jose::Algorithm::ES256);
        made.setKeyId(u"k1"_s);
        return made;
    }();
    return key;
}

Json rightHeader()
{
    return Json::object({{u"alg"_s, u"ES256"_s},
                         {u"kid"_s, signingKey().keyId()},
                         {u"jku"_s, u"https://dev.auth.example.com/token_keys"_s}});
}

Json rightClaims()
{
    return Json::object({{u"iss"_s, u"https://dev.auth.example.com/oauth/token"_s},
                         {u"aud"_s, Json::array(QStringList{u"app!t1"_s})},
                         {u"cid"_s, u"sb-app!t1"_s},
                         {u"zid"_s, u"zone-1"_s},
                         {u"exp"_s, now + 100}});
}

QByteArray compact(const Json &header, const Json &claims)
{
    const QByteArray input =
        jose::toBase64Url(header.toCompact()) + '.' + jose::toBase64Url(claims.toCompact());
    return input + '.'
        + jose::toBase64Url(*jose::sign(input, signingKey(), jose::Algorithm::ES256));
}

ServiceKey serviceKey()
{
    ServiceKey key;
    key.kind = ServiceKind::Xsuaa;
    key.xsappname = u"app!t1"_s;
    key.client.clientId = u"sb-app!t1"_s;
    key.client.url = QUrl(u"https://dev.auth.example.com"_s);
    key.client.uaaDomain = u"auth.example.com"_s;
    key.client.zoneId = u"zone-1"_s;
    return key;
}

std::vector<StrictCheck> checksOf(const QByteArray &token)
{
    const auto decoded = jose::decodeToken(token);
    const auto key = serviceKey();
    jose::JwkSet keys;
    keys.keys.push_back(signingKey());
    return strictChecks({decoded, key, &keys, now});
}

QStringList failedIn(const std::vector<StrictCheck> &checks)
{
    QStringList failed;
    for (const auto &check : checks) {
        if (check.outcome == Outcome::Failed)
            failed << check.id;
    }
    return failed;
}

} // namespace

class TestStrictChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightTokenPassesAll()
    {
        const auto checks = checksOf(compact(rightHeader(), rightClaims()));
        QVERIFY(checks.size() >= 12);
        for (const auto &check : checks)
            QVERIFY2(check.outcome == Outcome::Passed, qPrintable(check.id + check.sentence));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<Json>("header");
        QTest::addColumn<Json>("claims");
        QTest::addColumn<QString>("failing");
        const auto claim = [](const QString &name, const Json &value) {
            auto claims = rightClaims();
            claims.set(name, value);
            return claims;
        };
        const auto head = [](const QString &name, const Json &value) {
            auto header = rightHeader();
            header.set(name, value);
            return header;
        };
        const auto h = rightHeader();
        QTest::newRow("within CAP's leeway") << h << claim(u"exp"_s, now - 30) << u"not-expired"_s;
        QTest::newRow("to the second") << h << claim(u"exp"_s, now) << u"not-expired"_s;
        QTest::newRow("begins soon") << h << claim(u"nbf"_s, now + 30) << u"already-valid"_s;
        QTest::newRow("issuer") << h << claim(u"iss"_s, u"https://evil.example/oauth/token"_s)
                                << u"issuer"_s;
        QTest::newRow("issuer that only ends alike")
            << h << claim(u"iss"_s, u"https://evil-auth.example.com/oauth/token"_s) << u"issuer"_s;
        QTest::newRow("zone") << h << claim(u"zid"_s, u"zone-2"_s) << u"zone"_s;
        const auto c = rightClaims();
        QTest::newRow("jku") << head(u"jku"_s, u"https://evil.example/token_keys"_s) << c
                             << u"key-address"_s;
        QTest::newRow("jwk") << head(u"jwk"_s, Json::object()) << c << u"embedded-key"_s;
        QTest::newRow("crit") << head(u"crit"_s, Json::array(QStringList{u"x"_s})) << c
                              << u"embedded-key"_s;
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(Json, header);
        QFETCH(Json, claims);
        QFETCH(QString, failing);
        QCOMPARE(failedIn(checksOf(compact(header, claims))), QStringList{failing});
    }

    void aTenantsIssuerIsBelowTheDomain()
    {
        auto claims = rightClaims();
        claims.set(u"iss"_s, u"https://tenant.auth.example.com/oauth/token"_s);
        QVERIFY(failedIn(checksOf(compact(rightHeader(), claims))).isEmpty());
    }

    void whatCannotBeReadIsHarmless()
    {
        QVERIFY(failedIn(checksOf("eyJ.eyJ.x")).contains(u"encoding"_s));
        QVERIFY(!failedIn(checksOf({})).isEmpty());
    }
};

} // namespace tokentrail::xsuaa

QTEST_GUILESS_MAIN(tokentrail::xsuaa::TestStrictChecks)
#include "tst_strictchecks.moc"
