// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tokentrail::text {

// Byte offsets [begin, end) of a value in the text it was parsed from; -1 when it was built.
struct Span
{
    qsizetype begin = -1;
    qsizetype end = -1;
    bool isValid() const { return begin >= 0; }
};

// A JSON value (RFC 8259) that keeps what others lose: the order of members, the spelling of
// numbers, duplicate names, and where each value stood.
class Json
{
public:
    enum class Kind : quint8 { Null, Bool, Number, String, Array, Object };
    struct Member;
    using Members = std::vector<Member>;
    using Elements = std::vector<Json>;

    Json();
    Json(bool value); // NOLINT(google-explicit-constructor): builders read like JSON
    Json(int value); // NOLINT(google-explicit-constructor)
    Json(qint64 value); // NOLINT(google-explicit-constructor)
    Json(double value); // NOLINT(google-explicit-constructor)
    Json(const QString &value); // NOLINT(google-explicit-constructor)
    Json(const char *) = delete; // would become a bool; write u"…"_s

    static Json object();
    static Json object(std::initializer_list<std::pair<QString, Json>> members);
    static Json array();
    static Json array(const QStringList &strings);
    static Json number(QByteArray spelling); // as it shall stand in the text

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isBool() const { return m_kind == Kind::Bool; }
    bool isNumber() const { return m_kind == Kind::Number; }
    bool isString() const { return m_kind == Kind::String; }
    bool isArray() const { return m_kind == Kind::Array; }
    bool isObject() const { return m_kind == Kind::Object; }

    // Readers give the fallback where the kind is another one.
    bool toBool(bool fallback = false) const;
    qint64 toInteger(qint64 fallback = 0) const; // fractions are cut, 1e3 is 1000
    double toDouble(double fallback = 0) const;
    QString toString(const QString &fallback = {}) const;
    QStringList toStringList() const; // the strings of an array; a lone string as a list of one
    const QByteArray &numberSpelling() const { return m_number; }

    const Elements &elements() const; // empty unless an array
    const Members &members() const; // empty unless an object
    Members &members();
    Elements &elements();
    qsizetype size() const; // of an array or object

    // Of several members with one name the last counts, as in JSON.parse.
    const Json *find(QStringView name) const;
    Json *find(QStringView name);
    const Json &operator[](QStringView name) const; // a null value when there is none
    bool contains(QStringView name) const { return find(name) != nullptr; }

    void set(const QString &name, Json value); // replaces in place, or appends
    bool remove(QStringView name);
    void append(Json value);

    Span span() const { return m_span; }
    void setSpan(Span span) { m_span = span; } // for readers of other formats

    QByteArray toCompact() const;
    QByteArray toIndented(int blanks = 2) const; // as JSON.stringify(value, null, blanks)

    // Same meaning: spelling of numbers aside (1.0 == 1), order of members aside.
    bool operator==(const Json &other) const;

private:
    friend class JsonParser;

    Kind m_kind = Kind::Null;
    bool m_bool = false;
    Span m_span;
    QByteArray m_number;
    QString m_string;
    std::vector<Json> m_elements;
    std::vector<Member> m_members;
};

struct Json::Member
{
    QString name;
    Json value;
    Span nameSpan = {}; // with its quotes
};

// As strict as JSON.parse on UTF-8: no comments, no trailing comma, no byte order mark, no lone
// bytes. Nesting ends at 512. The error names line and column and quotes nothing of the text,
// which may hold a secret.
Result<Json> parseJson(const QByteArray &source, const QString &file = {});

// Names that occur twice in one object, with the place of the later one.
std::vector<Error>
duplicateNames(const QByteArray &source, const Json &value, const QString &file = {});

} // namespace tokentrail::text
