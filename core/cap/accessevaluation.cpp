// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessevaluation.h"

#include "core/cap/say.h"
#include "core/cap/sqlvalues.h"

#include <algorithm>
#include <array>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

struct Operand
{
    Value value;
    bool isColumn = false; // then the column's type rules the comparison
};

Value orOf(const Value &left, const Value &right)
{
    if (isTrue(left) || isTrue(right))
        return Value::of(true);
    return left.isNull() || right.isNull() ? Value{} : Value::of(false);
}

Value andOf(const Value &left, const Value &right)
{
    if (isFalse(left) || isFalse(right))
        return Value::of(false);
    return left.isNull() || right.isNull() ? Value{} : Value::of(true);
}

Value notOf(const Value &value)
{
    return value.isNull() ? Value{} : Value::of(!isTrue(value));
}

} // namespace

// Descends over one flat list of tokens: or, and, not, predicate, sum, product, operand.
class EvaluationRun
{
public:
    EvaluationRun(const Evaluation &evaluation, const Tokens &tokens)
        : m_evaluation(evaluation)
        , m_tokens(tokens)
    { }

    Value run()
    {
        auto value = disjunction();
        if (!stop().happened() && m_at < m_tokens.size())
            stop().giveUp(say(u"because.condition-beyond", {{u"condition", toText(m_tokens)}}));
        return value;
    }

private:
    Stop &stop() const { return m_evaluation.m_stop; }

    bool take(QStringView word)
    {
        const bool taken = m_at < m_tokens.size() && m_tokens[m_at].isWord(word);
        if (taken)
            ++m_at;
        return taken;
    }

    Value disjunction()
    {
        auto left = conjunction();
        while (take(u"or"))
            left = orOf(left, conjunction());
        return left;
    }

    Value conjunction()
    {
        auto left = negation();
        while (take(u"and"))
            left = andOf(left, negation());
        return left;
    }

    Value negation() { return take(u"not") ? notOf(negation()) : predicate(); }

    Value predicate()
    {
        if (take(u"exists"))
            return exists();
        const auto left = sum();
        if (take(u"is")) {
            const bool negated = take(u"not");
            if (!take(u"null"))
                return comparison(left, negated ? u"!=" : u"=", sum());
            return Value::of(left.value.isNull() != negated);
        }
        const bool negated = take(u"not");
        const auto apply = [negated](const Value &value) {
            return negated ? notOf(value) : value;
        };
        if (take(u"in"))
            return apply(in(left));
        if (take(u"like"))
            return apply(like(left));
        if (take(u"between"))
            return apply(between(left));
        for (const auto op : {u"=", u"==", u"!=", u"<>", u"<=", u">=", u"<", u">"}) {
            if (take(op))
                return comparison(left, op, sum());
        }
        return left.value;
    }

    Value exists()
    {
        if (m_at >= m_tokens.size() || m_tokens[m_at].kind != Token::Kind::Ref) {
            stop().giveUp(say(u"because.sub-select"));
            return {};
        }
        return Value::of(m_evaluation.m_scope.exists(m_tokens[m_at++].ref, stop()));
    }

    Value in(const Operand &left)
    {
        if (m_at >= m_tokens.size() || m_tokens[m_at].kind != Token::Kind::List) {
            stop().fail(500, say(u"because.in-single"));
            return {};
        }
        const auto &list = m_tokens[m_at++].items;
        if (left.value.isNull())
            return {};
        bool sawNull = false;
        for (const auto &item : list) {
            const auto value = EvaluationRun(m_evaluation, {item}).runOperand();
            sawNull = sawNull || value.value.isNull();
            if (isTrue(compareSql(left.value, u"=", value.value, left.isColumn || value.isColumn)))
                return Value::of(true);
        }
        return sawNull ? Value{} : Value::of(false);
    }

    Value like(const Operand &left)
    {
        const auto pattern = sum().value;
        if (take(u"escape"))
            sum();
        if (left.value.isNull() || pattern.isNull())
            return {};
        return Value::of(matchesLike(plainText(left.value), plainText(pattern)));
    }

    Value between(const Operand &left)
    {
        const auto low = sum();
        take(u"and");
        const auto high = sum();
        return andOf(comparison(left, u">=", low), comparison(left, u"<=", high));
    }

    static Value comparison(const Operand &left, QStringView op, const Operand &right)
    {
        return compareSql(left.value, op, right.value, left.isColumn || right.isColumn);
    }

    Operand sum()
    {
        auto left = product();
        for (;;) {
            QStringView op;
            for (const auto candidate : {u"+", u"-", u"||"}) {
                if (op.isEmpty() && take(candidate))
                    op = candidate;
            }
            if (op.isEmpty())
                return left;
            left.value = calculate(left.value, op, product().value);
        }
    }

    Operand product()
    {
        auto left = operand();
        for (;;) {
            QStringView op;
            for (const auto candidate : {u"*", u"/"}) {
                if (op.isEmpty() && take(candidate))
                    op = candidate;
            }
            if (op.isEmpty())
                return left;
            left.value = calculate(left.value, op, operand().value);
        }
    }

    Operand runOperand() { return sum(); }

    Operand operand()
    {
        if (m_at >= m_tokens.size()) {
            stop().giveUp(say(u"because.condition-ends"));
            return {};
        }
        const auto &token = m_tokens[m_at++];
        switch (token.kind) {
        case Token::Kind::Value:
            return {token.value};
        case Token::Kind::Nested:
            return {EvaluationRun(m_evaluation, token.items).run()};
        case Token::Kind::Ref:
            return {pathValue(token), true};
        case Token::Kind::Function:
            return {function(token), true};
        case Token::Kind::List:
            if (token.items.size() == 1)
                return EvaluationRun(m_evaluation, token.items).runOperand();
            break;
        case Token::Kind::Word:
        case Token::Kind::Unsupported:
            break;
        }
        stop().giveUp(say(u"because.condition-beyond", {{u"condition", toText(m_tokens)}}));
        return {};
    }

    Value pathValue(const Token &token) const
    {
        if (token.ref.front().id == "$now"_L1)
            return Value::of(m_evaluation.m_now);
        if (!token.isUserRef())
            return m_evaluation.m_scope.valueOf(token.ref, stop());
        const auto &user = m_evaluation.m_user;
        if (token.ref.size() == 1)
            return {}; // in a list CAP leaves $user to the database, which has nothing for it
        if (token.ref[1].id == "id"_L1)
            return user.id ? Value::of(*user.id) : Value{};
        stop().giveUp(say(u"because.database-open", {{u"what", toText({token})}}));
        return {};
    }

    Value function(const Token &token) const
    {
        std::vector<Value> arguments;
        for (const auto &item : token.items)
            arguments.push_back(EvaluationRun(m_evaluation, {item}).runOperand().value);
        auto value = callSql(token.word, arguments);
        if (!value)
            stop().giveUp(say(u"because.function", {{u"function", token.word}}));
        return value.value_or(Value{});
    }

    const Evaluation &m_evaluation;
    const Tokens m_tokens;
    size_t m_at = 0;
};

bool Evaluation::holds(const Tokens &tokens) const
{
    return isTrue(EvaluationRun(*this, tokens).run()) && !m_stop.happened();
}

void checkStatement(const Tokens &resolved, Stop &stop)
{
    for (size_t i = 0; i < resolved.size(); ++i) {
        const auto &token = resolved[i];
        const bool afterIn = i > 0 && resolved[i - 1].isWord(u"in");
        if (afterIn && token.kind == Token::Kind::Value)
            stop.fail(500, say(u"because.in-single-value", {{u"value", token.value.toText()}}));
        if (token.isUserRef())
            stop.fail(500, say(u"because.attribute-missing", {{u"what", toText({token})}}));
        if (token.kind == Token::Kind::Nested || token.kind == Token::Kind::Function)
            checkStatement(token.items, stop);
        for (const auto &step : token.ref)
            checkStatement(step.where, stop);
    }
}

} // namespace tokentrail::cap
