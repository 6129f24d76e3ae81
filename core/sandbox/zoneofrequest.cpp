// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/zoneofrequest.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

// "subscriber" of "subscriber.localhost:4600"; empty for hosts that are nobody's.
QString subdomainOf(QByteArray host)
{
    host = host.split(':').constFirst().toLower();
    if (!host.endsWith(".localhost"))
        return {};
    host.chop(qsizetype(qstrlen(".localhost")));
    for (const QByteArray ending : {".authentication.cert", ".authentication"}) {
        if (host.endsWith(ending))
            host.chop(ending.size());
    }
    return host == "authentication" ? QString() : QString::fromLatin1(host);
}

} // namespace

Result<QString> zoneOfRequest(const Registry &registry, const http::Request &request)
{
    const auto asked = QString::fromLatin1(request.headers.value("x-zid"));
    if (!asked.isEmpty()) {
        if (registry.knowsZone(asked))
            return asked;
        return Error{ErrorCode::NotFound, u"Unknown zone "_s + asked};
    }
    const auto subdomain = subdomainOf(request.headers.value("Host"));
    if (subdomain.isEmpty())
        return registry.zoneId();
    for (const auto &account : registry.subaccounts()) {
        if (account.subdomain == subdomain)
            return account.zoneId;
    }
    return Error{ErrorCode::NotFound,
                 u"The subdomain does not map to a valid identity zone. [%1]"_s.arg(subdomain)};
}

} // namespace tokentrail::sandbox
