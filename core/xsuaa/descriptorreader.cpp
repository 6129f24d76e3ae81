// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/descriptorreader.h"

#include <QStringList>

#include <limits>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

void DescriptorReader::fail(const Json &at, const QString &sentence)
{
    if (m_error)
        return;
    m_error = Error{ErrorCode::InvalidInput, sentence};
    if (at.span().isValid() && !m_source.isEmpty())
        m_error->place = placeOf(m_source, at.span().begin, m_file);
}

const Json *DescriptorReader::member(const Json &object,
                                     const QString &name,
                                     Json::Kind kind,
                                     const QString &kindInWords)
{
    const auto *value = object.find(name);
    if (value == nullptr || value->kind() == kind)
        return value;
    fail(*value, u"\"%1\" must be %2."_s.arg(name, kindInWords));
    return nullptr;
}

QString DescriptorReader::string(const Json &object, const QString &name, const QString &fallback)
{
    const auto *value = member(object, name, Json::Kind::String, u"a string"_s);
    return value == nullptr ? fallback : value->toString();
}

QString DescriptorReader::requiredString(const Json &object, const QString &name)
{
    const auto value = string(object, name);
    if (value.isEmpty())
        fail(object, u"\"%1\" is missing or empty."_s.arg(name));
    return value;
}

QStringList DescriptorReader::strings(const Json &object, const QString &name)
{
    QStringList list;
    for (const auto &item : array(object, name)) {
        if (!item.isString())
            fail(item, u"\"%1\" must hold strings."_s.arg(name));
        list.append(item.toString());
    }
    return list;
}

bool DescriptorReader::boolean(const Json &object, const QString &name, bool fallback)
{
    const auto *value = member(object, name, Json::Kind::Bool, u"true or false"_s);
    return value == nullptr ? fallback : value->toBool();
}

int DescriptorReader::integer(const Json &object, const QString &name, int fallback)
{
    const auto *value = member(object, name, Json::Kind::Number, u"a number"_s);
    if (value == nullptr)
        return fallback;
    const auto number = value->toInteger();
    if (number < 0 || number > std::numeric_limits<int>::max()) {
        fail(*value, u"\"%1\" is out of range."_s.arg(name));
        return fallback;
    }
    return int(number);
}

const Json::Elements &DescriptorReader::array(const Json &object, const QString &name)
{
    static const Json::Elements none;
    const auto *value = member(object, name, Json::Kind::Array, u"an array"_s);
    return value == nullptr ? none : value->elements();
}

bool DescriptorReader::expectObject(const Json &value, const QString &what)
{
    if (!value.isObject())
        fail(value, u"%1 must be an object."_s.arg(what));
    return value.isObject();
}

} // namespace tokentrail::xsuaa
