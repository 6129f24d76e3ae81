// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"
#include "core/cap/lint/jssource.h"
#include "core/cap/lint/report.h"
#include "core/cap/lint/servermiddleware.h"
#include "core/cap/say.h"

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using Kind = JsToken::Kind;

namespace {

// The patterns that people copy from old guides; each looks at the tokens of one file.
class ServerCheck
{
public:
    ServerCheck(Report &report, const JsSource &source)
        : m_report(report)
        , m_source(source)
        , m_xssec(report.project().versionOf(u"@sap/xssec"_s))
    { }

    void run()
    {
        for (qsizetype i = 0; i < m_source.size(); ++i) {
            checkStrategy(i);
            checkQuery(i);
            checkUserClass(i);
            checkPassport(i);
        }
    }

private:
    const JsToken &at(qsizetype index) const { return m_source.at(index); }
    Place place(const JsToken &token) const
    {
        return m_report.placeIn(m_source.name(), token.begin);
    }

    // @sap/xssec 4 keeps the strategy of passport below v3.
    void checkStrategy(qsizetype i)
    {
        if (!at(i).is(u"JWTStrategy") || (m_xssec > 0 && m_xssec < 4))
            return;
        qsizetype insert = -1; // where .v3 belongs
        if (at(i - 1).is(u".")) {
            const auto owner = i - 2;
            const bool byName = at(owner).isName()
                && m_source.moduleOf(at(owner).text) == "@sap/xssec"_L1 && !at(owner - 1).is(u".");
            const bool byCall =
                at(owner).is(u")") && m_source.requiredAt(owner - 3) == "@sap/xssec"_L1;
            if (byName || byCall)
                insert = at(owner).end;
        } else if (at(i - 1).is(u"{") || at(i - 1).is(u",")) {
            insert = behindRequire(i);
            if (insert < 0 && !isImported(i))
                return;
        } else {
            return;
        }
        const Draft draft{u"passport-strategy-moved"_s,
                          place(at(i)),
                          say(u"lint.passport-strategy-moved"),
                          say(u"advice.passport-strategy-moved")};
        if (insert > 0)
            m_report.add(draft, insert, insert, ".v3");
        else
            m_report.add(draft);
    }

    // const { JWTStrategy } = require('@sap/xssec'): behind the call.
    qsizetype behindRequire(qsizetype i) const
    {
        while (i > 0 && !at(i).is(u"{"))
            --i;
        const auto end = m_source.closing(i);
        qsizetype behind = 0;
        if (!at(end + 1).is(u"=") || m_source.requiredAt(end + 2, &behind) != "@sap/xssec"_L1)
            return -1;
        return at(behind).is(u".") ? -1 : at(behind - 1).end; // .v3 is there already
    }

    bool isImported(qsizetype i) const
    {
        while (i > 0 && !at(i).is(u"{"))
            --i;
        const auto end = m_source.closing(i);
        return at(end + 1).is(u"from") && at(end + 2).text == "@sap/xssec"_L1;
    }

    // const services = xsenv.getServices({ uaa: … }); services.xsuaa
    void checkQuery(qsizetype i)
    {
        if (!at(i).is(u"getServices") || !at(i + 1).is(u"(") || !at(i + 2).is(u"{"))
            return;
        auto start = i;
        while (start > 0 && (at(start - 1).is(u".") || at(start - 1).isName()))
            --start;
        const bool isXsenv =
            (at(i - 1).is(u".") && m_source.moduleOf(at(i - 2).text) == "@sap/xsenv"_L1)
            || m_source.memberOf(at(i).text) == "@sap/xsenv#getServices"_L1
            || (at(i - 1).is(u".") && m_source.requiredAt(i - 5) == "@sap/xsenv"_L1);
        if (!isXsenv)
            return;
        while (start > 0 && !at(start).is(u"=") && i - start < 12)
            --start;
        if (!at(start).is(u"="))
            return;
        const auto names = keysOf(i + 2);
        if (at(start - 1).isName())
            checkUses(at(start - 1).text, names, m_source.closing(i + 1));
        else if (at(start - 1).is(u"}") && at(start - 1).pair >= 0)
            checkTaken(at(start - 1).pair, names);
    }

    QStringList keysOf(qsizetype opening) const
    {
        QStringList names;
        for (const auto argument : m_source.arguments(opening)) {
            const auto &key = at(argument);
            if (key.isName() || key.kind == Kind::String)
                names << key.text;
            if (key.is(u"."))
                names << u"*"_s; // a spread: anything may be in it
        }
        return names;
    }

    void checkUses(const QString &variable, const QStringList &names, qsizetype from)
    {
        for (auto i = from; i < m_source.size(); ++i) {
            if (at(i).is(variable) && at(i + 1).is(u".") && at(i + 2).isName()
                && !at(i - 1).is(u"."))
                tellMismatch(i + 2, names);
        }
    }

    void checkTaken(qsizetype opening, const QStringList &names)
    {
        for (const auto argument : m_source.arguments(opening)) {
            if (at(argument).isName())
                tellMismatch(argument, names);
        }
    }

    void tellMismatch(qsizetype i, const QStringList &names)
    {
        if (names.isEmpty() || names.contains(at(i).text) || names.contains("*"_L1))
            return;
        const Draft draft{
            u"xsenv-query-name-mismatch"_s,
            place(at(i)),
            say(u"lint.xsenv-query", {{u"asked", names.join(", "_L1)}, {u"used", at(i).text}}),
            say(u"advice.xsenv-query", {{u"asked", names.constFirst()}})};
        if (names.size() == 1)
            m_report.add(draft, at(i).begin, at(i).end, names.constFirst().toUtf8());
        else
            m_report.add(draft);
    }

    // class X extends cds.User { … }: cds.User's constructor returns another object.
    void checkUserClass(qsizetype i)
    {
        if (!at(i).is(u"extends"))
            return;
        const bool byCds = at(i + 1).isName() && m_source.moduleOf(at(i + 1).text) == "@sap/cds"_L1
            && at(i + 2).is(u".") && at(i + 3).is(u"User") && at(i + 4).is(u"{");
        const bool byName =
            m_source.memberOf(at(i + 1).text) == "@sap/cds#User"_L1 && at(i + 2).is(u"{");
        // cds is a global in files that cds loads
        const bool byGlobal = at(i + 1).is(u"cds") && at(i + 2).is(u".") && at(i + 3).is(u"User")
            && at(i + 4).is(u"{");
        if (!byCds && !byName && !byGlobal)
            return;
        const auto body = at(i + 2).is(u"{") ? i + 2 : i + 4;
        if (m_source.closing(body) == body + 1)
            return; // nothing to lose
        m_report.add({u"custom-user-class-loses-overrides"_s,
                      place(at(i)),
                      say(u"lint.custom-user-class"),
                      say(u"advice.custom-user-class",
                          {{u"example", u"new cds.User({ id, roles, attr })"_s}})});
    }

    // With mocked users CAP takes over req.user, which passport made without roles.
    void checkPassport(qsizetype i)
    {
        if (m_toldPassport || !at(i).is(u"authenticate") || !at(i - 1).is(u".")
            || !at(i + 1).is(u"(") || m_source.moduleOf(at(i - 2).text) != "passport"_L1)
            return;
        const auto *env = m_report.project().env(u"development"_s);
        const auto kind = env ? findPath(env->root, u"requires.auth.kind"_s) : nullptr;
        if (!kind || authKindOf(kind->string()) != AuthKind::Mocked)
            return;
        m_toldPassport = true;
        m_report.add({u"passport-user-without-roles"_s,
                      place(at(i)),
                      say(u"lint.passport-user"),
                      say(u"advice.passport-user")});
    }

    Report &m_report;
    const JsSource &m_source;
    int m_xssec;
    bool m_toldPassport = false;
};

} // namespace

void checkServerCode(Report &report)
{
    const auto &project = report.project();
    QStringList names = project.filesBelow(u"srv"_s, {u"js"_s, u"ts"_s, u"mjs"_s, u"cjs"_s});
    for (const auto *ending : {"js", "ts", "mjs", "cjs"})
        names.prepend("server."_L1 + QString::fromLatin1(ending));
    if (const auto *env = project.env(u"development"_s)) {
        if (const auto impl = findPath(env->root, u"requires.auth.impl"_s))
            names << impl->string() << impl->string() + ".js"_L1;
    }
    names.removeDuplicates();
    for (const auto &name : std::as_const(names)) {
        const auto *text = name.isEmpty() || !project.exists(name) ? nullptr : project.text(name);
        if (!text)
            continue;
        const JsSource source(name, *text);
        ServerCheck(report, source).run();
        checkMiddlewares(report, source);
    }
}

} // namespace tokentrail::cap::lint
