// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/wirestream.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace tokentrail::http {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

class PlainStream final : public WireStream
{
public:
    explicit PlainStream(tcp::socket socket)
        : m_socket(std::move(socket))
    { }

    bool isTls() const override { return false; }
    tcp::socket &socket() override { return m_socket; }
    void handshake(Done done) override { done({}, 0); }
    void readSome(asio::mutable_buffer buffer, Done done) override
    {
        m_socket.async_read_some(buffer, std::move(done));
    }
    void writeAll(asio::const_buffer buffer, Done done) override
    {
        asio::async_write(m_socket, buffer, std::move(done));
    }
    void sayGoodbye(Done done) override
    {
        Code code;
        m_socket.shutdown(tcp::socket::shutdown_send, code);
        done(code, 0);
    }
    void describePeer(Connection & /*connection*/) const override { }

private:
    tcp::socket m_socket;
};

QByteArray pemOf(X509 *certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(bio.get(), certificate);
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

QString subjectOf(X509 *certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    X509_NAME_print_ex(bio.get(),
                       X509_get_subject_name(certificate),
                       0,
                       XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return QString::fromUtf8(data, qsizetype(size));
}

class TlsStream final : public WireStream
{
public:
    TlsStream(tcp::socket socket, asio::ssl::context &context)
        : m_stream(std::move(socket), context)
    { }

    bool isTls() const override { return true; }
    tcp::socket &socket() override { return m_stream.next_layer(); }
    void handshake(Done done) override
    {
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [done = std::move(done)](const Code &code) { done(code, 0); });
    }
    void readSome(asio::mutable_buffer buffer, Done done) override
    {
        m_stream.async_read_some(buffer, std::move(done));
    }
    void writeAll(asio::const_buffer buffer, Done done) override
    {
        asio::async_write(m_stream, buffer, std::move(done));
    }
    void sayGoodbye(Done done) override
    {
        m_stream.async_shutdown([done = std::move(done)](const Code &code) { done(code, 0); });
    }
    void describePeer(Connection &connection) const override
    {
        auto *ssl = const_cast<TlsStream *>(this)->m_stream.native_handle();
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            SSL_get1_peer_certificate(ssl), &X509_free);
        if (!certificate)
            return;
        connection.clientCertificatePem = pemOf(certificate.get());
        connection.clientCertificateSubject = subjectOf(certificate.get());
        connection.clientCertificateTrusted = SSL_get_verify_result(ssl) == X509_V_OK;
    }

private:
    asio::ssl::stream<tcp::socket> m_stream;
};

asio::const_buffer bufferOf(const QByteArray &bytes)
{
    return asio::buffer(bytes.constData(), size_t(bytes.size()));
}

} // namespace

std::unique_ptr<WireStream> makePlainStream(tcp::socket socket)
{
    return std::make_unique<PlainStream>(std::move(socket));
}

std::unique_ptr<WireStream> makeTlsStream(tcp::socket socket, asio::ssl::context &context)
{
    return std::make_unique<TlsStream>(std::move(socket), context);
}

Result<std::unique_ptr<asio::ssl::context>> makeTlsContext(const ServerTls &tls)
{
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    auto *handle = context->native_handle();
    // Sessions that are resumed would bring the client certificate of an earlier connection.
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(handle, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(handle, 0);
    SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
    // Any certificate lets the client in; whether it is trusted is the verify result's to say.
    SSL_CTX_set_verify(handle, SSL_VERIFY_PEER, [](int, X509_STORE_CTX *) { return 1; });

    WireStream::Code code;
    context->use_certificate_chain(bufferOf(tls.certificateChainPem), code);
    if (code)
        return Error{ErrorCode::Crypto, u"The server's certificate cannot be used."_s};
    context->use_private_key(bufferOf(tls.keyPem.reveal()), asio::ssl::context::pem, code);
    if (code || SSL_CTX_check_private_key(handle) != 1)
        return Error{ErrorCode::Crypto,
                     u"The server's private key cannot be used with its certificate."_s};
    if (!tls.clientCaPem.isEmpty()) {
        context->add_certificate_authority(bufferOf(tls.clientCaPem), code);
        if (code)
            return Error{ErrorCode::Crypto,
                         u"The CA certificate for client certificates cannot be used."_s};
    }
    return context;
}

} // namespace tokentrail::http
