// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/sqlvalues.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// SQLite has no booleans: true is 1.
Value plain(const Value &value)
{
    return value.kind == Value::Kind::Bool ? Value::of(value.boolean ? 1.0 : 0.0) : value;
}

std::optional<double> numberIn(const Value &value)
{
    if (value.kind == Value::Kind::Number)
        return value.number;
    bool exact = false;
    const auto number = value.text.trimmed().toDouble(&exact);
    return exact ? std::optional(number) : std::nullopt;
}

int order(double left, double right)
{
    return left < right ? -1 : (left > right ? 1 : 0);
}

int orderOf(const Value &left, const Value &right, bool inColumn)
{
    if (left.isText() && right.isText())
        return QString::compare(left.text, right.text);
    if (!left.isText() && !right.isText())
        return order(left.number, right.number);
    const auto leftNumber = numberIn(left);
    const auto rightNumber = numberIn(right);
    if (inColumn && leftNumber && rightNumber)
        return order(*leftNumber, *rightNumber);
    return left.isText() ? 1 : -1; // any text stands above any number
}

} // namespace

bool isTrue(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Null:
        return false;
    case Value::Kind::Bool:
        return value.boolean;
    case Value::Kind::Number:
        return value.number != 0;
    case Value::Kind::Text:
        return numberIn(value).value_or(0) != 0;
    }
    return false;
}

bool isFalse(const Value &value)
{
    return !value.isNull() && !isTrue(value);
}

QString plainText(const Value &value)
{
    return value.isText() ? value.text : QString::fromUtf8(value.toJson().toCompact());
}

Value compareSql(const Value &left, QStringView op, const Value &right, bool inColumn)
{
    const bool equality = op == u"=" || op == u"==";
    if (left.isNull() || right.isNull()) {
        if (equality && right.isNull())
            return Value::of(left.isNull());
        if (op == u"!=")
            return Value::of(left.isNull() != right.isNull());
        return {};
    }
    const auto relation = orderOf(plain(left), plain(right), inColumn);
    if (equality)
        return Value::of(relation == 0);
    if (op == u"!=" || op == u"<>")
        return Value::of(relation != 0);
    if (op == u"<")
        return Value::of(relation < 0);
    if (op == u"<=")
        return Value::of(relation <= 0);
    return Value::of(op == u">" ? relation > 0 : relation >= 0);
}

Value calculate(const Value &left, QStringView op, const Value &right)
{
    if (left.isNull() || right.isNull())
        return {};
    if (op == u"||")
        return Value::of(plainText(left) + plainText(right));
    const auto a = numberIn(plain(left)).value_or(0);
    const auto b = numberIn(plain(right)).value_or(0);
    if (op == u"+")
        return Value::of(a + b);
    if (op == u"-")
        return Value::of(a - b);
    if (op == u"*")
        return Value::of(a * b);
    return b == 0 ? Value{} : Value::of(a / b);
}

bool matchesLike(const QString &text, const QString &pattern)
{
    // Greedy with one point to go back to: linear for all but hostile patterns.
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype mark = 0;
    const auto same = [](QChar a, QChar b) {
        const bool ascii = a.unicode() < 128 && b.unicode() < 128;
        return a == b || (ascii && a.toLower() == b.toLower());
    };
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'%') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && (pattern[p] == u'_' || same(pattern[p], text[t]))) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'%')
        ++p;
    return p == pattern.size();
}

std::optional<Value> callSql(const QString &function, const std::vector<Value> &arguments)
{
    const auto name = function.toLower();
    static const QStringList known = {u"tolower"_s,
                                      u"lower"_s,
                                      u"toupper"_s,
                                      u"upper"_s,
                                      u"trim"_s,
                                      u"length"_s,
                                      u"contains"_s,
                                      u"startswith"_s,
                                      u"endswith"_s,
                                      u"concat"_s,
                                      u"coalesce"_s,
                                      u"ifnull"_s};
    if (!known.contains(name) || arguments.empty())
        return {};
    if (name == "coalesce"_L1 || name == "ifnull"_L1) {
        const auto found = std::find_if_not(
            arguments.begin(), arguments.end(), [](const Value &value) { return value.isNull(); });
        return found == arguments.end() ? Value{} : *found;
    }
    if (std::any_of(
            arguments.begin(), arguments.end(), [](const Value &value) { return value.isNull(); }))
        return Value{};
    const auto first = plainText(arguments[0]);
    const auto second = arguments.size() > 1 ? plainText(arguments[1]) : QString();
    if (name.endsWith("lower"_L1))
        return Value::of(first.toLower());
    if (name.endsWith("upper"_L1))
        return Value::of(first.toUpper());
    if (name == "trim"_L1)
        return Value::of(first.trimmed());
    if (name == "length"_L1)
        return Value::of(double(first.size()));
    if (name == "contains"_L1)
        return Value::of(first.contains(second));
    if (name == "startswith"_L1)
        return Value::of(first.startsWith(second));
    if (name == "endswith"_L1)
        return Value::of(first.endsWith(second));
    return Value::of(QString(first + second));
}

} // namespace tokentrail::cap
