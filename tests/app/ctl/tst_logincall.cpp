// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QDirIterator>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// `login` and `call` as scripts use them: grants, sessions in the vault, exit codes.
class TestLoginCall : public QObject
{
    Q_OBJECT

    tests::SandboxProcess m_sandbox;
    QString m_key;
    QString m_password;

    QString service(const QString &path) const
    {
        return m_sandbox.endpoints()[u"service"][u"url"].toString() + path;
    }
    tests::CtlRun login(const QStringList &more) const
    {
        return m_sandbox.ctl(QStringList{u"login"_s, u"--key"_s, m_key} + more);
    }
    // An assertion about somebody in a file, as Base64 or as the XML that it is.
    QString samlFile(const QString &user, bool encoded) const
    {
        auto text =
            m_sandbox
                .ctl({u"sandbox"_s, u"saml-assertion"_s, user, u"--state"_s, m_sandbox.state()})
                .out.trimmed();
        if (!encoded)
            text = QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
        return m_sandbox.file(encoded ? u"saml.txt"_s : u"saml.xml"_s, text + '\n');
    }
    QStringList asAlice() const
    {
        return {
            u"--grant"_s, u"password"_s, u"--user"_s, u"alice"_s, u"--password-file"_s, m_password};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.failure()));
        m_key = m_sandbox.keyFile();
        m_password = m_sandbox.file(u"pw"_s, "alice\n");
    }
    void init()
    {
        qunsetenv("TOKENTRAIL_VAULT_PASSPHRASE");
        qputenv("TOKENTRAIL_VAULT_KEY_FILE",
                m_sandbox.file(u"vault.key"_s, QByteArray(32, 'k')).toUtf8());
    }

    void loginShowsTheTokenWithoutItsSignature()
    {
        const auto run = login(asAlice() + QStringList{u"--json"_s});
        QCOMPARE(run.code, 0);
        const auto json = run.json();
        QCOMPARE(json[u"token"][u"claims"][u"user_name"].toString(), u"alice"_s);
        QCOMPARE(json[u"token"][u"kind"].toString(), u"user"_s);
        QCOMPARE(json[u"hops"].size(), 1);
        QCOMPARE(json[u"hops"].elements()[0][u"kind"].toString(), u"token"_s);
        QVERIFY(!json.contains(u"accessToken"));
        const auto token = login(asAlice() + QStringList{u"--print-token"_s}).out.trimmed();
        QCOMPARE(token.count('.'), 2);
        QVERIFY(!run.out.contains("\"password\": \"alice\""));
    }

    void everyGrantGivesAToken_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("grant");
        const QString assertion = m_sandbox.tokenFile(u"alice"_s);
        QTest::newRow("password") << asAlice() << u"password"_s;
        QTest::newRow("client_credentials")
            << QStringList{u"--grant"_s, u"client_credentials"_s} << u"client_credentials"_s;
        QTest::newRow("jwt-bearer")
            << QStringList{u"--grant"_s, u"jwt-bearer"_s, u"--assertion-file"_s, assertion}
            << u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s;
        for (const auto &[name, encoded] :
             {std::pair("saml2-bearer", true), std::pair("saml2-bearer as XML", false)}) {
            QTest::newRow(name) << QStringList{u"--grant"_s,
                                               u"saml2-bearer"_s,
                                               u"--assertion-file"_s,
                                               samlFile(u"alice"_s, encoded)}
                                << u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s;
        }
    }
    void everyGrantGivesAToken()
    {
        QFETCH(QStringList, options);
        const auto run = login(options + QStringList{u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QTEST(run.json()[u"token"][u"claims"][u"grant_type"].toString(), "grant");
    }

    void aSessionOutlivesTheCommandSealed()
    {
        auto run = login(asAlice() + QStringList{u"--session"_s, u"mine"_s, u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        run = m_sandbox.ctl({u"call"_s,
                             u"GET"_s,
                             service(u"/api/FunctionalLocation?$top=1"_s),
                             u"--session"_s,
                             u"mine"_s,
                             u"--json"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        const auto json = run.json();
        QCOMPARE(json[u"status"].toInteger(), 200);
        QVERIFY(json[u"body"].toString().contains(u"ALICE"_s));
        QVERIFY(json[u"headers"][u"content-type"].toString().startsWith(u"application/json"_s));
        QVERIFY(json[u"findings"].isArray());

        run = login(
            {u"--grant"_s, u"refresh_token"_s, u"--session"_s, u"mine"_s, u"--print-token"_s});
        QVERIFY2(run.code == 0, run.err.constData());

        QDirIterator files(
            m_sandbox.folder() + u"/data"_s, QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto content = file.readAll();
            QVERIFY2(!content.contains("eyJ") && !content.contains("alice"),
                     qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY(looked > 0);
    }

    // A log-out without the key that it came from, and one that asks nobody.
    void aLogOutSaysWhatWasProved()
    {
        for (const auto &[option, outcome] :
             {std::pair(QString(), u"agreed"_s), std::pair(u"--no-revoke"_s, u"not-asked"_s)}) {
            QCOMPARE(login(asAlice() + QStringList{u"--session"_s, u"leaving"_s}).code, 0);
            QStringList words{u"session"_s, u"logout"_s, u"leaving"_s, u"--json"_s};
            if (!option.isEmpty())
                words << option;
            const auto run = m_sandbox.ctl(words);
            QVERIFY2(run.code == 0, run.err.constData());
            QCOMPARE(run.json()[u"revocation"][u"outcome"].toString(), outcome);
        }
    }

    void sessionsAreListedRefreshedAndLoggedOut()
    {
        const auto session = [this](const QString &verb, const QStringList &more = {}) {
            return m_sandbox.ctl(QStringList{u"session"_s, verb} + more + QStringList{u"--json"_s});
        };
        QCOMPARE(login(asAlice() + QStringList{u"--session"_s, u"book"_s}).code, 0);
        const auto find = [&](const text::Json &list) {
            for (const auto &one : list.elements()) {
                if (one[u"name"].toString() == "book"_L1)
                    return one;
            }
            return text::Json();
        };
        auto one = find(session(u"list"_s).json());
        QCOMPARE(one[u"title"].toString(), u"alice"_s);
        QCOMPARE(one[u"state"].toString(), u"active"_s);
        QVERIFY(one[u"token"][u"fingerprint"].isString());
        QVERIFY(!one[u"token"].contains(u"accessToken"));
        const auto first = one[u"token"][u"fingerprint"].toString();

        QCOMPARE(session(u"refresh"_s, {u"book"_s}).code, 2); // its key is in no vault
        auto run = session(u"refresh"_s, {u"book"_s, u"--key"_s, m_key});
        QVERIFY2(run.code == 0, run.err.constData());
        one = session(u"show"_s, {u"book"_s}).json();
        QCOMPARE(one[u"title"].toString(), u"alice"_s);
        QCOMPARE(one[u"grant"].toString(), u"password"_s);
        QCOMPARE(one[u"past"].elements()[0][u"fingerprint"].toString(), first);
        QVERIFY(one[u"token"][u"fingerprint"].toString() != first);
        QCOMPARE(one[u"decoded"][u"claims"][u"user_name"].toString(), u"alice"_s);

        run = session(u"logout"_s, {u"book"_s, u"--key"_s, m_key});
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.json()[u"revocation"][u"outcome"].toString(), u"proved"_s);
        one = session(u"show"_s, {u"book"_s}).json();
        QCOMPARE(one[u"state"].toString(), u"logged-out"_s);
        QCOMPARE(one[u"past"].size(), 2);
        QCOMPARE(session(u"refresh"_s, {u"book"_s, u"--key"_s, m_key}).code, 1);
        QCOMPARE(session(u"forget"_s, {u"book"_s}).code, 0);
        run = session(u"show"_s, {u"book"_s});
        QVERIFY(run.code != 0);
        QVERIFY(run.err.contains("no session"));
        QCOMPARE(session(u"show"_s).code, 2);
    }

    void aVaultThatDoesNotOpenStopsTheLoginBeforeItBegins()
    {
        QCOMPARE(login(asAlice() + QStringList{u"--session"_s, u"mine"_s}).code, 0);
        qputenv("TOKENTRAIL_VAULT_KEY_FILE",
                m_sandbox.file(u"other.key"_s, QByteArray(32, 'x')).toUtf8());
        const auto run = login(asAlice() + QStringList{u"--session"_s, u"mine"_s, u"--json"_s});
        QCOMPARE(run.code, 3);
        QVERIFY(run.err.contains("left as it is"));
        QVERIFY(run.out.isEmpty());
        qunsetenv("TOKENTRAIL_VAULT_KEY_FILE");
        QCOMPARE(login(asAlice() + QStringList{u"--session"_s, u"mine"_s}).code, 2);
    }

    void callsThroughADestination()
    {
        const auto bindings = m_sandbox.ctl({u"sandbox"_s,
                                             u"bindings"_s,
                                             u"--format"_s,
                                             u"vcap"_s,
                                             u"--state"_s,
                                             m_sandbox.state()});
        const auto key = m_sandbox.file(u"vcap.json"_s, bindings.out);
        const QStringList call{
            u"call"_s,
            u"GET"_s,
            u"/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1"_s,
            u"--destination"_s,
            u"S4_PP"_s,
            u"--destination-key"_s,
            key,
            u"--json"_s};
        auto run =
            m_sandbox.ctl(call + QStringList{u"--token-file"_s, m_sandbox.tokenFile(u"alice"_s)});
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(run.json()[u"body"].toString().contains(u"ALICE"_s));
        run = m_sandbox.ctl(call);
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains("No user token (JWT) has been provided."));
        QCOMPARE(run.json()[u"status"].toInteger(), 0);
        QCOMPARE(run.json()[u"findings"].elements().at(0)[u"id"].toString(),
                 u"user-token-absent"_s);
    }

    void exitCodesSayWhatKindOfFailureItWas_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QStringList &words, int code) {
            QTest::newRow(name) << words << code;
        };
        const auto get = [](const QString &url) {
            return QStringList{u"call"_s, u"GET"_s, url};
        };
        row("no URL", {u"call"_s, u"GET"_s}, 2);
        row("relative URL", get(u"/x"_s), 2);
        row("bad header", get(service(u"/"_s)) + QStringList{u"--header"_s, u"x"_s}, 2);
        row("line break in a header",
            get(service(u"/"_s)) + QStringList{u"--header"_s, u"X: a\r\nEvil: b"_s},
            2);
        row("line break in the method", {u"call"_s, u"GET\r\nX: y"_s, service(u"/"_s)}, 2);
        row("no password", get(service(u"/"_s)) + QStringList{u"--basic"_s, u"alice"_s}, 2);
        row("two identities",
            get(service(u"/"_s)) + QStringList{u"--basic"_s, u"alice"_s, u"--token-file"_s, u"x"_s},
            2);
        row("no such token file",
            get(service(u"/"_s)) + QStringList{u"--token-file"_s, u"/no/such/file"_s},
            3);
        row("no such session", get(service(u"/"_s)) + QStringList{u"--session"_s, u"nobody"_s}, 3);
        row("refused", get(service(u"/api/FunctionalLocation"_s)), 1);
        row("nobody there", get(u"http://127.0.0.1:1/"_s), 4);
        row("unknown host", get(u"http://no-such-host.invalid/"_s), 4);
        row("healthy", get(service(u"/"_s)), 0);
        row("login without key", {u"login"_s, u"--grant"_s, u"password"_s}, 2);
        row("login with an unknown grant",
            {u"login"_s, u"--key"_s, m_key, u"--grant"_s, u"magic"_s},
            2);
        row("login with another file as key",
            {u"login"_s, u"--key"_s, m_password, u"--grant"_s, u"client_credentials"_s},
            3);
        row("wrong password",
            {u"login"_s,
             u"--key"_s,
             m_key,
             u"--grant"_s,
             u"password"_s,
             u"--user"_s,
             u"bob"_s,
             u"--password-file"_s,
             m_password},
            1);
    }
    void exitCodesSayWhatKindOfFailureItWas()
    {
        QFETCH(QStringList, words);
        const auto run = m_sandbox.ctl(words);
        QTEST(run.code, "code");
        if (run.code > 1)
            QVERIFY(run.err.startsWith("tokentrailctl: "));
    }

    void givesTheAnswerAlsoWhenNobodyIsThere()
    {
        const auto run =
            m_sandbox.ctl({u"call"_s, u"GET"_s, u"http://127.0.0.1:1/"_s, u"--json"_s});
        QCOMPARE(run.code, 4);
        QCOMPARE(run.json()[u"status"].toInteger(-1), 0);
        QVERIFY(run.json()[u"error"].toString().contains(u"refused"_s));
        QCOMPARE(run.json()[u"hops"].size(), 1);
    }

    void redactsUnlessAskedNotTo()
    {
        const auto token = m_sandbox.tokenFile(u"alice"_s);
        QFile file(token);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto signature = file.readAll().split('.').at(2);
        const QStringList call{
            u"call"_s, u"GET"_s, service(u"/api/FunctionalLocation"_s), u"--token-file"_s, token};
        for (const auto &options : {QStringList{}, QStringList{u"--json"_s}})
            QVERIFY(!m_sandbox.ctl(call + options).out.contains(signature));
        const auto revealed = login(asAlice() + QStringList{u"--json"_s, u"--reveal"_s}).json();
        QCOMPARE(revealed[u"accessToken"].toString().count(u'.'), 2);
    }

    void sendsABodyAndHeaders()
    {
        const auto body = m_sandbox.file(u"body.json"_s, "{\"a\":1}");
        const auto run = m_sandbox.ctl({u"call"_s,
                                        u"POST"_s,
                                        service(u"/api/FunctionalLocation"_s),
                                        u"--data-file"_s,
                                        body,
                                        u"--header"_s,
                                        u"Content-Type: application/json"_s,
                                        u"--header"_s,
                                        u"X-Correlation-ID: mine"_s,
                                        u"--json"_s});
        const auto json = run.json();
        QCOMPARE(json[u"correlationId"].toString(), u"mine"_s);
        const auto &request = json[u"hops"].elements().at(0)[u"request"];
        QCOMPARE(request[u"method"].toString(), u"POST"_s);
        QCOMPARE(request[u"body"].toString(), u"{\"a\":1}"_s);
    }
};

QTEST_GUILESS_MAIN(TestLoginCall)
#include "tst_logincall.moc"
