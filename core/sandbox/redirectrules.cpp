// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/redirectrules.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Parts
{
    QString scheme;
    QString authority;
    QString rest; // path and query
};

Parts partsOf(const QString &address)
{
    const auto schemeEnd = address.indexOf("://"_L1);
    if (schemeEnd < 0)
        return {};
    const auto begin = schemeEnd + 3;
    auto end = address.size();
    for (const auto separator : {u'/', u'?'}) {
        const auto at = address.indexOf(separator, begin);
        if (at >= 0)
            end = std::min(end, at);
    }
    return {address.first(schemeEnd).toLower(),
            address.sliced(begin, end - begin).toLower(),
            address.sliced(end)};
}

// "**" stands for anything, "*" for anything up to a slash.
bool globMatches(const QString &pattern, const QString &text)
{
    auto expression = QRegularExpression::escape(pattern);
    expression.replace(u"\\*\\*"_s, u".*"_s).replace(u"\\*"_s, u"[^/]*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression))
        .match(text)
        .hasMatch();
}

bool matches(const QString &pattern, const Parts &address)
{
    const auto wanted = partsOf(pattern);
    return !wanted.scheme.isEmpty() && globMatches(wanted.scheme, address.scheme)
        && globMatches(wanted.authority, address.authority)
        && (globMatches(wanted.rest, address.rest)
            || (wanted.rest == "/**"_L1 && address.rest.isEmpty()));
}

bool isDangerous(const QString &address)
{
    if (address.size() > 2048)
        return true;
    return std::any_of(address.begin(), address.end(), [](QChar character) {
        return character <= u' ' || character == u'\x7f' || character == u'\\' || character == u'#'
            || character == u'"' || character == u'<' || character == u'>';
    });
}

} // namespace

bool isRedirectAllowed(const QString &redirectUri, const QStringList &patterns)
{
    if (isDangerous(redirectUri))
        return false;
    const QUrl url(redirectUri, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()
        || redirectUri.contains(u'@') != url.path().contains(u'@'))
        return false;
    const auto scheme = url.scheme();
    if (scheme != "http"_L1 && scheme != "https"_L1)
        return false;
    if (url.host() == "localhost"_L1)
        return true;
    const auto address = partsOf(redirectUri);
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return matches(pattern, address);
    });
}

} // namespace tokentrail::sandbox
