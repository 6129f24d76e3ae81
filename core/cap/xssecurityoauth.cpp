// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/say.h"
#include "core/cap/xssecurityproblems.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool isLocal(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || host == "127.0.0.1"_L1
        || host == "[::1]"_L1;
}

// A wildcard that lets hosts of strangers in: no fixed domain of at least two labels is left.
bool isHostTooWide(const QString &host)
{
    const auto fixed = host.mid(host.lastIndexOf(u'*') + 1);
    return host.contains(u'*') && fixed.split(u'.', Qt::SkipEmptyParts).size() < 2;
}

void checkRedirectUri(const Json &uri, ProblemList &problems)
{
    const auto text = uri.toString();
    const auto schemeEnd = text.indexOf("://"_L1);
    if (text.trimmed() != text || text.isEmpty())
        return problems.error(u"redirect-uri-malformed"_s, uri, say(u"xs.redirect-padded"));
    if (schemeEnd < 0) {
        if (text.startsWith(u'*'))
            return problems.error(
                u"redirect-uri-too-wide"_s, uri, say(u"xs.redirect-every-host", {{u"uri", text}}));
        return problems.warning(
            u"redirect-uri-malformed"_s, uri, say(u"xs.redirect-no-scheme", {{u"uri", text}}));
    }
    const auto scheme = text.left(schemeEnd);
    auto host = text.mid(schemeEnd + 3).section(u'/', 0, 0);
    if (!host.startsWith(u'['))
        host = host.section(u':', 0, 0);
    if (scheme.contains(u'*') || isHostTooWide(host))
        problems.error(
            u"redirect-uri-too-wide"_s, uri, say(u"xs.redirect-strangers", {{u"uri", text}}));
    else if (scheme == "http"_L1 && !isLocal(host))
        problems.warning(
            u"redirect-uri-not-https"_s, uri, say(u"xs.redirect-plain", {{u"uri", text}}));
}

} // namespace

void checkOAuthConfiguration(const Json &configuration, ProblemList &problems)
{
    const auto &validity = configuration[u"token-validity"];
    const auto &refresh = configuration[u"refresh-token-validity"];
    if (validity.isNumber() && refresh.isNumber() && refresh.toInteger() < validity.toInteger())
        problems.hint(u"refresh-shorter-than-token"_s, refresh, say(u"xs.refresh-shorter"));
    for (const auto &uri : configuration[u"redirect-uris"].elements()) {
        if (uri.isString())
            checkRedirectUri(uri, problems);
    }
    for (const auto &type : configuration[u"credential-types"].elements()) {
        if (type.toString() == "instance-secret"_L1)
            problems.error(u"instance-secret"_s, type, say(u"xs.instance-secret"));
    }
}

} // namespace tokentrail::cap
