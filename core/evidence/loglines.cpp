// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/loglines.h"

#include "core/evidence/words.h"
#include "core/text/json.h"

#include <QRegularExpression>

#include <array>

namespace tokentrail::evidence {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(char unit)
{
    return unit >= '0' && unit <= '9';
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at;
}

// "2026-11-22T07:16:03.58+0100": where it ends, or -1.
qsizetype endOfTime(QByteArrayView text, qsizetype at)
{
    static constexpr QByteArrayView shape = "0000-00-00T00:00:00";
    if (text.size() - at < shape.size())
        return -1;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        const auto unit = text[at + i];
        const bool fits = shape[i] == '0' ? isDigit(unit)
            : shape[i] == 'T'             ? unit == 'T' || unit == ' '
                                          : unit == shape[i];
        if (!fits)
            return -1;
    }
    at += shape.size();
    while (at < text.size()
           && (isDigit(text[at]) || text[at] == '.' || text[at] == ':' || text[at] == '+'
               || text[at] == '-' || text[at] == 'Z'))
        ++at;
    return at;
}

// "   2026-11-22T07:16:03.58+0100 [APP/PROC/WEB/0] ERR message" → "message"
qsizetype endOfCloudFoundryPrefix(QByteArrayView line, QByteArrayView &time)
{
    const auto start = skipBlanks(line, 0);
    auto at = endOfTime(line, start);
    if (at < 0)
        return 0;
    const auto timeEnd = at;
    at = skipBlanks(line, at);
    if (at >= line.size() || line[at] != '[' || at + 1 >= line.size() || line[at + 1] < 'A'
        || line[at + 1] > 'Z')
        return 0;
    const auto close = line.indexOf(']', at);
    if (close < 0)
        return 0;
    at = skipBlanks(line, close + 1);
    const auto rest = line.sliced(at);
    if (!rest.startsWith("OUT") && !rest.startsWith("ERR"))
        return 0;
    time = line.sliced(start, timeEnd - start);
    at += 3;
    return at < line.size() && line[at] == ' ' ? at + 1 : at;
}

// "srv-1  | message" of docker compose and of npm-run-all.
qsizetype endOfComposePrefix(QByteArrayView line)
{
    const auto bar = line.indexOf('|');
    if (bar <= 0 || bar > 40 || bar + 1 >= line.size() || line[bar + 1] != ' ')
        return 0;
    for (qsizetype i = 0; i < bar; ++i) {
        const auto unit = line[i];
        const bool name = isDigit(unit) || (unit >= 'a' && unit <= 'z') || unit == '-'
            || unit == '_' || unit == '.' || (unit == ' ' && i > 0);
        if (!name)
            return 0;
    }
    return bar + 2;
}

bool isOfPodName(char unit)
{
    return isDigit(unit) || (unit >= 'a' && unit <= 'z') || unit == '-' || unit == '.';
}

// "[pod/shop-srv-7c9f8b6d5-x2x4z/srv] message" of kubectl --prefix, and
// "shop-srv-7c9f8b6d5-x2x4z srv message" of stern.
qsizetype endOfPodPrefix(QByteArrayView line)
{
    if (line.startsWith("[pod/")) {
        const auto close = line.indexOf("] ");
        return close < 0 ? 0 : close + 2;
    }
    qsizetype at = 0;
    while (at < line.size() && isOfPodName(line[at]))
        ++at;
    const auto pod = line.first(at);
    const auto last = pod.lastIndexOf('-');
    const auto before = last > 0 ? pod.lastIndexOf('-', last - 1) : -1;
    const bool hashed =
        before > 0 && at - last - 1 == 5 && last - before - 1 >= 6 && last - before - 1 <= 10;
    if (!hashed || at >= line.size() || line[at] != ' ')
        return 0;
    const auto container = ++at;
    while (at < line.size() && isOfPodName(line[at]))
        ++at;
    return at > container && at < line.size() && line[at] == ' ' ? at + 1 : 0;
}

// "2026-11-22T07:16:03.123456789Z message", with "stderr F " between in the files of a node. What
// programs write themselves does not go to the nanosecond.
qsizetype endOfContainerTime(QByteArrayView line, QByteArrayView &time)
{
    const auto end = endOfTime(line, 0);
    if (end < 0 || end >= line.size() || line[end] != ' ')
        return 0;
    const auto rest = line.sliced(end + 1);
    for (const QByteArrayView stream : {"stdout F ", "stderr F ", "stdout P ", "stderr P "}) {
        if (rest.startsWith(stream)) {
            time = line.first(end);
            return end + 1 + stream.size();
        }
    }
    constexpr qsizetype micros = 26; // 2026-11-22T07:16:03.123456
    if (end <= micros || !isDigit(line[micros]))
        return 0;
    time = line.first(end);
    return end + 1;
}

QByteArray withoutColours(QByteArrayView line)
{
    QByteArray out;
    out.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] != '\x1b') {
            out.append(line[i]);
            continue;
        }
        while (i < line.size() && line[i] != 'm')
            ++i;
    }
    return out;
}

bool isNamed(const QString &name, std::initializer_list<QStringView> names)
{
    for (const auto one : names) {
        if (name == one)
            return true;
    }
    return false;
}

} // namespace

LogLine bareLine(QByteArrayView line)
{
    LogLine bare;
    bare.text = line;
    if (line.contains('\x1b')) {
        bare.kept = withoutColours(line);
        bare.text = bare.kept;
    }
    if (bare.text.endsWith('\r'))
        bare.text.chop(1);
    auto end = endOfCloudFoundryPrefix(bare.text, bare.time);
    if (end == 0)
        end = endOfComposePrefix(bare.text);
    if (end == 0) {
        bare.text = bare.text.sliced(endOfPodPrefix(bare.text));
        end = endOfContainerTime(bare.text, bare.time);
    }
    bare.text = bare.text.sliced(end);
    return bare;
}

bool continuesMessage(QByteArrayView line)
{
    if (line.isEmpty())
        return false;
    const auto first = line.front();
    if (first == ' ' || first == '\t' || first == '}' || first == ']' || first == ')')
        return true;
    static constexpr std::array<QByteArrayView, 5> starts{
        "Caused by:", "caused by:", "retrying ", "Original error", "... "};
    for (const auto start : starts) {
        if (line.startsWith(start))
            return true;
    }
    return false;
}

QByteArray callIdIn(const QByteArray &message)
{
    constexpr qsizetype read = 8192;
    // Of most lines a word tells that they name none.
    if (!message.contains("_id") && !message.contains("-id") && !message.contains("-ID")
        && !message.contains("Id\"") && !message.contains("-Id"))
        return {};
    static const QRegularExpression pattern(
        uR"re(\b(?:x[-_])?(?:correlation|vcap[-_]request|request)[-_]?id\\?"?\s*[:=]\s*\\?"?([\w.-]+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto head = QString::fromUtf8(message.first(std::min(message.size(), read)));
    return pattern.match(head).captured(1).toUtf8();
}

Unwrapped unwrapped(const QByteArray &message)
{
    const auto trimmed = message.trimmed();
    const auto plain = [&message] {
        return Unwrapped{QString::fromUtf8(message), {}};
    };
    if (!trimmed.startsWith('{') || !trimmed.endsWith('}'))
        return plain();
    const auto json = text::parseJson(trimmed);
    if (!json)
        return plain();
    QStringList said;
    for (const auto &member : json->members()) {
        // A container runtime wraps the line once more, whatever it is.
        if (isNamed(member.name, {u"msg", u"message", u"text", u"log", u"textPayload"})
            && member.value.isString())
            said << unwrapped(member.value.toString().toUtf8()).text.trimmed();
    }
    for (const auto &member : json->members()) {
        const bool cause = isNamed(member.name,
                                   {u"reason",
                                    u"cause",
                                    u"error",
                                    u"err",
                                    u"errors",
                                    u"exception",
                                    u"details",
                                    u"innererror",
                                    u"internal",
                                    u"response",
                                    u"error_description",
                                    u"fields",
                                    u"jsonPayload",
                                    u"data",
                                    u"stack",
                                    u"stacktrace",
                                    u"stack_trace"});
        const auto words = cause ? textsIn(member.value) : QString();
        if (!words.isEmpty())
            said << words;
    }
    if (said.isEmpty())
        return plain();
    const auto &time = (*json)[json->contains(u"timestamp") ? u"timestamp" : u"written_at"];
    return {said.join(u'\n'), time.toString().toLatin1()};
}

} // namespace tokentrail::evidence
