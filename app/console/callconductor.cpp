// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/callconductor.h"

#include "core/call/calltrail.h"
#include "core/trail/redaction.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

// The service's own record of the call may come a moment after its answer.
constexpr int lateRecordMs = 200;

bool isServiceRecordOf(const http::Exchange &exchange, const QString &correlationId)
{
    return exchange.observer == u"service"
        && exchange.request.headers.value("x-correlation-id") == correlationId.toUtf8();
}

// "DELETE /orders", as documentation and logs write it.
bool beginsWithMethod(const QString &text)
{
    const auto word = text.section(u' ', 0, 0);
    return text.contains(u' ')
        && QStringList{u"GET"_s,
                       u"HEAD"_s,
                       u"POST"_s,
                       u"PUT"_s,
                       u"PATCH"_s,
                       u"DELETE"_s,
                       u"OPTIONS"_s}
               .contains(word.toUpper());
}

Error methodInUrl(const QString &text)
{
    return {ErrorCode::InvalidInput,
            CallConductor::tr("%1 is a method: choose it left of the URL, which is then “%2”.")
                .arg(text.section(u' ', 0, 0).toUpper(), text.section(u' ', 1).trimmed())};
}

Result<QUrl> urlOf(const CallConductor::Inputs &inputs)
{
    const auto &text = inputs.draft.url;
    if (text.startsWith(u"http://") || text.startsWith(u"https://")
        || inputs.draft.target.isEmpty()) {
        const QUrl url(text, QUrl::StrictMode);
        if (beginsWithMethod(text))
            return methodInUrl(text);
        if (url.isValid() && !url.host().isEmpty())
            return url;
        return Error{ErrorCode::InvalidInput,
                     CallConductor::tr("“%1” is no URL: it should begin with http:// or https:// "
                                       "and name a host.")
                         .arg(text)};
    }
    if (beginsWithMethod(text))
        return methodInUrl(text);
    const QUrl below(text.startsWith(u'/') ? text : QString(u'/' + text), QUrl::StrictMode);
    if (!below.isValid())
        return Error{ErrorCode::InvalidInput,
                     CallConductor::tr("“%1” is no path: it holds a character that a URL spells "
                                       "with a percent sign, such as %20 for a blank.")
                         .arg(text)};
    return inputs.place.serviceUrl.resolved(below);
}

// Whether the exchange is the call through the destination itself, and not a step before it.
bool isTheCall(const http::Exchange &exchange)
{
    return (exchange.callee == "proxy"_L1 || exchange.callee == "backend"_L1)
        && exchange.notes[u"failure"].toString() != "not-sent"_L1;
}

QString signInStep(const SessionBook::Entry &entry)
{
    const auto &session = entry.session;
    if (!session.refreshToken.isEmpty())
        return CallConductor::tr("%1 gets the next token with the refresh token.")
            .arg(session.title);
    if (session.grant != call::Grant::Password)
        return CallConductor::tr(
            "The application gets a token of its own with client credentials.");
    return entry.keptAs.isEmpty()
        ? CallConductor::tr("%1 signs in with a password at the sandbox’s XSUAA and gets a token.")
              .arg(session.title)
        : CallConductor::tr("%1 signs in with the password and gets a token.").arg(session.title);
}

} // namespace

CallConductor::CallConductor(Inputs inputs, QObject *parent)
    : QObject(parent)
    , m_inputs(std::move(inputs))
{ }

Result<call::CallInput> CallConductor::inputOf(const Inputs &inputs)
{
    const auto url = urlOf(inputs);
    if (!url)
        return url.error();
    call::CallInput input;
    if (const auto *entry = inputs.sessions.find(inputs.draft.session))
        input.session = entry->session;
    input.method = inputs.draft.method;
    input.url = *url;
    input.headers = inputs.draft.headers;
    input.body = inputs.draft.body;
    input.tls = inputs.place.tls;
    if (inputs.draft.via.isEmpty())
        return input;
    if (!inputs.place.destinationKey)
        return Error{ErrorCode::NotFound,
                     tr("No key of a Destination service is at hand, so “%1” cannot be looked up.")
                         .arg(inputs.draft.via)};
    input.via = call::CallInput::Via{
        inputs.draft.via, *inputs.place.destinationKey, inputs.place.connectivityKey};
    return input;
}

QStringList CallConductor::plan(const Inputs &inputs)
{
    QStringList steps;
    if (const auto *entry = inputs.sessions.find(inputs.draft.session);
        entry && inputs.sessions.needsToken(*entry)) {
        steps << signInStep(*entry);
    }
    if (auto input = inputOf(inputs)) {
        const call::CallRunner runner(inputs.client, *input);
        steps += runner.plan();
    }
    if (inputs.journal)
        steps << tr("What the service asks of XSUAA, the Destination service, the proxy and the "
                    "backend is recorded at each of them.");
    return steps;
}

void CallConductor::start()
{
    m_startMs = Clock::system().nowMs();
    auto *entry = m_inputs.sessions.find(m_inputs.draft.session);
    if (entry)
        entry->used = true;
    if (entry && m_inputs.sessions.needsToken(*entry))
        signIn(*entry);
    else
        send();
}

void CallConductor::signIn(const SessionBook::Entry &entry)
{
    Q_EMIT stepStarted(tr("%1 signs in").arg(entry.session.title));
    auto *signIn = new SessionSignIn({m_inputs.client,
                                      m_inputs.sessions,
                                      m_inputs.store,
                                      m_inputs.place,
                                      m_inputs.draft.session},
                                     this);
    connect(signIn, &SessionSignIn::finished, this, [this](SessionSignIn *done) {
        if (!m_done)
            takeToken(*done);
        done->deleteLater();
    });
    signIn->start();
}

void CallConductor::takeToken(const SessionSignIn &signIn)
{
    if (signIn.error()) {
        m_done = true;
        Q_EMIT failed(signIn.error()->toString());
        return;
    }
    // Of what was recorded meanwhile only the other end of this: others may sign in, too.
    const auto &exchanges = signIn.exchanges();
    auto *entry = m_inputs.sessions.find(m_inputs.draft.session);
    for (const auto &exchange : recordedSince(m_startMs)) {
        if (entry && !exchanges.isEmpty()
            && exchange.request.path() == exchanges.constFirst().request.path())
            entry->origin.append(exchange);
    }
    Q_EMIT signedIn();
    send();
}

void CallConductor::send()
{
    auto input = inputOf(m_inputs);
    if (!input) {
        m_done = true;
        Q_EMIT failed(input.error().toString());
        return;
    }
    m_startMs = Clock::system().nowMs();
    m_runner = new call::CallRunner(m_inputs.client, *input, this);
    connect(m_runner, &call::CallRunner::stepStarted, this, &CallConductor::stepStarted);
    connect(m_runner, &call::CallRunner::finished, this, [this] {
        m_tookMs = m_timer.elapsed();
        if (!m_done)
            awaitJournal();
    });
    m_timer.start();
    m_runner->start();
}

void CallConductor::awaitJournal()
{
    const auto correlationId = m_runner->correlationId();
    const auto known = recordedSince(m_startMs);
    const auto isRecord = [correlationId](const http::Exchange &exchange) {
        return isServiceRecordOf(exchange, correlationId);
    };
    const auto answered =
        !m_runner->exchanges().isEmpty() && m_runner->exchanges().constLast().response.status != 0;
    if (!m_inputs.journal || !answered || !m_inputs.draft.via.isEmpty()
        || std::any_of(known.begin(), known.end(), isRecord)) {
        conclude();
        return;
    }
    connect(m_inputs.journal,
            &http::Journal::appended,
            this,
            [this, isRecord](const http::Exchange &exchange) {
                if (isRecord(exchange))
                    conclude();
            });
    QTimer::singleShot(lateRecordMs, this, &CallConductor::conclude);
}

QList<http::Exchange> CallConductor::recordedSince(qint64 ms) const
{
    QList<http::Exchange> list;
    if (!m_inputs.journal)
        return list;
    for (const auto &exchange : m_inputs.journal->exchanges()) {
        if (exchange.startMs >= ms)
            list.append(exchange);
    }
    return list;
}

void CallConductor::conclude()
{
    if (m_done)
        return;
    m_done = true;
    const auto &sent = m_runner->exchanges();
    if (sent.isEmpty()) {
        const auto &error = m_runner->error();
        Q_EMIT failed(error ? error->toString() : tr("The call could not be made."));
        return;
    }
    auto exchanges = sent;
    if (const auto *entry = m_inputs.sessions.find(m_inputs.draft.session))
        exchanges = entry->origin + exchanges;
    exchanges += recordedSince(m_startMs);

    ui::CallOutcome outcome;
    outcome.draft = m_inputs.draft;
    outcome.trail = call::trailOfCall(exchanges, m_runner->correlationId());
    diagnosis::Case input;
    input.trail = outcome.trail;
    input.earlier = m_inputs.earlier;
    input.key = m_inputs.place.appKey;
    input.keys = m_inputs.place.keys;
    if (m_inputs.testify && sent.constLast().response.status == 403)
        m_inputs.testify(input);
    outcome.diagnosis = diagnosis::diagnose(input);
    const auto &last = sent.constLast();
    if (const auto &error = m_runner->error();
        error && !m_inputs.draft.via.isEmpty() && !isTheCall(last)) {
        // What came last answered a step before the call: a token, a lookup.
        outcome.failure = error->toString();
        outcome.sent = false;
        finishWith(outcome, {});
        return;
    }
    outcome.timing = last.timing;
    outcome.durationMs = m_tookMs;
    if (last.failure)
        outcome.failure = last.failure->toString();
    finishWith(outcome, last.response);
}

// What is small is redacted at once; a large body would stop the window for seconds.
void CallConductor::finishWith(ui::CallOutcome outcome, const http::Response &response)
{
    if (response.body.size() <= trail::wholeBodyBytes) {
        outcome.response = trail::redacted(response);
        Q_EMIT finished(outcome);
        return;
    }
    Q_EMIT stepStarted(tr("Secrets are taken out of the answer’s %1.")
                           .arg(QLocale().formattedDataSize(response.body.size())));
    QThreadPool::globalInstance()->start([self = QPointer(this), outcome, response]() mutable {
        outcome.response = trail::redacted(response);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, outcome] {
                if (self)
                    Q_EMIT self->finished(outcome);
            },
            Qt::QueuedConnection);
    });
}

void CallConductor::cancel()
{
    if (m_done)
        return;
    m_done = true;
    if (m_runner)
        m_runner->cancel();
    Q_EMIT failed(tr("Cancelled before the answer came."));
}

} // namespace tokentrail::console
