// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/curlfailure.h"

#include "core/http/curllibrary.h"

#include <openssl/x509_vfy.h>

#include <cerrno>

namespace tokentrail::http {

using namespace Qt::StringLiterals;

namespace {

QString placeOf(const ClientRequest &request)
{
    if (!request.proxy.host.isEmpty())
        return u"the proxy %1:%2"_s.arg(request.proxy.host).arg(request.proxy.port);
    const int port = request.url.port(request.url.scheme() == "https"_L1 ? 443 : 80);
    return u"%1:%2"_s.arg(request.url.host()).arg(port);
}

Failure network(const char16_t *word, const QString &sentence)
{
    return {Error{ErrorCode::Network, sentence}, QString::fromUtf16(word)};
}

Failure notConnected(CURL *easy, const ClientRequest &request)
{
    long number = 0;
    curl().easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
    if (number == ECONNREFUSED || number == 0) {
        return network(
            u"connection-refused",
            u"Nobody listens at %1: the connection was refused."_s.arg(placeOf(request)));
    }
    return network(u"unreachable",
                   u"%1 cannot be reached: %2."_s.arg(
                       placeOf(request), QString::fromLocal8Bit(std::strerror(int(number)))));
}

Failure notTrusted(CURL *easy, const ClientRequest &request, const QString &text)
{
    long verdict = 0;
    curl().easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verdict);
    // The name is compared before libcurl fetches the verdict, which then is still "unspecified".
    const bool wasNotReached = verdict == X509_V_OK || verdict == X509_V_ERR_UNSPECIFIED;
    if (wasNotReached && text.contains("subject name"_L1)) {
        return network(u"tls-host-mismatch",
                       u"The certificate of %1 is made out to another host: %2."_s.arg(
                           placeOf(request), text));
    }
    return network(
        u"tls-untrusted",
        u"The certificate of %1 is not trusted: %2."_s.arg(
            placeOf(request), QString::fromUtf8(X509_verify_cert_error_string(verdict))));
}

Failure timedOut(CURL *easy, const ClientRequest &request)
{
    curl_off_t connected = 0;
    curl().easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected);
    if (connected == 0)
        return network(u"timed-out",
                       u"%1 did not take the connection in time."_s.arg(placeOf(request)));
    return network(u"timed-out",
                   u"%1 did not answer within %2 s."_s.arg(placeOf(request))
                       .arg(double(request.limits.totalTimeoutMs) / 1000.0));
}

} // namespace

Failure describeFailure(CURL *easy,
                        CURLcode code,
                        const ClientRequest &request,
                        const QString &libraryText,
                        bool bodyTooLarge)
{
    const auto text =
        libraryText.isEmpty() ? QString::fromUtf8(curl().easy_strerror(code)) : libraryText;
    if (bodyTooLarge) {
        return network(
            u"body-too-large",
            u"The answer of %1 is larger than %2 bytes; it was cut off."_s.arg(placeOf(request))
                .arg(request.limits.maxBodyBytes));
    }
    switch (int(code)) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {Error{ErrorCode::Cancelled, u"The request was cancelled."_s}, u"cancelled"_s};
    case CURLE_COULDNT_RESOLVE_HOST:
        return network(u"host-unknown",
                       u"The host name %1 is not known."_s.arg(request.url.host()));
    case CURLE_COULDNT_RESOLVE_PROXY:
        return network(u"host-unknown",
                       u"The name of the proxy, %1, is not known."_s.arg(request.proxy.host));
    case CURLE_COULDNT_CONNECT:
        return notConnected(easy, request);
    case CURLE_PEER_FAILED_VERIFICATION:
        return notTrusted(easy, request, text);
    case CURLE_OPERATION_TIMEDOUT:
        return timedOut(easy, request);
    case CURLE_GOT_NOTHING:
        return network(u"closed-without-answer",
                       u"%1 closed the connection without an answer."_s.arg(placeOf(request)));
    case CURLE_SSL_CERTPROBLEM:
        return {Error{ErrorCode::Crypto,
                      u"The client certificate or its key cannot be used: %1."_s.arg(text)},
                u"client-certificate-unusable"_s};
    case CURLE_SSL_CACERT_BADFILE:
        return {Error{ErrorCode::Crypto, u"The CA certificate cannot be used: %1."_s.arg(text)},
                u"ca-unusable"_s};
    case CURLE_SSL_CONNECT_ERROR:
        return network(u"tls-failed",
                       u"No TLS connection with %1: %2."_s.arg(placeOf(request), text));
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return network(u"connection-broken",
                       u"The connection with %1 broke off: %2."_s.arg(placeOf(request), text));
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_OUT_OF_MEMORY: // so it calls a header line beyond 100 kB
        return network(
            u"not-http",
            u"What %1 answered is no HTTP/1.1 that can be read: %2."_s.arg(placeOf(request), text));
    default:
        return network(u"failed", u"The request to %1 failed: %2."_s.arg(placeOf(request), text));
    }
}

} // namespace tokentrail::http
