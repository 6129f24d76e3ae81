// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/curltransfer.h"

#include "core/http/curlfailure.h"
#include "core/http/loopback.h"

#include <QFile>

namespace tokentrail::http {

using namespace Qt::StringLiterals;

namespace {

curl_blob blobOf(const QByteArray &bytes)
{
    return {const_cast<char *>(bytes.constData()), size_t(bytes.size()), CURL_BLOB_COPY};
}

// "Name: value" as libcurl takes it; an empty value is spelt "Name;".
QByteArray lineOf(const Header &field)
{
    const auto value = field.value.trimmed();
    return value.isEmpty() ? QByteArray(field.name + ';') : QByteArray(field.name + ": " + value);
}

double milliseconds(CURL *easy, CURLINFO info)
{
    curl_off_t microseconds = 0;
    curl().easy_getinfo(easy, info, &microseconds);
    return microseconds > 0 ? double(microseconds) / 1000.0 : -1;
}

} // namespace

CurlTransfer::CurlTransfer(ClientRequest request)
    : m_request(std::move(request))
    , m_easy(curl().easy_init())
{
    setUpWire();
    setUpMethod();
    setUpHeaders();
    setUpProxy();
    if (m_request.url.scheme() == "https"_L1)
        setUpTls();
    setUpLimits();
}

void CurlTransfer::setUpWire()
{
    auto *easy = handle();
    const auto url = m_request.url.toEncoded(QUrl::RemoveFragment);
    curl().easy_setopt(easy, CURLOPT_URL, url.constData());
    curl().easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl().easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    curl().easy_setopt(easy, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl().easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl().easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl().easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    // Identities must not share connections or sessions (libcurl does not compare key blobs),
    // and a request on a dying connection would be sent twice without a word.
    curl().easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl().easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    curl().easy_setopt(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl().easy_setopt(easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl().easy_setopt(easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    curl().easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl().easy_setopt(easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    curl().easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl().easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &CurlTransfer::onDebug);
    curl().easy_setopt(easy, CURLOPT_DEBUGDATA, this);
    curl().easy_setopt(easy, CURLOPT_VERBOSE, 1L); // else the request is never shown
}

void CurlTransfer::setUpMethod()
{
    auto *easy = handle();
    const auto &method = m_request.method;
    const bool sendsLength = !m_request.body.isEmpty() || method == "POST" || method == "PUT"
        || method == "PATCH" || method == "MERGE";
    if (method == "HEAD") {
        curl().easy_setopt(easy, CURLOPT_NOBODY, 1L);
    } else if (sendsLength) {
        curl().easy_setopt(easy, CURLOPT_POST, 1L);
        curl().easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_request.body.size()));
        curl().easy_setopt(easy, CURLOPT_POSTFIELDS, m_request.body.constData());
    }
    curl().easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method.constData());
}

void CurlTransfer::setUpHeaders()
{
    curl_slist *list = nullptr;
    for (const auto &field : m_request.headers.fields())
        list = curl().slist_append(list, lineOf(field).constData());
    for (const char *name : {"Accept", "Expect", "Content-Type", "User-Agent"}) {
        if (!m_request.headers.contains(name)) // "Name:" takes libcurl's own out
            list = curl().slist_append(list, QByteArray(QByteArray(name) + ':').constData());
    }
    m_headers.reset(list);
    curl().easy_setopt(handle(), CURLOPT_HTTPHEADER, list);
    curl().easy_setopt(handle(), CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE));
}

void CurlTransfer::setUpProxy()
{
    auto *easy = handle();
    // Set even when empty: else the environment's would be used.
    curl().easy_setopt(easy, CURLOPT_PROXY, "");
    curl().easy_setopt(easy, CURLOPT_NOPROXY, "");
    if (m_request.proxy.host.isEmpty())
        return;
    const auto host = m_request.proxy.host.toUtf8();
    curl().easy_setopt(easy, CURLOPT_PROXY, host.constData());
    curl().easy_setopt(easy, CURLOPT_PROXYPORT, long(m_request.proxy.port));
    curl().easy_setopt(easy, CURLOPT_PROXYTYPE, long(CURLPROXY_HTTP));
    curl_slist *list = curl().slist_append(nullptr, "Proxy-Connection:");
    if (!m_request.proxy.headers.contains("User-Agent"))
        list = curl().slist_append(list, "User-Agent:");
    for (const auto &field : m_request.proxy.headers.fields())
        list = curl().slist_append(list, lineOf(field).constData());
    m_proxyHeaders.reset(list);
    curl().easy_setopt(easy, CURLOPT_PROXYHEADER, list);
}

void CurlTransfer::setUpTls()
{
    auto *easy = handle();
    const auto &tls = m_request.tls;
    curl().easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl().easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, tls.verifyPeer ? 1L : 0L);
    curl().easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, tls.verifyPeer ? 2L : 0L);
    const auto *info = curl().version_info(CURLVERSION_NOW);
    if (!tls.extraCaPem.isEmpty()) {
        auto trusted = tls.extraCaPem;
        // The folder is looked up one certificate at a time. On loopback that spares reading a
        // bundle of 200 kB for one private CA; elsewhere it must be NULL, as not every system
        // keeps the folder that way, and the bundle is read.
        const bool byFolder = isLoopbackHost(m_request.url.host());
        curl().easy_setopt(easy, CURLOPT_CAPATH, byFolder ? info->capath : nullptr);
        if (!byFolder && info->cainfo) {
            QFile bundle(QString::fromLocal8Bit(info->cainfo));
            if (bundle.open(QIODevice::ReadOnly))
                trusted += '\n' + bundle.readAll();
        }
        auto blob = blobOf(trusted);
        curl().easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
    } else {
        curl().easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
    if (!tls.clientCertificatePem.isEmpty()) {
        auto certificate = blobOf(tls.clientCertificatePem);
        auto key = blobOf(tls.clientKeyPem.reveal());
        curl().easy_setopt(easy, CURLOPT_SSLCERTTYPE, "PEM");
        curl().easy_setopt(easy, CURLOPT_SSLCERT_BLOB, &certificate);
        curl().easy_setopt(easy, CURLOPT_SSLKEYTYPE, "PEM");
        curl().easy_setopt(easy, CURLOPT_SSLKEY_BLOB, &key);
    }
}

void CurlTransfer::setUpLimits()
{
    curl().easy_setopt(
        handle(), CURLOPT_CONNECTTIMEOUT_MS, long(m_request.limits.connectTimeoutMs));
    curl().easy_setopt(handle(), CURLOPT_TIMEOUT_MS, long(m_request.limits.totalTimeoutMs));
}

bool CurlTransfer::isTunnelled() const
{
    return !m_request.proxy.host.isEmpty() && m_request.url.scheme() == "https"_L1;
}

size_t CurlTransfer::onHeader(char *data, size_t size, size_t count, void *self)
{
    static_cast<CurlTransfer *>(self)->takeHeaderLine(
        QByteArrayView(data, qsizetype(size * count)));
    return size * count;
}

size_t CurlTransfer::onBody(char *data, size_t size, size_t count, void *self)
{
    const QByteArrayView bytes(data, qsizetype(size * count));
    return static_cast<CurlTransfer *>(self)->takeBody(bytes) ? size * count : 0;
}

int CurlTransfer::onDebug(CURL *, curl_infotype type, char *data, size_t size, void *self)
{
    if (type == CURLINFO_HEADER_OUT)
        static_cast<CurlTransfer *>(self)->takeSent(QByteArrayView(data, qsizetype(size)));
    return 0;
}

void CurlTransfer::takeHeaderLine(QByteArrayView line)
{
    if (line.startsWith("HTTP/") && !(m_headEnded && m_response.status >= 200)) {
        const auto words = line.trimmed().toByteArray();
        const auto first = words.indexOf(' ');
        const auto second = words.indexOf(' ', first + 1);
        m_response = {};
        m_response.status = words.mid(first + 1, second < 0 ? -1 : second - first - 1).toInt();
        m_response.reason = second < 0 ? QByteArray() : words.sliced(second + 1);
        m_headEnded = false;
        return;
    }
    if (m_headEnded)
        return; // a trailer, which could pretend to be a header
    const auto trimmed = line.trimmed();
    if (trimmed.isEmpty()) {
        m_headEnded = true;
        if (isTunnelled() && m_tunnelAnswer.status == 0 && m_response.status >= 200)
            m_tunnelAnswer = std::exchange(m_response, {});
        return;
    }
    const auto colon = line.indexOf(':');
    if (colon > 0)
        m_response.headers.add(line.first(colon).toByteArray(),
                               line.sliced(colon + 1).trimmed().toByteArray());
}

void CurlTransfer::takeSent(QByteArrayView head)
{
    // The CONNECT of a tunnel comes first; what counts is the request inside, when it gets there.
    m_sent = {};
    const auto lines = head.toByteArray().split('\n');
    const auto words = lines.constFirst().trimmed().split(' ');
    m_sent.method = words.value(0);
    m_sent.target = words.value(1);
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            m_sent.headers.add(line.first(colon), line.sliced(colon + 1).trimmed());
    }
}

bool CurlTransfer::takeBody(QByteArrayView bytes)
{
    if (m_response.body.size() + bytes.size() > m_request.limits.maxBodyBytes) {
        m_bodyTooLarge = true;
        return false;
    }
    m_response.body.append(bytes);
    return true;
}

void CurlTransfer::describe(CURLcode code, Exchange &exchange) const
{
    auto *easy = handle();
    if (!m_sent.method.isEmpty())
        exchange.request = m_sent;
    if (exchange.request.method != "CONNECT")
        exchange.request.body = m_request.body;
    exchange.response = m_response;
    exchange.timing.dns = milliseconds(easy, CURLINFO_NAMELOOKUP_TIME_T);
    exchange.timing.connected = milliseconds(easy, CURLINFO_CONNECT_TIME_T);
    exchange.timing.tls = milliseconds(easy, CURLINFO_APPCONNECT_TIME_T);
    exchange.timing.sent = milliseconds(easy, CURLINFO_PRETRANSFER_TIME_T);
    exchange.timing.firstByte = milliseconds(easy, CURLINFO_STARTTRANSFER_TIME_T);
    exchange.timing.total = milliseconds(easy, CURLINFO_TOTAL_TIME_T);
    if (m_tunnelAnswer.status >= 300) {
        // The proxy's own answer. libcurl keeps its body to itself, which is said.
        exchange.response = m_tunnelAnswer;
        exchange.notes.set(u"answeredBy"_s, u"proxy"_s);
        exchange.notes.set(u"bodyNotVisible"_s, true);
        return;
    }
    if (code == CURLE_OK)
        return;
    const auto failure = describeFailure(
        easy, code, m_request, QString::fromUtf8(m_errorText.data()), m_bodyTooLarge);
    exchange.failure = failure.error;
    exchange.notes.set(u"failure"_s, failure.word);
}

} // namespace tokentrail::http
