// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/check.h"
#include "core/sandbox/boundkey.h"
#include "tests/support/runninglandscape.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using destination::Chain;
using test::RunningLandscape;

// What a real call through real parties proves.
class TestCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunningLandscape> m_landscape;

    // "found passed", …: those that were done.
    QStringList outcomes(const QString &user, const QByteArray &what)
    {
        destination::ChainInput input;
        input.destinationName = u"S4"_s;
        input.destinationKey = sandbox::boundKey(xsuaa::ServiceKind::Destination,
                                                 m_landscape->destinationCredentials())
                                   .value();
        input.connectivityKey = sandbox::boundKey(xsuaa::ServiceKind::Connectivity,
                                                  m_landscape->connectivityCredentials())
                                    .value();
        if (!user.isEmpty())
            input.userToken = Secret(m_landscape->userToken(user));
        input.pathAndQuery = what;
        input.headers = {{"Accept", "application/json"}};
        input.tls = m_landscape->tls();
        Chain chain(m_landscape->client(), input);
        QSignalSpy finished(&chain, &Chain::finished);
        chain.start();
        if (!finished.wait(20'000))
            return {u"never finished"_s};
        QStringList lines;
        for (const auto &check : destination::checksOf(destination::CheckInput::of(chain, user))) {
            if (check.outcome != destination::Check::Outcome::NotDone)
                lines << nameOf(check.id) + u' ' + nameOf(check.outcome);
        }
        return lines;
    }

    static http::Exchange answered(int status, const QByteArray &type, const QByteArray &body)
    {
        http::Exchange exchange;
        exchange.callee = u"proxy"_s;
        exchange.response.status = status;
        exchange.response.headers.add("Content-Type", type);
        exchange.response.body = body;
        return exchange;
    }

private Q_SLOTS:
    void init() { m_landscape = std::make_unique<RunningLandscape>(); }
    void cleanup() { m_landscape.reset(); }

    void aHealthyCallProvesAll()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        QCOMPARE(outcomes(u"alice"_s, path),
                 (QStringList{u"found passed"_s,
                              u"token passed"_s,
                              u"proxy passed"_s,
                              u"http passed"_s,
                              u"signed-in passed"_s,
                              u"odata passed"_s}));
    }

    void anUnmappedUserIsNotSignedIn()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        QCOMPARE(outcomes(u"bob"_s, path).last(), u"signed-in failed"_s);
    }

    void aMissingRoleIsASignedInUser()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        const auto lines = outcomes(u"carol"_s, path);
        QVERIFY(lines.contains(u"signed-in passed"_s));
        QCOMPARE(lines.last(), u"odata failed"_s);
    }

    void aHostThatIsNotExposedStopsAtTheProxy()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s)
            .set(u"URL"_s, u"http://elsewhere:1"_s);
        QCOMPARE(outcomes(u"alice"_s, path).last(), u"proxy failed"_s);
    }

    void withoutAUserTheTokenIsWhatFails()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        QCOMPARE(outcomes({}, path), (QStringList{u"found passed"_s, u"token failed"_s}));
    }

    void anUnknownNameStopsAtOnce()
    {
        QCOMPARE(outcomes(u"alice"_s, path), QStringList{u"found failed"_s});
    }

    void aTechnicalUserIsNotTakenForThePerson()
    {
        auto &destination = m_landscape->addDestination(u"S4"_s, u"BasicAuthentication"_s);
        destination.set(u"User"_s, u"TECHUSER"_s);
        destination.set(u"Password"_s, u"secret of TECHUSER"_s);
        const destination::CheckInput input{destination::destinationFromJson(destination).value(),
                                            {answered(200, "application/json", "{\"d\":{}}")},
                                            {},
                                            u"alice"_s};
        for (const auto &check : destination::checksOf(input)) {
            if (check.id == destination::Check::Id::SignedIn)
                QCOMPARE(check.sentence, u"The target took the logon as TECHUSER."_s);
        }
    }

    void whatIsNoLogonIsSeen_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("a page to log on") << 200 << "text/html; charset=utf-8"_ba;
        QTest::newRow("sent on") << 302 << "text/plain"_ba;
        QTest::newRow("refused") << 401 << "text/html"_ba;
    }

    void whatIsNoLogonIsSeen()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        auto &destination = m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        const destination::CheckInput input{destination::destinationFromJson(destination).value(),
                                            {answered(status, type, "<html>")},
                                            {},
                                            u"alice"_s};
        const auto checks = destination::checksOf(input);
        QCOMPARE(nameOf(checks[6].id), u"signed-in"_s);
        QCOMPARE(nameOf(checks[6].outcome), u"failed"_s);
        QCOMPARE(nameOf(checks[7].outcome), u"not-done"_s);
    }

    void aTargetThatIsNotThere()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s)
            .set(u"URL"_s, u"http://127.0.0.1:1"_s);
        m_landscape->knownDestinations.first().set(u"ProxyType"_s, u"Internet"_s);
        QCOMPARE(outcomes({}, path).last(), u"http failed"_s);
    }

    void aNameWithoutAnAddress()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s)
            .set(u"URL"_s, u"http://nowhere.invalid"_s);
        m_landscape->knownDestinations.first().set(u"ProxyType"_s, u"Internet"_s);
        QCOMPARE(outcomes({}, path).last(), u"name failed"_s);
    }

private:
    static constexpr auto path =
        "/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1";
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
