// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/runningsandbox.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::Fields;
using test::RunningSandbox;
using text::Json;

// Faults of single parties, as those see them who call the party.
class TestFaults : public QObject
{
    Q_OBJECT

    RunningSandbox m_box;

    void fault(const QString &name, const QString &value = {})
    {
        const auto set = m_box.sandbox().command(
            u"fault.set"_s, Json::object({{u"name"_s, name}, {u"value"_s, value}}));
        QVERIFY2(set, set ? "" : qPrintable(set.error().toString()));
    }
    http::Headers bearer(const QString &token)
    {
        return {{"Authorization", "Bearer " + token.toLatin1()}};
    }
    QString destinationToken()
    {
        return RunningSandbox::json(m_box.token({{u"grant_type"_s, u"client_credentials"_s}},
                                                u"destination"_s))[u"access_token"]
            .toString();
    }
    http::Response lookUp(const QString &name)
    {
        return m_box.get(u"/destination-configuration/v1/destinations/"_s + name,
                         bearer(destinationToken()));
    }
    http::Response callService(const QString &token)
    {
        return m_box.get(m_box.sandbox().endpoints().serviceUrl.toString()
                             + u"/api/FunctionalLocation?$top=1"_s,
                         bearer(token));
    }
    QString logOfService()
    {
        for (const auto &exchange : m_box.sandbox().journal().exchanges()) {
            if (exchange.observer == u"service" && exchange.notes.contains(u"log"))
                return exchange.notes[u"log"].toStringList().join(u'\n');
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_box.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().toString()));
    }
    void cleanup()
    {
        m_box.command(u"fault.clear"_s);
        m_box.sandbox().journal().clear();
    }

    void onlyTheGrantThatIsNamedIsRefused()
    {
        fault(u"xsuaa.refuse-grant"_s, u"client_credentials"_s);
        const auto refused = m_box.token({{u"grant_type"_s, u"client_credentials"_s}});
        QCOMPARE(refused.status, 401);
        QCOMPARE(RunningSandbox::json(refused)[u"error_description"].toString(),
                 u"Unauthorized grant type: client_credentials"_s);
        QVERIFY(!m_box.accessToken().isEmpty());
    }

    void aFieldOfTheTokenResponseIsLeftOut()
    {
        fault(u"xsuaa.missing-field"_s);
        const auto answer =
            RunningSandbox::json(m_box.token({{u"grant_type"_s, u"client_credentials"_s}}));
        QVERIFY(!answer.contains(u"expires_in"));
        QVERIFY(answer.contains(u"scope"));
    }

    void theKeySetIsEmpty()
    {
        fault(u"xsuaa.jwks-empty"_s);
        QCOMPARE(m_box.get(u"/token_keys"_s).body, QByteArray("{\"keys\":[]}"));
    }

    void aCertificateIsNotAccepted_data()
    {
        QTest::addColumn<QString>("port");
        QTest::addColumn<QString>("defect");
        QTest::addColumn<QString>("failure");
        for (const auto &port : {u"xsuaa"_s, u"backend"_s}) {
            const auto row = [&port](const char *defect) -> QTestData & {
                return QTest::newRow(qPrintable(port + u' ' + QLatin1StringView(defect)))
                    << port << QString::fromLatin1(defect);
            };
            row("untrusted") << u"tls-untrusted"_s;
            row("expired") << u"tls-untrusted"_s;
            row("wrong-name") << u"tls-host-mismatch"_s;
        }
    }
    void aCertificateIsNotAccepted()
    {
        QFETCH(QString, port);
        QFETCH(QString, defect);
        QFETCH(QString, failure);
        const auto &endpoints = m_box.sandbox().endpoints();
        const QString url = port == u"xsuaa"
            ? endpoints.xsuaaUrl.toString() + u"/token_keys"_s
            : endpoints.backendTlsUrl.toString() + u"/sap/opu/odata/sap/"_s;
        const auto healthy = m_box.get(url).status;
        QVERIFY(healthy != 0);
        fault(port + u".certificate"_s, defect);
        QCOMPARE(m_box.get(url).status, 0);
        QCOMPARE(m_box.failure(), failure);
        QCOMPARE(m_box.get(u"/token_keys"_s).status, 200); // the ports of others stay as they are
        m_box.command(u"fault.clear"_s);
        QCOMPARE(m_box.get(url).status, healthy); // on the same port
    }

    void onlyDefectsThatAreKnownAreTaken()
    {
        const auto set =
            m_box.sandbox().command(u"fault.set"_s,
                                    Json::object({{u"name"_s, u"xsuaa.certificate"_s},
                                                  {u"value"_s, u"self-signed-ish"_s}}));
        QVERIFY(!set);
        QVERIFY2(set.error().sentence.contains(u"untrusted, wrong-name, expired"_s),
                 qPrintable(set.error().sentence));
    }

    // What the sample service says when it cannot check a token: 500, never 401, but for keys.
    void theKeySetIsNotToBeHad_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("log");
        QTest::newRow("status") << u"xsuaa.jwks-status"_s << u"404"_s << 500
                                << u"ResponseError: HTTP response from "_s;
        QTest::newRow("redirect") << u"xsuaa.redirect"_s << u"on"_s << 500 << u"was 302"_s;
        QTest::newRow("page") << u"xsuaa.html"_s << u"on"_s << 500
                              << u"SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not "
                                 u"valid JSON"_s;
        QTest::newRow("hang-up") << u"xsuaa.drop"_s << u"on"_s << 500
                                 << u"reason: socket hang up"_s;
        QTest::newRow("late") << u"xsuaa.delay"_s << u"2500"_s << 500
                              << u"timed out after 2000 ms."_s;
        QTest::newRow("untrusted")
            << u"xsuaa.certificate"_s << u"untrusted"_s << 500 << u"certificate"_s;
        QTest::newRow("expired") << u"xsuaa.certificate"_s << u"expired"_s << 500
                                 << u"reason: certificate has expired"_s;
        QTest::newRow("wrong name") << u"xsuaa.certificate"_s << u"wrong-name"_s << 500
                                    << u"does not match certificate's altnames"_s;
        QTest::newRow("empty") << u"xsuaa.jwks-empty"_s << u"on"_s << 401
                               << u"MissingKidError: JWKS does not contain a key for kid="_s;
        QTest::newRow("not for you")
            << u"xsuaa.jwks-status"_s << u"400"_s << 401
            << u"WrongAudienceError: The online validation in the JWKS endpoint"_s;
    }
    void theKeySetIsNotToBeHad()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(int, status);
        QFETCH(QString, log);
        const auto token = m_box.accessToken();
        QCOMPARE(callService(token).status, 200); // the keys are known, and forgotten again
        fault(name, value);
        QCOMPARE(callService(token).status, status);
        QVERIFY2(logOfService().contains(log), qPrintable(logOfService()));
    }

    void aLookupLacksAMember()
    {
        fault(u"destination.missing-field"_s);
        const auto answer = RunningSandbox::json(lookUp(u"S4_PP"_s));
        QVERIFY(!answer.contains(u"owner"));
        fault(u"destination.missing-field"_s, u"ProxyType"_s);
        const auto other = RunningSandbox::json(lookUp(u"S4_PP"_s));
        QVERIFY(other.contains(u"owner"));
        QVERIFY(!other[u"destinationConfiguration"].contains(u"ProxyType"));
    }

    void aTokenOfADestinationIsNotToBeHad()
    {
        fault(u"destination.token-error"_s, u"out of order"_s);
        const auto answer = lookUp(u"S4_CC"_s);
        QCOMPARE(answer.status, 200);
        const auto token = RunningSandbox::json(answer)[u"authTokens"].elements()[0];
        QCOMPARE(token[u"error"].toString(), u"out of order"_s);
        QCOMPARE(token[u"value"].toString(), QString());
    }

    void headersThatAreTooLongStopAtTheProxy()
    {
        const auto token = m_box.accessToken();
        QCOMPARE(callService(token).status, 200);
        fault(u"proxy.header-limit"_s, u"200"_s); // any token is longer than that
        QCOMPARE(callService(token).status, 502);
    }

    void nobodyIsMappedInTheBackend()
    {
        const auto token = m_box.accessToken();
        QCOMPARE(callService(token).status, 200);
        fault(u"backend.user-unmapped"_s);
        QCOMPARE(callService(token).status, 502);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
