// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/odataclauses.h"

#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

void strip(QStringList &path, const QString &variable)
{
    if (!path.isEmpty() && path.front() == variable)
        path.removeFirst();
}

OptionTerms withoutVariable(OptionTerms terms, const QString &variable)
{
    for (auto &path : terms.paths)
        strip(path, variable);
    for (auto &comparison : terms.comparisons)
        strip(comparison.path, variable);
    for (auto &inner : terms.lambdas)
        strip(inner.path, variable);
    std::erase_if(terms.paths, [](const QStringList &path) { return path.isEmpty(); });
    return terms;
}

} // namespace

bool OdataClauses::path(OptionTerms &terms)
{
    QStringList names;
    if (!m_reader.reference(names))
        return false;
    if (names.front() != "null"_L1)
        terms.paths.push_back(names);
    return true;
}

bool OdataClauses::comparison(OptionTerms &terms)
{
    static constexpr QStringView operators[] = {u"eq", u"ne", u"lt", u"gt", u"le", u"ge"};
    return attempt(terms, [&](OptionTerms &own) {
        QStringList left, right;
        QString leftValue, rightValue;
        if (!m_reader.operand(own, left, leftValue) || !m_reader.blank())
            return false;
        bool isOperator = false;
        for (const auto op : operators)
            isOperator = isOperator || m_reader.word(op);
        if (!isOperator || !m_reader.blank() || !m_reader.operand(own, right, rightValue))
            return false;
        if (!left.isEmpty() && !rightValue.isNull())
            own.comparisons.push_back({left, rightValue});
        else if (!right.isEmpty() && !leftValue.isNull())
            own.comparisons.push_back({right, leftValue});
        return true;
    });
}

bool OdataClauses::inList(OptionTerms &terms)
{
    return attempt(terms, [&](OptionTerms &own) {
        QStringList left;
        QString value, name;
        if (!m_reader.operand(own, left, value) || !m_reader.blank() || !m_reader.word(u"in")
            || !m_reader.blank())
            return false;
        if (m_reader.word(u"@"))
            return m_reader.identifier(name);
        if (!m_reader.open() || !m_reader.literal(value))
            return false;
        while (m_reader.word(u",")) {
            if (!m_reader.literal(value))
                return false;
        }
        return m_reader.close();
    });
}

bool OdataClauses::lambda(OptionTerms &terms)
{
    return attempt(terms, [&](OptionTerms &own) {
        OptionTerms::Lambda found;
        QString name;
        auto place = m_reader.place();
        for (; m_reader.identifier(name) && m_reader.word(u"/"); place = m_reader.place())
            found.path << name;
        m_reader.goBack(place); // before "any", which no slash follows
        if (found.path.isEmpty() || !quantified(found))
            return false;
        own.lambdas.push_back(std::move(found));
        return true;
    });
}

bool OdataClauses::quantified(OptionTerms::Lambda &found)
{
    const bool isAny = m_reader.word(u"any");
    if ((!isAny && !m_reader.word(u"all")) || !m_reader.open())
        return false;
    QString variable;
    const auto place = m_reader.place();
    if (m_reader.identifier(variable) && m_reader.word(u":")) {
        OptionTerms inner;
        if (!clause(inner, true))
            return false;
        found.inner.push_back(withoutVariable(std::move(inner), variable));
    } else {
        m_reader.goBack(place);
    }
    return (isAny || !found.inner.empty()) && m_reader.close();
}

bool OdataClauses::boolish(OptionTerms &terms)
{
    static constexpr QStringView names[] = {
        u"contains", u"endswith", u"startswith", u"matchespattern"};
    return attempt(terms, [&](OptionTerms &own) {
        bool isOne = false;
        for (const auto name : names)
            isOne = isOne || m_reader.word(name, Qt::CaseInsensitive);
        QStringList side;
        QString value;
        return isOne && m_reader.open() && m_reader.operand(own, side, value) && m_reader.comma()
            && m_reader.operand(own, side, value) && m_reader.close();
    });
}

bool OdataClauses::nested(OptionTerms &terms, bool inLambda)
{
    return attempt(terms, [&](OptionTerms &own) {
        return m_reader.open() && clause(own, inLambda) && m_reader.close();
    });
}

bool OdataClauses::predicate(OptionTerms &terms, bool inLambda)
{
    if (nested(terms, inLambda) || comparison(terms))
        return true;
    if (inLambda)
        return m_reader.function(terms) || lambda(terms) || inList(terms);
    return lambda(terms) || boolish(terms) || m_reader.word(u"true") || m_reader.word(u"false")
        || inList(terms);
}

bool OdataClauses::clause(OptionTerms &terms, bool inLambda)
{
    constexpr int deepest = 200;
    if (++m_depth > deepest)
        m_reader.stop(400, say(u"because.filter-deep"));
    if (m_reader.isStopped())
        return false;
    negation();
    const bool one = predicate(terms, inLambda);
    if (!one)
        return --m_depth, false;
    for (auto place = m_reader.place(); conjunction(); place = m_reader.place()) {
        if (!clause(terms, inLambda)) {
            m_reader.goBack(place);
            break;
        }
    }
    --m_depth;
    return true;
}

void OdataClauses::negation()
{
    const auto place = m_reader.place();
    m_reader.skipBlanks();
    if (!m_reader.word(u"not", Qt::CaseInsensitive) || !m_reader.blank())
        m_reader.goBack(place);
}

bool OdataClauses::conjunction()
{
    const auto place = m_reader.place();
    if (m_reader.blank()
        && (m_reader.word(u"and", Qt::CaseInsensitive) || m_reader.word(u"or", Qt::CaseInsensitive))
        && m_reader.blank())
        return true;
    m_reader.goBack(place);
    return false;
}

} // namespace tokentrail::cap
