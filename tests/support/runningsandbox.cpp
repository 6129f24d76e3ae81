// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/runningsandbox.h"

#include "core/jose/jwt.h"

#include <QSignalSpy>
#include <QTest>

namespace tokentrail::test {

using namespace Qt::StringLiterals;
using text::Json;

Result<void> RunningSandbox::start(int httpPort, int httpsPort)
{
    m_sandbox = std::make_unique<sandbox::Sandbox>();
    std::optional<Result<void>> result;
    QObject::connect(m_sandbox.get(), &sandbox::Sandbox::started, m_sandbox.get(), [&result] {
        result = Result<void>();
    });
    QObject::connect(m_sandbox.get(),
                     &sandbox::Sandbox::failed,
                     m_sandbox.get(),
                     [&result](const Error &error) { result = Result<void>(error); });
    m_sandbox->start({stateDir(), httpPort, httpsPort});
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30000))
        return Error{ErrorCode::Network, u"The sandbox did not start in time."_s};
    QObject::disconnect(m_sandbox.get(), nullptr, m_sandbox.get(), nullptr);
    return *result;
}

Json RunningSandbox::command(const QString &verb, const Json &arguments)
{
    const auto result = m_sandbox->command(verb, arguments);
    if (!result)
        qWarning("%s: %s", qPrintable(verb), qPrintable(result.error().toString()));
    return result ? *result : Json();
}

http::Response RunningSandbox::send(const QByteArray &method,
                                    const QString &pathOrUrl,
                                    const http::Headers &headers,
                                    const QByteArray &body)
{
    const auto &endpoints = m_sandbox->endpoints();
    http::ClientRequest request;
    request.method = method;
    request.url = QUrl(pathOrUrl.startsWith(u'/') ? endpoints.xsuaaHttpUrl.toString() + pathOrUrl
                                                  : pathOrUrl);
    request.headers = headers;
    request.body = body;
    request.tls.extraCaPem = m_sandbox->caPem();
    request.tls.clientCertificatePem = m_certificatePem;
    request.tls.clientKeyPem = m_certificateKeyPem;
    QObject life;
    auto *job = m_client.send(request, &life);
    QSignalSpy finished(job, &http::ClientJob::finished);
    job->start();
    if (!finished.wait(20000))
        return {};
    const auto &exchange = job->exchange();
    m_failure = exchange.notes[u"failure"].toString();
    if (exchange.failure)
        qWarning("%s", qPrintable(exchange.failure->toString()));
    return exchange.response;
}

http::Response
RunningSandbox::post(const QString &pathOrUrl, const Fields &fields, http::Headers headers)
{
    if (!headers.contains("Content-Type"))
        headers.add("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    return send("POST", pathOrUrl, headers, http::toForm(fields));
}

Fields RunningSandbox::client(const QString &service) const
{
    const auto key = m_sandbox->bindings(sandbox::BindingFormat::ServiceKey, service);
    if (!key)
        return {};
    return {{u"client_id"_s, (*key)[u"clientid"].toString()},
            {u"client_secret"_s, (*key)[u"clientsecret"].toString()}};
}

http::Response RunningSandbox::token(Fields grant, const QString &service)
{
    return post(u"/oauth/token"_s, grant + client(service));
}

QString RunningSandbox::accessToken(const QString &user)
{
    const auto response =
        token({{u"grant_type"_s, u"password"_s}, {u"username"_s, user}, {u"password"_s, user}});
    return json(response)[u"access_token"].toString();
}

Json RunningSandbox::claimsOf(const QString &token)
{
    return jose::decodeToken(token.toUtf8()).claims;
}

Json RunningSandbox::json(const http::Response &response)
{
    const auto parsed = text::parseJson(response.body);
    return parsed ? *parsed : Json();
}

} // namespace tokentrail::test
