// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/propertiesfile.h"

#include <QStringDecoder>

namespace tokentrail::destination {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString decoded(const QByteArray &source)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(source);
    return utf8.hasError() ? QString::fromLatin1(source) : text;
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\f';
}

struct Line
{
    QString text;
    int number = 0; // of its first line in the file
};

QString withoutLead(const QString &line)
{
    qsizetype begin = 0;
    while (begin < line.size() && isBlank(line[begin]))
        ++begin;
    return line.sliced(begin);
}

// An odd number of backslashes at the end continues a line.
bool continues(const QString &line)
{
    qsizetype count = 0;
    while (count < line.size() && line[line.size() - 1 - count] == u'\\')
        ++count;
    return count % 2 == 1;
}

QList<Line> logicalLines(const QString &text)
{
    QList<Line> lines;
    auto natural = text;
    natural.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    bool open = false;
    int number = 0;
    for (const auto &raw : natural.split(u'\n')) {
        ++number;
        auto line = withoutLead(raw);
        if (!open && (line.isEmpty() || line[0] == u'#' || line[0] == u'!'))
            continue;
        const bool more = continues(line);
        if (more)
            line.chop(1);
        if (open)
            lines.last().text += line;
        else
            lines.append({line, number});
        open = more;
    }
    return lines;
}

Result<QString> unescaped(const QString &text, const Place &place)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const auto next = text[++i];
        if (next == u'u') {
            bool ok = false;
            const auto code =
                text.mid(i + 1, 4).size() == 4 ? text.mid(i + 1, 4).toUShort(&ok, 16) : ushort(0);
            if (!ok)
                return Error{ErrorCode::InvalidInput,
                             u"After \\u four hexadecimal digits are expected."_s,
                             place};
            out += QChar(code);
            i += 4;
        } else {
            out += next == u't' ? u'\t'
                : next == u'n'  ? u'\n'
                : next == u'r'  ? u'\r'
                : next == u'f'  ? u'\f'
                                : next;
        }
    }
    return out;
}

// The name ends at the first =, : or blank that is not escaped.
qsizetype endOfName(const QString &line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'\\')
            ++i;
        else if (line[i] == u'=' || line[i] == u':' || isBlank(line[i]))
            return i;
    }
    return line.size();
}

QString valueFrom(const QString &line, qsizetype at)
{
    while (at < line.size() && isBlank(line[at]))
        ++at;
    if (at < line.size() && (line[at] == u'=' || line[at] == u':'))
        ++at;
    while (at < line.size() && isBlank(line[at]))
        ++at;
    return line.sliced(std::min(at, line.size()));
}

QByteArray escaped(const QString &text, bool isName)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == u'\f')
            out += c == u'\n' ? "\\n" : c == u'\r' ? "\\r" : c == u'\t' ? "\\t" : "\\f";
        else if (c == u'\\' || c == u'=' || c == u':' || c == u'#' || c == u'!'
                 || (c == u' ' && (isName || i == 0)))
            out += '\\' + QByteArray(1, c.toLatin1());
        else if (c.unicode() < 0x20 || c.unicode() > 0x7e)
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
        else
            out += c.toLatin1();
    }
    return out;
}

bool looksLikeJson(const QByteArray &source)
{
    const auto start = source.trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

Result<void> collect(const Json &json, const QString &file, QList<Json> &found)
{
    const auto &inner =
        json[u"destinationConfiguration"].isObject() ? json[u"destinationConfiguration"] : json;
    if (inner.isArray()) {
        for (const auto &element : inner.elements()) {
            if (auto done = collect(element, file, found); !done)
                return done;
        }
        return {};
    }
    if (!inner.isObject() || inner[u"Name"].toString().isEmpty())
        return Error{ErrorCode::InvalidInput,
                     u"This is no destination: it has no Name."_s,
                     file.isEmpty() ? std::nullopt : std::optional(Place{file})};
    found.append(inner);
    return {};
}

} // namespace

Result<Json> destinationFromProperties(const QByteArray &source, const QString &file)
{
    auto properties = Json::object();
    for (const auto &line : logicalLines(decoded(source))) {
        const Place place{file, line.number, 1};
        const auto end = endOfName(line.text);
        const auto name = unescaped(line.text.first(end), place);
        const auto value = unescaped(valueFrom(line.text, end), place);
        if (!name || !value)
            return name ? value.error() : name.error();
        properties.set(*name, *value);
    }
    return properties;
}

QByteArray toPropertiesFile(const Json &properties)
{
    QByteArray out;
    for (const auto &member : properties.members()) {
        const auto &value = member.value;
        const auto text =
            value.isString() ? value.toString() : QString::fromUtf8(value.toCompact());
        out += escaped(member.name, true) + '=' + escaped(text, false) + '\n';
    }
    return out;
}

Result<QList<Json>> readDestinations(const QByteArray &source, const QString &file)
{
    const auto json = looksLikeJson(source) ? text::parseJson(source, file)
                                            : destinationFromProperties(source, file);
    if (!json)
        return json.error();
    QList<Json> found;
    if (const auto done = collect(*json, file, found); !done)
        return done.error();
    return found;
}

bool isSecretProperty(QStringView name)
{
    for (const auto word : {u"password", u"secret", u"apikey", u"privatekey", u"refreshtoken"}) {
        if (name.contains(QStringView(word), Qt::CaseInsensitive))
            return true;
    }
    return name.compare(u"Authorization", Qt::CaseInsensitive) == 0
        || name.compare(u"URL.headers.Authorization", Qt::CaseInsensitive) == 0;
}

Json maskedProperties(const Json &properties)
{
    auto masked = properties;
    for (auto &member : masked.members()) {
        if (isSecretProperty(member.name) && !member.value.toString().isEmpty())
            member.value = QString::fromUtf16(secretMask);
    }
    return masked;
}

Json withoutSecrets(const Json &properties)
{
    auto rest = Json::object();
    for (const auto &member : properties.members()) {
        if (!isSecretProperty(member.name))
            rest.set(member.name, member.value);
    }
    return rest;
}

} // namespace tokentrail::destination
