// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/bindjob.h"

#include "app/ctl/sandboxcommands.h"
#include "core/sandbox/control.h"
#include "core/text/diff.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using cap::GitState;
using text::Json;

namespace {

QString nameOf(GitState state)
{
    switch (state) {
    case GitState::NoRepository:
        return u"no-repository"_s;
    case GitState::Ignored:
        return u"ignored"_s;
    case GitState::Visible:
        return u"visible"_s;
    case GitState::Tracked:
        return u"tracked"_s;
    }
    return {};
}

QString sentenceOf(GitState state, const QString &name)
{
    switch (state) {
    case GitState::NoRepository:
        return u"The folder is in no git repository."_s;
    case GitState::Ignored:
        return u"git ignores %1."_s.arg(name);
    case GitState::Visible:
        return u"git does not ignore %1: --add-to-gitignore adds the line."_s.arg(name);
    case GitState::Tracked:
        return u"git has %1 already, and secrets in it would be committed: git rm --cached %1, or "
               "--although-tracked."_s.arg(name);
    }
    return {};
}

// One run of it.
class Binding
{
public:
    Binding(Invocation &invocation, BindWish wish, QString caFile)
        : m_invocation(invocation)
        , m_wish(std::move(wish))
        , m_caFile(std::move(caFile))
        , m_name(cap::fileNameOf(m_wish.place))
    { }

    void run(const std::vector<cap::ServiceToBind> &services)
    {
        auto plan = cap::planBinding(m_wish.folder, m_wish.place, services);
        if (!plan)
            return m_invocation.fail(plan.error());
        QString ignoreDiff;
        if (plan->git == GitState::Visible && m_wish.addsToGitignore) {
            const auto edit = cap::ignoreEdit(m_wish.folder, m_name);
            if (!edit)
                return m_invocation.fail(edit.error());
            ignoreDiff = QString::fromUtf8(
                text::unifiedDiff(edit->before.content, edit->after, u".gitignore"_s));
            if (m_wish.writes) {
                if (auto added = text::writeEdited(edit->before, edit->after); !added)
                    return m_invocation.fail(added.error());
                plan->git = GitState::Ignored;
            }
        }
        if (m_wish.writes) {
            const bool refused = plan->git == GitState::Visible
                || (plan->git == GitState::Tracked && !m_wish.althoughTracked);
            if (refused) {
                m_invocation.note(sentenceOf(plan->git, m_name) + u" Nothing was written."_s);
                return m_invocation.finish(DoesNotHold);
            }
            if (auto written = cap::carryOut(*plan, m_wish.althoughTracked); !written)
                return m_invocation.fail(written.error());
        }
        answer(*plan, ignoreDiff);
    }

private:
    void answer(const cap::BindPlan &plan, const QString &ignoreDiff)
    {
        auto json = Json::object({{u"file"_s, plan.before.path},
                                  {u"git"_s, nameOf(plan.git)},
                                  {u"gitignored"_s, plan.git == GitState::Ignored},
                                  {u"written"_s, m_wish.writes},
                                  {u"diff"_s, plan.diff()}});
        if (!ignoreDiff.isEmpty())
            json.set(u"gitignoreDiff"_s, ignoreDiff);
        QString text = ignoreDiff;
        if (plan.changesNothing())
            text += u"%1 says that already.\n"_s.arg(plan.before.path);
        else
            text += plan.diff();
        m_invocation.note(ignoreDiff.isEmpty() || m_wish.writes
                              ? sentenceOf(plan.git, m_name)
                              : u"git does not ignore %1 yet: the line does that."_s.arg(m_name));
        if (m_wish.writes) {
            const auto effect =
                cap::effectOf(plan, QDir::homePath(), cap::Environment::ofProcess(), m_caFile);
            if (!effect.isEffective)
                m_invocation.note(effect.obstacle);
            text += u"Written to %1. Start the project with\n  %2\n"_s.arg(plan.before.path,
                                                                           effect.command);
            auto environment = Json::object();
            for (const auto &variable : effect.variables)
                environment.set(variable.name, variable.value);
            json.set(u"effective"_s, effect.isEffective);
            json.set(u"environment"_s, environment);
            json.set(u"command"_s, effect.command);
        } else {
            m_invocation.note(u"Nothing was written: --write does that."_s);
        }
        m_invocation.answer(json, text);
        m_invocation.finish(Ok);
    }

    Invocation &m_invocation;
    BindWish m_wish;
    QString m_caFile;
    QString m_name;
};

} // namespace

std::optional<cap::BindingPlace> bindingPlaceFrom(const QString &word)
{
    if (word == "default-env"_L1)
        return cap::BindingPlace::DefaultEnv;
    if (word == "cdsrc-private"_L1)
        return cap::BindingPlace::CdsrcPrivate;
    return std::nullopt;
}

void bindTo(Invocation &invocation,
            const BindWish &wish,
            const std::vector<cap::ServiceToBind> &services,
            const QString &caFile)
{
    Binding(invocation, wish, caFile).run(services);
}

void bindToSandbox(Invocation &invocation, const BindWish &wish)
{
    const auto state = stateDirOf(invocation);
    const auto vcap = sandbox::callSandbox(
        state,
        u"bindings"_s,
        Json::object({{u"format"_s, u"vcap"_s}, {u"service"_s, invocation.value(u"--service"_s)}}));
    if (!vcap)
        return invocation.fail(vcap.error());
    const QString caFile = QFileInfo(state).absoluteFilePath() + u"/ca.pem"_s;
    bindTo(invocation, wish, cap::servicesOf(*vcap), caFile);
}

} // namespace tokentrail::ctl
