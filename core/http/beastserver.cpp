// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/logging.h"
#include "core/http/conversation.h"
#include "core/http/server.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <future>
#include <thread>
#include <unordered_map>

namespace tokentrail::http {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds tick(50);

// The listening socket and its connections; but for the constructor and listen(), everything
// happens in the thread that runs io.
class Wire
{
public:
    explicit Wire(const ServerOptions &options)
        : m_options(options)
        , m_acceptor(io)
        , m_ticker(io)
        , m_grace(io)
        , m_work(asio::make_work_guard(io))
    {
        host.options = &m_options;
        host.closed = [this](Conversation *conversation) {
            forget(conversation);
        };
    }

    Result<quint16> listen(const asio::ip::address &address);
    void accept();
    void beginStop(int graceMs);
    void closeUnanswered();

    asio::io_context io{1};
    Conversation::Host host;

private:
    void admit(tcp::socket socket);
    void forget(Conversation *conversation);
    void watch();
    void closeAll();
    void endWhenEmpty();
    std::vector<std::shared_ptr<Conversation>> all() const;

    ServerOptions m_options;
    std::unique_ptr<asio::ssl::context> m_tls;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_ticker;
    asio::steady_timer m_grace;
    asio::executor_work_guard<asio::io_context::executor_type> m_work;
    std::unordered_map<Conversation *, std::shared_ptr<Conversation>> m_conversations;
    bool m_watching = false;
    bool m_stopping = false;
};

Result<quint16> Wire::listen(const asio::ip::address &address)
{
    if (m_options.withTls) {
        auto context = makeTlsContext(m_options.tls);
        if (!context)
            return context.error();
        m_tls = std::move(*context);
    }
    const tcp::endpoint endpoint(address, m_options.port);
    WireStream::Code code;
    m_acceptor.open(endpoint.protocol(), code);
    if (!code)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), code);
    if (!code)
        m_acceptor.bind(endpoint, code);
    if (!code)
        m_acceptor.listen(tcp::acceptor::max_listen_connections, code);
    if (code) {
        return Error{code == asio::error::address_in_use ? ErrorCode::Conflict : ErrorCode::Io,
                     u"Port %1 of %2 cannot be listened on: %3."_s.arg(m_options.port)
                         .arg(m_options.address, QString::fromStdString(code.message()))};
    }
    return m_acceptor.local_endpoint().port();
}

void Wire::accept()
{
    m_acceptor.async_accept([this](const WireStream::Code &code, tcp::socket socket) {
        if (m_stopping || code == asio::error::operation_aborted)
            return;
        if (!code) {
            admit(std::move(socket));
            return accept();
        }
        // Out of descriptors, most likely: trying again at once would burn the processor.
        m_grace.expires_after(tick);
        m_grace.async_wait([this](const WireStream::Code &aborted) {
            if (!aborted && !m_stopping)
                accept();
        });
    });
}

void Wire::admit(tcp::socket socket)
{
    if (qsizetype(m_conversations.size()) >= m_options.maxConnections)
        return; // closes it
    auto conversation = std::make_shared<Conversation>(
        host,
        m_tls ? makeTlsStream(std::move(socket), *m_tls) : makePlainStream(std::move(socket)));
    m_conversations.emplace(conversation.get(), conversation);
    watch();
    conversation->start();
}

void Wire::forget(Conversation *conversation)
{
    m_conversations.erase(conversation);
    endWhenEmpty();
}

// One timer looks after all deadlines; moving one for every request would cost more than it saves.
void Wire::watch()
{
    if (m_watching)
        return;
    m_watching = true;
    m_ticker.expires_after(tick);
    m_ticker.async_wait([this](const WireStream::Code &code) {
        m_watching = false;
        if (code)
            return;
        const auto now = Conversation::Steady::now();
        for (const auto &conversation : all()) {
            if (conversation->isOverdue(now))
                conversation->close();
        }
        if (!m_conversations.empty())
            watch();
    });
}

std::vector<std::shared_ptr<Conversation>> Wire::all() const
{
    std::vector<std::shared_ptr<Conversation>> conversations;
    conversations.reserve(m_conversations.size());
    for (const auto &[key, conversation] : m_conversations)
        conversations.push_back(conversation);
    return conversations;
}

void Wire::beginStop(int graceMs)
{
    m_stopping = true;
    WireStream::Code code;
    m_acceptor.close(code);
    for (const auto &conversation : all())
        conversation->finishSoon();
    m_grace.expires_after(milliseconds(graceMs));
    m_grace.async_wait([this](const WireStream::Code &aborted) {
        if (!aborted)
            closeAll();
    });
    endWhenEmpty();
}

void Wire::closeUnanswered()
{
    for (const auto &conversation : all()) {
        if (conversation->isUnanswered())
            conversation->close();
    }
}

void Wire::closeAll()
{
    for (const auto &conversation : all())
        conversation->close();
}

void Wire::endWhenEmpty()
{
    if (!m_stopping || !m_conversations.empty())
        return;
    m_grace.cancel();
    m_ticker.cancel();
    m_work.reset();
}

} // namespace

struct Server::Private
{
    Server *q = nullptr;
    Handler handler;
    std::shared_ptr<Wire> wire;
    std::thread thread;
    quint16 port = 0;
    bool stopped = true;

    void dispatch(const Request &request,
                  const Connection &connection,
                  const std::weak_ptr<Conversation> &conversation);
    void join();
};

// In the wire's thread. The thread ends before the Server does, so q is there.
void Server::Private::dispatch(const Request &request,
                               const Connection &connection,
                               const std::weak_ptr<Conversation> &conversation)
{
    Responder respond([wire = std::weak_ptr(wire), conversation](Response response) {
        if (const auto alive = wire.lock()) {
            asio::post(alive->io, [conversation, response = std::move(response)] {
                if (const auto still = conversation.lock())
                    still->answer(response);
            });
        }
    });
    QMetaObject::invokeMethod(
        q,
        [this, request, connection, respond] { handler(request, connection, respond); },
        Qt::QueuedConnection);
}

void Server::Private::join()
{
    if (!wire)
        return;
    asio::post(wire->io, [alive = wire.get()] { alive->closeUnanswered(); });
    if (thread.joinable())
        thread.join();
    wire.reset();
}

Server::Server(Handler handler, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->handler = std::move(handler);
}

Server::~Server()
{
    stop();
    d->join();
}

Result<quint16> Server::listen(const ServerOptions &options)
{
    if (!d->stopped)
        return Error{ErrorCode::Conflict, u"The server listens already."_s};
    d->join(); // of an earlier round
    WireStream::Code code;
    const auto address = asio::ip::make_address(options.address.toStdString(), code);
    if (code || !address.is_loopback()) {
        return Error{
            ErrorCode::Refused,
            u"%1 is no loopback address; nothing else is listened on."_s.arg(options.address)};
    }
    auto wire = std::make_shared<Wire>(options);
    const auto port = wire->listen(address);
    if (!port)
        return port;
    wire->host.dispatch = [this](const auto &request, const auto &connection, auto conversation) {
        d->dispatch(request, connection, conversation);
    };
    d->wire = wire;
    d->port = *port;
    d->stopped = false;
    wire->accept();
    d->thread = std::thread([wire = wire.get()] { wire->io.run(); });
    return port;
}

quint16 Server::port() const
{
    return d->port;
}

void Server::stop(int graceMs)
{
    if (d->stopped)
        return;
    d->stopped = true;
    std::promise<void> closed;
    asio::post(d->wire->io, [&closed, graceMs, wire = d->wire.get()] {
        wire->beginStop(graceMs);
        closed.set_value();
    });
    closed.get_future().wait();
    // Requests that were handed over but not delivered yet reach the handler now.
    if (QThread::currentThread() == thread())
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

} // namespace tokentrail::http
