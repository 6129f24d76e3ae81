// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/visitrecorder.h"

#include "core/base/clock.h"

namespace tokentrail::weblogin {

using namespace Qt::StringLiterals;

namespace {

// As the wire has it: a port that the scheme has anyway is left out.
QByteArray authorityOf(const QUrl &url)
{
    const auto usual = url.scheme() == "https"_L1 ? 443 : 80;
    auto plain = url.adjusted(QUrl::RemoveUserInfo);
    if (plain.port(usual) == usual)
        plain.setPort(-1);
    return plain.authority(QUrl::FullyEncoded).toLatin1();
}

QByteArray targetOf(const QUrl &url)
{
    auto target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

} // namespace

void VisitRecorder::asked(const QUrl &url,
                          const QByteArray &method,
                          const QByteArray &correlationId)
{
    finish();
    http::Exchange visit;
    visit.id = u"window-%1"_s.arg(++m_number);
    visit.observer = u"browser"_s;
    visit.caller = u"browser"_s;
    visit.scheme = url.scheme().toLatin1();
    visit.authority = authorityOf(url);
    visit.startMs = Clock::system().nowMs();
    visit.request.method = method;
    visit.request.target = targetOf(url);
    visit.request.headers.add("Host", visit.authority);
    if (!correlationId.isEmpty())
        visit.request.headers.add("X-Correlation-ID", correlationId);
    m_visit = visit;
}

void VisitRecorder::redirected(const QUrl &target)
{
    if (!m_visit)
        return;
    m_visit->response.status = 302;
    m_visit->response.headers.add("Location", target.toEncoded());
    m_visit->notes.set(u"statusUnseen"_s,
                       u"the login window tells that this was a redirect, not its status"_s);
    finish();
}

void VisitRecorder::answered(int status)
{
    if (!m_visit)
        return;
    m_visit->response.status = status;
    finish();
}

void VisitRecorder::failed(const QString &sentence)
{
    if (!m_visit)
        return;
    m_visit->failure = Error{ErrorCode::Network, sentence};
    finish();
}

void VisitRecorder::finish()
{
    if (!m_visit)
        return;
    m_visit->endMs = Clock::system().nowMs();
    const auto visit = *std::exchange(m_visit, {});
    Q_EMIT visited(visit);
}

} // namespace tokentrail::weblogin
