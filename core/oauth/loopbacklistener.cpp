// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/loopbacklistener.h"

#include "core/base/clock.h"
#include "core/http/server.h"
#include "core/oauth/authorizationrequest.h"
#include "core/oauth/pkce.h"

#include <QTimer>

namespace tokentrail::oauth {

using namespace Qt::StringLiterals;

namespace {

http::Response page(int status, const QByteArray &sentence)
{
    return {status,
            {},
            {{"Content-Type", "text/html; charset=utf-8"},
             {"Cache-Control", "no-store"},
             {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
             {"Referrer-Policy", "no-referrer"}},
            "<!doctype html><meta charset=\"utf-8\"><title>Tokentrail</title>"
            "<body style=\"font:16px sans-serif;margin:4em auto;max-width:30em\"><p>"
                + sentence + "</p>\n"};
}

} // namespace

struct LoopbackListener::Private
{
    LoopbackListener *q = nullptr;
    QString state;
    QByteArray path;
    quint16 port = 0;
    bool done = false;
    std::optional<http::Exchange> visit;
    QTimer limit;
    std::vector<std::unique_ptr<http::Server>> servers;

    Result<quint16> add(const QString &address, quint16 wanted);
    void handle(const http::Request &request, const http::Responder &respond);
    bool isMeant(const http::Request &request) const;
    void record(const http::Request &request, const http::Response &response);
    void finish(const Callback &callback);
};

Result<quint16> LoopbackListener::Private::add(const QString &address, quint16 wanted)
{
    auto server = std::make_unique<http::Server>(
        [this](const http::Request &request,
               const http::Connection &,
               const http::Responder &respond) { handle(request, respond); });
    http::ServerOptions options;
    options.address = address;
    options.port = wanted;
    options.maxBodyBytes = 64 * 1024;
    auto listening = server->listen(options);
    if (listening)
        servers.push_back(std::move(server));
    return listening;
}

// A page elsewhere could make the browser come here under another name (DNS rebinding).
bool LoopbackListener::Private::isMeant(const http::Request &request) const
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    const auto host = request.headers.value("Host");
    for (const char *name : {"localhost", "127.0.0.1", "[::1]"}) {
        if (host == QByteArray(name + suffix))
            return true;
    }
    return false;
}

void LoopbackListener::Private::handle(const http::Request &request, const http::Responder &respond)
{
    if (!isMeant(request))
        return respond(page(421, "This address is not served here."));
    if (request.path() != path)
        return respond(page(404, "There is nothing here."));
    if (request.method != "GET")
        return respond(page(405, "Only GET is taken here."));
    if (done)
        return respond(page(410, "The login is over already. You can close this window."));
    const auto callback = readCallback(request.query(), state);
    if (callback.kind == CallbackKind::Foreign) {
        return respond(page(400,
                            "This answer belongs to no login that was begun here. "
                            "Tokentrail goes on waiting for the right one."));
    }
    const auto answer = callback.kind == CallbackKind::Code
        ? page(200, "You are logged in. You can close this window and go back to Tokentrail.")
        : page(200, "The login did not succeed. Tokentrail says why.");
    record(request, answer);
    respond(answer);
    finish(callback);
}

void LoopbackListener::Private::record(const http::Request &request, const http::Response &response)
{
    http::Exchange exchange;
    exchange.id = u"callback-"_s + QString::fromLatin1(randomWord(6));
    exchange.observer = u"console"_s;
    exchange.caller = u"browser"_s;
    exchange.callee = u"console"_s;
    exchange.authority = request.headers.value("Host");
    exchange.startMs = Clock::system().nowMs();
    exchange.endMs = exchange.startMs;
    exchange.request = request;
    exchange.response = response;
    visit = exchange;
}

void LoopbackListener::Private::finish(const Callback &callback)
{
    done = true;
    limit.stop();
    // Later, so that whoever hears it may delete the listener with the server that is speaking.
    QMetaObject::invokeMethod(
        q,
        [self = q, callback] {
            if (callback.kind == CallbackKind::Code)
                Q_EMIT self->received(callback.code);
            else
                Q_EMIT self->failed(Error{ErrorCode::Refused, callback.refusal});
        },
        Qt::QueuedConnection);
}

LoopbackListener::LoopbackListener(const QString &state, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->state = state;
    d->limit.setSingleShot(true);
    connect(&d->limit, &QTimer::timeout, this, [this] {
        d->done = true;
        Q_EMIT failed(Error{ErrorCode::Cancelled, u"Nobody came back from the login in time."_s});
    });
}

LoopbackListener::~LoopbackListener() = default;

Result<QString> LoopbackListener::listen(quint16 port, const QString &path)
{
    d->path = path.toUtf8();
    // Any free port of 127.0.0.1 may be taken on ::1, so a few are tried.
    constexpr int attempts = 8;
    for (int i = 0; i < (port == 0 ? attempts : 1); ++i) {
        d->servers.clear();
        const auto first = d->add(u"127.0.0.1"_s, port);
        if (!first)
            return first.error();
        d->port = *first;
        const auto second = d->add(u"::1"_s, *first);
        // Without IPv6 there is nobody who could listen there in our place.
        if (second || second.error().code != ErrorCode::Conflict)
            return redirectUri();
    }
    d->servers.clear();
    return Error{
        ErrorCode::Conflict,
        u"Another program listens on the port of the callback; the login cannot come back safely."_s};
}

void LoopbackListener::setTimeLimit(int ms)
{
    if (!d->done)
        d->limit.start(ms);
}

const std::optional<http::Exchange> &LoopbackListener::visit() const
{
    return d->visit;
}

QString LoopbackListener::redirectUri() const
{
    return u"http://localhost:%1%2"_s.arg(d->port).arg(QString::fromUtf8(d->path));
}

} // namespace tokentrail::oauth
