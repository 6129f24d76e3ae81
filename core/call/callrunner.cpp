// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/callrunner.h"

#include "core/destination/chain.h"

#include <QUuid>

namespace tokentrail::call {

using namespace Qt::StringLiterals;

namespace {

bool bearsToken(Grant grant)
{
    return grant != Grant::None && grant != Grant::Basic;
}

QByteArray authorizationOf(const Session &session)
{
    if (session.grant == Grant::Basic) {
        const QByteArray words = session.userName.toUtf8() + ':' + session.password.reveal();
        return "Basic " + words.toBase64();
    }
    if (bearsToken(session.grant) && !session.accessToken.isEmpty())
        return "Bearer " + session.accessToken.reveal();
    return {};
}

QByteArray correlationOf(const http::Headers &headers)
{
    for (const char *name : {"x-correlation-id", "x-correlationid"}) {
        if (headers.contains(name))
            return headers.value(name);
    }
    return {};
}

QString whoInWords(const Session &session)
{
    const auto name = session.title.isEmpty() ? session.userName : session.title;
    if (session.grant == Grant::None)
        return u"without credentials"_s;
    if (session.grant == Grant::Basic)
        return u"as %1, by name and password"_s.arg(name);
    return name.isEmpty() ? u"with a token"_s : u"with the token of %1"_s.arg(name);
}

} // namespace

struct CallRunner::Private
{
    http::Client &client;
    CallInput input;
    QString correlationId = {};
    bool correlationIsTheUsers = false;
    QList<http::Exchange> exchanges = {};
    std::optional<Error> error = {};
    http::ClientJob *job = nullptr;
    std::unique_ptr<destination::Chain> chain = {};
    bool started = false;
    bool ended = false;

    http::ClientRequest directRequest() const;
    destination::ChainInput chainInput() const;
};

http::ClientRequest CallRunner::Private::directRequest() const
{
    http::ClientRequest request;
    request.method = input.method;
    request.url = input.url;
    request.headers = input.headers;
    if (const auto authorization = authorizationOf(input.session);
        !authorization.isEmpty() && !request.headers.contains("Authorization"))
        request.headers.add("Authorization", authorization);
    if (!correlationIsTheUsers)
        request.headers.add("x-correlation-id", correlationId.toUtf8());
    request.body = input.body;
    request.tls = input.tls;
    return request;
}

destination::ChainInput CallRunner::Private::chainInput() const
{
    destination::ChainInput chainInput;
    chainInput.destinationName = input.via->destination;
    chainInput.destinationKey = input.via->destinationKey;
    chainInput.connectivityKey = input.via->connectivityKey;
    if (bearsToken(input.session.grant))
        chainInput.userToken = input.session.accessToken;
    chainInput.method = input.method;
    chainInput.pathAndQuery =
        input.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    chainInput.headers = input.headers;
    chainInput.body = input.body;
    chainInput.tls = input.tls;
    chainInput.correlationId = correlationId;
    return chainInput;
}

CallRunner::CallRunner(http::Client &client, CallInput input, QObject *parent)
    : QObject(parent)
    , d(new Private{client, std::move(input)})
{
    const auto given = correlationOf(d->input.headers);
    d->correlationIsTheUsers = !given.isEmpty();
    d->correlationId = given.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces)
                                       : QString::fromUtf8(given);
}

CallRunner::~CallRunner() = default;

QStringList CallRunner::plan() const
{
    if (d->input.via) {
        const bool hasToken =
            bearsToken(d->input.session.grant) && !d->input.session.accessToken.isEmpty();
        return destination::Chain::plan(std::nullopt, hasToken);
    }
    return {u"Send %1 %2 %3"_s.arg(QString::fromLatin1(d->input.method),
                                   d->input.url.toDisplayString(QUrl::RemoveQuery),
                                   d->input.headers.contains("Authorization")
                                       ? u"with the given Authorization"_s
                                       : whoInWords(d->input.session))};
}

QString CallRunner::correlationId() const
{
    return d->correlationId;
}

const QList<http::Exchange> &CallRunner::exchanges() const
{
    return d->exchanges;
}

const std::optional<Error> &CallRunner::error() const
{
    return d->error;
}

void CallRunner::start()
{
    if (std::exchange(d->started, true))
        return;
    if (d->input.via)
        startChain();
    else
        QMetaObject::invokeMethod(
            this, [this] { startDirect(); }, Qt::QueuedConnection);
}

void CallRunner::startDirect()
{
    if (d->ended)
        return;
    Q_EMIT stepStarted(plan().constFirst());
    d->job = d->client.send(d->directRequest(), this);
    connect(d->job, &http::ClientJob::finished, this, [this](http::ClientJob *job) {
        if (job->exchange().notes[u"failure"].toString() != "not-sent"_L1)
            d->exchanges << job->exchange();
        end(job->exchange().failure);
    });
    d->job->start();
}

void CallRunner::startChain()
{
    d->chain = std::make_unique<destination::Chain>(d->client, d->chainInput());
    connect(d->chain.get(), &destination::Chain::stepStarted, this, &CallRunner::stepStarted);
    connect(d->chain.get(), &destination::Chain::finished, this, [this](destination::Chain *chain) {
        d->exchanges = chain->exchanges();
        end(chain->error());
    });
    d->chain->start();
}

void CallRunner::cancel()
{
    if (!d->started || d->ended)
        return;
    if (d->chain)
        return d->chain->cancel(); // tells in its own time
    if (d->job)
        return d->job->cancel();
    QMetaObject::invokeMethod(
        this,
        [this] {
            end(Error{ErrorCode::Cancelled, u"The call was cancelled."_s});
        },
        Qt::QueuedConnection);
}

void CallRunner::end(const std::optional<Error> &error)
{
    if (std::exchange(d->ended, true))
        return;
    d->error = error;
    Q_EMIT finished(this);
}

} // namespace tokentrail::call
