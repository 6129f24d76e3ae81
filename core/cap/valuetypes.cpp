// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/valuetypes.h"

#include "core/cap/say.h"
#include "core/cap/sqlvalues.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString textOf(const Json &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.toCompact());
}

// Number() of JavaScript
double numberOf(const Json &value)
{
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    if (value.isBool())
        return value.toBool() ? 1 : 0;
    if (value.isArray() || value.isObject())
        return nan;
    const auto text = textOf(value).trimmed();
    if (text.isEmpty())
        return 0;
    bool isNumber = false;
    const auto number = text.toDouble(&isNumber);
    return isNumber ? number : nan;
}

bool isWithin(const Json &value, double low, double high)
{
    const auto number = numberOf(value);
    return low <= number && number < high; // false for NaN
}

bool fits(const QString &pattern, const Json &value)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return expression.match(textOf(value)).hasMatch();
}

QString decimalPattern(const ValueType &type)
{
    if (type.precision == 0)
        return uR"([+-]?\d+(?:\.\d+)?)"_s;
    if (type.scale == 0)
        return uR"([+-]?\d{1,%1})"_s.arg(type.precision);
    if (type.scale == type.precision)
        return uR"([+-]?0(?:\.\d{1,%1})?)"_s.arg(type.scale);
    return uR"([+-]?\d{1,%1}(?:\.\d{1,%2})?)"_s.arg(type.precision - type.scale).arg(type.scale);
}

bool fitsNumber(const ValueType &type, const Json &value, bool &isNumber)
{
    const struct
    {
        QLatin1StringView name;
        double low;
        double high;
    } ranges[] = {{"cds.Integer"_L1, -std::exp2(53), std::exp2(53)},
                  {"cds.Int16"_L1, -std::exp2(15), std::exp2(15)},
                  {"cds.Int32"_L1, -std::exp2(31), std::exp2(31)},
                  {"cds.Int64"_L1, -std::exp2(63), std::exp2(63)},
                  {"cds.Integer64"_L1, -std::exp2(63), std::exp2(63)},
                  {"cds.UInt8"_L1, 0, 257}};
    isNumber = true;
    for (const auto &range : ranges) {
        if (type.name == range.name)
            return isWithin(value, range.low, range.high);
    }
    if (type.name == "cds.Double"_L1 || type.name == "cds.DecimalFloat"_L1)
        return !std::isnan(numberOf(value));
    if (type.name == "cds.Decimal"_L1)
        return fits(decimalPattern(type), value);
    isNumber = false;
    return true;
}

bool isInRange(const Json &range, const Json &value)
{
    if (range.size() != 2 || value.isArray() || value.isObject())
        return true;
    const auto bound = [&](const Json &limit, bool isLow) {
        const bool isOpen = limit.isObject(); // {"val":1}: the limit itself is outside
        if (isOpen && limit[u"="].toString() == "_"_L1)
            return true;
        const auto &edge = isOpen ? limit[u"val"] : limit;
        const bool texts = edge.isString() && value.isString();
        const auto relation = texts ? double(QString::compare(value.toString(), edge.toString()))
                                    : numberOf(value) - numberOf(edge);
        if (isOpen)
            return isLow ? relation > 0 : relation < 0;
        return isLow ? relation >= 0 : relation <= 0;
    };
    return bound(range.elements()[0], true) && bound(range.elements()[1], false);
}

bool isAmong(const Json &names, const Json &value)
{
    for (const auto &member : names.members()) {
        const auto *given = member.value.find(u"val");
        if (textOf(value) == (given ? textOf(*given) : member.name))
            return true;
    }
    return false;
}

bool isOn(const Json &annotation)
{
    return annotation.isArray() || annotation.isObject() || Value::of(annotation).isTruthy();
}

} // namespace

ValueType valueTypeOf(const Csn &csn, const Json &element)
{
    constexpr int deepest = 20; // types of types
    ValueType type;
    const auto *json = &element;
    for (int depth = 0; json && depth < deepest; ++depth) {
        type.isList = type.isList || json->contains(u"items");
        if (type.length == 0)
            type.length = (*json)[u"length"].toInteger();
        if (type.precision == 0)
            type.precision = int((*json)[u"precision"].toInteger());
        if (type.scale == 0)
            type.scale = int((*json)[u"scale"].toInteger());
        const auto name = (*json)[u"type"].toString();
        if (name.startsWith("cds."_L1) && !csn.find(name)) {
            type.name = name;
            break;
        }
        const auto *definition = csn.find(name);
        json = definition ? definition->json : nullptr;
    }
    return type;
}

bool fitsType(const ValueType &type, const Json &value)
{
    static const QString date = uR"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))"_s;
    static const QString zone = uR"((?:Z|[+-][0-2]\d:?[0-5]\d)?)"_s;
    static const QString seconds = uR"((?::[0-5]\d(?:\.\d+)?)?)"_s;
    if (type.isList)
        return value.isArray();
    bool isNumber = false;
    const bool isFit = fitsNumber(type, value, isNumber);
    if (isNumber)
        return isFit;
    const auto &name = type.name;
    if (name == "cds.String"_L1 || name == "cds.UUID"_L1)
        return value.isString() && (type.length == 0 || value.toString().size() <= type.length);
    if (name == "cds.LargeString"_L1 || name == "cds.Binary"_L1 || name == "cds.LargeBinary"_L1)
        return value.isString();
    if (name == "cds.Boolean"_L1)
        return value.isBool()
            || (value.isNumber() && (numberOf(value) == 0 || numberOf(value) == 1));
    if (name == "cds.Date"_L1)
        return fits(date, value);
    if (name == "cds.Time"_L1)
        return fits(uR"([0-2]\d:[0-5]\d(?::[0-5]\d)?)"_s, value);
    if (name == "cds.DateTime"_L1 || name == "cds.Timestamp"_L1)
        return fits(QString(date + uR"((?:T[0-2]\d:[0-5]\d)"_s + seconds + zone + u")?"_s), value);
    return true;
}

QString assertionProblem(const QString &name, const Json &element, const Json &value)
{
    const auto &names = element[u"enum"];
    const auto &range = element[u"@assert.range"];
    if (const auto format = element[u"@assert.format"].toString(); !format.isEmpty()) {
        const QRegularExpression expression(format, QRegularExpression::UseUnicodePropertiesOption);
        if (expression.isValid() && !expression.match(textOf(value)).hasMatch())
            return say(u"because.value-format", {{u"name", name}, {u"format", format}});
    }
    if (range.isArray() && !names.isObject() && !isInRange(range, value))
        return say(u"because.value-range", {{u"name", name}});
    const bool asksForName = names.isObject() && (isOn(element[u"@assert.enum"]) || isOn(range));
    if (asksForName && !isAmong(names, value))
        return say(u"because.value-enum", {{u"value", textOf(value)}, {u"name", name}});
    return {};
}

} // namespace tokentrail::cap
