// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/server.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>
#include <functional>
#include <memory>
#include <utility> // Boost 1.74 forgets it

namespace tokentrail::http {

// A connection, plain or TLS, behind one type: what speaks over it is compiled once.
class WireStream
{
public:
    using Code = boost::system::error_code;
    using Done = std::function<void(const Code &, std::size_t)>;

    virtual ~WireStream() = default;
    WireStream(const WireStream &) = delete;
    WireStream &operator=(const WireStream &) = delete;

    virtual bool isTls() const = 0;
    virtual boost::asio::ip::tcp::socket &socket() = 0;
    virtual void handshake(Done done) = 0;
    virtual void readSome(boost::asio::mutable_buffer buffer, Done done) = 0;
    virtual void writeAll(boost::asio::const_buffer buffer, Done done) = 0;
    virtual void sayGoodbye(Done done) = 0; // close_notify, or the half of the connection
    virtual void describePeer(Connection &connection) const = 0; // after the handshake

protected:
    WireStream() = default;
};

std::unique_ptr<WireStream> makePlainStream(boost::asio::ip::tcp::socket socket);
std::unique_ptr<WireStream> makeTlsStream(boost::asio::ip::tcp::socket socket,
                                          boost::asio::ssl::context &context);

// The context of a server that asks for a client certificate, takes any, and remembers nothing.
Result<std::unique_ptr<boost::asio::ssl::context>> makeTlsContext(const ServerTls &tls);

} // namespace tokentrail::http
