// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tokentrail::cap {

// A plain value in a condition, a row or a user attribute.
struct Value
{
    enum class Kind : quint8 { Null, Bool, Number, Text };
    Kind kind = Kind::Null;
    bool boolean = false;
    double number = 0;
    QString text;

    static Value of(bool value);
    static Value of(double value);
    static Value of(const QString &value);
    static Value of(const text::Json &json); // objects and lists become their JSON text

    bool isNull() const { return kind == Kind::Null; }
    bool isText() const { return kind == Kind::Text; }
    bool isTruthy() const; // as JavaScript has it
    text::Json toJson() const;
    QString toText() const; // as it reads in a condition: 'zoe', 3, null
    bool operator==(const Value &) const = default;
};

struct Token;
using Tokens = std::vector<Token>; // one expression, flat, as CQN has it (capire: CXN)

// One step of a path; with a condition in brackets where it has one.
struct RefStep
{
    QString id;
    Tokens where; // no initialiser: Token is not complete yet
    bool operator==(const RefStep &) const;
};

// One token of a CQN expression.
struct Token
{
    enum class Kind : quint8 { Word, Value, Ref, Nested, List, Function, Unsupported };
    Kind kind = Kind::Word;
    QString word = {}; // operator or keyword as written; name of the function
    Value value = {};
    std::vector<RefStep> ref = {};
    Tokens items = {}; // of a nested expression, a list; arguments of a function

    static Token ofWord(const QString &word);
    static Token ofValue(const Value &value);
    static Token ofList(Tokens items);
    static Token ofNested(Tokens items);

    bool isWord() const { return kind == Kind::Word; }
    bool isWord(QStringView expected) const; // any case
    bool isUserRef() const; // $user, $user.id, $user.country …
    bool operator==(const Token &) const;
};

// From CSN: the array below "xpr", or a parsed "_where".
Tokens readTokens(const text::Json &xpr);
// From CDL: "owner = $user and exists author[country = $user.country]".
Result<Tokens> parseCondition(const QString &cdl);
// As it would be written in CDL.
QString toText(const Tokens &tokens);

} // namespace tokentrail::cap
