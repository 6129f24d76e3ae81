// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/claims.h"
#include "tests/support/runningsandbox.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::RunningSandbox;
using text::Json;

// /oauth/token/revoke/… of the sandbox's XSUAA, as the UAA's documentation and source have it.
class TestRevocation : public QObject
{
    Q_OBJECT

    RunningSandbox m_box;

    struct Tokens
    {
        QString access;
        QString refresh;
    };
    Tokens logIn(const QString &user)
    {
        const auto json = RunningSandbox::json(m_box.token(
            {{u"grant_type"_s, u"password"_s}, {u"username"_s, user}, {u"password"_s, user}}));
        return {json[u"access_token"].toString(), json[u"refresh_token"].toString()};
    }
    http::Response refresh(const QString &token)
    {
        return m_box.token({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, token}});
    }
    http::Response
    revoke(const QString &what, const QString &bearer, const QByteArray &method = "DELETE")
    {
        return m_box.send(method,
                          u"/oauth/token/revoke/"_s + what,
                          {{"Authorization", "Bearer " + bearer.toLatin1()}});
    }
    static QString userId(const Tokens &tokens)
    {
        return RunningSandbox::claimsOf(tokens.access)[u"user_id"].toString();
    }
    bool isActive(const QString &access)
    {
        auto fields = m_box.client();
        fields.append({u"token"_s, access});
        return RunningSandbox::json(m_box.post(u"/introspect"_s, fields))[u"active"].toBool();
    }

private Q_SLOTS:
    void init()
    {
        const auto started = m_box.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().toString()));
    }
    void cleanup() { m_box.stop(); }

    void aRevokedRefreshTokenIsTakenNoMoreAlsoAfterARestart()
    {
        const auto alice = logIn(u"alice"_s);
        const auto again = logIn(u"alice"_s);
        QCOMPARE(refresh(alice.refresh).status, 200);
        QCOMPARE(revoke(alice.refresh, alice.access).status, 200);
        const auto refused = refresh(alice.refresh);
        QCOMPARE(refused.status, 401);
        QCOMPARE(RunningSandbox::json(refused)[u"error"].toString(), u"invalid_token"_s);
        QCOMPARE(refresh(again.refresh).status, 200); // another login goes on
        QVERIFY(isActive(alice.access)); // and the access token lives until it ends
        m_box.stop();
        QVERIFY(m_box.start());
        QCOMPARE(refresh(alice.refresh).status, 401);
        QCOMPARE(refresh(again.refresh).status, 200);
    }

    void whatWasRefreshedIsRevokedWithIt()
    {
        const auto first = logIn(u"alice"_s);
        const auto second =
            RunningSandbox::json(refresh(first.refresh))[u"refresh_token"].toString();
        QCOMPARE(revoke(second, first.access).status, 200);
        QCOMPARE(refresh(second).status, 401);
        QCOMPARE(refresh(first.refresh).status, 401);
    }

    void nobodyRevokesForOthersNorLearnsWhatThereIs()
    {
        const auto alice = logIn(u"alice"_s);
        const auto bob = logIn(u"bob"_s);
        // Of the same client one may: the UAA asks for the client or the user.
        const auto technical = RunningSandbox::json(
            m_box.token({{u"grant_type"_s, u"client_credentials"_s}}, u"destination"_s));
        const auto stranger = technical[u"access_token"].toString();
        QVERIFY(!stranger.isEmpty());
        QCOMPARE(revoke(alice.refresh, stranger).status, 403);
        QCOMPARE(revoke(u"nothing-r"_s, alice.access).status, 403);
        QCOMPARE(revoke(u"user/"_s + userId(alice), bob.access).status, 403);
        QCOMPARE(revoke(u"client/sb-tokentrail-sample!t1"_s, alice.access).status, 403);
        QCOMPARE(revoke(u"user/%1/client/%2"_s.arg(userId(bob), u"x"_s), alice.access).status, 403);
        QCOMPARE(m_box.send("DELETE", u"/oauth/token/revoke/"_s + alice.refresh).status, 401);
        QCOMPARE(revoke(alice.refresh, u"eyJhbGciOiJub25lIn0.e30."_s).status, 401);
        QCOMPARE(refresh(alice.refresh).status, 200);
    }

    void aSingleTokenIsDeletedAndNothingElse()
    {
        const auto alice = logIn(u"alice"_s);
        for (const auto *method : {"GET", "POST"}) {
            const auto answer = revoke(alice.refresh, alice.access, method);
            QCOMPARE(answer.status, 405);
            QCOMPARE(answer.headers.value("Allow"), QByteArray("DELETE"));
        }
        QCOMPARE(refresh(alice.refresh).status, 200);
        QCOMPARE(revoke(u"a/b/c"_s, alice.access).status, 404);
    }

    void allOfAUserEndAlsoTheAccessTokensAtTheTokenService()
    {
        const auto alice = logIn(u"alice"_s);
        const auto bob = logIn(u"bob"_s);
        QVERIFY(isActive(alice.access));
        // Any method will do: the UAA maps the path alone.
        QCOMPARE(revoke(u"user/"_s + userId(alice), alice.access, "GET").status, 200);
        QCOMPARE(refresh(alice.refresh).status, 401);
        QVERIFY(!isActive(alice.access));
        QCOMPARE(m_box.get(u"/userinfo"_s, {{"Authorization", "Bearer " + alice.access.toLatin1()}})
                     .status,
                 401);
        QCOMPARE(revoke(u"user/"_s + userId(alice), alice.access).status, 401);
        // Nor does it buy another token, or show the way to what the XSUAA keeps.
        const http::Headers bearer{{"Authorization", "Bearer " + alice.access.toLatin1()}};
        const auto refusals = {
            m_box.token({{u"grant_type"_s, QString::fromLatin1(xsuaa::grantJwtBearer)},
                         {u"assertion"_s, alice.access}}),
            m_box.post(u"/oauth/token"_s,
                       {{u"grant_type"_s, u"user_token"_s}, m_box.client().at(0)},
                       bearer),
            m_box.get(u"/sap/rest/authorization/v2/securitySettings"_s, bearer)};
        for (const auto &refused : refusals) {
            QCOMPARE(refused.status, 401);
            QCOMPARE(RunningSandbox::json(refused)[u"error"].toString(), u"invalid_token"_s);
        }
        QCOMPARE(refresh(bob.refresh).status, 200);
        QVERIFY(isActive(bob.access));
        const auto anew = logIn(u"alice"_s);
        QVERIFY(isActive(anew.access));
        QCOMPARE(refresh(anew.refresh).status, 200);
    }

    void allOfAUserAtAClientEnd()
    {
        const auto alice = logIn(u"alice"_s);
        const auto client = RunningSandbox::claimsOf(alice.access)[u"cid"].toString();
        QCOMPARE(revoke(u"user/%1/client/%2"_s.arg(
                            userId(alice), QString::fromLatin1(QUrl::toPercentEncoding(client))),
                        alice.access)
                     .status,
                 200);
        QCOMPARE(refresh(alice.refresh).status, 401);
        QVERIFY(isActive(alice.access)); // a JWT, which is no revocable token
        QCOMPARE(refresh(logIn(u"alice"_s).refresh).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestRevocation)
#include "tst_revocation.moc"
