// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/odatafilter.h"

#include <QHash>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// OData's operators in CDL: "ID gt 0 and author/name eq 'x'" → "ID > 0 and author.name = 'x'".
QString toCdl(const QString &filter)
{
    static const QHash<QString, QString> operators = {{u"eq"_s, u"="_s},
                                                      {u"ne"_s, u"!="_s},
                                                      {u"gt"_s, u">"_s},
                                                      {u"ge"_s, u">="_s},
                                                      {u"lt"_s, u"<"_s},
                                                      {u"le"_s, u"<="_s}};
    QString condition;
    QString word;
    bool quoted = false;
    for (const auto c : filter) {
        if (!quoted && (c.isLetterOrNumber() || c == u'_')) {
            word += c;
            continue;
        }
        condition += operators.value(word, word);
        word.clear();
        if (c == u'\'')
            quoted = !quoted;
        condition += !quoted && c == u'/' ? QChar(u'.') : c;
    }
    return condition + operators.value(word, word);
}

// UUIDs and dates stand without quotes in OData, which a condition of CDL would take for sums.
bool hasBareLiteral(const QString &filter)
{
    bool quoted = false;
    for (qsizetype i = 0; i + 1 < filter.size(); ++i) {
        if (filter[i] == u'\'')
            quoted = !quoted;
        if (!quoted && i > 0 && filter[i] == u'-' && filter[i - 1].isLetterOrNumber()
            && filter[i + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

qsizetype closingParenthesis(const QString &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        if (text[i] == u'(')
            ++depth;
        else if (text[i] == u')' && --depth == 0)
            return i;
    }
    return -1;
}

// "orders/any(o:o/amount gt 50)" → "exists orders[amount gt 50]"
bool rewriteAny(QString &filter)
{
    for (auto at = filter.indexOf("/any("_L1); at >= 0; at = filter.indexOf("/any("_L1)) {
        auto begin = at;
        while (begin > 0 && (filter[begin - 1].isLetterOrNumber() || filter[begin - 1] == u'_'))
            --begin;
        const auto close = closingParenthesis(filter, at + 4);
        const auto colon = filter.indexOf(u':', at);
        if (close < 0 || (colon >= 0 && colon > close))
            return false;
        QString inner;
        if (colon >= 0) {
            const QString variable = filter.mid(at + 5, colon - at - 5).trimmed() + u'/';
            inner = filter.mid(colon + 1, close - colon - 1).replace(variable, QString());
        }
        QString exists = u"exists "_s + filter.mid(begin, at - begin);
        if (!inner.isEmpty())
            exists += u'[' + inner + u']';
        filter.replace(begin, close + 1 - begin, exists);
    }
    return true;
}

} // namespace

std::optional<Tokens> conditionOf(const QString &filter)
{
    auto text = filter;
    if (hasBareLiteral(filter) || filter.contains("/all("_L1) || !rewriteAny(text))
        return {};
    auto parsed = parseCondition(toCdl(text));
    return parsed ? std::optional(*std::move(parsed)) : std::nullopt;
}

} // namespace tokentrail::cap
