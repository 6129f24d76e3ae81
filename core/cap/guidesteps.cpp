// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/guidesteps.h"

#include "core/cap/approuterfiles.h"
#include "core/cap/lint/project.h"
#include "core/cap/say.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using State = GuideStep::State;

namespace {

class Steps
{
public:
    Steps(const LintInput &input, const LintReport &report)
        : m_project(input)
        , m_report(report)
    { }

    std::vector<GuideStep> make()
    {
        kind();
        xssec();
        descriptor();
        binding();
        approuter();
        return std::move(m_steps);
    }

private:
    // The sentence of the first finding of one of these kinds, when it is an error.
    QString wrong(const QStringList &prefixes) const
    {
        for (const auto &finding : m_report.findings) {
            const bool isMeant =
                std::any_of(prefixes.begin(), prefixes.end(), [&finding](const auto &prefix) {
                    return finding.id.startsWith(prefix);
                });
            if (isMeant && finding.severity == ProblemSeverity::Error)
                return finding.sentence;
        }
        return {};
    }

    void add(const QString &id,
             const QString &title,
             bool done,
             const QString &seen,
             const QString &command,
             const QStringList &prefixes)
    {
        const auto problem = wrong(prefixes);
        const auto state = !problem.isEmpty() ? State::Wrong : done ? State::Done : State::Open;
        m_steps.push_back(
            {id, state, title, problem.isEmpty() ? seen : problem, done ? QString() : command});
    }

    QString kindOf(const QString &profile) const
    {
        const auto *env = m_project.env(profile);
        const auto node = env ? findPath(env->root, u"requires.auth.kind"_s) : nullptr;
        return node ? node->string() : QString();
    }

    void kind()
    {
        const auto production = kindOf(u"production"_s);
        const bool done = production.startsWith("xsuaa"_L1) || production.startsWith("jwt"_L1)
            || production.startsWith("ias"_L1);
        add(u"auth-kind"_s,
            say(u"step.kind"),
            done,
            say(u"step.kind-seen",
                {{u"development", kindOf(u"development"_s)}, {u"production", production}}),
            u"cds add xsuaa --for production"_s,
            {u"auth-"_s, u"mocked-auth-in-production"_s, u"services-open"_s});
    }

    void xssec()
    {
        const bool done = m_project.dependsOn(u"@sap/xssec"_s, false);
        add(u"xssec"_s,
            say(u"step.library"),
            done,
            done ? say(u"step.library-there") : say(u"step.library-missing"),
            u"npm add @sap/xssec"_s,
            {u"xssec-missing"_s, u"passport-"_s});
    }

    void descriptor()
    {
        const bool done = m_project.exists(u"xs-security.json"_s);
        add(u"xs-security"_s,
            say(u"step.descriptor"),
            done,
            done ? say(u"step.descriptor-there") : say(u"step.descriptor-missing"),
            u"cds compile srv --to xsuaa > xs-security.json"_s,
            {u"xs-security-"_s, u"role-template-"_s});
    }

    // Credentials lie ready, and the kind that is effective looks for none.
    QString whyNotBound(const EffectiveEnv *env) const
    {
        const auto *variable = env ? env->environment.find(u"VCAP_SERVICES") : nullptr;
        const auto services = variable
            ? text::parseJson(variable->value.toUtf8()).value_or(text::Json())
            : text::Json();
        if (services[u"xsuaa"].size() == 0 && services[u"identity"].size() == 0)
            return say(u"step.binding-missing");
        const auto place = env->place(variable->origin);
        const auto file = place ? m_project.relative(place->file) : variable->name;
        return say(u"step.binding-unused", {{u"file", file}, {u"kind", kindOf(u"hybrid"_s)}});
    }

    // As `cds add xsuaa` calls it: "shop-auth".
    QString instanceName() const
    {
        static const QRegularExpression others(u"[^A-Za-z0-9._]+"_s); // of "@capire/bookshop", too
        const auto *package = m_project.json(u"package.json"_s);
        auto name = package ? (*package)[u"name"].toString() : QString();
        name = name.split(others, Qt::SkipEmptyParts).join(u'-');
        return (name.isEmpty() ? u"myapp"_s : name) + "-auth"_L1;
    }

    void binding()
    {
        const auto *env = m_project.env(u"hybrid"_s);
        const auto auth = env ? findPath(env->root, u"requires.auth"_s) : nullptr;
        const bool done =
            auth && !auth->isScalar() && (auth->find(u"credentials") || auth->find(u"binding"));
        add(u"binding"_s,
            say(u"step.binding"),
            done,
            done ? say(u"step.binding-there") : whyNotBound(env),
            u"cf create-service xsuaa application %1 -c xs-security.json\n"
            "cds bind --to %1\ncds watch --profile hybrid"_s.arg(instanceName()),
            {u"binding-"_s, u"default-env-malformed"_s});
    }

    void approuter()
    {
        auto found = existingApprouter(m_project.input().projectDir);
        for (const auto &name : m_project.filesBelow(u"app"_s, {u"json"_s})) {
            if (found.isEmpty() && name.endsWith("/xs-app.json"_L1))
                found = name;
        }
        add(u"approuter"_s,
            say(u"step.approuter"),
            !found.isEmpty(),
            found.isEmpty() ? say(u"step.approuter-missing")
                            : say(u"step.approuter-there", {{u"file", found}}),
            u"tokentrailctl cap approuter . --write\n"
            "tokentrailctl cap bind app/router --to default-env --sandbox --write\n"
            "npm install --prefix app/router"_s,
            {u"approuter-"_s, u"route-"_s});
    }

    lint::Project m_project;
    const LintReport &m_report;
    std::vector<GuideStep> m_steps;
};

} // namespace

std::vector<GuideStep> guideSteps(const LintInput &input, const LintReport &report)
{
    return Steps(input, report).make();
}

} // namespace tokentrail::cap
