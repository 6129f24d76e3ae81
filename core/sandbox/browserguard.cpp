// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/browserguard.h"

#include "core/sandbox/answers.h"

namespace tokentrail::sandbox {

namespace {

bool isOurHost(QByteArray host, quint16 port)
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    if (!host.endsWith(suffix))
        return false;
    host.chop(suffix.size());
    host = host.toLower();
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]"
        || (host.endsWith(".localhost") && host.size() > 10);
}

bool isUnsafe(const QByteArray &method)
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

} // namespace

std::optional<http::Response>
refuseForeignBrowser(const http::Request &request, quint16 port, bool tls)
{
    if (!isOurHost(request.headers.value("Host"), port))
        return textAnswer(421, "This server answers for loopback names alone.\n");
    if (!isUnsafe(request.method) || !request.headers.contains("Origin"))
        return std::nullopt;
    auto origin = request.headers.value("Origin");
    const QByteArray scheme = tls ? "https://" : "http://";
    const bool own = origin.startsWith(scheme) && isOurHost(origin.sliced(scheme.size()), port);
    if (own)
        return std::nullopt;
    return textAnswer(403, "A page of another origin must not post here.\n");
}

} // namespace tokentrail::sandbox
