// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/requestrules.h"

#include <algorithm>

namespace tokentrail::http {

namespace {

HeadVerdict refuse(const char *because, int status = 400)
{
    return {std::nullopt, {status, because}};
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Takes a line off; the caller has made sure that every line ends with CR LF.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const auto end = rest.indexOf("\r\n");
    const auto line = rest.first(end);
    rest = rest.sliced(end + 2);
    return line;
}

// Every LF after a CR, every CR before a LF, no NUL.
bool hasOnlyCrLf(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto c = bytes[i];
        if (c == '\0' || (c == '\n' && (i == 0 || bytes[i - 1] != '\r'))
            || (c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')))
            return false;
    }
    return true;
}

const char *readRequestLine(QByteArrayView line, RequestHead &head)
{
    const auto first = line.indexOf(' ');
    const auto last = line.lastIndexOf(' ');
    if (first < 0 || first == last)
        return "The request line has not three words.";
    const auto target = line.sliced(first + 1, last - first - 1);
    const auto version = line.sliced(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return "The protocol is neither HTTP/1.1 nor HTTP/1.0.";
    if (!isToken(line.first(first)))
        return "The method is no token.";
    if (!isTarget(target))
        return "The target holds blanks, control characters or bytes beyond ASCII.";
    head.isHttp11 = version == "HTTP/1.1";
    head.request.method = line.first(first).toByteArray();
    head.request.target = target.toByteArray();
    return nullptr;
}

const char *readField(QByteArrayView line, Headers &headers)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return "A header line is folded.";
    const auto colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return "A header name is no token.";
    const auto value = line.sliced(colon + 1);
    if (!isFieldValue(value))
        return "A header value holds control characters.";
    headers.add(line.first(colon).toByteArray(), value.trimmed().toByteArray());
    return nullptr;
}

const char *judgeTarget(const Request &request)
{
    const auto &target = request.target;
    if (request.method == "CONNECT") {
        const auto colon = target.lastIndexOf(':');
        const bool authority = colon > 0 && isDigits(QByteArrayView(target).sliced(colon + 1))
            && !target.contains('/') && !target.contains('@');
        return authority ? nullptr : "CONNECT wants host:port.";
    }
    const bool known = target.startsWith('/') || target.startsWith("http://")
        || target.startsWith("https://") || (target == "*" && request.method == "OPTIONS");
    return known ? nullptr : "The target is neither a path nor an http address.";
}

const char *judgeHost(const RequestHead &head)
{
    const auto hosts = head.request.headers.values("Host");
    if (hosts.size() > 1)
        return "Host occurs more than once.";
    if (hosts.isEmpty())
        return head.isHttp11 ? "Host is missing." : nullptr;
    static constexpr QByteArrayView foreign(" \t/\\@?#,\"<>");
    for (const char c : hosts.constFirst()) {
        if (foreign.contains(c))
            return "Host is no host.";
    }
    return nullptr;
}

// RFC 9112 §6: the places where requests are smuggled.
const char *judgeFraming(RequestHead &head)
{
    const auto lengths = head.request.headers.values("Content-Length");
    const auto codings = head.request.headers.values("Transfer-Encoding");
    if (!lengths.isEmpty() && !codings.isEmpty())
        return "Content-Length and Transfer-Encoding contradict each other.";
    if (lengths.size() > 1)
        return "Content-Length occurs more than once.";
    if (codings.size() > 1)
        return "Transfer-Encoding occurs more than once.";
    if (!lengths.isEmpty()) {
        if (!isDigits(lengths.constFirst()) || lengths.constFirst().size() > 18)
            return "Content-Length is no number.";
        head.contentLength = lengths.constFirst().toLongLong();
    }
    if (!codings.isEmpty()) {
        if (codings.constFirst().compare("chunked", Qt::CaseInsensitive) != 0)
            return "The only Transfer-Encoding taken is chunked.";
        if (!head.isHttp11)
            return "HTTP/1.0 knows no Transfer-Encoding.";
        head.isChunked = true;
    }
    if (head.request.method == "CONNECT" && (head.isChunked || head.contentLength > 0))
        return "CONNECT has no body.";
    return nullptr;
}

bool namesOption(const Headers &headers, QByteArrayView option)
{
    for (const auto &value : headers.values("Connection")) {
        for (const auto &part : value.split(',')) {
            if (QByteArrayView(part).trimmed().compare(option, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

} // namespace

bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || marks.contains(c);
    });
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || (uchar(c) >= 0x20 && uchar(c) != 0x7f);
    });
}

bool isTarget(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool canBecomeHead(QByteArrayView bytes)
{
    const bool midLine = bytes.endsWith('\r');
    return bytes.isEmpty()
        || (isToken(bytes.first(1)) && hasOnlyCrLf(midLine ? bytes.chopped(1) : bytes));
}

HeadVerdict judgeRequestHead(QByteArrayView bytes)
{
    if (!bytes.endsWith("\r\n\r\n"))
        return refuse("The head does not end with an empty line.");
    if (!hasOnlyCrLf(bytes))
        return refuse("The head holds NUL, or a line that does not end with CR LF.");

    RequestHead head;
    if (const auto *because = readRequestLine(takeLine(bytes), head))
        return refuse(because);
    while (true) {
        const auto line = takeLine(bytes);
        if (line.isEmpty())
            break;
        if (const auto *because = readField(line, head.request.headers))
            return refuse(because);
    }
    if (!bytes.isEmpty())
        return refuse("There are bytes behind the end of the head.");

    if (const auto *because = judgeTarget(head.request))
        return refuse(because);
    if (const auto *because = judgeHost(head))
        return refuse(because);
    if (const auto *because = judgeFraming(head))
        return refuse(because);

    const auto expectations = head.request.headers.values("Expect");
    if (!expectations.isEmpty()) {
        if (expectations.size() > 1
            || expectations.constFirst().compare("100-continue", Qt::CaseInsensitive) != 0)
            return refuse("The only expectation that can be met is 100-continue.", 417);
        head.expectsContinue = head.isHttp11;
    }
    head.keepAlive = head.isHttp11 ? !namesOption(head.request.headers, "close")
                                   : namesOption(head.request.headers, "keep-alive");
    return {std::move(head), {}};
}

} // namespace tokentrail::http
