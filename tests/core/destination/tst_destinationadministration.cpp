// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/administration.h"
#include "core/sandbox/boundkey.h"
#include "tests/support/runninglandscape.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using destination::AdministrationInput;
using destination::AdministrationJob;
using test::RunningLandscape;
using text::Json;
using Verb = AdministrationInput::Verb;

// The management interface, from the client through real sockets to the sandbox's service.
class TestAdministration : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunningLandscape> m_landscape;
    QList<http::Exchange> m_exchanges;

    Result<Json> ask(Verb verb, const QString &name = {}, const Json &properties = {})
    {
        AdministrationInput input;
        input.key = sandbox::boundKey(xsuaa::ServiceKind::Destination,
                                      m_landscape->destinationCredentials())
                        .value();
        input.verb = verb;
        input.name = name;
        input.properties = properties;
        input.tls = m_landscape->tls();
        AdministrationJob job(m_landscape->client(), input);
        QSignalSpy finished(&job, &AdministrationJob::finished);
        job.start();
        if (!finished.isEmpty() || !finished.wait(20'000) || finished.size() != 1)
            return Error{ErrorCode::Io, u"it did not finish once, later"_s};
        m_exchanges = job.exchanges();
        return job.result();
    }

    static Json destination(const QString &name, const QString &url)
    {
        return Json::object({{u"Name"_s, name},
                             {u"Type"_s, u"HTTP"_s},
                             {u"URL"_s, url},
                             {u"ProxyType"_s, u"Internet"_s},
                             {u"Authentication"_s, u"NoAuthentication"_s}});
    }

private Q_SLOTS:
    void init() { m_landscape = std::make_unique<RunningLandscape>(); }
    void cleanup() { m_landscape.reset(); }

    void createsReadsChangesAndRemoves()
    {
        const auto name = u"A b/ä"_s; // every name survives the path
        QVERIFY(ask(Verb::Create, name, destination(name, u"http://one.example.com"_s)));
        QCOMPARE(m_exchanges.last().request.method, "POST"_ba);
        QCOMPARE(m_exchanges.last().response.status, 201);
        QCOMPARE(ask(Verb::Get, name).value()[u"URL"].toString(), u"http://one.example.com"_s);
        const auto changed =
            ask(Verb::Update, name, destination(name, u"http://two.example.com"_s));
        QCOMPARE(changed.value()[u"Count"].toInteger(), 1);
        const auto all = ask(Verb::List).value();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.elements().front()[u"URL"].toString(), u"http://two.example.com"_s);
        QCOMPARE(ask(Verb::Remove, name).value()[u"Count"].toInteger(), 1);
        QCOMPARE(ask(Verb::List).value().size(), 0);
    }

    void whatIsThereIsNotMadeTwice()
    {
        const auto one = destination(u"A"_s, u"http://one.example.com"_s);
        QVERIFY(ask(Verb::Create, u"A"_s, one));
        QCOMPARE(ask(Verb::Create, u"A"_s, one).error().code, ErrorCode::Conflict);
    }

    void whatIsNotThereIsSaid()
    {
        for (const auto verb : {Verb::Get, Verb::Remove, Verb::Find})
            QCOMPARE(ask(verb, u"NOPE"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(ask(Verb::Update, u"NOPE"_s, destination(u"NOPE"_s, u"http://x"_s)).error().code,
                 ErrorCode::NotFound);
    }

    void whatIsNoDestinationIsRefused()
    {
        const auto refused = ask(Verb::Create, {}, Json::object({{u"Name"_s, u"A"_s}}));
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(refused.error().sentence.contains(u"400"));
        QVERIFY(refused.error().sentence.contains(u"Type"));
    }

    void findBringsTheOwnerAlong()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        QCOMPARE(ask(Verb::Find, u"S4"_s).value()[u"owner"][u"SubaccountId"].toString(),
                 u"zone-dev"_s);
    }

    void aRefusedClientIsSaidWithoutItsSecret()
    {
        m_landscape->xsuaa.tokenStatus = 401;
        const auto refused = ask(Verb::List);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(refused.error().sentence.contains(u"401"));
        QVERIFY(!refused.error().sentence.contains(u"secret of"));
        QCOMPARE(m_exchanges.size(), 1); // nothing goes on without a token
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_destinationadministration.moc"
