// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/conversation.h"

#include "core/base/logging.h"

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace tokentrail::http {

namespace beast = boost::beast;
using std::chrono::milliseconds;

namespace {
constexpr int lingerMs = 1'000;
constexpr int maxLineOfChunk = 16 * 1024; // chunk extensions, trailers
} // namespace

// Beast's parser: takes bodies out of their framing, and reads the head a second time.
struct Conversation::BodyReader
{
    beast::http::request_parser<beast::http::string_body> parser;
};

Conversation::Conversation(const Host &host, std::unique_ptr<WireStream> stream)
    : m_host(host)
    , m_stream(std::move(stream))
{
    static std::atomic<quint64> lastId = 0;
    m_connection.id = ++lastId;
    WireStream::Code code;
    m_connection.tls = m_stream->isTls();
    const auto peer = m_stream->socket().remote_endpoint(code);
    m_connection.peerAddress = QString::fromStdString(peer.address().to_string());
    m_connection.peerPort = peer.port();
    m_connection.localPort = m_stream->socket().local_endpoint(code).port();
    m_stream->socket().set_option(boost::asio::ip::tcp::no_delay(true), code);
}

Conversation::~Conversation() = default;

void Conversation::enter(Phase phase, int deadlineMs)
{
    m_phase = phase;
    m_deadline =
        deadlineMs < 0 ? Steady::time_point::max() : Steady::now() + milliseconds(deadlineMs);
}

void Conversation::start()
{
    enter(Phase::Handshake, m_host.options->headTimeoutMs);
    m_stream->handshake([self = shared_from_this()](const auto &code, std::size_t) {
        if (code || self->m_phase != Phase::Handshake)
            return self->close();
        self->m_stream->describePeer(self->m_connection);
        self->enter(Phase::Idle, self->m_host.options->idleTimeoutMs);
        self->readMore();
    });
}

void Conversation::readMore()
{
    m_stream->readSome(boost::asio::buffer(m_chunk),
                       [self = shared_from_this()](const auto &code, std::size_t size) {
                           self->onRead(code, size);
                       });
}

void Conversation::onRead(const WireStream::Code &code, std::size_t size)
{
    if (code || m_phase == Phase::Closed)
        return close();
    if (m_phase == Phase::Closing)
        return discard();
    m_in.append(m_chunk.data(), qsizetype(size));
    continueReading();
}

void Conversation::continueReading()
{
    if (m_phase == Phase::Body)
        readBody();
    else
        readHead();
}

void Conversation::readHead()
{
    // RFC 9112 §2.2: an empty line before the request line is passed over.
    while (m_in.startsWith("\r\n"))
        m_in.remove(0, 2);
    if (m_phase == Phase::Idle && !m_in.isEmpty())
        enter(Phase::Head, m_host.options->headTimeoutMs);

    const auto end = m_in.indexOf("\r\n\r\n");
    const auto size = end < 0 ? m_in.size() : end + 4;
    if (size > m_host.options->maxHeadBytes)
        return refuse({431, "The head of the request is too large."});
    if (end < 0) {
        if (m_in != "\r" && !canBecomeHead(m_in))
            return refuse({400, "This is no HTTP/1.1 request."});
        return readMore();
    }

    auto verdict = judgeRequestHead(QByteArrayView(m_in).first(size));
    if (!verdict.head)
        return refuse(verdict.refusal);
    m_head = std::move(*verdict.head);
    if (m_head.contentLength > m_host.options->maxBodyBytes)
        return refuse({413, "The body of the request is too large."});
    const auto head = m_in.first(size);
    m_in.remove(0, size);
    beginBody(head);
}

void Conversation::beginBody(const QByteArray &head)
{
    m_body = std::make_unique<BodyReader>();
    auto &parser = m_body->parser;
    parser.eager(true);
    parser.header_limit(quint32(m_host.options->maxHeadBytes) + 1024);
    parser.body_limit(quint64(m_host.options->maxBodyBytes));
    WireStream::Code code;
    parser.put(boost::asio::buffer(head.constData(), size_t(head.size())), code);
    if (code && code != beast::http::error::need_more)
        return refuse({400, "The head of the request cannot be read."});
    if (parser.is_done())
        return dispatch();

    enter(Phase::Body, m_host.options->headTimeoutMs);
    if (!m_head.expectsContinue || !m_in.isEmpty())
        return readBody();
    write("HTTP/1.1 100 Continue\r\n\r\n", [this] { readBody(); });
}

void Conversation::readBody()
{
    auto &parser = m_body->parser;
    qsizetype used = 0;
    WireStream::Code code;
    while (used < m_in.size() && !parser.is_done() && !code)
        used += qsizetype(parser.put(
            boost::asio::buffer(m_in.constData() + used, size_t(m_in.size() - used)), code));
    m_in.remove(0, used);
    if (parser.is_done())
        return dispatch();
    if (code == beast::http::error::body_limit)
        return refuse({413, "The body of the request is too large."});
    if (code && code != beast::http::error::need_more)
        return refuse({400, "The body of the request is framed wrongly."});
    if (m_in.size() > maxLineOfChunk)
        return refuse({400, "A line of the chunked body is too long."});
    readMore();
}

void Conversation::dispatch()
{
    enter(Phase::Answering, -1);
    // Trailers stay behind with the parser: among the headers they could pretend to be one.
    const auto &body = m_body->parser.get().body();
    m_head.request.body = QByteArray(body.data(), qsizetype(body.size()));
    m_body.reset();
    m_host.dispatch(std::exchange(m_head.request, Request{m_head.request.method}),
                    m_connection,
                    weak_from_this());
}

void Conversation::answer(const Response &response)
{
    if (m_phase != Phase::Answering)
        return;
    if (response.status == Responder::dropped)
        return close();
    const auto &method = m_head.request.method;
    const bool keepAlive = m_head.keepAlive && !m_stopping && method != "CONNECT";
    enter(Phase::Writing, m_host.options->idleTimeoutMs);
    write(serialiseResponse(response, {method, m_head.isHttp11, keepAlive}), [this, keepAlive] {
        if (!keepAlive || m_stopping)
            return finish();
        enter(Phase::Idle, m_host.options->idleTimeoutMs);
        if (m_in.isEmpty())
            readMore();
        else
            readHead();
    });
}

void Conversation::refuse(const Refusal &refusal)
{
    qCDebug(logHttp) << "refused a request:" << refusal.because;
    m_refused = true;
    enter(Phase::Writing, m_host.options->headTimeoutMs);
    const Response response{
        refusal.status, {}, {{"Content-Type", "text/plain"}}, refusal.because + '\n'};
    write(serialiseResponse(response, {"GET", true, false}), [this] { finish(); });
}

void Conversation::write(QByteArray bytes, std::function<void()> next)
{
    m_out = std::move(bytes);
    m_stream->writeAll(
        boost::asio::buffer(m_out.constData(), size_t(m_out.size())),
        [self = shared_from_this(), next = std::move(next)](const auto &code, std::size_t) {
            if (code || self->m_phase == Phase::Closed)
                return self->close();
            self->m_out.clear();
            next();
        });
}

// What the peer still sends is read and thrown away for a moment: closing over unread bytes
// resets the connection, and the answer would be lost with it.
void Conversation::finish()
{
    enter(Phase::Closing, lingerMs);
    if (m_stream->isTls() && m_refused)
        return discard();
    m_stream->sayGoodbye([self = shared_from_this()](const auto &code, std::size_t) {
        if (code || self->m_stream->isTls())
            return self->close();
        self->discard();
    });
}

void Conversation::discard()
{
    readMore();
}

void Conversation::finishSoon()
{
    m_stopping = true;
    if (m_phase == Phase::Handshake || m_phase == Phase::Idle || m_phase == Phase::Head
        || m_phase == Phase::Body)
        close();
}

void Conversation::close()
{
    if (m_phase == Phase::Closed)
        return;
    enter(Phase::Closed, -1);
    WireStream::Code code;
    m_stream->socket().close(code);
    m_host.closed(this); // may let go of the last owner but the one who calls
}

} // namespace tokentrail::http
