// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/requestgate.h"

#include "core/call/loginwindowwire.h"

namespace tokentrail::weblogin {

RequestGate::RequestGate(const QStringList &origins,
                         const QByteArray &correlationId,
                         QObject *parent)
    : QWebEngineUrlRequestInterceptor(parent)
    , m_own(origins.cbegin(), origins.cend())
    , m_correlationId(correlationId)
    , m_origins(origins.cbegin(), origins.cend())
{ }

void RequestGate::open(const QString &origin)
{
    m_origins.insert(origin);
}

bool RequestGate::admits(const QUrl &url) const
{
    const auto origin = call::originOf(url);
    return !origin.isEmpty() && m_origins.contains(origin);
}

void RequestGate::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    using Info = QWebEngineUrlRequestInfo;
    const auto url = info.requestUrl();
    const bool ofWindow = info.resourceType() == Info::ResourceTypeMainFrame;
    // What a page carries in itself goes nowhere.
    if (!ofWindow
        && (url.scheme() == QLatin1String("data") || url.scheme() == QLatin1String("blob")))
        return;
    if (!admits(url)) {
        info.block(true);
        return;
    }
    if (!ofWindow)
        return;
    const bool own = !m_correlationId.isEmpty() && m_own.contains(call::originOf(url));
    if (own)
        info.setHttpHeader("X-Correlation-ID", m_correlationId);
    Q_EMIT pageAsked(url, info.requestMethod(), own ? m_correlationId : QByteArray());
}

} // namespace tokentrail::weblogin
