// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/requestrules.h"
#include "core/http/responsewriter.h"
#include "core/http/wirestream.h"

#include <array>
#include <chrono>
#include <string>

namespace tokentrail::http {

// One connection: reads a request, hands it on, writes the answer, and again. Lives in the wire's
// thread; pipelined requests wait in the buffer, so that answers keep their order.
class Conversation : public std::enable_shared_from_this<Conversation>
{
public:
    using Steady = std::chrono::steady_clock;
    struct Host
    {
        const ServerOptions *options = nullptr;
        std::function<void(const Request &, const Connection &, std::weak_ptr<Conversation>)>
            dispatch;
        std::function<void(Conversation *)> closed;
    };

    Conversation(const Host &host, std::unique_ptr<WireStream> stream);
    ~Conversation();
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    void start();
    void answer(const Response &response);
    void finishSoon(); // answers what is under way, takes nothing more
    void close();
    bool isUnanswered() const { return m_phase == Phase::Answering; }
    bool isOverdue(Steady::time_point now) const { return now >= m_deadline; }

private:
    struct BodyReader;
    enum class Phase { Handshake, Idle, Head, Body, Answering, Writing, Closing, Closed };

    void enter(Phase phase, int deadlineMs);
    void readMore();
    void onRead(const WireStream::Code &code, std::size_t size);
    void continueReading();
    void readHead();
    void beginBody(const QByteArray &head);
    void readBody();
    void dispatch();
    void refuse(const Refusal &refusal);
    void write(QByteArray bytes, std::function<void()> next);
    void finish();
    void discard();

    const Host &m_host;
    std::unique_ptr<WireStream> m_stream;
    Connection m_connection;
    Phase m_phase = Phase::Handshake;
    Steady::time_point m_deadline;
    std::array<char, 16 * 1024> m_chunk;
    QByteArray m_in; // read and not used yet
    QByteArray m_out; // being written
    RequestHead m_head;
    std::unique_ptr<BodyReader> m_body;
    bool m_stopping = false;
    bool m_refused = false;
};

} // namespace tokentrail::http
