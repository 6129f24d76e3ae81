// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/renewal.h"
#include "core/call/sessionstore.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGrantHasOneName()
    {
        for (int i = 0; i <= int(Grant::PastedToken); ++i) {
            const auto name = nameOf(Grant(i));
            QVERIFY(!name.isEmpty());
            QCOMPARE(grantFromName(name), std::optional(Grant(i)));
        }
        QVERIFY(!grantFromName(u"Password"));
        QVERIFY(!grantFromName(u""));
    }

    void survivesAStore()
    {
        vault::MemoryStore store;
        Session session;
        session.id = u"1"_s;
        session.title = u"älice"_s;
        session.grant = Grant::Password;
        session.userName = u"alice"_s;
        session.origin = u"ldap"_s;
        session.password = Secret(QByteArray("p\"w"));
        session.accessToken = Secret(QByteArray("a.b.c"));
        session.refreshToken = Secret(QByteArray("r"));
        session.expiresAt = 1'700'000'000;
        session.keyName = u"uaa"_s;
        session.tokenUrl = QUrl(u"https://uaa.example/oauth/token"_s);
        QVERIFY(saveSession(store, u"mine"_s, session, 7));
        const auto again = loadSession(store, u"mine"_s);
        QVERIFY(again);
        QCOMPARE(toSecret(*again).reveal(), toSecret(session).reveal());
        QCOMPARE(again->password.reveal(), QByteArray("p\"w"));
        QCOMPARE(again->expiresAt, 1'700'000'000);
        QCOMPARE(again->grant, Grant::Password);
        QCOMPARE(again->tokenUrl, session.tokenUrl);
    }

    void theTokenThatIsReplacedBecomesAPastOne()
    {
        vault::MemoryStore store;
        Session session;
        session.title = u"alice"_s;
        const auto save = [&](const QByteArray &token, qint64 at) {
            session.accessToken = Secret(token);
            session.expiresAt = at + 100;
            return saveSession(store, u"mine"_s, session, at);
        };
        QVERIFY(save("first", 1'000));
        QVERIFY(save("first", 1'050)); // the same one is none that was replaced
        QVERIFY(loadSession(store, u"mine"_s)->past.isEmpty());
        QVERIFY(save("second", 1'090));
        QVERIFY(save("third", 1'180));
        const auto kept = *loadSession(store, u"mine"_s);
        QCOMPARE(kept.past.size(), 2);
        QCOMPARE(kept.past[0].accessToken.reveal(), QByteArray("second"));
        QCOMPARE(kept.past[0].endedAt, 1'180);
        QCOMPARE(kept.past[1].accessToken.reveal(), QByteArray("first"));
        QCOMPARE(kept.past[1].expiresAt, 1'150);
        for (int i = 0; i < 40; ++i)
            QVERIFY(save("t" + QByteArray::number(i), 2'000 + i));
        QCOMPARE(loadSession(store, u"mine"_s)->past.size(), pastTokensKept);
    }

    void whoLogsOutKeepsNothingToLogInWith()
    {
        vault::MemoryStore store;
        Session session;
        session.grant = Grant::Password;
        session.password = Secret(QByteArray("pw"));
        session.accessToken = Secret(QByteArray("a.b.c"));
        session.refreshToken = Secret(QByteArray("r"));
        QVERIFY(saveSession(store, u"mine"_s, session, 1));
        QVERIFY(endSession(store, u"mine"_s, 2));
        const auto ended = *loadSession(store, u"mine"_s);
        QVERIFY(ended.accessToken.isEmpty());
        QVERIFY(ended.refreshToken.isEmpty());
        QVERIFY(ended.password.isEmpty());
        QCOMPARE(ended.past.size(), 1);
        QVERIFY(!canRenew(ended));
        QVERIFY(forgetSession(store, u"mine"_s));
        QCOMPARE(forgetSession(store, u"mine"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(endSession(store, u"mine"_s, 3).error().code, ErrorCode::NotFound);
        QVERIFY(store.names()->isEmpty());
    }

    void isRenewedByWhatItHas()
    {
        Session session;
        session.grant = Grant::JwtBearer;
        xsuaa::ServiceKey key;
        key.client.clientId = u"sb"_s;
        key.client.url = QUrl(u"https://uaa.example"_s);
        QCOMPARE(renewalOf(session, key, {}).error().code, ErrorCode::Refused);
        session.refreshToken = Secret(QByteArray("r"));
        QCOMPARE(renewalOf(session, key, {})->grant, Grant::RefreshToken);
        session.tokenUrl = QUrl(u"https://other.example/oauth/token"_s);
        QCOMPARE(renewalOf(session, key, {}).error().code, ErrorCode::Conflict);
        Session password;
        password.grant = Grant::Password;
        QVERIFY(!canRenew(password));
        password.password = Secret(QByteArray("pw"));
        password.userName = u"alice"_s;
        QCOMPARE(renewalOf(password, key, {})->password.reveal(), QByteArray("pw"));
        Session client;
        client.grant = Grant::ClientCredentials;
        QCOMPARE(renewalOf(client, key, {})->grant, Grant::ClientCredentials);
    }

    void keepsWhoItIsWhenItIsRenewed()
    {
        Session before;
        before.title = u"alice"_s;
        before.grant = Grant::Passcode;
        before.refreshToken = Secret(QByteArray("r1"));
        Session fresh;
        fresh.title = u"sb-app"_s;
        fresh.grant = Grant::RefreshToken;
        fresh.accessToken = Secret(QByteArray("new"));
        fresh.expiresAt = 50;
        const auto after = renewed(before, fresh);
        QCOMPARE(after.title, u"alice"_s);
        QCOMPARE(after.grant, Grant::Passcode);
        QCOMPARE(after.accessToken.reveal(), QByteArray("new"));
        QCOMPARE(after.refreshToken.reveal(), QByteArray("r1"));
        QVERIFY(!isDue(after, -11));
        QVERIFY(isDue(after, -10)); // a minute before its end
        QVERIFY(isDue(before, 0));
    }

    void saysWhenThereIsNone()
    {
        vault::MemoryStore store;
        QCOMPARE(loadSession(store, u"nobody"_s).error().code, ErrorCode::NotFound);
        QVERIFY(store.write(u"session/broken"_s, Secret(QByteArray("{}"))));
        QCOMPARE(loadSession(store, u"broken"_s).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
