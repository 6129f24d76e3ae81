// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/servermiddleware.h"

#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using Kind = JsToken::Kind;

namespace {

struct Function
{
    QStringList parameters;
    qsizetype begin = 0;
    qsizetype body = -1; // its {, or the first token of an arrow's expression
    qsizetype end = -1;
};

class MiddlewareCheck
{
public:
    MiddlewareCheck(Report &report, const JsSource &source)
        : m_report(report)
        , m_source(source)
    {
        // What cds 10 runs on; older projects say what they have.
        const auto express = report.project().versionOf(u"express"_s);
        m_isExpress5 = express >= 5 || (express == 0 && report.project().cdsVersion() >= 10);
    }

    void run()
    {
        static const QStringList verbs = {
            u"use"_s, u"all"_s, u"get"_s, u"post"_s, u"put"_s, u"patch"_s, u"delete"_s, u"route"_s};
        for (qsizetype i = 0; i < m_source.size(); ++i) {
            if (!at(i).isName() || !at(i + 1).is(u".") || !verbs.contains(at(i + 2).text)
                || !at(i + 3).is(u"(") || at(i - 1).is(u".") || !m_source.isRouter(at(i).text))
                continue;
            const auto arguments = m_source.arguments(i + 3);
            if (!arguments.empty())
                checkPaths(arguments.front());
            if (!at(i + 2).is(u"use"))
                continue; // an endpoint may end the call
            for (const auto argument : arguments)
                checkFunction(argument);
        }
    }

private:
    const JsToken &at(qsizetype index) const { return m_source.at(index); }

    void checkPaths(qsizetype first)
    {
        if (!m_isExpress5)
            return;
        const auto last = at(first).is(u"[") ? m_source.closing(first) : first;
        for (auto i = first; i <= last; ++i) {
            if (at(i).kind == Kind::String)
                checkPath(at(i));
        }
    }

    // path-to-regexp 8: * needs a name; ( ) [ ] ? + ! are reserved.
    void checkPath(const JsToken &path)
    {
        const auto &text = path.text;
        QString fixed;
        QChar culprit;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const auto c = text[i];
            const auto next = i + 1 < text.size() ? text[i + 1] : QChar();
            fixed += c;
            if (c == u'\\') {
                ++i;
            } else if (c == u'*' && !next.isLetter() && next != u'_' && next != u'"') {
                culprit = culprit.isNull() ? c : culprit;
                fixed += u"splat"_s;
            } else if (u"()[]?+!"_s.contains(c)) {
                culprit = c;
                fixed.clear();
                break;
            }
        }
        if (culprit.isNull())
            return;
        const Draft draft{u"route-pattern-refused-by-express-5"_s,
                          m_report.placeIn(m_source.name(), path.begin),
                          say(u"lint.route-pattern",
                              {{u"path", text},
                               {u"why",
                                culprit == u'*' ? say(u"word.star-needs-name")
                                                : say(u"word.reserved", {{u"sign", culprit}})}}),
                          culprit == u'*' ? say(u"advice.route-star")
                                          : say(u"advice.route-reserved")};
        // '/endpoint*' becomes '/endpoint{*splat}' only where a whole segment is meant
        if (culprit == u'*' && !fixed.isEmpty() && text.contains("/*"_L1) && text.count(u'*') == 1)
            m_report.add(draft, path.begin + 1, path.end - 1, fixed.toUtf8());
        else
            m_report.add(draft);
    }

    // (a, b, c) => …, a => …, function (a, b, c) { … }, async ones too
    std::optional<Function> functionAt(qsizetype i) const
    {
        Function function;
        function.begin = i;
        if (at(i).is(u"async"))
            ++i;
        const bool isWord = at(i).is(u"function");
        if (isWord)
            i += at(i + 1).isName() ? 2 : 1;
        if (!at(i).is(u"("))
            return std::nullopt;
        for (const auto argument : m_source.arguments(i))
            function.parameters << at(argument).text;
        i = m_source.closing(i) + 1;
        if (!isWord && !at(i).is(u"=>"))
            return std::nullopt;
        function.body = isWord ? i : i + 1;
        function.end = at(function.body).is(u"{") ? m_source.closing(function.body) : -1;
        return function.end < 0 ? std::nullopt : std::optional(function);
    }

    void checkFunction(qsizetype first)
    {
        const auto function = functionAt(first);
        // Two parameters are an endpoint, four handle errors.
        if (!function || function->parameters.size() != 3)
            return;
        const auto &response = function->parameters[1];
        const auto &next = function->parameters[2];
        bool ends = false;
        bool goesOn = false;
        for (auto i = function->body; i < function->end; ++i) {
            ends = ends || (at(i).is(response) && at(i + 1).is(u"."));
            goesOn =
                goesOn || (at(i).is(next) && !at(i - 1).is(u".") && isReached(i, function->body));
        }
        if (!ends || goesOn)
            return;
        m_report.add({u"custom-middleware-ends-the-call"_s,
                      m_report.placeIn(m_source.name(), at(function->begin).begin),
                      say(u"lint.middleware-ends", {{u"next", next}}),
                      say(u"advice.middleware-ends", {{u"next", next}})});
    }

    // Whether no return or throw stands before it in its own block.
    bool isReached(qsizetype index, qsizetype body) const
    {
        for (auto i = index - 1; i > body; --i) {
            if (at(i).kind == Kind::Sign && at(i).pair >= 0 && at(i).pair < i) {
                i = at(i).pair; // over what is closed
                continue;
            }
            if (at(i).is(u"{") && at(i).pair > index)
                return true; // the block began
            const bool leaves = at(i).is(u"return") || at(i).is(u"throw");
            const bool isConditional =
                at(i - 1).is(u")") || at(i - 1).is(u"else") || at(i - 1).is(u":");
            const bool isItsOwn = !statementEndsBetween(i, index) && !at(index - 1).is(u")");
            if (leaves && !isConditional && !isItsOwn)
                return false;
        }
        return true;
    }

    // return next(): the return belongs to it.
    bool statementEndsBetween(qsizetype from, qsizetype to) const
    {
        for (auto i = from; i < to; ++i) {
            if (at(i).is(u";"))
                return true;
        }
        return false;
    }

    Report &m_report;
    const JsSource &m_source;
    bool m_isExpress5 = false;
};

} // namespace

void checkMiddlewares(Report &report, const JsSource &source)
{
    MiddlewareCheck(report, source).run();
}

} // namespace tokentrail::cap::lint
