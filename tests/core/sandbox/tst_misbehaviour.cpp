// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/misbehaviour.h"

#include <QSet>
#include <QTest>

#include <optional>

using namespace tokentrail;
using namespace tokentrail::sandbox;
using namespace Qt::StringLiterals;

namespace {

class HealthyBackend final : public Party
{
public:
    QString observer() const override { return u"backend"_s; }
    void handle(const http::Request &,
                const http::Connection &,
                const Note &,
                http::Responder respond) override
    {
        http::Response response;
        response.status = 200;
        respond(response);
    }
};

} // namespace

class MisbehaviourTest : public QObject
{
    Q_OBJECT

    HealthyBackend m_backend;

    std::optional<http::Response> answerUnder(const QString &fault, const QString &value)
    {
        m_answer.reset();
        m_misbehaviour = std::make_unique<Misbehaviour>(
            [=](QStringView name) { return name == fault ? value : QString(); });
        m_misbehaviour->handle(
            m_backend, {}, {}, {}, http::Responder([this](const http::Response &response) {
                m_answer = response;
            }));
        return m_answer;
    }

    std::unique_ptr<Misbehaviour> m_misbehaviour;
    std::optional<http::Response> m_answer;

private Q_SLOTS:
    void aHealthyPartyAnswersItself() { QCOMPARE(answerUnder({}, {})->status, 200); }
    void faultsOfOthersAreNotItsOwn()
    {
        QCOMPARE(answerUnder(u"proxy.status"_s, u"500"_s)->status, 200);
    }
    void aStatusTakesItsPlace()
    {
        const auto answer = answerUnder(u"backend.status"_s, u"500"_s);
        QCOMPARE(answer->status, 500);
        QVERIFY(answer->body.contains("backend.status")); // says that it is on purpose
    }
    void aRateLimitSaysHowLongToWait()
    {
        const auto answer = answerUnder(u"backend.rate-limit"_s, u"on"_s);
        QCOMPARE(answer->status, 429);
        QCOMPARE(answer->headers.value("Retry-After"), QByteArray("1"));
    }
    void aRedirectLeadsBackToWhereItCameFrom()
    {
        const auto answer = answerUnder(u"backend.redirect"_s, u"on"_s);
        QCOMPARE(answer->status, 302);
        QCOMPARE(answer->headers.value("Location"), QByteArray("/"));
    }
    void aPageIsNoJson()
    {
        const auto answer = answerUnder(u"backend.html"_s, u"on"_s);
        QCOMPARE(answer->status, 200);
        QVERIFY(answer->body.startsWith("<!DOCTYPE html>"));
    }
    void aDroppedConnectionHasNoAnswer()
    {
        QCOMPARE(answerUnder(u"backend.drop"_s, u"on"_s)->status, http::Responder::dropped);
    }
    void aDelayedAnswerComesLater()
    {
        QVERIFY(!answerUnder(u"backend.delay"_s, u"1"_s));
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->status, 200);
    }
    void anAnswerThatIsStillToComeDiesWithItsLandscape()
    {
        QVERIFY(!answerUnder(u"backend.delay"_s, u"1"_s));
        m_misbehaviour.reset();
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->status, 500); // nobody answered, the party least of all
    }
    void everyFaultIsInTheTableOnce()
    {
        QSet<QByteArray> names;
        for (const auto &fault : knownFaults()) {
            QVERIFY2(!names.contains(fault.name), fault.name.constData());
            names << fault.name;
            const auto name = QString::fromLatin1(fault.name);
            QVERIFY2(checkedFaultValue(name, {}), fault.name.constData());
        }
        QVERIFY(names.contains("backend.drop"));
        QVERIFY(names.contains("xsuaa.rogue-key"));
    }
};

QTEST_GUILESS_MAIN(MisbehaviourTest)
#include "tst_misbehaviour.moc"
