// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/message.h"

#include <QString>

#include <algorithm>

namespace tokentrail::http {

using namespace Qt::StringLiterals;

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// '+' is a blank in forms and, as servers read them, in queries too.
QString decoded(QByteArrayView text)
{
    auto bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

// The part of a target from the path on; empty for authority-form.
QByteArrayView pathAndQuery(const QByteArray &target)
{
    if (target.startsWith('/') || target == "*")
        return target;
    const auto scheme = target.indexOf("://");
    if (scheme < 0)
        return {};
    const auto authority = scheme + 3;
    for (auto i = authority; i < target.size(); ++i) {
        if (target[i] == '/' || target[i] == '?')
            return QByteArrayView(target).sliced(i);
    }
    return "/";
}

} // namespace

QByteArray Headers::value(QByteArrayView name) const
{
    for (const auto &field : m_fields) {
        if (sameName(field.name, name))
            return field.value;
    }
    return {};
}

QList<QByteArray> Headers::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const auto &field : m_fields) {
        if (sameName(field.name, name))
            found << field.value;
    }
    return found;
}

bool Headers::contains(QByteArrayView name) const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [name](const Header &field) {
        return sameName(field.name, name);
    });
}

void Headers::add(const QByteArray &name, const QByteArray &value)
{
    m_fields.append({name, value});
}

void Headers::set(const QByteArray &name, const QByteArray &value)
{
    const auto first = std::find_if(m_fields.begin(), m_fields.end(), [&name](const Header &field) {
        return sameName(field.name, name);
    });
    if (first == m_fields.end())
        return add(name, value);
    const auto index = std::distance(m_fields.begin(), first);
    remove(name);
    m_fields.insert(index, {name, value});
}

void Headers::remove(QByteArrayView name)
{
    m_fields.removeIf([name](const Header &field) { return sameName(field.name, name); });
}

QByteArray Request::path() const
{
    const auto rest = pathAndQuery(target);
    const auto question = rest.indexOf('?');
    if (question == 0)
        return "/";
    return (question < 0 ? rest : rest.first(question)).toByteArray();
}

QByteArray Request::query() const
{
    const auto rest = pathAndQuery(target);
    const auto question = rest.indexOf('?');
    return question < 0 ? QByteArray() : rest.sliced(question + 1).toByteArray();
}

QString Request::queryItem(QStringView name) const
{
    return formField(query(), name);
}

bool Response::isJson() const
{
    const auto type = headers.value("Content-Type").split(';').constFirst().trimmed().toLower();
    return type == "application/json" || type == "text/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

Credentials credentialsOf(const QByteArray &headerValue)
{
    const auto trimmed = headerValue.trimmed();
    const auto blank = trimmed.indexOf(' ');
    if (blank < 0)
        return {};
    return {trimmed.first(blank), trimmed.sliced(blank + 1).trimmed()};
}

QList<std::pair<QString, QString>> fromForm(const QByteArray &body)
{
    QList<std::pair<QString, QString>> fields;
    for (const auto &part : body.split('&')) {
        if (part.isEmpty())
            continue;
        const auto equals = part.indexOf('=');
        const QByteArrayView view(part);
        if (equals < 0)
            fields.append({decoded(view), u""_s});
        else
            fields.append({decoded(view.first(equals)), decoded(view.sliced(equals + 1))});
    }
    return fields;
}

QByteArray toForm(const QList<std::pair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body += '&';
        body += name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    }
    return body;
}

QString formField(const QByteArray &body, QStringView name)
{
    for (const auto &[field, value] : fromForm(body)) {
        if (field == name)
            return value.isNull() ? u""_s : value;
    }
    return {};
}

QByteArray reasonPhrase(int status)
{
    struct Phrase
    {
        int status;
        const char *words;
    };
    static constexpr Phrase phrases[] = {
        {100, "Continue"},
        {101, "Switching Protocols"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {203, "Non-Authoritative Information"},
        {204, "No Content"},
        {205, "Reset Content"},
        {206, "Partial Content"},
        {300, "Multiple Choices"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {407, "Proxy Authentication Required"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    for (const auto &phrase : phrases) {
        if (phrase.status == status)
            return phrase.words;
    }
    return "Status " + QByteArray::number(status);
}

} // namespace tokentrail::http
