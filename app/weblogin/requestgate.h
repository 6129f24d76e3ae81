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
    explicit RequestGate(const QStringList &origins, QObject *parent = nullptr);

    void open(const QString &origin);
    bool admits(const QUrl &url) const;

    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

Q_SIGNALS:
    void pageAsked(const QUrl &url, const QByteArray &method); // of the window itself, let through
    void keptOut(const QString &origin); // something that the page wanted to load

private:
    QSet<QString> m_origins;
};

} // namespace tokentrail::weblogin
