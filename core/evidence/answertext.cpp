// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/answertext.h"

#include "core/evidence/words.h"
#include "core/text/json.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::evidence {

using namespace Qt::StringLiterals;

namespace {

// Of a longer body nobody reads more, and what a page says it says at its top.
constexpr qsizetype bodyRead = 256 * 1024;

QByteArrayList linesOf(const QByteArray &pasted)
{
    QByteArrayList lines;
    for (auto line : pasted.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        lines << line;
    }
    return lines;
}

// curl -v marks what it says with *, what it sends with > and what it gets with <.
QByteArrayList answeredLines(const QByteArrayList &lines)
{
    const bool marked = std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.startsWith("< HTTP/");
    });
    if (!marked)
        return lines;
    QByteArrayList answered;
    for (const auto &line : lines) {
        if (line.startsWith("< "))
            answered << line.sliced(2);
        else if (line == "<")
            answered << QByteArray();
        else if (!line.startsWith("* ") && !line.startsWith("> ") && line != ">"
                 && !line.startsWith("{ [") && !line.startsWith("} ["))
            answered << line;
    }
    return answered;
}

const QRegularExpression &statusLine()
{
    static const QRegularExpression pattern(uR"(^HTTP/\d(?:\.\d)? (\d{3})(?: (.*))?$)"_s);
    return pattern;
}

bool isHeader(const QByteArray &line)
{
    static const QRegularExpression pattern(uR"(^[A-Za-z][A-Za-z0-9-]*: ?\S)"_s);
    return pattern.match(QString::fromUtf8(line)).hasMatch();
}

// Without a status line only names that nobody starts a sentence with make a header.
bool isTellingHeader(const QByteArray &line)
{
    const auto name = line.first(std::max<qsizetype>(0, line.indexOf(':'))).toLower();
    return isHeader(line)
        && (name.startsWith("x-") || name.contains("-error") || name == "www-authenticate"
            || name == "content-type" || name == "proxy-authenticate" || name == "server"
            || name == "set-cookie" || name == "location" || name.startsWith("sap-"));
}

qsizetype readHeaders(const QByteArrayList &lines, qsizetype from, http::Headers &headers)
{
    auto at = from;
    for (; at < lines.size() && isHeader(lines[at]); ++at) {
        const auto colon = lines[at].indexOf(':');
        headers.add(lines[at].first(colon), lines[at].sliced(colon + 1).trimmed());
    }
    return at;
}

} // namespace

QString wordsOf(const http::Response &response)
{
    QStringList words;
    if (!response.reason.isEmpty())
        words << QString::fromUtf8(response.reason);
    for (const auto *name : {"x-error-message",
                             "x-error-origin",
                             "x-cf-routererror",
                             "www-authenticate",
                             "proxy-authenticate"}) {
        const auto value = response.headers.value(name);
        if (!value.isEmpty())
            words << QString::fromUtf8(value);
    }
    words << plainWords(response.body.first(std::min(response.body.size(), bodyRead)));
    return words.join(u'\n');
}

QString bodyInWords(const http::Response &response)
{
    constexpr qsizetype readable = 220;
    const auto words = plainWords(response.body.first(std::min(response.body.size(), bodyRead)));
    const auto seen = withoutMarkup(words).split(u'\n', Qt::SkipEmptyParts);
    QStringList parts;
    for (const auto &one : seen) {
        const auto part = one.simplified();
        if (!part.isEmpty() && !parts.contains(part))
            parts << part;
    }
    const auto whole = parts.join(u" · "_s);
    return whole.size() <= readable ? whole : QString(whole.first(readable) + u'…');
}

namespace {

// A collection, or the description of an interface: nobody answers a failure with it.
bool isDataAlone(const text::Json &json)
{
    return (json.contains(u"@odata.context") && json[u"value"].isArray())
        || json[u"d"][u"results"].isArray() || json[u"openapi"].isString()
        || json[u"swagger"].isString();
}

// CAP and OData services write the status into the body as the error's code.
int statusInBody(const QByteArray &body)
{
    const auto start = body.trimmed();
    if (!start.startsWith('{') || start.size() > bodyRead)
        return 0;
    const auto json = text::parseJson(start);
    if (json && isDataAlone(*json))
        return 200;
    const auto code = json ? (*json)[u"error"][u"code"].toString().toInt() : 0;
    return code >= 400 && code <= 599 ? code : 0;
}

} // namespace

int statusAlone(const QByteArray &pasted)
{
    static const QRegularExpression pattern(
        uR"(^(?:HTTP |status(?: code)?:? )?([1-5]\d\d)(?:[ ,:-]+[A-Za-z' -]{1,40})?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto trimmed = pasted.trimmed();
    if (trimmed.size() >= 64)
        return 0;
    const auto match = pattern.match(QString::fromUtf8(trimmed));
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

http::Response readAnswer(const QByteArray &pasted)
{
    const auto lines = answeredLines(linesOf(pasted));
    http::Response answer;
    qsizetype head = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // Of several answers (100 Continue, a redirect that was followed) the last counts.
        if (lines[i].startsWith("HTTP/")
            && statusLine().match(QString::fromUtf8(lines[i])).hasMatch())
            head = i;
    }
    if (head >= 0) {
        const auto match = statusLine().match(QString::fromUtf8(lines[head]));
        answer.status = match.captured(1).toInt();
        answer.reason = match.captured(2).toUtf8();
    } else if (const auto alone = statusAlone(pasted)) {
        answer.status = alone;
        return answer;
    } else if (lines.isEmpty() || !isTellingHeader(lines.constFirst())) {
        answer.body = pasted;
        answer.status = statusInBody(pasted);
        return answer;
    }
    auto at = readHeaders(lines, head + 1, answer.headers);
    if (at < lines.size() && lines[at].isEmpty())
        ++at;
    answer.body = lines.sliced(at).join('\n');
    return answer;
}

} // namespace tokentrail::evidence
