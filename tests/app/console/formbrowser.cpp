// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/console/formbrowser.h"

#include <QRegularExpression>

namespace tokentrail::test {

using namespace Qt::StringLiterals;

FormBrowser::FormBrowser(http::Client &client, const http::TlsSettings &tls, const QString &person)
    : m_client(client)
    , m_tls(tls)
    , m_person(person)
{ }

void FormBrowser::visit(const QUrl &url)
{
    send("GET", url);
}

void FormBrowser::send(const QByteArray &method, const QUrl &url, const QByteArray &body)
{
    m_visited.append(url);
    http::ClientRequest request;
    request.method = method;
    request.url = url;
    request.body = body;
    request.tls = m_tls;
    request.headers.add("User-Agent", "Mozilla/5.0");
    if (!m_cookie.isEmpty())
        request.headers.add("Cookie", m_cookie);
    if (!body.isEmpty())
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    auto *job = m_client.send(request, this);
    connect(job, &http::ClientJob::finished, this, [this, url](http::ClientJob *done) {
        take(url, done->exchange().response);
        done->deleteLater();
    });
    job->start();
}

void FormBrowser::take(const QUrl &url, const http::Response &response)
{
    if (response.headers.contains("Set-Cookie"))
        m_cookie = response.headers.value("Set-Cookie").split(';').constFirst();
    const auto location = response.headers.value("Location");
    if (!location.isEmpty())
        return send("GET", url.resolved(QUrl::fromEncoded(location)));
    static const QRegularExpression field(u"name=\"X-Uaa-Csrf\" value=\"([^\"]+)\""_s);
    const auto csrf = field.match(QString::fromUtf8(response.body)).captured(1);
    if (!csrf.isEmpty())
        return send(
            "POST",
            url.resolved(QUrl(u"/login.do"_s)),
            http::toForm(
                {{u"X-Uaa-Csrf"_s, csrf}, {u"username"_s, m_person}, {u"password"_s, m_person}}));
    m_page = response.body;
    Q_EMIT arrived();
}

} // namespace tokentrail::test
