// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/http/curllibrary.h"

#include <memory>

namespace tokentrail::http {

// One libcurl easy handle with all that it needs and all that it saw.
class CurlTransfer
{
public:
    explicit CurlTransfer(ClientRequest request);
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    CURL *handle() const { return m_easy.get(); }
    const ClientRequest &request() const { return m_request; }
    // What was seen on the wire, into the exchange: request as sent, response, times, failure.
    void describe(CURLcode code, Exchange &exchange) const;

private:
    struct Cleanup
    {
        void operator()(CURL *easy) const { curl().easy_cleanup(easy); }
        void operator()(curl_slist *list) const { curl().slist_free_all(list); }
    };
    using List = std::unique_ptr<curl_slist, Cleanup>;

    void setUpWire();
    void setUpMethod();
    void setUpHeaders();
    void setUpProxy();
    void setUpTls();
    void setUpLimits();
    void takeHeaderLine(QByteArrayView line);
    void takeSent(QByteArrayView head);
    bool takeBody(QByteArrayView bytes);
    bool isTunnelled() const;

    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);
    static int onDebug(CURL *, curl_infotype type, char *data, size_t size, void *self);

    ClientRequest m_request;
    std::unique_ptr<CURL, Cleanup> m_easy;
    List m_headers;
    List m_proxyHeaders;
    std::array<char, CURL_ERROR_SIZE> m_errorText{};
    Request m_sent;
    Response m_response;
    Response m_tunnelAnswer; // of the proxy to CONNECT
    bool m_headEnded = false; // what follows are trailers
    bool m_bodyTooLarge = false;
};

} // namespace tokentrail::http
