// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/requestcheck.h"

#include "core/http/requestrules.h"

namespace tokentrail::http {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &sentence)
{
    return Error{ErrorCode::InvalidInput, sentence};
}

Result<void> checkHeaders(const Headers &headers)
{
    for (const auto &field : headers.fields()) {
        if (!isToken(field.name)) {
            return invalid(u"A header name is empty or holds characters that no name may have; "
                           "nothing was sent."_s);
        }
        if (!isFieldValue(field.value)) {
            return invalid(
                u"The value of the header %1 holds a line break or another control character; nothing was sent."_s
                    .arg(QString::fromLatin1(field.name)));
        }
    }
    return {};
}

Result<void> checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.isRelative())
        return invalid(u"The URL is not complete: http://host/path is wanted; nothing was sent."_s);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return invalid(u"Only http and https are spoken, not %1."_s.arg(url.scheme()));
    if (url.host().isEmpty())
        return invalid(u"The URL names no host; nothing was sent."_s);
    if (!url.userInfo().isEmpty()) {
        return invalid(u"The URL holds a user name or password, which would not be sent; "
                       "give it as credentials instead."_s);
    }
    return {};
}

Result<void> checkFraming(const ClientRequest &request)
{
    if (request.headers.contains("Transfer-Encoding"))
        return invalid(u"Transfer-Encoding cannot be set: bodies are sent with their length."_s);
    const auto lengths = request.headers.values("Content-Length");
    if (lengths.size() > 1
        || (lengths.size() == 1 && lengths[0] != QByteArray::number(request.body.size())))
        return invalid(
            u"Content-Length contradicts the body, which has %1 bytes."_s.arg(request.body.size()));
    if (request.headers.values("Host").size() > 1)
        return invalid(u"Host is given more than once; nothing was sent."_s);
    if (request.method == "HEAD" && !request.body.isEmpty())
        return invalid(u"HEAD cannot carry a body; nothing was sent."_s);
    return {};
}

} // namespace

Result<void> checkRequest(const ClientRequest &request)
{
    if (!isToken(request.method)) {
        return invalid(
            u"The method is empty or holds characters that no method may have; nothing was sent."_s);
    }
    if (request.method == "CONNECT")
        return invalid(u"CONNECT is the proxy's business and cannot be sent by hand."_s);
    if (auto url = checkUrl(request.url); !url)
        return url;
    if (auto headers = checkHeaders(request.headers); !headers)
        return headers;
    if (auto headers = checkHeaders(request.proxy.headers); !headers)
        return headers;
    return checkFraming(request);
}

} // namespace tokentrail::http
