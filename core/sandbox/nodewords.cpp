// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/nodewords.h"

#include <QUrl>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quotedLength = 10; // V8 quotes so much of the text that it cannot read

// OpenSSL's own words, which Node.js passes on.
QString certificateReason(const QString &sentence)
{
    auto reason = sentence.section(u": "_s, -1);
    if (reason.endsWith(u'.'))
        reason.chop(1);
    return reason;
}

} // namespace

QString nodeReason(const http::Exchange &exchange)
{
    const QUrl url = QUrl::fromEncoded(exchange.url());
    const auto word = exchange.notes[u"failure"].toString();
    const auto place =
        u"%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    if (word == "connection-refused"_L1)
        return u"connect ECONNREFUSED "_s + place;
    if (word == "host-unknown"_L1)
        return u"getaddrinfo ENOTFOUND "_s + url.host();
    if (word == "tls-host-mismatch"_L1)
        return u"Hostname/IP does not match certificate's altnames: %1 is not in the cert's list"_s
            .arg(url.host());
    if (word == "tls-failed"_L1)
        return u"write EPROTO wrong version number"_s;
    if (word == "closed-without-answer"_L1 || word == "connection-broken"_L1)
        return u"socket hang up"_s;
    const auto sentence = exchange.failure ? exchange.failure->sentence : QString();
    return word == "tls-untrusted"_L1 ? certificateReason(sentence) : sentence;
}

QString nodeSyntaxError(const QByteArray &text)
{
    const auto trimmed = QString::fromUtf8(text).trimmed();
    if (trimmed.isEmpty())
        return u"SyntaxError: Unexpected end of JSON input"_s;
    return u"SyntaxError: Unexpected token '%1', \"%2\"... is not valid JSON"_s.arg(
        trimmed.left(1), trimmed.left(quotedLength));
}

} // namespace tokentrail::sandbox
