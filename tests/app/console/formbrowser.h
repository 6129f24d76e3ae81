// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"

#include <QObject>

namespace tokentrail::test {

// A browser of the plainest kind: follows redirects, keeps cookies, fills in the login of the
// sandbox as one person. What it met is kept.
class FormBrowser : public QObject
{
    Q_OBJECT

public:
    FormBrowser(http::Client &client, const http::TlsSettings &tls, const QString &person);

    void visit(const QUrl &url);
    const QList<QUrl> &visited() const { return m_visited; }
    const QByteArray &page() const { return m_page; } // the last one that led nowhere

Q_SIGNALS:
    void arrived();

private:
    void send(const QByteArray &method, const QUrl &url, const QByteArray &body = {});
    void take(const QUrl &url, const http::Response &response);

    http::Client &m_client;
    http::TlsSettings m_tls;
    QString m_person;
    QByteArray m_cookie;
    QList<QUrl> m_visited;
    QByteArray m_page;
};

} // namespace tokentrail::test
