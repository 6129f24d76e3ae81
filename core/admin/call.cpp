// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/call.h"

#include "core/admin/words.h"
#include "core/oauth/tokenresponse.h"

#include <algorithm>

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int mostWaits = 8;
constexpr int longestWaitSeconds = 60;

// Seconds, as the service says them; else 1, 2, 4, … (RFC 9110 §10.2.3 knows dates too, which
// the service does not send).
int patienceSeconds(const http::Response &response, int waits)
{
    bool isNumber = false;
    const auto said = response.headers.value("Retry-After").trimmed().toInt(&isNumber);
    const auto seconds = isNumber && said >= 0 ? said : 1 << std::min(waits, 5);
    return std::min(seconds, longestWaitSeconds);
}

} // namespace

Call::Call(Connection &connection, Request request, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_request(std::move(request))
    , m_result(Error{ErrorCode::Cancelled, Words::tr("The call was not made yet.")})
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Call::next);
}

Call::~Call() = default;

void Call::start()
{
    if (std::exchange(m_started, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { next(); }, Qt::QueuedConnection);
}

void Call::cancel()
{
    if (m_ended)
        return;
    m_patience.stop();
    if (m_job)
        m_job->deleteLater(); // cancels it
    end(Error{ErrorCode::Cancelled, Words::tr("Cancelled.")});
}

void Call::next()
{
    if (m_ended)
        return;
    if (m_connection.token().isEmpty())
        send(m_connection.tokenRequest(), &Call::takeToken);
    else
        send(m_connection.apiRequest(m_request), &Call::takeAnswer);
}

void Call::send(const Result<http::ClientRequest> &request,
                void (Call::*take)(const http::Exchange &exchange))
{
    if (!request)
        return end(request.error());
    m_job = m_connection.client().send(*request, this);
    connect(m_job, &http::ClientJob::finished, this, [this, take](http::ClientJob *done) {
        const auto exchange = done->exchange();
        done->deleteLater();
        if (m_ended)
            return;
        Q_EMIT m_connection.exchanged(exchange);
        if (exchange.failure)
            return end(*exchange.failure);
        m_status = exchange.response.status;
        if (!waitsFor(exchange))
            (this->*take)(exchange);
    });
    m_job->start();
}

bool Call::waitsFor(const http::Exchange &exchange)
{
    const auto &response = exchange.response;
    const bool asked = response.status == 429
        || (response.status == 503 && response.headers.contains("Retry-After"));
    if (!asked || m_waits >= mostWaits)
        return false;
    const auto seconds = patienceSeconds(response, m_waits++);
    m_patience.start(seconds * m_connection.input().waitUnitMs);
    Q_EMIT waiting(seconds);
    return true;
}

void Call::takeToken(const http::Exchange &exchange)
{
    const auto tokens =
        oauth::readTokenResponse(exchange.response, oauth::GrantType::ClientCredentials);
    if (!tokens)
        return end(tokens.error());
    m_connection.setToken(tokens->accessToken, tokens->expiresIn > 0 ? tokens->expiresIn : 300);
    if (m_connection.token().isEmpty()) // shorter than our margin: good for this one call
        return send(m_connection.apiRequest(m_request), &Call::takeAnswer);
    next();
}

void Call::takeAnswer(const http::Exchange &exchange)
{
    const auto &response = exchange.response;
    if (response.status == 401 && !std::exchange(m_renewed, true)) {
        m_connection.dropToken();
        return next();
    }
    if (response.status < 200 || response.status >= 300)
        return end(refusalOf(m_request, response));
    if (response.body.trimmed().isEmpty())
        return end(Json());
    auto body = text::parseJson(response.body);
    if (!body)
        return end(Error{ErrorCode::InvalidInput,
                         Words::tr("The answer of the administration is no JSON: %1")
                             .arg(body.error().toString())});
    end(std::move(*body));
}

void Call::end(Result<Json> result)
{
    if (std::exchange(m_ended, true))
        return;
    m_result = std::move(result);
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(this); }, Qt::QueuedConnection);
}

} // namespace tokentrail::admin
