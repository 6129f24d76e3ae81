// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/jssource.h"

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using Kind = JsToken::Kind;

JsSource::JsSource(QString name, const QByteArray &text)
    : m_name(std::move(name))
    , m_tokens(tokenizeJs(text))
{
    readImports();
    readRequires();
    readRouters();
}

const JsToken &JsSource::at(qsizetype index) const
{
    return index >= 0 && index < size() ? m_tokens[size_t(index)] : m_tokens.back();
}

qsizetype JsSource::closing(qsizetype opening) const
{
    const auto pair = at(opening).pair;
    return pair > opening ? pair : size() - 1;
}

QString JsSource::requiredAt(qsizetype index, qsizetype *end) const
{
    if (!at(index).is(u"require") || !at(index + 1).is(u"(") || at(index + 2).kind != Kind::String
        || !at(index + 3).is(u")"))
        return {};
    if (end)
        *end = index + 4;
    return at(index + 2).text;
}

// { A, B: C, D = 1 } = module
void JsSource::readPattern(qsizetype opening, const QString &module)
{
    const auto end = closing(opening);
    for (auto i = opening + 1; i < end; ++i) {
        if (!at(i).isName() || !(at(i - 1).is(u"{") || at(i - 1).is(u",")))
            continue;
        const bool renamed = (at(i + 1).is(u":") || at(i + 1).is(u"as")) && at(i + 2).isName();
        const auto &local = renamed ? at(i + 2).text : at(i).text;
        m_members.insert(local, module + u'#' + at(i).text);
    }
}

void JsSource::readImports()
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (!at(i).is(u"import") || at(i - 1).is(u"."))
            continue;
        auto from = i + 1;
        while (from < std::min(size(), i + 200) && !at(from).is(u"from")
               && at(from).kind != Kind::String)
            ++from;
        if (!at(from).is(u"from") || at(from + 1).kind != Kind::String)
            continue;
        const auto &module = at(from + 1).text;
        for (auto k = i + 1; k < from; ++k) {
            if (at(k).is(u"{")) {
                readPattern(k, module);
                k = closing(k);
            } else if (at(k).isName() && !at(k).is(u"as") && !at(k).is(u"type")) {
                m_modules.insert(at(k).text, module);
            }
        }
    }
}

void JsSource::readRequires()
{
    for (qsizetype i = 2; i < size(); ++i) {
        qsizetype end = 0;
        const auto module = requiredAt(i, &end);
        if (module.isEmpty() || !at(i - 1).is(u"="))
            continue;
        const bool hasMember = at(end).is(u".") && at(end + 1).isName();
        if (at(i - 2).isName() && hasMember)
            m_members.insert(at(i - 2).text, module + u'#' + at(end + 1).text);
        else if (at(i - 2).isName())
            m_modules.insert(at(i - 2).text, module);
        else if (at(i - 2).is(u"}") && at(i - 2).pair >= 0)
            readPattern(at(i - 2).pair,
                        hasMember ? QString(module + u'#' + at(end + 1).text) : module);
    }
}

// const r = express(), express.Router(); cds.on('bootstrap', app => …)
void JsSource::readRouters()
{
    for (qsizetype i = 0; i < size(); ++i) {
        const bool makes = at(i).isName() && at(i + 1).is(u"=") && at(i + 2).isName();
        if (makes && moduleOf(at(i + 2).text) == "express"_L1)
            m_routers.insert(at(i).text);
        if (makes && memberOf(at(i + 2).text) == "express#Router"_L1)
            m_routers.insert(at(i).text);
        if (at(i).kind != Kind::String || at(i).text != "bootstrap"_L1 || !at(i - 1).is(u"(")
            || !at(i + 1).is(u","))
            continue;
        auto k = i + 2;
        while (at(k).is(u"async") || at(k).is(u"function") || at(k).is(u"("))
            ++k;
        if (at(k).isName())
            m_routers.insert(at(k).text);
    }
}

std::vector<qsizetype> JsSource::arguments(qsizetype opening) const
{
    std::vector<qsizetype> found;
    const auto end = closing(opening);
    bool fresh = true;
    for (auto i = opening + 1; i < end; ++i) {
        if (fresh)
            found.push_back(i);
        fresh = at(i).is(u",");
        const bool opens = at(i).kind == Kind::Sign && at(i).pair > i;
        if (opens)
            i = at(i).pair;
    }
    return found;
}

} // namespace tokentrail::cap::lint
