// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/runningsandbox.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::Fields;
using test::RunningSandbox;

namespace {

// RFC 7636, appendix B
const auto verifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;
const auto challenge = u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s;
const auto callback = u"http://localhost:5000/login/callback"_s;

QString authorizePath(const QString &more = {}, const QString &redirect = callback)
{
    return u"/oauth/authorize?response_type=code&client_id=sb-tokentrail-sample!t1&redirect_uri="_s
        + QString::fromLatin1(QUrl::toPercentEncoding(redirect)) + more;
}

QByteArray cookieOf(const http::Response &response)
{
    return response.headers.value("Set-Cookie").split(';').constFirst();
}

QString csrfOf(const http::Response &page)
{
    static const QRegularExpression field(u"name=\"X-Uaa-Csrf\" value=\"([^\"]+)\""_s);
    return field.match(QString::fromUtf8(page.body)).captured(1);
}

QString queryItem(const http::Response &redirect, const QString &name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(redirect.headers.value("Location"))))
        .queryItemValue(name);
}

} // namespace

// A browser that remembers one cookie.
class TestLogin : public QObject
{
    Q_OBJECT

    RunningSandbox m_box;
    QByteArray m_cookie;

    http::Response get(const QString &path)
    {
        return keep(m_box.get(path, {{"Cookie", m_cookie}}));
    }
    http::Response post(const Fields &fields, http::Headers headers = {})
    {
        headers.add("Cookie", m_cookie);
        return keep(m_box.post(u"/login.do"_s, fields, headers));
    }
    http::Response keep(const http::Response &response)
    {
        if (response.headers.contains("Set-Cookie"))
            m_cookie = cookieOf(response);
        return response;
    }
    // From the application's redirect to its callback.
    http::Response logIn(const QString &path, const QString &user = u"alice"_s)
    {
        const auto toLogin = get(path);
        if (toLogin.headers.value("Location") != "/login")
            return toLogin;
        const auto page = get(u"/login"_s);
        const auto back =
            post({{u"X-Uaa-Csrf"_s, csrfOf(page)}, {u"username"_s, user}, {u"password"_s, user}});
        return back.status == 302 ? get(QString::fromLatin1(back.headers.value("Location"))) : back;
    }
    http::Response redeem(const QString &code, const Fields &more = {})
    {
        return m_box.token(Fields{{u"grant_type"_s, u"authorization_code"_s},
                                  {u"code"_s, code},
                                  {u"redirect_uri"_s, callback}}
                           + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_box.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().toString()));
    }

    void init() { m_cookie.clear(); }

    void loginEndsWithATokenOfTheUser()
    {
        const auto redirect = logIn(authorizePath(u"&state=a%2Bb%20c~"_s));
        QCOMPARE(redirect.status, 302);
        const auto location = redirect.headers.value("Location");
        QVERIFY2(location.startsWith(QByteArray(callback.toLatin1() + "?code=")),
                 location.constData());
        QVERIFY2(location.endsWith("&state=a%2Bb%20c~"), location.constData());
        const auto response = redeem(queryItem(redirect, u"code"_s));
        QCOMPARE(response.status, 200);
        const auto claims = m_box.claimsOf(m_box.json(response)[u"access_token"].toString());
        QCOMPARE(claims[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(claims[u"grant_type"].toString(), u"authorization_code"_s);
        QVERIFY(m_box.json(response)[u"refresh_token"].isString());
    }

    void pageShowsTheUsersAsCards()
    {
        const auto page = get(u"/login"_s);
        QCOMPARE(page.status, 200);
        for (const auto *name : {"alice", "bob", "carol", "dave", "Sample Administrators"})
            QVERIFY2(page.body.contains(name), name);
        QVERIFY(page.headers.contains("Content-Security-Policy"));
        // Under no-referrer browsers post the form with "Origin: null", which is refused.
        QCOMPARE(page.headers.value("Referrer-Policy"), "same-origin");
        QVERIFY(!page.body.contains("<script"));
        QVERIFY(m_cookie.startsWith("tokentrail_login="));
        const auto attributes = page.headers.value("Set-Cookie");
        QVERIFY(attributes.contains("HttpOnly") && attributes.contains("SameSite=Lax"));
    }

    void cardLogsInWithoutAPassword()
    {
        get(authorizePath());
        const auto page = get(u"/login"_s);
        static const QRegularExpression card(u"value=\"([0-9a-f-]{36})\"><b>Bob"_s);
        const auto id = card.match(QString::fromUtf8(page.body)).captured(1);
        QVERIFY(!id.isEmpty());
        const auto back = post({{u"X-Uaa-Csrf"_s, csrfOf(page)}, {u"card"_s, id}});
        const auto redirect = get(QString::fromLatin1(back.headers.value("Location")));
        const auto answer = m_box.json(redeem(queryItem(redirect, u"code"_s)));
        QCOMPARE(m_box.claimsOf(answer[u"access_token"].toString())[u"user_name"].toString(),
                 u"bob"_s);
    }

    void secondLoginNeedsNoPage()
    {
        logIn(authorizePath());
        const auto again = get(authorizePath());
        QVERIFY(again.headers.value("Location").startsWith(callback.toLatin1()));
        const auto asked = get(authorizePath(u"&prompt=login"_s));
        QCOMPARE(asked.headers.value("Location"), QByteArray("/login"));
    }

    void sessionChangesItsIdAtLogin()
    {
        get(authorizePath());
        const auto page = get(u"/login"_s);
        const auto before = m_cookie;
        post({{u"X-Uaa-Csrf"_s, csrfOf(page)},
              {u"username"_s, u"alice"_s},
              {u"password"_s, u"alice"_s}});
        QVERIFY(m_cookie != before);
        m_cookie = before;
        QCOMPARE(get(authorizePath()).headers.value("Location"), QByteArray("/login"));
    }

    void wrongPasswordShowsThePageAgain()
    {
        get(authorizePath());
        const auto page = get(u"/login"_s);
        const auto again = post({{u"X-Uaa-Csrf"_s, csrfOf(page)},
                                 {u"username"_s, u"<b>x"_s},
                                 {u"password"_s, u"no"_s}});
        QCOMPARE(again.status, 401);
        QVERIFY(again.body.contains("role=\"alert\""));
        QVERIFY(!again.body.contains("<b>x"));
        QCOMPARE(csrfOf(again), csrfOf(page));
    }

    void loginOfAnotherPageIsRefused()
    {
        get(authorizePath());
        const auto page = get(u"/login"_s);
        const Fields user{{u"username"_s, u"alice"_s}, {u"password"_s, u"alice"_s}};
        QCOMPARE(post(user).status, 403);
        QCOMPARE(post(user + Fields{{u"X-Uaa-Csrf"_s, u"guess"_s}}).status, 403);
        const Fields genuine = user + Fields{{u"X-Uaa-Csrf"_s, csrfOf(page)}};
        QCOMPARE(post(genuine, {{"Origin", "https://evil.example"}}).status, 403);
        QCOMPARE(post(genuine, {{"Origin", "null"}}).status, 403);
        const auto own = m_box.sandbox().endpoints().xsuaaHttpUrl.toString().toLatin1();
        QCOMPARE(post(genuine, {{"Origin", own}}).status, 302);
    }

    void cancelTellsTheApplication()
    {
        get(authorizePath(u"&state=s1"_s));
        const auto page = get(u"/login"_s);
        const auto back = post({{u"X-Uaa-Csrf"_s, csrfOf(page)}, {u"cancel"_s, u"1"_s}});
        const auto redirect = get(QString::fromLatin1(back.headers.value("Location")));
        QCOMPARE(queryItem(redirect, u"error"_s), u"access_denied"_s);
        QCOMPARE(queryItem(redirect, u"state"_s), u"s1"_s);
        QCOMPARE(get(authorizePath()).headers.value("Location"), QByteArray("/login"));
    }

    void browserIsNotSentToStrangers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("client")
            << u"/oauth/authorize?response_type=code&client_id=nobody&redirect_uri=http://localhost/"_s
            << 401 << u"No client with requested id: nobody"_s;
        QTest::newRow("redirect") << authorizePath({}, u"https://evil.example/cb"_s) << 400
                                  << u"does not match one of the registered values"_s;
        QTest::newRow("no redirect")
            << u"/oauth/authorize?response_type=code&client_id=sb-tokentrail-sample!t1"_s << 400
            << u"Invalid redirect"_s;
    }

    void browserIsNotSentToStrangers()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, words);
        const auto page = get(path);
        QCOMPARE(page.status, status);
        QVERIFY(!page.headers.contains("Location"));
        QVERIFY(QString::fromUtf8(page.body).contains(words));
    }

    void mistakesOfTheApplicationGoBackToIt()
    {
        const auto type = get(
            u"/oauth/authorize?response_type=token&client_id=sb-tokentrail-sample!t1&state=z&redirect_uri="_s
            + callback);
        QCOMPARE(queryItem(type, u"error"_s), u"unsupported_response_type"_s);
        QCOMPARE(queryItem(type, u"state"_s), u"z"_s);
        const auto method = get(authorizePath(u"&code_challenge=x&code_challenge_method=S512"_s));
        QCOMPARE(queryItem(method, u"error"_s), u"invalid_request"_s);
    }

    void verifierMustFit_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<int>("status");
        const QString s256 = u"&code_challenge_method=S256&code_challenge="_s + challenge;
        const QString plain = u"&code_challenge_method=plain&code_challenge="_s + verifier;
        QTest::newRow("S256") << s256 << verifier << 200;
        QTest::newRow("S256, challenge itself") << s256 << challenge << 400;
        QTest::newRow("S256, none") << s256 << QString() << 400;
        QTest::newRow("plain") << plain << verifier << 200;
        QTest::newRow("plain, other") << plain << challenge << 400;
        QTest::newRow("none asked, one sent") << QString() << verifier << 400;
    }

    void verifierMustFit()
    {
        QFETCH(QString, query);
        QFETCH(QString, sent);
        QFETCH(int, status);
        const auto redirect = logIn(authorizePath(query));
        const Fields more = sent.isNull() ? Fields() : Fields{{u"code_verifier"_s, sent}};
        const auto response = redeem(queryItem(redirect, u"code"_s), more);
        QCOMPARE(response.status, status);
        if (status == 400)
            QCOMPARE(m_box.json(response)[u"error"].toString(), u"invalid_grant"_s);
    }

    void codeIsUsedUpBySuccessAlone()
    {
        const auto code = queryItem(logIn(authorizePath()), u"code"_s);
        const auto client = m_box.client();
        const Fields grant{{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code}};
        const auto elsewhere =
            m_box.token(grant + Fields{{u"redirect_uri"_s, u"http://localhost:1/"_s}});
        QCOMPARE(elsewhere.status, 400);
        const auto wrongSecret = m_box.post(u"/oauth/token"_s,
                                            grant
                                                + Fields{{u"redirect_uri"_s, callback},
                                                         client.at(0),
                                                         {u"client_secret"_s, u"x"_s}});
        QCOMPARE(wrongSecret.status, 401);
        QCOMPARE(redeem(code).status, 200);
        const auto again = redeem(code);
        QCOMPARE(again.status, 400);
        QCOMPARE(m_box.json(again)[u"error_description"].toString(),
                 QString(u"Invalid authorization code: "_s + code));
    }

    void codeIsOfOneClientAlone()
    {
        m_box.command(u"app.put"_s,
                      text::Json::object({{u"application"_s,
                                           text::Json::object({{u"xsappname"_s, u"thief"_s}})}}));
        const auto code = queryItem(logIn(authorizePath()), u"code"_s);
        const auto stolen = m_box.token({{u"grant_type"_s, u"authorization_code"_s},
                                         {u"code"_s, code},
                                         {u"redirect_uri"_s, callback}},
                                        u"thief"_s);
        QCOMPARE(stolen.status, 400);
        QCOMPARE(m_box.json(stolen)[u"error"].toString(), u"invalid_grant"_s);
        QCOMPARE(redeem(code).status, 200); // and it is still good for its own
    }

    void logoutEndsTheSession()
    {
        logIn(authorizePath());
        const auto out = get(
            u"/logout.do?client_id=sb-tokentrail-sample!t1&redirect=http%3A%2F%2Flocalhost%3A5000%2Fbye"_s);
        QCOMPARE(out.headers.value("Location"), QByteArray("http://localhost:5000/bye"));
        QCOMPARE(get(authorizePath()).headers.value("Location"), QByteArray("/login"));
        const auto stranger = get(
            u"/logout.do?client_id=sb-tokentrail-sample!t1&redirect=https%3A%2F%2Fevil.example"_s);
        QCOMPARE(stranger.headers.value("Location"), QByteArray("/login"));
    }

    void hostsOfStrangersAreRefused_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("answered");
        QTest::newRow("127.0.0.1") << u"127.0.0.1"_s << true;
        QTest::newRow("localhost") << u"localhost"_s << true;
        QTest::newRow("tenant") << u"dev.LOCALHOST"_s << true;
        QTest::newRow("IPv6") << u"[::1]"_s << true;
        QTest::newRow("rebound name") << u"evil.example"_s << false;
        QTest::newRow("localhost suffix") << u"localhost.evil.example"_s << false;
        QTest::newRow("ends alike") << u"evillocalhost"_s << false;
    }

    void hostsOfStrangersAreRefused()
    {
        QFETCH(QString, host);
        QFETCH(bool, answered);
        const auto port = QByteArray::number(m_box.sandbox().endpoints().xsuaaHttpUrl.port());
        const QByteArray name = host.toLatin1() + ':' + port;
        const auto response = m_box.get(u"/token_keys"_s, {{"Host", name}});
        QCOMPARE(response.status, answered ? 200 : 421);
        if (answered)
            QCOMPARE(m_box.get(u"/token_keys"_s, {{"Host", host.toLatin1() + ":1"}}).status, 421);
    }
};

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
