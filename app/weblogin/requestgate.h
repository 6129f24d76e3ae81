// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QStringList>
#include <QWebEngineUrlRequestInterceptor>

namespace tokentrail::weblogin {

// Lets through what goes to the origins of the login, and nothing else: neither pages nor what
// they load.
class RequestGate : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    RequestGate(const QStringList &origins,
                const QByteArray &correlationId,
                QObject *parent = nullptr);

    void open(const QString &origin);
    bool admits(const QUrl &url) const;

    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

Q_SIGNALS:
    // Of the window itself, let through; with the correlation id, where it was sent.
    void pageAsked(const QUrl &url, const QByteArray &method, const QByteArray &correlationId);

private:
    const QSet<QString> m_own; // of the login: these get the correlation id
    const QByteArray m_correlationId;
    QSet<QString> m_origins;
};

} // namespace tokentrail::weblogin
