// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/tokenfetch.h"

#include "core/base/clock.h"
#include "core/jose/jwt.h"
#include "core/oauth/tokenresponse.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;

namespace {

std::optional<oauth::GrantType> wireGrant(Grant grant)
{
    switch (grant) {
    case Grant::Password:
        return oauth::GrantType::Password;
    case Grant::ClientCredentials:
        return oauth::GrantType::ClientCredentials;
    case Grant::AuthorizationCode:
        return oauth::GrantType::AuthorizationCode;
    case Grant::JwtBearer:
        return oauth::GrantType::JwtBearer;
    case Grant::Saml2Bearer:
        return oauth::GrantType::Saml2Bearer;
    case Grant::RefreshToken:
        return oauth::GrantType::RefreshToken;
    case Grant::Passcode:
        return oauth::GrantType::Passcode;
    case Grant::None:
    case Grant::Basic:
    case Grant::PastedToken:
        return std::nullopt;
    }
    return std::nullopt;
}

oauth::TokenRequest requestOf(const TokenFetchInput &input, oauth::GrantType grant)
{
    const auto endpoint = xsuaa::tokenEndpoint(input.key.client);
    oauth::TokenRequest request;
    request.client = {input.key.client.clientId,
                      input.key.client.clientSecret,
                      endpoint.url,
                      endpoint.zoneHeader};
    request.grant = grant;
    request.userName = input.userName;
    request.password = input.password;
    request.origin = input.origin;
    request.assertion = input.assertion;
    request.refreshToken = input.refreshToken;
    request.code = input.code;
    request.redirectUri = input.redirectUri;
    request.codeVerifier = input.codeVerifier;
    request.scope = input.scope;
    return request;
}

// A certificate speaks for the client where there is no secret.
bool showsCertificate(const TokenFetchInput &input)
{
    const auto &client = input.key.client;
    return client.clientSecret.isEmpty() && !client.certificatePem.isEmpty();
}

http::TlsSettings tlsOf(const TokenFetchInput &input)
{
    auto tls = input.tls;
    const auto &client = input.key.client;
    if (showsCertificate(input)) {
        tls.clientCertificatePem = client.certificatePem;
        tls.clientKeyPem = client.keyPem;
    }
    return tls;
}

QString titleOf(const Session &session)
{
    if (!session.userName.isEmpty())
        return session.userName;
    const auto claims = jose::decodeToken(session.accessToken.reveal()).claims;
    const auto user = claims[u"user_name"].toString();
    return user.isEmpty() ? claims[u"cid"].toString() : user;
}

} // namespace

struct TokenFetch::Private
{
    http::Client &client;
    TokenFetchInput input;
    Result<Session> result = Error{ErrorCode::Cancelled, u"No token was asked for yet."_s};
    QList<http::Exchange> exchanges = {};
    bool started = false;

    Result<http::ClientRequest> prepare() const;
    Session sessionOf(const oauth::TokenResponse &tokens) const;
};

Result<http::ClientRequest> TokenFetch::Private::prepare() const
{
    const auto grant = wireGrant(input.grant);
    if (!grant)
        return Error{ErrorCode::Usage, u"%1 is no way to get a token."_s.arg(nameOf(input.grant))};
    const auto asked = requestOf(input, *grant);
    if (!asked.client.endpoint.isValid() || asked.client.endpoint.host().isEmpty())
        return Error{ErrorCode::InvalidInput,
                     u"The key does not say where tokens come from (url)."_s};
    const auto wire = oauth::buildTokenRequest(asked);
    if (!wire)
        return wire.error();
    http::ClientRequest request;
    request.method = wire->method;
    request.url = asked.client.endpoint;
    request.headers = wire->headers;
    request.body = wire->body;
    request.tls = tlsOf(input);
    request.callee = u"xsuaa"_s;
    return request;
}

Session TokenFetch::Private::sessionOf(const oauth::TokenResponse &tokens) const
{
    Session session;
    session.grant = input.grant;
    session.userName = input.userName;
    session.origin = input.origin;
    if (input.grant == Grant::Password)
        session.password = input.password;
    session.accessToken = tokens.accessToken;
    session.refreshToken = tokens.refreshToken;
    session.expiresAt = tokens.expiresIn > 0 ? Clock::system().nowSeconds() + tokens.expiresIn : 0;
    session.keyName = input.key.name;
    session.tokenUrl = xsuaa::tokenEndpoint(input.key.client).url;
    session.title = titleOf(session);
    return session;
}

TokenFetch::TokenFetch(http::Client &client, TokenFetchInput input, QObject *parent)
    : QObject(parent)
    , d(new Private{client, std::move(input)})
{ }

TokenFetch::~TokenFetch() = default;

const Result<Session> &TokenFetch::result() const
{
    return d->result;
}

const QList<http::Exchange> &TokenFetch::exchanges() const
{
    return d->exchanges;
}

void TokenFetch::start()
{
    if (std::exchange(d->started, true))
        return;
    const auto request = d->prepare();
    if (!request) {
        d->result = request.error();
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT finished(this); }, Qt::QueuedConnection);
        return;
    }
    auto *job = d->client.send(*request, this);
    connect(job, &http::ClientJob::finished, this, [this](http::ClientJob *done) {
        const auto &exchange = done->exchange();
        d->exchanges << exchange;
        if (exchange.failure) {
            d->result = *exchange.failure;
        } else {
            const auto proof = showsCertificate(d->input) ? oauth::ClientProof::Certificate
                                                          : oauth::ClientProof::Secret;
            const auto tokens =
                oauth::readTokenResponse(exchange.response, *wireGrant(d->input.grant), proof);
            d->result = tokens ? Result<Session>(d->sessionOf(*tokens)) : tokens.error();
        }
        done->deleteLater();
        Q_EMIT finished(this);
    });
    job->start();
}

} // namespace tokentrail::call
