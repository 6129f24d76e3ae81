// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/keyprobe.h"
#include "tests/support/runningsandbox.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;
using Outcome = Proof::Outcome;

// "Does it still work?", asked of the real sandbox.
class TestKeyProbe : public QObject
{
    Q_OBJECT

    test::RunningSandbox m_sandbox;
    http::Client m_client;
    http::TlsSettings m_tls;

    xsuaa::ServiceKey keyOf(xsuaa::ServiceKind kind)
    {
        const auto vcap = m_sandbox.command(
            u"bindings"_s, text::Json::object({{u"format"_s, u"vcap"_s}, {u"http"_s, true}}));
        return *xsuaa::readServiceKey(vcap.toCompact(), kind);
    }
    std::unique_ptr<KeyProbe> probe(const xsuaa::ServiceKey &key)
    {
        auto probe = std::make_unique<KeyProbe>(m_client, key, m_tls);
        QSignalSpy finished(probe.get(), &KeyProbe::finished);
        probe->start();
        if (!finished.isEmpty() || !finished.wait(20'000))
            return nullptr;
        return probe;
    }
    static std::optional<Outcome> outcomeOf(const KeyProbe &probe, const QString &id)
    {
        for (const auto &proof : probe.proofs()) {
            if (proof.id == id)
                return proof.outcome;
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start()); }

    void aGoodKeyProvesItsClientAndNoMore()
    {
        const auto done = probe(keyOf(xsuaa::ServiceKind::Xsuaa));
        QVERIFY(done);
        QVERIFY2(done->works(), done->error() ? qPrintable(done->error()->sentence) : "");
        QCOMPARE(outcomeOf(*done, u"answers"_s), Outcome::Proved);
        QCOMPARE(outcomeOf(*done, u"client"_s), Outcome::Proved);
        QCOMPARE(outcomeOf(*done, u"token"_s), Outcome::Proved);
        QCOMPARE(outcomeOf(*done, u"zone"_s), Outcome::Proved);
        QCOMPARE(outcomeOf(*done, u"users"_s), Outcome::Open);
        QCOMPARE(done->exchanges().size(), 1);
    }

    void theDestinationServiceIsAskedToo()
    {
        auto key = keyOf(xsuaa::ServiceKind::Destination);
        auto done = probe(key);
        QVERIFY2(done && done->works(),
                 done && done->error() ? qPrintable(done->error()->sentence) : "");
        QCOMPARE(outcomeOf(*done, u"service"_s), Outcome::Proved);
        key.destinationUri = QUrl(u"http://127.0.0.1:1/"_s);
        done = probe(key);
        QVERIFY(done && !done->works());
        QCOMPARE(outcomeOf(*done, u"client"_s), Outcome::Proved);
        QCOMPARE(outcomeOf(*done, u"service"_s), Outcome::Refuted);
    }

    void aWrongSecretIsRefutedByTheServer()
    {
        auto key = keyOf(xsuaa::ServiceKind::Xsuaa);
        key.client.clientSecret = Secret(QByteArray("wrong"));
        const auto done = probe(key);
        QVERIFY(done && !done->works());
        QCOMPARE(done->error()->code, ErrorCode::Refused);
        QCOMPARE(outcomeOf(*done, u"answers"_s), Outcome::Proved);
        QCOMPARE(outcomeOf(*done, u"client"_s), Outcome::Refuted);
    }

    void nobodyThereProvesNothingOfTheClient()
    {
        auto key = keyOf(xsuaa::ServiceKind::Xsuaa);
        key.client.url = QUrl(u"http://127.0.0.1:1"_s);
        const auto done = probe(key);
        QVERIFY(done && !done->works());
        QCOMPARE(done->error()->code, ErrorCode::Network);
        QCOMPARE(outcomeOf(*done, u"answers"_s), Outcome::Refuted);
        QVERIFY(!outcomeOf(*done, u"client"_s));
    }

    void aTokenOfAnotherZoneIsSaid()
    {
        auto key = keyOf(xsuaa::ServiceKind::Xsuaa);
        key.client.zoneId = u"another-zone"_s;
        const auto done = probe(key);
        QVERIFY(done);
        QCOMPARE(outcomeOf(*done, u"zone"_s), Outcome::Refuted);
    }
};

QTEST_GUILESS_MAIN(TestKeyProbe)
#include "tst_keyprobe.moc"
