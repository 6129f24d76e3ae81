// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/jsvalue.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

constexpr auto notANumber = std::numeric_limits<double>::quiet_NaN();

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype skipDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

// Length of the StrDecimalLiteral at the begin of the text, 0 where there is none.
qsizetype decimalLength(QStringView text)
{
    qsizetype at = text.startsWith(u'+') || text.startsWith(u'-') ? 1 : 0;
    if (text.sliced(at).startsWith("Infinity"_L1))
        return at + 8;
    const auto whole = at;
    at = skipDigits(text, at);
    auto digits = at - whole;
    if (at < text.size() && text[at] == u'.') {
        const auto fraction = at + 1;
        const auto end = skipDigits(text, fraction);
        digits += end - fraction;
        if (digits > 0)
            at = end;
    }
    if (digits == 0)
        return 0;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        auto exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == u'+' || text[exponent] == u'-'))
            ++exponent;
        if (const auto end = skipDigits(text, exponent); end > exponent)
            at = end;
    }
    return at;
}

double decimalValue(QStringView literal)
{
    if (literal.endsWith("Infinity"_L1)) {
        constexpr auto infinity = std::numeric_limits<double>::infinity();
        return literal.startsWith(u'-') ? -infinity : infinity;
    }
    return literal.toString().toDouble();
}

// 0x1f, 0o17, 0b11
std::optional<double> radixValue(QStringView text)
{
    const auto digits = text.sliced(2);
    const auto mark = text[1].toLower();
    const int base = mark == u'x' ? 16 : mark == u'o' ? 8 : 2;
    double value = 0;
    for (const auto c : digits) {
        const auto lower = c.toLower();
        const int digit = isDigit(c)         ? c.unicode() - u'0'
            : lower >= u'a' && lower <= u'f' ? lower.unicode() - u'a' + 10
                                             : base;
        if (digit >= base)
            return std::nullopt;
        value = value * base + digit;
    }
    if (digits.isEmpty())
        return std::nullopt;
    return value;
}

} // namespace

QString jsTrimmed(QStringView text)
{
    const auto isBlank = [](QChar c) {
        return c.isSpace() ? c.unicode() != 0x85 : c.unicode() == 0xfeff;
    };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text.toString();
}

std::optional<double> jsNumber(QStringView text)
{
    const auto trimmed = jsTrimmed(text);
    if (trimmed.isEmpty())
        return 0;
    if (trimmed.size() > 1 && trimmed[0] == u'0' && u"xXoObB"_s.contains(trimmed[1]))
        return radixValue(trimmed);
    const auto length = decimalLength(trimmed);
    if (length == 0 || length != trimmed.size())
        return std::nullopt;
    return decimalValue(trimmed);
}

double jsParseFloat(QStringView text)
{
    const auto trimmed = jsTrimmed(text);
    const auto length = decimalLength(trimmed);
    return length == 0 ? notANumber : decimalValue(QStringView(trimmed).first(length));
}

QByteArray jsNumberSpelling(double value)
{
    if (!std::isfinite(value))
        return "null"_ba;
    if (value == 0)
        return "0"_ba; // -0 as well
    // Digits and exponent of the shortest spelling, laid out as Number::toString does.
    const auto scientific =
        QByteArray::number(std::abs(value), 'e', QLocale::FloatingPointShortest);
    const auto mark = scientific.indexOf('e');
    auto digits = scientific.first(mark);
    digits.replace(".", "");
    const auto point = scientific.sliced(mark + 1).toInt() + 1; // position of the decimal point
    QByteArray out;
    if (point > 21 || point < -5) {
        out = digits.size() > 1 ? digits.first(1) + '.' + digits.sliced(1) : digits;
        out += point > 0 ? "e+" : "e";
        out += QByteArray::number(point - 1);
    } else if (point <= 0) {
        out = "0." + QByteArray(-point, '0') + digits;
    } else if (digits.size() <= point) {
        out = digits + QByteArray(point - digits.size(), '0');
    } else {
        out = digits.first(point) + '.' + digits.sliced(point);
    }
    return value < 0 ? QByteArray('-' + out) : out;
}

std::optional<quint32> jsArrayIndex(QStringView name)
{
    if (name.isEmpty() || name.size() > 10 || (name[0] == u'0' && name.size() > 1)
        || skipDigits(name, 0) != name.size())
        return std::nullopt;
    bool ok = false;
    const auto index = name.toUInt(&ok);
    if (!ok || index == std::numeric_limits<quint32>::max())
        return std::nullopt;
    return index;
}

Json jsNormalized(const Json &value)
{
    switch (value.kind()) {
    case Json::Kind::Null:
    case Json::Kind::Bool:
    case Json::Kind::String:
        return value;
    case Json::Kind::Number: {
        const auto spelling = jsNumberSpelling(value.toDouble());
        auto number = spelling == "null" ? Json() : Json::number(spelling);
        number.setSpan(value.span());
        return number;
    }
    case Json::Kind::Array: {
        auto array = Json::array();
        array.setSpan(value.span());
        for (const auto &element : value.elements())
            array.append(jsNormalized(element));
        return array;
    }
    case Json::Kind::Object:
        break;
    }
    auto object = Json::object();
    object.setSpan(value.span());
    for (const auto &member : value.members())
        object.set(member.name, jsNormalized(member.value));
    std::stable_sort(object.members().begin(),
                     object.members().end(),
                     [](const Json::Member &a, const Json::Member &b) {
                         const auto left = jsArrayIndex(a.name);
                         const auto right = jsArrayIndex(b.name);
                         return left && (!right || *left < *right);
                     });
    return object;
}

} // namespace tokentrail::text
