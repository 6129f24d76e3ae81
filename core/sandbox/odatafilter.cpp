// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/odatafilter.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

using Row = text::Json;
using Test = std::function<bool(const Row &)>;
using Value = std::function<text::Json(const Row &)>;

Error invalid(const QString &what)
{
    return {ErrorCode::InvalidInput, u"Invalid $filter: "_s + what};
}

QString unquoted(QStringView literal) // 'it''s'
{
    return literal.sliced(1, literal.size() - 2).toString().replace(u"''"_s, u"'"_s);
}

// Recursive descent over the words of a filter; or binds weakest.
class FilterParser
{
public:
    FilterParser(const QString &filter, const QStringList &columns)
        : m_columns(columns)
    {
        static const QRegularExpression word(
            u"\\s*((?:datetimeoffset|datetime|guid|time)?'(?:[^']|'')*'|[(),]|[^\\s(),']+)"_s);
        qsizetype end = 0;
        for (auto it = word.globalMatch(filter); it.hasNext();) {
            const auto match = it.next();
            if (match.capturedStart() != end)
                break;
            m_words.append(match.captured(1));
            end = match.capturedEnd();
        }
        m_complete = QStringView(filter).sliced(end).trimmed().isEmpty();
    }

    Result<Test> parse()
    {
        if (!m_complete || m_words.isEmpty())
            return invalid(u"it cannot be read."_s);
        auto test = alternatives(0);
        if (test && m_at != m_words.size())
            return invalid(u"'%1' is not expected there."_s.arg(m_words[m_at]));
        return test;
    }

private:
    static constexpr int maxDepth = 64;

    QString peek() const { return m_at < m_words.size() ? m_words[m_at] : QString(); }
    bool take(QStringView word)
    {
        if (peek() != word)
            return false;
        ++m_at;
        return true;
    }

    Result<Test> alternatives(int depth)
    {
        auto left = conjunction(depth);
        while (left && take(u"or")) {
            auto right = conjunction(depth);
            if (!right)
                return right;
            left = Test([a = *left, b = *right](const Row &row) { return a(row) || b(row); });
        }
        return left;
    }

    Result<Test> conjunction(int depth)
    {
        auto left = single(depth);
        while (left && take(u"and")) {
            auto right = single(depth);
            if (!right)
                return right;
            left = Test([a = *left, b = *right](const Row &row) { return a(row) && b(row); });
        }
        return left;
    }

    Result<Test> single(int depth)
    {
        if (depth > maxDepth)
            return invalid(u"it is nested too deeply."_s);
        if (take(u"not")) {
            auto inner = single(depth + 1);
            if (!inner)
                return inner;
            return Test([a = *inner](const Row &row) { return !a(row); });
        }
        if (take(u"(")) {
            auto inner = alternatives(depth + 1);
            if (inner && !take(u")"))
                return invalid(u"a bracket is not closed."_s);
            return inner;
        }
        if (m_at + 1 < m_words.size() && m_words[m_at + 1] == u"(")
            return textFunction();
        return comparison();
    }

    Result<Test> textFunction()
    {
        const QString name = m_words[m_at];
        m_at += 2;
        auto first = operand();
        if (!first)
            return first.error();
        if (!take(u","))
            return invalid(u"%1 takes two arguments."_s.arg(name));
        auto second = operand();
        if (!second)
            return second.error();
        if (!take(u")"))
            return invalid(u"a bracket is not closed."_s);
        // substringof has the needle first, its successors have it last
        const auto &needle = name == u"substringof" ? *first : *second;
        const auto &hay = name == u"substringof" ? *second : *first;
        auto test = textTest(name, hay, needle);
        if (!test)
            return test;
        if (take(u"eq") && !take(u"true")) // V2 writers add "eq true"
            return invalid(u"%1 can only be compared with true."_s.arg(name));
        return test;
    }

    static Result<Test> textTest(const QString &name, const Value &hay, const Value &needle)
    {
        const auto on = [hay, needle](auto compare) {
            return Test([hay, needle, compare](const Row &row) {
                return compare(hay(row).toString(), needle(row).toString());
            });
        };
        if (name == u"substringof" || name == u"contains")
            return on([](const QString &a, const QString &b) { return a.contains(b); });
        if (name == u"startswith")
            return on([](const QString &a, const QString &b) { return a.startsWith(b); });
        if (name == u"endswith")
            return on([](const QString &a, const QString &b) { return a.endsWith(b); });
        return invalid(u"the function %1 is not known."_s.arg(name));
    }

    Result<Test> comparison()
    {
        auto left = operand();
        if (!left)
            return left.error();
        const QString op = peek();
        static const QStringList known{u"eq"_s, u"ne"_s, u"gt"_s, u"ge"_s, u"lt"_s, u"le"_s};
        const auto index = known.indexOf(op);
        if (index < 0)
            return invalid(u"a comparison is expected instead of '%1'."_s.arg(op));
        ++m_at;
        auto right = operand();
        if (!right)
            return right.error();
        return Test([a = *left, b = *right, index](const Row &row) {
            return decide(index, a(row), b(row));
        });
    }

    static bool decide(qsizetype op, const text::Json &left, const text::Json &right)
    {
        if (op > 1 && (left.isNull() || right.isNull()))
            return false; // nothing is greater or less than null
        const int order = compareValues(left, right);
        switch (op) {
        case 0:
            return order == 0;
        case 1:
            return order != 0;
        case 2:
            return order > 0;
        case 3:
            return order >= 0;
        case 4:
            return order < 0;
        default:
            return order <= 0;
        }
    }

    Result<Value> operand()
    {
        const QString word = peek();
        if (word.isEmpty())
            return invalid(u"it ends too early."_s);
        ++m_at;
        if (m_columns.contains(word))
            return Value([word](const Row &row) { return row[word]; });
        auto literal = parseODataLiteral(word);
        if (!literal)
            return invalid(u"there is no property '%1'."_s.arg(word));
        return Value([value = *literal](const Row &) { return value; });
    }

    const QStringList &m_columns;
    QStringList m_words;
    qsizetype m_at = 0;
    bool m_complete = false;
};

Result<text::Json> dateLiteral(const QString &text)
{
    auto moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return Error{ErrorCode::InvalidInput, u"'%1' is no date."_s.arg(text)};
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    const QString value = u"/Date(%1)/"_s.arg(moment.toMSecsSinceEpoch());
    return text::Json(value);
}

} // namespace

int compareValues(const text::Json &left, const text::Json &right)
{
    if (left.isNull() || right.isNull())
        return int(right.isNull()) - int(left.isNull());
    if (left.isNumber() && right.isNumber()) {
        const double a = left.toDouble();
        const double b = right.toDouble();
        return a < b ? -1 : int(a > b);
    }
    if (left.isBool() && right.isBool())
        return int(left.toBool()) - int(right.toBool());
    const auto asText = [](const text::Json &value) {
        return value.isString() ? value.toString() : QString::fromUtf8(value.toCompact());
    };
    return QString::compare(asText(left), asText(right));
}

Result<text::Json> parseODataLiteral(QStringView literal)
{
    const auto quote = literal.indexOf(u'\'');
    if (quote >= 0 && literal.size() > quote + 1 && literal.endsWith(u'\'')) {
        const QString text = unquoted(literal.sliced(quote));
        const auto type = literal.first(quote);
        if (type == u"datetime" || type == u"datetimeoffset")
            return dateLiteral(text);
        if (type.isEmpty() || type == u"guid" || type == u"time")
            return text::Json(text);
    }
    if (literal == u"null")
        return text::Json();
    if (literal == u"true" || literal == u"false")
        return text::Json(literal == u"true");
    // 42L and 1.5m are numbers of V2
    static const QRegularExpression number(u"^(-?\\d+(?:\\.\\d+)?)[lLmMdDfF]?$"_s);
    if (const auto match = number.match(literal.toString()); match.hasMatch())
        return text::Json::number(match.captured(1).toLatin1());
    return Error{ErrorCode::InvalidInput, u"'%1' is no literal."_s.arg(literal)};
}

Result<Test> parseODataFilter(const QString &filter, const QStringList &columns)
{
    return FilterParser(filter, columns).parse();
}

} // namespace tokentrail::sandbox
