// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/dotenv.h"

#include "core/text/jsvalue.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

// A line ends at a line feed unless a backslash or a carriage return of its own stands before it.
std::vector<DotenvEntry> logicalLines(const QByteArray &source)
{
    std::vector<DotenvEntry> lines;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < source.size(); ++at) {
        if (source[at] != '\n')
            continue;
        const bool pair = at > begin && source[at - 1] == '\r';
        const auto end = pair ? at - 1 : at;
        const char before = end > 0 ? source[end - 1] : ' ';
        if (before == '\\' || before == '\r')
            continue;
        lines.push_back({{}, QString::fromUtf8(source.sliced(begin, end - begin)), begin});
        begin = at + 1;
    }
    lines.push_back({{}, QString::fromUtf8(source.sliced(begin)), begin});
    return lines;
}

// '' stands for ', outer quotes go, \uXXXX is a character.
QString unquoted(QString text)
{
    text.replace("''"_L1, "'"_L1);
    const auto strip = [&text](QChar quote) {
        const auto multiline = std::any_of(text.begin(), text.end(), [](QChar c) {
            return c == u'\n' || c == u'\r' || c == u'\u2028' || c == u'\u2029';
        });
        if (!multiline && text.size() > 1 && text.startsWith(quote) && text.endsWith(quote))
            text = text.sliced(1, text.size() - 2);
    };
    strip(u'"');
    strip(u'\'');
    static const QRegularExpression escape(u"\\\\u([0-9A-Fa-f]{4})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString out;
    qsizetype last = 0;
    auto matches = escape.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(text).sliced(last, match.capturedStart() - last);
        out += QChar(char16_t(match.captured(1).toUShort(nullptr, 16)));
        last = match.capturedEnd();
    }
    out += QStringView(text).sliced(last);
    return out;
}

// Numbers are read and written again: 1e3 becomes 1000.
QString variableText(const QString &raw)
{
    if (const auto number = jsNumber(raw); number && *number != 0)
        return QString::fromLatin1(jsNumberSpelling(*number));
    return unquoted(raw);
}

void put(std::vector<DotenvEntry> &entries, const DotenvEntry &entry)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const DotenvEntry &e) { return e.name == entry.name; });
    if (found == entries.end())
        entries.push_back(entry);
    else
        *found = entry;
}

Result<std::vector<DotenvEntry>> parseAsJson(const QByteArray &source, const QString &file)
{
    const auto parsed = parseJson(source, file);
    if (!parsed)
        return parsed.error();
    // A file may be wrapped in a member "cds", as all files of configuration.
    const auto &wrapped = (*parsed)[u"cds"];
    std::vector<DotenvEntry> entries;
    for (const auto &member : (wrapped.isObject() ? wrapped : *parsed).members())
        put(entries,
            {member.name,
             member.value.isString() ? member.value.toString()
                                     : QString::fromUtf8(jsNormalized(member.value).toCompact()),
             member.nameSpan.begin});
    return entries;
}

} // namespace

Result<std::vector<DotenvEntry>> parseDotenv(const QByteArray &source, const QString &file)
{
    if (jsTrimmed(QString::fromUtf8(source.first(std::min<qsizetype>(source.size(), 4096))))
            .startsWith(u'{'))
        return parseAsJson(source, file);
    static const QRegularExpression continuation(u"\\\\\\r?\\n"_s);
    std::vector<DotenvEntry> entries;
    for (auto line : logicalLines(source)) {
        if (jsTrimmed(line.value).isEmpty())
            continue;
        // Only the first continuation of a line is joined; the others stay in the value.
        if (const auto match = continuation.match(line.value); match.hasMatch())
            line.value.remove(match.capturedStart(), match.capturedLength());
        const auto equals = line.value.indexOf(u'=');
        const auto name = equals < 0 ? line.value : jsTrimmed(line.value.first(equals));
        const auto start = jsTrimmed(name);
        if (name.isEmpty() || start.startsWith(u'#') || start.startsWith(u';'))
            continue;
        const auto raw = equals < 0 ? QString() : jsTrimmed(line.value.sliced(equals + 1));
        put(entries, {name, variableText(raw), line.offset});
    }
    return entries;
}

} // namespace tokentrail::text
