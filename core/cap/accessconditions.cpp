// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessconditions.h"

#include "core/cap/say.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

void Stop::fail(int failureStatus, const QString &sentence)
{
    if (happened())
        return;
    status = failureStatus;
    because = sentence;
}

void Stop::giveUp(const QString &sentence)
{
    if (happened())
        return;
    unknown = true;
    because = sentence;
}

namespace {

bool isOperator(const Token &token)
{
    static constexpr std::array<QStringView, 8> operators = {
        u"=", u"!=", u"<>", u"<", u"<=", u">", u">=", u"in"};
    return token.isWord()
        && std::find(operators.begin(), operators.end(), QStringView(token.word))
        != operators.end();
}

// Walks over one expression and replaces in place. Indices and order are CAP's own
// (libx/_runtime/common/generic/auth/utils.js), since a replacement changes what follows.
class UserResolver
{
public:
    UserResolver(const AccessUser &user, Stop &stop)
        : m_user(user)
        , m_stop(stop)
    { }

    void resolve(Tokens &tokens)
    {
        for (size_t i = 0; i < tokens.size() && !m_stop.happened(); ++i) {
            auto &token = tokens[i];
            if (token.isUserRef()) {
                resolveRef(tokens, i);
            } else if (token.kind == Token::Kind::Nested || token.kind == Token::Kind::Function) {
                resolve(token.items);
            } else if (token.kind == Token::Kind::Ref) {
                for (auto &step : token.ref)
                    resolve(step.where);
            }
        }
        foldNullChecks(tokens);
    }

private:
    static const Token *at(const Tokens &tokens, size_t index)
    {
        return index < tokens.size() ? &tokens[index] : nullptr; // i - 2 below 0 wraps: no token
    }

    static bool wordAt(const Tokens &tokens, size_t index, QStringView word)
    {
        const auto *token = at(tokens, index);
        return token && token->isWord() && token->word == word;
    }

    static void putConstant(Tokens &tokens, size_t begin, size_t count, bool holds)
    {
        const auto first = tokens.begin() + std::ptrdiff_t(begin);
        tokens.erase(first, first + std::ptrdiff_t(count));
        const Tokens constant = {Token::ofValue(Value::of(u"1"_s)),
                                 Token::ofWord(u"="_s),
                                 Token::ofValue(Value::of(holds ? u"1"_s : u"2"_s))};
        tokens.insert(tokens.begin() + std::ptrdiff_t(begin), constant.begin(), constant.end());
    }

    void resolveRef(Tokens &tokens, size_t i)
    {
        const auto ref = tokens[i].ref;
        if (ref.size() == 1 || ref[1].id == "id"_L1) {
            if (!m_user.id && !m_user.isIdNull)
                return resolveUndefined(tokens, i);
            tokens[i] = Token::ofValue(m_user.id ? Value::of(*m_user.id) : Value{});
            return;
        }
        const Json *value = &m_user.attributes;
        for (size_t step = 1; step < ref.size(); ++step) {
            if (value->isNull())
                return m_stop.fail(500, say(u"because.attribute-null"));
            const auto *next = value->find(ref[step].id);
            if (!next)
                return resolveMissing(tokens, i);
            value = next;
        }
        resolveValue(tokens, i, *value);
    }

    // CAP writes "= null" as "is null", but not "= undefined", which the database finds nowhere.
    static void resolveUndefined(Tokens &tokens, size_t i)
    {
        size_t begin = tokens.size();
        if (wordAt(tokens, i - 1, u"=") && at(tokens, i - 2))
            begin = i - 2;
        else if (wordAt(tokens, i + 1, u"=") && at(tokens, i + 2))
            begin = i;
        tokens[i] = Token::ofValue({});
        if (begin == tokens.size())
            return;
        const auto first = tokens.begin() + std::ptrdiff_t(begin);
        tokens.erase(first, first + 3);
        tokens.insert(
            tokens.begin() + std::ptrdiff_t(begin),
            Token::ofNested({Token::ofValue({}), Token::ofWord(u"<>"_s), Token::ofValue({})}));
    }

    static void resolveMissing(Tokens &tokens, size_t i)
    {
        const auto *before = at(tokens, i - 1);
        const auto *after = at(tokens, i + 1);
        if (at(tokens, i - 2) && before && isOperator(*before))
            putConstant(tokens, i - 2, 3, false);
        else if (at(tokens, i + 2) && after && isOperator(*after))
            putConstant(tokens, i, 3, false);
        else if (wordAt(tokens, i + 1, u"is"))
            tokens[i] = Token::ofValue({});
        // elsewhere the path stays, and the database stumbles over it
    }

    void resolveValue(Tokens &tokens, size_t i, const Json &value)
    {
        const bool afterIn = wordAt(tokens, i - 1, u"in");
        const Token dummy = Token::ofList({Token::ofValue(Value::of(u"__dummy__"_s))});
        if (value.isNull() && afterIn) {
            tokens[i] = dummy;
        } else if (!value.isArray()) {
            if (value.isObject())
                return m_stop.giveUp(say(u"because.attribute-structure"));
            tokens[i] = Token::ofValue(Value::of(value));
        } else if (afterIn) {
            tokens[i] = value.size() == 0 ? dummy : listOf(value);
        } else {
            resolveList(tokens, i, value);
        }
    }

    static Token listOf(const Json &values)
    {
        Tokens items;
        for (const auto &each : values.elements())
            items.push_back(Token::ofValue(Value::of(each)));
        return Token::ofList(std::move(items));
    }

    void resolveList(Tokens &tokens, size_t i, const Json &values)
    {
        if (values.size() < 2) {
            const auto value = values.size() == 0 ? Value{} : Value::of(values.elements().front());
            tokens[i] = Token::ofValue(value);
            return;
        }
        size_t begin = 0;
        Token other;
        if (wordAt(tokens, i - 1, u"=") && at(tokens, i - 2)) {
            begin = i - 2;
            other = tokens[i - 2];
        } else if (wordAt(tokens, i + 1, u"=") && at(tokens, i + 2)) {
            begin = i;
            other = tokens[i + 2];
        } else if (wordAt(tokens, i + 1, u"is")) {
            tokens[i] = listOf(values);
            return;
        } else {
            return m_stop.fail(500, say(u"because.several-values"));
        }
        Tokens alternatives;
        for (const auto &each : values.elements()) {
            if (!alternatives.empty())
                alternatives.push_back(Token::ofWord(u"or"_s));
            alternatives.push_back(other);
            alternatives.push_back(Token::ofWord(u"="_s));
            alternatives.push_back(Token::ofValue(Value::of(each)));
        }
        const auto first = tokens.begin() + std::ptrdiff_t(begin);
        tokens.erase(first, first + 3);
        tokens.insert(tokens.begin() + std::ptrdiff_t(begin),
                      Token::ofNested(std::move(alternatives)));
    }

    static bool isNull(const Token *token)
    {
        return token
            && ((token->kind == Token::Kind::Value && token->value.isNull())
                || (token->kind == Token::Kind::List && token->items.empty()));
    }

    static bool isFilledList(const Token *token)
    {
        return token && token->kind == Token::Kind::List && !token->items.empty();
    }

    // "null is null" and "[…] is null" are decided here, not by the database.
    static void foldNullChecks(Tokens &tokens)
    {
        for (size_t i = tokens.size(); i-- > 0;) {
            if (i >= tokens.size() || !wordAt(tokens, i, u"null"))
                continue;
            const bool isNot = wordAt(tokens, i - 2, u"is") && wordAt(tokens, i - 1, u"not");
            const auto begin = isNot ? i - 3 : i - 2;
            if (!isNot && !wordAt(tokens, i - 1, u"is"))
                continue;
            const auto *subject = at(tokens, begin);
            if (!isNull(subject) && !isFilledList(subject))
                continue;
            putConstant(tokens, begin, i - begin + 1, isNull(subject) != isNot);
            i = begin;
        }
    }

    const AccessUser &m_user;
    Stop &m_stop;
};

// Number() of JavaScript for the values that conditions hold; NaN where it is none.
double toNumber(const Value &value)
{
    if (value.kind == Value::Kind::Number)
        return value.number;
    if (value.kind == Value::Kind::Bool)
        return value.boolean ? 1 : 0;
    const auto text = value.text.trimmed();
    if (text.isEmpty())
        return 0;
    bool exact = false;
    const auto number = text.startsWith("0x"_L1, Qt::CaseInsensitive)
        ? double(text.toLongLong(&exact, 16))
        : text.toDouble(&exact);
    return exact ? number : std::numeric_limits<double>::quiet_NaN();
}

bool compareNumbers(double left, QStringView op, double right)
{
    if (op == u"<")
        return left < right;
    if (op == u"<=")
        return left <= right;
    return op == u">" ? left > right : left >= right;
}

bool compareTexts(const QString &left, QStringView op, const QString &right)
{
    return compareNumbers(QString::compare(left, right), op, 0);
}

} // namespace

Tokens resolveUser(Tokens tokens, const AccessUser &user, Stop &stop)
{
    UserResolver(user, stop).resolve(tokens);
    return tokens;
}

bool isDecidedWithoutRow(const Tokens &resolved)
{
    return resolved.size() == 3
        && std::all_of(resolved.begin(), resolved.end(), [](const Token &token) {
               return token.isWord()
                   || (token.kind == Token::Kind::Value && token.value.isTruthy());
           });
}

bool decideWithoutRow(const Tokens &resolved, Stop &stop)
{
    QString op;
    std::vector<Value> values;
    for (const auto &token : resolved) {
        if (!token.isWord())
            values.push_back(token.value);
        else if (op.isEmpty())
            op = token.word;
    }
    static const QStringList known = {u"="_s, u"!="_s, u"<>"_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
    if (!known.contains(op) || values.size() != 2) {
        stop.fail(500, say(u"because.operator", {{u"operator", op}}));
        return false;
    }
    const auto left = toNumber(values[0]);
    const auto right = toNumber(values[1]);
    const bool texts = std::isnan(left) && std::isnan(right);
    const bool mixed = std::isnan(left) != std::isnan(right);
    const bool equal = texts ? values[0].text == values[1].text : left == right;
    if (op == "="_L1)
        return equal;
    if (op == "!="_L1 || op == "<>"_L1)
        return !equal;
    if (mixed)
        return false;
    return texts ? compareTexts(values[0].text, op, values[1].text)
                 : compareNumbers(left, op, right);
}

} // namespace tokentrail::cap
