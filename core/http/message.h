// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tokentrail::http {

struct Header
{
    QByteArray name; // as spelt on the wire
    QByteArray value;
    bool operator==(const Header &) const = default;
};

// Header fields in wire order; names compare without case (RFC 9110 §5.1), repeats are kept.
class Headers
{
public:
    Headers() = default;
    Headers(std::initializer_list<Header> fields)
        : m_fields(fields)
    { }

    const QList<Header> &fields() const { return m_fields; }
    QByteArray value(QByteArrayView name) const; // of the first; empty when there is none
    QList<QByteArray> values(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    void add(const QByteArray &name, const QByteArray &value);
    void set(const QByteArray &name,
             const QByteArray &value); // replaces the first, drops the others
    void remove(QByteArrayView name);

private:
    QList<Header> m_fields;
};

struct Request
{
    QByteArray method = "GET";
    // As on the request line: "/path?query", or absolute-form "http://host/path" towards a proxy,
    // or "host:port" for CONNECT.
    QByteArray target = "/";
    Headers headers = {};
    QByteArray body = {};

    QByteArray path() const; // of any form of target, without query, still percent-encoded
    QByteArray query() const; // without "?"
    QString queryItem(QStringView name) const; // decoded; null when absent
};

struct Response
{
    int status = 0;
    QByteArray reason = {};
    Headers headers = {};
    QByteArray body = {};

    bool isJson() const;
};

// "Bearer", "eyJ…" of "Authorization: Bearer eyJ…"; both empty when there is no second word.
struct Credentials
{
    QByteArray scheme;
    QByteArray value;
};
Credentials credentialsOf(const QByteArray &headerValue);

// Fields of application/x-www-form-urlencoded, decoded, in order. Also what toForm() writes.
QList<std::pair<QString, QString>> fromForm(const QByteArray &body);
QByteArray toForm(const QList<std::pair<QString, QString>> &fields);
QString formField(const QByteArray &body, QStringView name); // null when absent

QByteArray reasonPhrase(int status); // RFC 9110 §15, "Status NNN" for unknown ones

} // namespace tokentrail::http
