// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/csnexpression.h"

#include <cmath>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

Value Value::of(bool value)
{
    Value result;
    result.kind = Kind::Bool;
    result.boolean = value;
    return result;
}

Value Value::of(double value)
{
    Value result;
    result.kind = Kind::Number;
    result.number = value;
    return result;
}

Value Value::of(const QString &value)
{
    Value result;
    result.kind = Kind::Text;
    result.text = value;
    return result;
}

Value Value::of(const Json &json)
{
    switch (json.kind()) {
    case Json::Kind::Null:
        return {};
    case Json::Kind::Bool:
        return of(json.toBool());
    case Json::Kind::Number:
        return of(json.toDouble());
    case Json::Kind::String:
        return of(json.toString());
    case Json::Kind::Array:
    case Json::Kind::Object:
        return of(QString::fromUtf8(json.toCompact()));
    }
    return {};
}

bool Value::isTruthy() const
{
    switch (kind) {
    case Kind::Null:
        return false;
    case Kind::Bool:
        return boolean;
    case Kind::Number:
        return number != 0 && !std::isnan(number);
    case Kind::Text:
        return !text.isEmpty();
    }
    return false;
}

Json Value::toJson() const
{
    switch (kind) {
    case Kind::Null:
        return {};
    case Kind::Bool:
        return boolean;
    case Kind::Number: {
        constexpr double exact = 9007199254740992.0; // 2^53
        if (std::trunc(number) == number && std::abs(number) < exact)
            return qint64(number);
        return number;
    }
    case Kind::Text:
        return text;
    }
    return {};
}

QString Value::toText() const
{
    if (kind != Kind::Text)
        return QString::fromUtf8(toJson().toCompact());
    auto escaped = text;
    escaped.replace(u'\'', "''"_L1);
    return u'\'' + escaped + u'\'';
}

bool RefStep::operator==(const RefStep &other) const
{
    return id == other.id && where == other.where;
}

Token Token::ofWord(const QString &word)
{
    Token token;
    token.word = word;
    return token;
}

Token Token::ofValue(const Value &value)
{
    Token token;
    token.kind = Kind::Value;
    token.value = value;
    return token;
}

Token Token::ofList(Tokens items)
{
    Token token;
    token.kind = Kind::List;
    token.items = std::move(items);
    return token;
}

Token Token::ofNested(Tokens items)
{
    Token token;
    token.kind = Kind::Nested;
    token.items = std::move(items);
    return token;
}

bool Token::isWord(QStringView expected) const
{
    return isWord() && word.compare(expected, Qt::CaseInsensitive) == 0;
}

bool Token::isUserRef() const
{
    return kind == Kind::Ref && !ref.empty() && ref.front().id == "$user"_L1;
}

bool Token::operator==(const Token &other) const
{
    return kind == other.kind && word == other.word && value == other.value && ref == other.ref
        && items == other.items;
}

namespace {

Token readToken(const Json &json)
{
    Token token;
    token.kind = Token::Kind::Unsupported;
    if (json.isString())
        return Token::ofWord(json.toString());
    if (const auto *nested = json.find(u"xpr"))
        return Token::ofNested(readTokens(*nested));
    if (const auto *value = json.find(u"val"))
        return Token::ofValue(Value::of(*value));
    if (const auto *list = json.find(u"list"))
        return Token::ofList(readTokens(*list));
    if (const auto *function = json.find(u"func")) {
        token.kind = Token::Kind::Function;
        token.word = function->toString();
        token.items = readTokens(json[u"args"]);
    } else if (const auto *ref = json.find(u"ref")) {
        token.kind = Token::Kind::Ref;
        for (const auto &step : ref->elements()) {
            if (step.isString())
                token.ref.push_back({step.toString(), {}});
            else
                token.ref.push_back({step[u"id"].toString(), readTokens(step[u"where"])});
        }
    }
    return token;
}

QString textOf(const Token &token)
{
    switch (token.kind) {
    case Token::Kind::Word:
        return token.word;
    case Token::Kind::Value:
        return token.value.toText();
    case Token::Kind::Nested:
        return u'(' + toText(token.items) + u')';
    case Token::Kind::Unsupported:
        return token.word.isEmpty() ? u"…"_s : token.word;
    case Token::Kind::List:
    case Token::Kind::Function: {
        QStringList items;
        for (const auto &item : token.items)
            items << textOf(item);
        return token.word + u'(' + items.join(", "_L1) + u')';
    }
    case Token::Kind::Ref: {
        QStringList steps;
        for (const auto &step : token.ref) {
            QString text = step.id;
            if (!step.where.empty())
                text += u'[' + toText(step.where) + u']';
            steps << text;
        }
        return steps.join(u'.');
    }
    }
    return {};
}

} // namespace

Tokens readTokens(const Json &xpr)
{
    Tokens tokens;
    tokens.reserve(xpr.elements().size());
    for (const auto &element : xpr.elements())
        tokens.push_back(readToken(element));
    return tokens;
}

QString toText(const Tokens &tokens)
{
    QStringList words;
    words.reserve(qsizetype(tokens.size()));
    for (const auto &token : tokens)
        words << textOf(token);
    return words.join(u' ');
}

} // namespace tokentrail::cap
