// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"

#include "core/http/curllibrary.h"
#include "core/http/curlmulti.h"
#include "core/http/curltransfer.h"
#include "core/http/requestcheck.h"

#include <QDateTime>
#include <QPointer>

namespace tokentrail::http {

using namespace Qt::StringLiterals;

struct Client::Private
{
    CurlMulti multi;
};

struct ClientJob::Private
{
    ClientRequest request;
    QPointer<CurlMulti> multi; // of the Client, which may go first
    std::unique_ptr<CurlTransfer> transfer;
    Exchange exchange;
    bool started = false;
    bool ended = false;

    void stop();
};

namespace {

QByteArray authorityOf(const QUrl &url)
{
    const auto host = url.host(QUrl::FullyEncoded).toLatin1();
    QByteArray authority = host.contains(':') ? QByteArray('[' + host + ']') : host;
    if (url.port() > 0)
        authority += ':' + QByteArray::number(url.port());
    return authority;
}

// What is known before anything goes out; libcurl tells later what really did.
Exchange begin(const ClientRequest &request)
{
    Exchange exchange;
    exchange.observer = request.observer;
    exchange.caller = request.observer;
    exchange.callee = request.callee;
    exchange.parentId = request.parentId;
    exchange.scheme = request.url.scheme().toLatin1();
    exchange.authority = authorityOf(request.url);
    exchange.request.method = request.method;
    exchange.request.target =
        request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!exchange.request.target.startsWith('/'))
        exchange.request.target.prepend('/');
    exchange.request.headers = request.headers;
    exchange.request.body = request.body;
    return exchange;
}

} // namespace

void ClientJob::Private::stop()
{
    if (multi && transfer)
        multi->remove(transfer->handle());
    transfer.reset();
}

ClientJob::ClientJob(std::unique_ptr<Private> p, QObject *parent)
    : QObject(parent)
    , d(std::move(p))
{ }

ClientJob::~ClientJob()
{
    d->stop();
}

const Exchange &ClientJob::exchange() const
{
    return d->exchange;
}

void ClientJob::start()
{
    if (d->started)
        return;
    d->started = true;
    d->exchange.startMs = QDateTime::currentMSecsSinceEpoch();
    const auto fail = [this](const Error &error, const QString &word) {
        d->exchange.failure = error;
        d->exchange.notes.set(u"failure"_s, word);
        end();
    };
    if (const auto checked = checkRequest(d->request); !checked)
        return fail(checked.error(), u"not-sent"_s);
    if (curl().failure)
        return fail(*curl().failure, u"not-sent"_s);
    if (!d->multi)
        return fail({ErrorCode::Cancelled, u"The request was cancelled."_s}, u"cancelled"_s);

    d->transfer = std::make_unique<CurlTransfer>(d->request);
    // Neither outlives the other unnoticed: the job takes its handle out before it goes.
    d->multi->add(d->transfer->handle(), [job = QPointer(this)](CURLcode code) {
        if (!job || !job->d->transfer)
            return;
        job->d->transfer->describe(code, job->d->exchange);
        job->end();
    });
}

void ClientJob::cancel()
{
    if (!d->started || d->ended)
        return;
    if (d->transfer)
        d->transfer->describe(CURLE_ABORTED_BY_CALLBACK, d->exchange);
    end();
}

void ClientJob::end()
{
    if (d->ended)
        return;
    d->ended = true;
    d->stop();
    d->exchange.endMs = std::max(d->exchange.startMs, QDateTime::currentMSecsSinceEpoch());
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(this); }, Qt::QueuedConnection);
}

Client::Client(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{ }

Client::~Client() = default;

ClientJob *Client::send(const ClientRequest &request, QObject *parent)
{
    auto state = std::make_unique<ClientJob::Private>();
    state->request = request;
    state->multi = &d->multi;
    state->exchange = begin(request);
    return new ClientJob(std::move(state), parent);
}

} // namespace tokentrail::http
