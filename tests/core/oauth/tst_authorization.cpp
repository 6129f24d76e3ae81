// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/message.h"
#include "core/oauth/authorizationrequest.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::oauth;
using namespace Qt::StringLiterals;

class TestAuthorization : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsTheUrl()
    {
        AuthorizationRequest request;
        request.authorizeUrl = QUrl(u"https://dev.example/oauth/authorize"_s);
        request.clientId = u"sb-app!t1|x!b2"_s;
        request.redirectUri = u"http://localhost:5000/login/callback?a=b&c"_s;
        request.state = u"st-_9"_s;
        request.challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        request.origin = u"my \"idp\""_s;
        request.scope = u"openid app!t1.admin"_s;
        const auto encoded = urlOf(request).toEncoded();
        QVERIFY2(encoded.startsWith("https://dev.example/oauth/authorize?response_type=code&"),
                 encoded.constData());
        const auto query = encoded.mid(encoded.indexOf('?') + 1);
        QVERIFY(!query.contains('+')); // a blank to some, a plus to others
        QCOMPARE(http::formField(query, u"client_id"), request.clientId);
        QCOMPARE(http::formField(query, u"redirect_uri"), request.redirectUri);
        QCOMPARE(http::formField(query, u"state"), request.state);
        QCOMPARE(http::formField(query, u"code_challenge").toLatin1(), request.challenge);
        QCOMPARE(http::formField(query, u"code_challenge_method"), u"S256"_s);
        QCOMPARE(http::formField(query, u"scope"), request.scope);
        QCOMPARE(http::formField(query, u"login_hint"), u"{\"origin\":\"my \\\"idp\\\"\"}"_s);
    }

    void leavesOutWhatWasNotAskedFor()
    {
        AuthorizationRequest request;
        request.authorizeUrl = QUrl(u"https://dev.example/oauth/authorize"_s);
        const auto encoded = urlOf(request).toEncoded();
        QVERIFY(!encoded.contains("scope="));
        QVERIFY(!encoded.contains("login_hint="));
    }

    void readsCallbacks_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *query, CallbackKind kind, const char *code = "") {
            QTest::newRow(query) << QByteArray(query) << int(kind) << QByteArray(code);
        };
        row("code=abc%2B1&state=s1", CallbackKind::Code, "abc+1");
        row("state=s1&code=abc", CallbackKind::Code, "abc");
        row("code=abc&state=other", CallbackKind::Foreign);
        row("code=abc", CallbackKind::Foreign);
        row("code=abc&state=", CallbackKind::Foreign);
        row("", CallbackKind::Foreign);
        row("state=s1", CallbackKind::Refused);
        row("state=s1&code=", CallbackKind::Refused);
        row("error=access_denied&error_description=no+way&state=s1", CallbackKind::Refused);
        row("error=access_denied&code=abc&state=s1", CallbackKind::Refused);
        row("error=access_denied", CallbackKind::Foreign);
    }
    void readsCallbacks()
    {
        QFETCH(QByteArray, query);
        const auto callback = readCallback(query, u"s1"_s);
        QTEST(int(callback.kind), "kind");
        QTEST(callback.code.reveal(), "code");
        QCOMPARE(callback.refusal.isEmpty(), callback.kind != CallbackKind::Refused);
    }

    void tellsWhatTheServerSaid()
    {
        const auto callback =
            readCallback("error=access_denied&error_description=no+way&state=s1", u"s1"_s);
        QVERIFY(callback.refusal.contains(u"no way"_s));
    }

    void anEmptyStateMatchesNothing()
    {
        QCOMPARE(int(readCallback("code=a&state=", QString()).kind), int(CallbackKind::Foreign));
    }
};

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_authorization.moc"
