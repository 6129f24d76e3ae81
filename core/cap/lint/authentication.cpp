// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"
#include "core/cap/lint/report.h"
#include "core/cap/say.h"

#include <QFileInfo>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

EnvNodePtr authOf(const EffectiveEnv *env)
{
    return env ? findPath(env->root, u"requires.auth"_s) : nullptr;
}

QString textAt(const EnvNodePtr &node, QStringView name)
{
    const auto found = node ? node->find(name) : nullptr;
    return found ? found->string() : QString();
}

Place placeOfNode(const Report &report, const EffectiveEnv &env, const EnvNodePtr &node)
{
    auto place = node ? env.place(node->origin()).value_or(Place{}) : Place{};
    if (!place.file.isEmpty())
        place.file = report.project().relative(place.file);
    return place;
}

// Where the kind was written; presets bring a kind of their own, which has no place.
std::optional<Place> writtenKind(const Report &report, const EffectiveEnv &env)
{
    std::optional<Place> place;
    for (const auto &config : report.project().configs()) {
        visit(*config.config,
              {u"requires"_s, u"auth"_s},
              [&](const Json &auth, const QString &profile) {
                  const auto *kind = auth.isObject() ? auth.find(u"kind") : &auth;
                  if (kind && (profile.isEmpty() || env.profiles.contains(profile)))
                      place = report.placeIn(config.name, *kind);
              });
    }
    return place;
}

QString currentSpelling(const QString &strategy)
{
    const auto lower = strategy.toLower();
    return lower == "mock"_L1 ? u"mocked"_s : lower;
}

void checkStrategy(Report &report)
{
    for (const auto &config : report.project().configs()) {
        visit(*config.config, {u"requires"_s, u"auth"_s}, [&](const Json &auth, const QString &) {
            const auto *strategy = auth.find(u"strategy");
            if (!strategy)
                return;
            const auto kind = currentSpelling(strategy->toString());
            const Draft draft{u"auth-strategy-ignored"_s,
                              report.placeIn(config.name, *strategy),
                              say(u"lint.auth-strategy-ignored",
                                  {{u"kind",
                                    auth.contains(u"kind") ? say(u"word.kind-as-written")
                                                           : say(u"word.kind-of-defaults")}}),
                              say(u"advice.write-kind", {{u"kind", kind}})};
            if (auth.contains(u"kind") || !authKindOf(kind))
                return void(report.add(draft));
            const auto *text = report.project().text(config.name);
            auto begin = text ? text->lastIndexOf("strategy", strategy->span().begin) : -1;
            const auto end = strategy->span().end;
            if (begin > 0 && config.name.endsWith(".json"_L1))
                report.add(draft, begin, end, "kind\": \"" + kind.toUtf8() + '"');
            else
                report.add(draft);
        });
    }
}

void checkKind(Report &report, const QString &profile, const EffectiveEnv &env)
{
    const auto auth = authOf(&env);
    const auto kindNode = auth && !auth->isScalar() ? auth->find(u"kind") : auth;
    const auto kind = kindNode ? kindNode->string() : QString();
    const auto impl = textAt(auth, u"impl");
    const auto place = writtenKind(report, env).value_or(Place{});
    if (!impl.isEmpty()) {
        const auto &project = report.project();
        bool found = impl.startsWith(u'@');
        for (const auto &ending : {u""_s, u".js"_s, u".ts"_s, u".cjs"_s, u".mjs"_s, u"/index.js"_s})
            found = found || QFileInfo(project.path(impl + ending)).isFile();
        found = found || QFileInfo(project.path("node_modules/"_L1 + impl)).exists();
        if (!found)
            report.add({u"auth-impl-not-found"_s,
                        placeOfNode(report, env, auth->find(u"impl")),
                        say(u"lint.auth-impl-not-found", {{u"file", impl}}),
                        say(u"advice.auth-impl-not-found")});
        return;
    }
    if (kind.isEmpty() || !authKindOf(kind)) {
        const auto written = kind.isEmpty() ? say(u"word.switched-off") : u"\"%1\""_s.arg(kind);
        Draft draft{u"auth-kind-unknown"_s,
                    place,
                    say(u"lint.auth-kind-unknown", {{u"profile", profile}, {u"kind", written}}),
                    say(u"advice.auth-kind-unknown")};
        const auto better = currentSpelling(kind);
        if (better != kind && authKindOf(better))
            draft.advice = say(u"advice.write-quoted", {{u"better", better}});
        report.add(draft);
    }
}

void checkProduction(Report &report, const EffectiveEnv &env)
{
    const auto auth = authOf(&env);
    if (!auth || auth->isScalar() || !textAt(auth, u"impl").isEmpty())
        return;
    const auto kind = authKindOf(textAt(auth, u"kind"));
    const auto place = writtenKind(report, env).value_or(Place{});
    if (kind == AuthKind::Mocked || kind == AuthKind::Dummy || kind == AuthKind::Basic) {
        const auto what = kind == AuthKind::Dummy
            ? say(u"word.everybody-everything")
            : say(
                u"word.users-of-configuration",
                {{u"open", kind == AuthKind::Mocked ? say(u"word.and-services-open") : QString()}});
        report.add(
            {u"mocked-auth-in-production"_s,
             place,
             say(u"lint.mocked-auth-in-production",
                 {{u"kind", textAt(auth, u"kind")}, {u"what", what}}),
             say(u"advice.mocked-auth-in-production", {{u"example", u"{ \"auth\": \"xsuaa\" }"_s}}),
             kind == AuthKind::Basic ? ProblemSeverity::Warning : ProblemSeverity::Error});
        return;
    }
    const auto restricts = auth->find(u"restrict_all_services");
    if (restricts && restricts->isScalar() && restricts->scalarValue() == Json(false))
        report.add({u"services-open-in-production"_s,
                    placeOfNode(report, env, restricts),
                    say(u"lint.services-open-in-production"),
                    say(u"advice.services-open-in-production")});
}

void checkUaa(Report &report)
{
    const auto *env = report.project().env(u"production"_s);
    const auto kind = authKindOf(textAt(authOf(env), u"kind"));
    for (const auto &config : report.project().configs()) {
        visit(*config.config, {u"requires"_s, u"uaa"_s}, [&](const Json &uaa, const QString &) {
            if (uaa.isNull() || (uaa.isBool() && !uaa.toBool()))
                return;
            report.add({u"requires-uaa-without-effect"_s,
                        report.placeIn(config.name, uaa),
                        say(u"lint.requires-uaa",
                            {{u"kind", kind ? nameOf(*kind) : say(u"word.kind-none")}}),
                        say(u"advice.requires-uaa")});
        });
    }
}

void checkXssec(Report &report)
{
    const auto &project = report.project();
    if (!project.json(u"package.json"_s) || project.dependsOn(u"@sap/xssec"_s, false))
        return;
    for (const auto &profile : {u"development"_s, u"hybrid"_s, u"production"_s}) {
        const auto *env = project.env(profile);
        const auto auth = authOf(env);
        const auto kindNode = auth && !auth->isScalar() ? auth->find(u"kind") : nullptr;
        const auto kind = kindNode ? authKindOf(kindNode->string()) : std::nullopt;
        if (!textAt(auth, u"impl").isEmpty()
            || (kind != AuthKind::Jwt && kind != AuthKind::Xsuaa && kind != AuthKind::Ias))
            continue;
        // What nobody wrote down is the default of production; a local sample may live with it.
        const bool written = writtenKind(report, *env).has_value();
        if (!written && !project.dependsOn(u"@sap/cds"_s, false)
            && !project.json(u"package.json"_s)->contains(u"cds"))
            return; // no application of its own: the root of a monorepo, a library
        report.add(
            {u"xssec-missing"_s,
             {u"package.json"_s, 1, 1},
             say(u"lint.xssec-missing", {{u"profile", profile}, {u"kind", kindNode->string()}}),
             u"npm add @sap/xssec"_s,
             written ? ProblemSeverity::Error : ProblemSeverity::Hint,
             u"npm add @sap/xssec"_s},
            [](text::JsonEditor &editor) {
                return editor.set({u"dependencies"_s, u"@sap/xssec"_s}, u"^4"_s);
            });
        return;
    }
}

} // namespace

void checkAuthentication(Report &report)
{
    checkStrategy(report);
    const auto *development = report.project().env(u"development"_s);
    const auto *production = report.project().env(u"production"_s);
    if (development)
        checkKind(report, u"development"_s, *development);
    if (production) {
        const auto before = authOf(development);
        const auto now = authOf(production);
        // The same mistake in both profiles is told once.
        const auto impl = textAt(now, u"impl");
        const bool isSame = textAt(before, u"impl") == impl
            && (!impl.isEmpty() || textAt(before, u"kind") == textAt(now, u"kind"));
        if (!before || !now || !isSame || now->isScalar() != before->isScalar())
            checkKind(report, u"production"_s, *production);
        checkProduction(report, *production);
    }
    checkUaa(report);
    checkXssec(report);
}

} // namespace tokentrail::cap::lint
