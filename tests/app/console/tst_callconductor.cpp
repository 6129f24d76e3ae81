// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/callconductor.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int patienceMs = 30'000; // keys are made on the first start

QString closedPlace()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return u"http://127.0.0.1:%1"_s.arg(server.serverPort());
}

} // namespace

// One call with the real sandbox behind it, without a window.
class TestCallConductor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<SessionBook> m_sessions;

    std::optional<ui::CallOutcome> outcomeThrough(const QString &name, const QString &url)
    {
        const auto made = m_sandbox->command(
            u"destination.put"_s,
            Json::object({{u"destination"_s,
                           Json::object({{u"Name"_s, name},
                                         {u"Type"_s, u"HTTP"_s},
                                         {u"URL"_s, url},
                                         {u"ProxyType"_s, u"Internet"_s},
                                         {u"Authentication"_s, u"NoAuthentication"_s}})}}));
        const auto place = placeOf(*m_sandbox);
        if (!made || !place)
            return {};
        ui::CallDraft draft;
        draft.url = u"/anything"_s;
        draft.target = u"sample"_s;
        draft.via = name;
        CallConductor conductor(
            {*m_client, *m_sessions, {}, &m_sandbox->journal(), *place, draft, {}});
        std::optional<ui::CallOutcome> outcome;
        connect(&conductor, &CallConductor::finished, this, [&outcome](const auto &came) {
            outcome = came;
        });
        QSignalSpy finished(&conductor, &CallConductor::finished);
        conductor.start();
        finished.wait(patienceMs);
        return outcome;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_client = std::make_unique<http::Client>();
        m_sessions = std::make_unique<SessionBook>(Clock::system());
        m_sandbox = std::make_unique<sandbox::Sandbox>();
        QSignalSpy started(m_sandbox.get(), &sandbox::Sandbox::started);
        m_sandbox->start({m_state.filePath(u"state"_s), 0, 0});
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, patienceMs);
    }

    void cleanupTestCase() { m_sandbox.reset(); }

    void aCallThatNobodyAnsweredWasSent()
    {
        const auto outcome = outcomeThrough(u"GONE"_s, closedPlace());
        QVERIFY(outcome);
        QVERIFY(outcome->sent);
        QCOMPARE(outcome->response.status, 0);
        QVERIFY(!outcome->failure.isEmpty());
        QCOMPARE(ui::statusLine(*outcome), u"no answer"_s);
    }

    void aCallThatWasNeverMadeWasNot()
    {
        const auto outcome = outcomeThrough(u"NO_URL"_s, u"nonsense"_s);
        QVERIFY(outcome);
        QVERIFY(!outcome->sent);
        QVERIFY2(outcome->failure.contains(u"nonsense"_s), qPrintable(outcome->failure));
        QCOMPARE(ui::statusLine(*outcome), u"not sent"_s);
    }
};

QTEST_MAIN(TestCallConductor)
#include "tst_callconductor.moc"
