// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/scenariorun.h"

#include "core/base/clock.h"
#include "core/call/calltrail.h"

#include <QTimer>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// The record of the service may come a moment after its answer.
constexpr int lateRecordMs = 60;

call::Session sessionOf(const sandbox::Scenario::Call &call)
{
    call::Session session;
    session.userName = call.as;
    session.title = call.as;
    session.grant = call.as.isEmpty() ? call::Grant::None
        : call.as == "application"_L1 ? call::Grant::ClientCredentials
                                      : call::Grant::Password;
    // The sandbox's own users have their name as password; it is no secret.
    session.password = Secret(call.password.isEmpty() ? call.as : call.password);
    return session;
}

} // namespace

ScenarioRun::ScenarioRun(sandbox::Sandbox &sandbox,
                         const sandbox::Scenario &scenario,
                         QObject *parent)
    : QObject(parent)
    , m_sandbox(sandbox)
    , m_scenario(scenario)
{
    m_tls.extraCaPem = sandbox.caPem();
}

void ScenarioRun::start()
{
    auto keys = sandbox::keysOf(m_sandbox);
    if (!keys) {
        m_outcome.failure = keys.error().toString();
        QTimer::singleShot(0, this, &ScenarioRun::finished);
        return;
    }
    m_keys = std::move(*keys);
    m_startMs = Clock::system().nowMs();
    if (!m_scenario.call.tokenBeforeFaults && !setUp()) {
        QTimer::singleShot(0, this, &ScenarioRun::finished);
        return;
    }
    signIn();
}

bool ScenarioRun::setUp()
{
    const auto done =
        sandbox::applyScenario(m_scenario, [this](const QString &verb, const Json &arguments) {
            return m_sandbox.command(verb, arguments);
        });
    if (!done)
        m_outcome.failure = done.error().toString();
    return bool(done);
}

void ScenarioRun::putBack()
{
    (void)m_sandbox.command(u"fault.clear"_s, Json::object());
    for (const auto &destination : m_scenario.destinations)
        (void)m_sandbox.command(u"destination.remove"_s,
                                Json::object({{u"name"_s, destination[u"Name"]}}));
    for (const auto &user : m_scenario.users)
        (void)m_sandbox.command(u"user.remove"_s, Json::object({{u"name"_s, user[u"userName"]}}));
}

void ScenarioRun::signIn()
{
    const auto session = sessionOf(m_scenario.call);
    if (session.grant == call::Grant::None || !m_keys.application)
        return send(session);
    call::TokenFetchInput input;
    input.key = *m_keys.application;
    input.grant = session.grant;
    input.userName = session.userName;
    input.password = session.password;
    input.tls = m_tls;
    auto *fetch = new call::TokenFetch(m_client, input, this);
    connect(fetch, &call::TokenFetch::finished, this, [this](const call::TokenFetch *done) {
        m_own += done->exchanges();
        if (!done->result())
            return conclude({});
        if (m_scenario.call.tokenBeforeFaults && !setUp())
            return Q_EMIT finished();
        send(*done->result());
    });
    fetch->start();
}

void ScenarioRun::send(const call::Session &session)
{
    call::CallInput input;
    input.session = session;
    input.method = m_scenario.call.method;
    input.body = m_scenario.call.body;
    input.tls = m_tls;
    input.url = m_sandbox.endpoints().serviceUrl.resolved(QUrl(m_scenario.call.path));
    for (const auto &[name, value] : m_scenario.call.headers)
        input.headers.add(name, value);
    if (!m_scenario.call.destination.isEmpty() && m_keys.destination)
        input.via = call::CallInput::Via{
            m_scenario.call.destination, *m_keys.destination, m_keys.connectivity};
    auto *runner = new call::CallRunner(m_client, input, this);
    connect(runner, &call::CallRunner::finished, this, [this](const call::CallRunner *done) {
        m_own += done->exchanges();
        if (!done->exchanges().isEmpty())
            m_outcome.status = done->exchanges().constLast().response.status;
        QTimer::singleShot(
            lateRecordMs, this, [this, id = done->correlationId()] { conclude(id); });
    });
    runner->start();
}

QList<http::Exchange> ScenarioRun::recorded() const
{
    QList<http::Exchange> list;
    for (const auto &exchange : m_sandbox.journal().exchanges()) {
        if (exchange.startMs >= m_startMs)
            list.append(exchange);
    }
    return list;
}

void ScenarioRun::conclude(const QString &correlationId)
{
    m_outcome.trail = call::trailOfCall(m_own + recorded(), correlationId);
    diagnosis::Case seen;
    seen.trail = m_outcome.trail;
    seen.key = m_keys.application;
    seen.keys = m_keys.signing;
    m_outcome.diagnosis = diagnosis::diagnose(seen);
    compare();
    putBack();
    Q_EMIT finished();
}

void ScenarioRun::compare()
{
    if (m_outcome.status != m_scenario.status)
        m_outcome.differences
            << u"status %1 instead of %2"_s.arg(m_outcome.status).arg(m_scenario.status);
    QStringList ids;
    for (const auto &finding : m_outcome.diagnosis.findings)
        ids << finding.id;
    if (ids.value(0) != m_scenario.finding)
        m_outcome.differences << u"found %1 instead of %2"_s.arg(
            ids.isEmpty() ? u"nothing"_s : ids.join(u", "_s), m_scenario.finding);
}

} // namespace tokentrail::ctl
