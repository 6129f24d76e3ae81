// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/browserlogin.h"

#include "core/oauth/authorizationrequest.h"
#include "core/oauth/loopbacklistener.h"
#include "core/oauth/pkce.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;

namespace {

// Where the token service answers: under the name of the zone, and under its own.
QStringList originsOf(const xsuaa::ServiceKey &key)
{
    const auto domain = key.client.uaaDomain;
    QStringList origins{originOf(key.client.url), originOf(xsuaa::tokenEndpoint(key.client).url)};
    if (!domain.isEmpty())
        origins << originOf(QUrl(QString(u"https://"_s + domain)));
    origins.removeAll(QString());
    origins.removeDuplicates();
    return origins;
}

} // namespace

struct BrowserLogin::Private
{
    http::Client &client;
    TokenFetchInput input;
    Options options;
    QString state = QString::fromLatin1(oauth::randomWord());
    oauth::Pkce pkce = oauth::makePkce();
    oauth::LoopbackListener listener{state};
    std::unique_ptr<TokenFetch> fetch = {};
    std::unique_ptr<LoginWindow> window = {};
    QList<http::Exchange> visits = {}; // of the window
    bool closed = false;
    bool over = false;
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

bool BrowserLogin::wasClosed() const
{
    return d->closed;
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
    if (d->options.window.isEmpty())
        Q_EMIT browserWanted(urlOf(request));
    else
        openWindow(urlOf(request));
}

void BrowserLogin::openWindow(const QUrl &url)
{
    LoginWindowOrder order;
    order.url = url;
    order.correlationId = "login-" + oauth::randomWord(12);
    order.origins = originsOf(d->input.key);
    order.origins << originOf(QUrl(d->listener.redirectUri()));
    order.authorityPem = d->options.authorityPem;
    order.authorityWords = d->options.authorityWords;
    d->window = std::make_unique<LoginWindow>(d->options.window);
    connect(d->window.get(), &LoginWindow::reported, this, &BrowserLogin::hear);
    connect(d->window.get(), &LoginWindow::ended, this, [this](const Error &why) {
        if (!d->fetch) // the code is here already: the window did its work
            end(why);
    });
    d->window->start(order);
}

void BrowserLogin::hear(const LoginWindowReport &report)
{
    if (report.kind == LoginWindowReport::Kind::Closed && !d->fetch)
        d->closed = true;
    if (report.visit) {
        auto visit = *report.visit;
        const auto origin = originOf(QUrl::fromEncoded(visit.url()));
        if (originsOf(d->input.key).contains(origin))
            visit.callee = u"xsuaa"_s;
        else if (origin == originOf(QUrl(d->listener.redirectUri())))
            visit.callee = u"console"_s;
        d->visits.append(visit);
    }
    Q_EMIT windowReported(report);
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
    if (std::exchange(d->over, true))
        return;
    if (const auto &visit = d->listener.visit())
        d->exchanges.prepend(*visit);
    d->exchanges = d->visits + d->exchanges;
    if (d->window)
        d->window.release()->deleteLater(); // it may be the one that speaks
    d->result = result;
    Q_EMIT finished(this);
}

} // namespace tokentrail::call
