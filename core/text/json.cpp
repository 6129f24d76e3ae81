// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tokentrail::text {

Json::Json() = default;

Json::Json(bool value)
    : m_kind(Kind::Bool)
    , m_bool(value)
{ }

Json::Json(int value)
    : Json(qint64(value))
{ }

Json::Json(qint64 value)
    : m_kind(Kind::Number)
    , m_number(QByteArray::number(value))
{ }

Json::Json(double value)
    : m_kind(std::isfinite(value) ? Kind::Number : Kind::Null)
    , m_number(QByteArray::number(value, 'g', QLocale::FloatingPointShortest))
{ }

Json::Json(const QString &value)
    : m_kind(Kind::String)
    , m_string(value)
{ }

Json Json::object()
{
    Json json;
    json.m_kind = Kind::Object;
    return json;
}

Json Json::object(std::initializer_list<std::pair<QString, Json>> members)
{
    auto json = object();
    for (const auto &[name, value] : members)
        json.set(name, value);
    return json;
}

Json Json::array()
{
    Json json;
    json.m_kind = Kind::Array;
    return json;
}

Json Json::array(const QStringList &strings)
{
    auto json = array();
    for (const auto &string : strings)
        json.append(string);
    return json;
}

Json Json::number(QByteArray spelling)
{
    Json json;
    json.m_kind = Kind::Number;
    json.m_number = std::move(spelling);
    return json;
}

bool Json::toBool(bool fallback) const
{
    return isBool() ? m_bool : fallback;
}

qint64 Json::toInteger(qint64 fallback) const
{
    if (!isNumber())
        return fallback;
    bool exact = false;
    const auto integer = m_number.toLongLong(&exact);
    if (exact)
        return integer;
    const auto value = m_number.toDouble();
    constexpr auto limit = 9.2e18; // beyond it the cast is undefined
    return std::abs(value) < limit ? qint64(value) : fallback;
}

double Json::toDouble(double fallback) const
{
    return isNumber() ? m_number.toDouble() : fallback;
}

QString Json::toString(const QString &fallback) const
{
    return isString() ? m_string : fallback;
}

QStringList Json::toStringList() const
{
    QStringList list;
    if (isString())
        list << m_string;
    for (const auto &element : m_elements) {
        if (element.isString())
            list << element.m_string;
    }
    return list;
}

const Json::Elements &Json::elements() const
{
    return m_elements;
}

Json::Elements &Json::elements()
{
    return m_elements;
}

const Json::Members &Json::members() const
{
    return m_members;
}

Json::Members &Json::members()
{
    return m_members;
}

qsizetype Json::size() const
{
    return qsizetype(isObject() ? m_members.size() : m_elements.size());
}

const Json *Json::find(QStringView name) const
{
    const auto found = std::find_if(m_members.rbegin(),
                                    m_members.rend(),
                                    [name](const Member &member) { return member.name == name; });
    return found == m_members.rend() ? nullptr : &found->value;
}

Json *Json::find(QStringView name)
{
    return const_cast<Json *>(std::as_const(*this).find(name));
}

const Json &Json::operator[](QStringView name) const
{
    static const Json null;
    const auto *found = find(name);
    return found ? *found : null;
}

void Json::set(const QString &name, Json value)
{
    m_kind = Kind::Object;
    if (auto *found = find(name))
        *found = std::move(value);
    else
        m_members.push_back({name, std::move(value)});
}

bool Json::remove(QStringView name)
{
    return std::erase_if(m_members, [name](const Member &member) { return member.name == name; })
        > 0;
}

void Json::append(Json value)
{
    m_kind = Kind::Array;
    m_elements.push_back(std::move(value));
}

bool Json::operator==(const Json &other) const
{
    if (m_kind != other.m_kind)
        return false;
    switch (m_kind) {
    case Kind::Null:
        return true;
    case Kind::Bool:
        return m_bool == other.m_bool;
    case Kind::Number:
        return m_number == other.m_number || toDouble() == other.toDouble();
    case Kind::String:
        return m_string == other.m_string;
    case Kind::Array:
        return m_elements == other.m_elements;
    case Kind::Object:
        // Of a name that stands twice the last value counts, on both sides.
        return std::all_of(m_members.begin(),
                           m_members.end(),
                           [&](const Member &member) {
                               const auto *twin = other.find(member.name);
                               return twin && *find(member.name) == *twin;
                           })
            && std::all_of(other.m_members.begin(),
                           other.m_members.end(),
                           [&](const Member &member) { return contains(member.name); });
    }
    return false;
}

} // namespace tokentrail::text
