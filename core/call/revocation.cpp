// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/revocation.h"

#include "core/call/renewal.h"
#include "core/jose/jwt.h"
#include "core/text/json.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;

namespace {

// What the UAA knows a refresh token by: an opaque one is its own id, a JWT says it.
QByteArray idOf(const Secret &refreshToken)
{
    const auto id = jose::decodeToken(refreshToken.reveal()).claims[u"jti"].toString();
    return id.isEmpty() ? refreshToken.reveal() : id.toUtf8();
}

QUrl urlOf(const Session &session)
{
    auto url = session.tokenUrl;
    const auto id = QString::fromLatin1(idOf(session.refreshToken).toPercentEncoding());
    url.setPath(QString(url.path(QUrl::FullyEncoded) + u"/revoke/"_s + id), QUrl::TolerantMode);
    url.setQuery(QString());
    return url;
}

// Whether the answer is about the token: not about the client, the load, or a proxy on the way.
bool refusesTheToken(const http::Response &response)
{
    if (response.status != 400 && response.status != 401)
        return false;
    const auto json = text::parseJson(response.body);
    const auto error = json ? (*json)[u"error"].toString() : QString();
    return error == "invalid_token"_L1 || error == "invalid_grant"_L1;
}

bool gaveNoAnswer(const http::Exchange &exchange)
{
    return exchange.failure || exchange.response.status >= 500;
}

} // namespace

QString nameOf(Revoked outcome)
{
    switch (outcome) {
    case Revoked::Proved:
        return u"proved"_s;
    case Revoked::Agreed:
        return u"agreed"_s;
    case Revoked::StillTaken:
        return u"still-taken"_s;
    case Revoked::NotOffered:
        return u"not-offered"_s;
    case Revoked::Refused:
        return u"refused"_s;
    case Revoked::NothingToRevoke:
        return u"nothing-to-revoke"_s;
    case Revoked::NoToken:
        return u"no-token"_s;
    case Revoked::NotReached:
        return u"not-reached"_s;
    }
    return {};
}

QString sentenceOf(Revoked outcome)
{
    switch (outcome) {
    case Revoked::Proved:
        return u"The token service revoked the refresh token, and refused it when it was tried."_s;
    case Revoked::Agreed:
        return u"The token service says that it revoked the refresh token; that was not shown."_s;
    case Revoked::StillTaken:
        return u"The token service says that it revoked the refresh token, but takes it all the "
               u"same."_s;
    case Revoked::NotOffered:
        return u"The token service offers no revocation: the refresh token lives until it ends."_s;
    case Revoked::Refused:
        return u"The token service did not let the session revoke its own refresh token, which "
               u"lives until it ends."_s;
    case Revoked::NothingToRevoke:
        return u"The session had no refresh token to revoke."_s;
    case Revoked::NoToken:
        return u"The refresh token was not revoked: the access token to ask with had ended."_s;
    case Revoked::NotReached:
        return u"The refresh token was not revoked: the token service gave no answer."_s;
    }
    return {};
}

struct Revocation::Private
{
    http::Client &client;
    Input input;
    std::unique_ptr<TokenFetch> fetch = {};
    Revoked outcome = Revoked::NotReached;
    QList<http::Exchange> exchanges = {};
    bool started = false;
};

Revocation::Revocation(http::Client &client, Input input, QObject *parent)
    : QObject(parent)
    , d(new Private{client, std::move(input)})
{ }

Revocation::~Revocation() = default;

Revoked Revocation::outcome() const
{
    return d->outcome;
}

const QList<http::Exchange> &Revocation::exchanges() const
{
    return d->exchanges;
}

void Revocation::start()
{
    if (!std::exchange(d->started, true))
        QMetaObject::invokeMethod(
            this, [this] { begin(); }, Qt::QueuedConnection);
}

void Revocation::begin()
{
    const auto &session = d->input.session;
    if (session.refreshToken.isEmpty() || session.tokenUrl.isEmpty())
        return end(Revoked::NothingToRevoke);
    const bool ended = session.accessToken.isEmpty()
        || (session.expiresAt > 0 && session.expiresAt <= d->input.nowSeconds);
    if (ended)
        renew();
    else
        ask();
}

// A last token, to show whose refresh token it is.
void Revocation::renew()
{
    fetch(&Revocation::renewedBy);
}

void Revocation::renewedBy(const TokenFetch &fetch)
{
    if (!fetch.result()) {
        const auto &exchanges = fetch.exchanges();
        const bool silent = !exchanges.isEmpty() && gaveNoAnswer(exchanges.constLast());
        return end(silent ? Revoked::NotReached : Revoked::NoToken);
    }
    d->input.session = renewed(d->input.session, *fetch.result());
    ask();
}

void Revocation::ask()
{
    http::ClientRequest request;
    request.method = "DELETE";
    request.url = urlOf(d->input.session);
    request.headers.add("Authorization", "Bearer " + d->input.session.accessToken.reveal());
    request.headers.add("Accept", "application/json");
    request.tls = d->input.tls;
    request.callee = u"xsuaa"_s;
    auto *job = d->client.send(request, this);
    connect(job, &http::ClientJob::finished, this, [this](http::ClientJob *done) {
        done->deleteLater();
        d->exchanges << done->exchange();
        hear(done->exchange());
    });
    job->start();
}

void Revocation::hear(const http::Exchange &exchange)
{
    const auto status = exchange.response.status;
    if (gaveNoAnswer(exchange))
        return end(Revoked::NotReached);
    if (status == 404 || status == 405)
        return end(Revoked::NotOffered);
    if (status >= 300)
        return end(Revoked::Refused);
    prove();
}

void Revocation::prove()
{
    if (d->input.key)
        fetch(&Revocation::provedBy);
    else
        end(Revoked::Agreed);
}

void Revocation::provedBy(const TokenFetch &fetch)
{
    if (fetch.result())
        return end(Revoked::StillTaken);
    const auto &exchanges = fetch.exchanges();
    const bool proved = !exchanges.isEmpty() && refusesTheToken(exchanges.constLast().response);
    end(proved ? Revoked::Proved : Revoked::Agreed);
}

void Revocation::fetch(void (Revocation::*then)(const TokenFetch &fetch))
{
    const auto input = d->input.key
        ? renewalOf(d->input.session, *d->input.key, d->input.tls)
        : Result<TokenFetchInput>(Error{ErrorCode::NotFound, u"There is no key."_s});
    if (!input)
        return end(d->exchanges.isEmpty() ? Revoked::NoToken : Revoked::Agreed);
    d->fetch = std::make_unique<TokenFetch>(d->client, *input);
    connect(d->fetch.get(), &TokenFetch::finished, this, [this, then](TokenFetch *done) {
        d->exchanges << done->exchanges();
        d->fetch.release()->deleteLater();
        (this->*then)(*done);
    });
    d->fetch->start();
}

void Revocation::end(Revoked outcome)
{
    d->outcome = outcome;
    Q_EMIT finished(this);
}

} // namespace tokentrail::call
