// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/connection.h"

#include "core/admin/words.h"
#include "core/oauth/tokenrequest.h"

namespace tokentrail::admin {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 marginSeconds = 30; // a token that ends in the middle of a page helps nobody
const Secret noToken;

http::TlsSettings withCertificate(http::TlsSettings tls, const xsuaa::ClientCredentials &client)
{
    if (client.clientSecret.isEmpty() && !client.certificatePem.isEmpty()) {
        tls.clientCertificatePem = client.certificatePem;
        tls.clientKeyPem = client.keyPem;
    }
    return tls;
}

} // namespace

Result<QUrl> apiUrlOf(const xsuaa::ServiceKey &key)
{
    const QUrl url(key.credentials[u"apiurl"].toString(), QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty())
        return url;
    return Error{ErrorCode::InvalidInput,
                 Words::tr("The key names no address of the administration (apiurl). A key of a "
                           "service instance of plan apiaccess has one.")};
}

Connection::Connection(http::Client &client, Input input, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_input(std::move(input))
{ }

Connection::~Connection() = default;

QUrl Connection::apiUrl() const
{
    return apiUrlOf(m_input.key).value_or(QUrl());
}

const Secret &Connection::token() const
{
    return Clock::system().nowSeconds() + marginSeconds < m_tokenEndsSeconds ? m_token : noToken;
}

void Connection::setToken(const Secret &token, qint64 lifeSeconds)
{
    m_token = token;
    m_tokenEndsSeconds = Clock::system().nowSeconds() + lifeSeconds;
}

Result<http::ClientRequest> Connection::tokenRequest() const
{
    const auto &client = m_input.key.client;
    const auto endpoint = xsuaa::tokenEndpoint(client);
    oauth::TokenRequest asked;
    asked.client = {client.clientId, client.clientSecret, endpoint.url, endpoint.zoneHeader};
    asked.grant = oauth::GrantType::ClientCredentials;
    const auto wire = oauth::buildTokenRequest(asked);
    if (!wire)
        return wire.error();
    http::ClientRequest request;
    request.method = wire->method;
    request.url = endpoint.url;
    request.headers = wire->headers;
    request.body = wire->body;
    request.tls = withCertificate(m_input.tls, client);
    request.callee = u"xsuaa"_s;
    return request;
}

Result<http::ClientRequest> Connection::apiRequest(const Request &asked) const
{
    const auto api = apiUrlOf(m_input.key);
    if (!api)
        return api.error();
    http::ClientRequest request;
    request.method = asked.method;
    request.url = asked.urlBelow(*api);
    request.headers.add("Authorization", "Bearer " + m_token.reveal());
    request.headers.add("Accept", "application/json");
    request.headers.add("User-Agent", "tokentrail-console");
    if (!asked.body.isNull()) {
        request.headers.add("Content-Type", "application/json");
        request.body = asked.body.toCompact();
    }
    request.tls = m_input.tls;
    request.callee = u"xsuaa"_s;
    return request;
}

} // namespace tokentrail::admin
