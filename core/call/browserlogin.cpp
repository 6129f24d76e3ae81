// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/browserlogin.h"

#include "core/oauth/authorizationrequest.h"
#include "core/oauth/loopbacklistener.h"
#include "core/oauth/pkce.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;

struct BrowserLogin::Private
{
    http::Client &client;
    TokenFetchInput input;
    Options options;
    QString state = QString::fromLatin1(oauth::randomWord());
    oauth::Pkce pkce = oauth::makePkce();
    oauth::LoopbackListener listener{state};
    std::unique_ptr<TokenFetch> fetch = {};
    Result<Session> result = Error{ErrorCode::Cancelled, u"Nobody has logged in yet."_s};
    QList<http::Exchange> exchanges = {};
    bool started = false;
};

BrowserLogin::BrowserLogin(http::Client &client,
                           TokenFetchInput input,
                           const Options &options,
                           QObject *parent)
    : QObject(parent)
    , d(new Private{client, std::move(input), options})
{
    d->input.grant = Grant::AuthorizationCode;
    connect(&d->listener, &oauth::LoopbackListener::received, this, &BrowserLogin::exchange);
    connect(&d->listener, &oauth::LoopbackListener::failed, this, [this](const Error &error) {
        end(error);
    });
}

BrowserLogin::~BrowserLogin() = default;

const Result<Session> &BrowserLogin::result() const
{
    return d->result;
}

const QList<http::Exchange> &BrowserLogin::exchanges() const
{
    return d->exchanges;
}

void BrowserLogin::start()
{
    if (!std::exchange(d->started, true))
        QMetaObject::invokeMethod(
            this, [this] { begin(); }, Qt::QueuedConnection);
}

void BrowserLogin::begin()
{
    auto url = d->input.key.client.url;
    if (url.host().isEmpty())
        return end(
            Error{ErrorCode::InvalidInput, u"The key does not say where the login is (url)."_s});
    const auto redirectUri = d->listener.listen(d->options.port, d->options.path);
    if (!redirectUri)
        return end(redirectUri.error());
    d->listener.setTimeLimit(d->options.timeLimitMs);

    auto path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/oauth/authorize"_s);
    oauth::AuthorizationRequest request;
    request.authorizeUrl = url;
    request.clientId = d->input.key.client.clientId;
    request.redirectUri = *redirectUri;
    request.state = d->state;
    request.challenge = d->pkce.challenge;
    request.origin = d->input.origin;
    request.scope = d->input.scope;
    Q_EMIT browserWanted(urlOf(request));
}

void BrowserLogin::exchange(const Secret &code)
{
    d->input.code = code;
    d->input.redirectUri = d->listener.redirectUri();
    d->input.codeVerifier = d->pkce.verifier;
    d->input.origin.clear(); // was said at the login
    d->fetch = std::make_unique<TokenFetch>(d->client, d->input);
    connect(d->fetch.get(), &TokenFetch::finished, this, [this](TokenFetch *fetch) {
        d->exchanges << fetch->exchanges();
        end(fetch->result());
    });
    d->fetch->start();
}

void BrowserLogin::end(const Result<Session> &result)
{
    if (const auto &visit = d->listener.visit())
        d->exchanges.prepend(*visit);
    d->result = result;
    Q_EMIT finished(this);
}

} // namespace tokentrail::call
