// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"
#include "core/cap/lint/report.h"
#include "core/cap/say.h"

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool needsBinding(AuthKind kind)
{
    return kind == AuthKind::Jwt || kind == AuthKind::Xsuaa || kind == AuthKind::Ias;
}

bool looksLikeKey(const Json &value)
{
    return value.isObject() && (value.contains(u"clientid") || value.contains(u"clientsecret"));
}

// {"VCAP_SERVICES": {"xsuaa": [{"credentials": {}}]}}; a key pasted in one of these places stops cds.
void checkServices(Report &report, const QString &file, const Json &services)
{
    if (looksLikeKey(services) || looksLikeKey(services[u"credentials"])) {
        report.add({u"default-env-malformed"_s,
                    report.placeIn(file, services),
                    say(u"lint.vcap-is-a-key"),
                    say(u"advice.vcap-is-a-key",
                        {{u"example",
                          u"{\"xsuaa\": [{\"name\": \"…\", \"label\": \"xsuaa\", \"tags\": "
                          "[\"xsuaa\"], \"credentials\": {…}}]}"_s}})});
        return;
    }
    for (const auto &offering : services.members()) {
        if (!offering.value.isArray()) {
            report.add({u"default-env-malformed"_s,
                        report.placeIn(file, offering.value),
                        say(u"lint.vcap-no-list", {{u"name", offering.name}}),
                        say(u"advice.vcap-no-list", {{u"name", offering.name}})});
            continue;
        }
        for (const auto &service : offering.value.elements()) {
            const auto *tags = service.find(u"tags");
            if (tags && !tags->isArray() && !tags->isNull())
                report.add({u"default-env-malformed"_s,
                            report.placeIn(file, *tags),
                            say(u"lint.vcap-tags"),
                            u"\"tags\": [\"xsuaa\"]"_s});
        }
    }
}

void checkDefaultEnv(Report &report)
{
    const auto file = u"default-env.json"_s;
    const auto &project = report.project();
    const auto *text = project.text(file);
    if (!text)
        return;
    Error problem;
    const auto *document = project.json(file, &problem);
    if (!document && text->trimmed().startsWith('{'))
        report.add({u"default-env-malformed"_s,
                    problem.place.value_or(Place{file}),
                    say(u"lint.default-env-malformed", {{u"problem", problem.sentence}}),
                    say(u"advice.default-env-malformed")});
    if (!document)
        return;
    if (looksLikeKey(*document) || document->contains(u"xsuaa"))
        report.add({u"default-env-malformed"_s,
                    report.placeIn(file, *document),
                    say(u"lint.default-env-without-services"),
                    u"{\"VCAP_SERVICES\": {\"xsuaa\": [{\"credentials\": {…}}]}}"_s});
    const auto *services = document->find(u"VCAP_SERVICES");
    if (services && services->isObject())
        checkServices(report, file, *services);
    if (services && services->isString() && !text::parseJson(services->toString().toUtf8()))
        report.add({u"default-env-malformed"_s,
                    report.placeIn(file, *services),
                    say(u"lint.vcap-text"),
                    say(u"advice.vcap-text")});
    if (services)
        report.add({u"default-env-in-production"_s,
                    {file, 1, 1},
                    say(u"lint.default-env-in-production"),
                    say(u"advice.default-env-in-production")});
}

Place placeOfNode(const Report &report, const EffectiveEnv &env, const EnvNodePtr &node)
{
    auto place = node ? env.place(node->origin()).value_or(Place{}) : Place{};
    if (!place.file.isEmpty())
        place.file = report.project().relative(place.file);
    return place;
}

void checkCredentials(Report &report,
                      const EffectiveEnv &env,
                      const EnvNodePtr &node,
                      AuthKind kind)
{
    const auto place = placeOfNode(report, env, node);
    const auto json = node->toJson();
    if (json[u"credentials"].isObject()) {
        report.add({u"binding-wrapped-twice"_s,
                    place,
                    say(u"lint.binding-wrapped-twice"),
                    say(u"advice.binding-wrapped-twice")});
        return;
    }
    QStringList missing;
    if (!json.contains(u"clientid"))
        missing << u"clientid"_s;
    if (kind != AuthKind::Ias && !json.contains(u"xsappname"))
        missing << u"xsappname"_s;
    if (kind != AuthKind::Ias && !json.contains(u"uaadomain") && !json.contains(u"url"))
        missing << u"url"_s;
    if (kind == AuthKind::Ias && !json.contains(u"url") && !json.contains(u"domains"))
        missing << u"url"_s;
    if (!missing.isEmpty())
        report.add({u"binding-incomplete"_s,
                    place,
                    say(u"lint.binding-incomplete", {{u"members", missing.join(", "_L1)}}),
                    say(u"advice.binding-incomplete")});
}

// An instance that would serve, and is not found under this kind.
QString overlookedInstance(const EffectiveEnv &env, AuthKind kind)
{
    const auto services =
        text::parseJson(env.environment.value(u"VCAP_SERVICES").toUtf8()).value_or(Json());
    for (const auto &offering : services.members()) {
        for (const auto &service : offering.value.elements()) {
            const auto tags = service[u"tags"].toStringList();
            const bool isXsuaa =
                tags.contains(u"xsuaa"_s) || service[u"credentials"].contains(u"xsappname");
            if (kind != AuthKind::Ias && isXsuaa)
                return service[u"name"].toString(offering.name);
        }
    }
    return {};
}

void checkBinding(Report &report, const QString &profile)
{
    const auto *env = report.project().env(profile);
    const auto auth = env ? findPath(env->root, u"requires.auth"_s) : nullptr;
    const auto kindNode = auth && !auth->isScalar() ? auth->find(u"kind") : nullptr;
    const auto kind = kindNode ? authKindOf(kindNode->string()) : std::nullopt;
    if (!kind || !needsBinding(*kind) || auth->find(u"impl"))
        return;
    const auto credentials = auth->find(u"credentials");
    if (credentials && credentials->isObject())
        return checkCredentials(report, *env, credentials, *kind);
    if (const auto name = overlookedInstance(*env, *kind); !name.isEmpty()) {
        report.add({u"binding-not-found-by-kind"_s,
                    placeOfNode(report, *env, auth),
                    say(u"lint.binding-not-found",
                        {{u"instance", name}, {u"kind", nameOf(*kind)}, {u"profile", profile}}),
                    say(u"advice.binding-not-found")});
        return;
    }
    // Production is bound where it runs; a folder on a desk says nothing about that.
    if (profile == "production"_L1 || auth->find(u"binding"))
        return;
    report.add({u"binding-missing"_s,
                placeOfNode(report, *env, auth),
                say(u"lint.binding-missing", {{u"profile", profile}, {u"kind", nameOf(*kind)}}),
                say(u"advice.binding-missing")});
}

} // namespace

void checkBindings(Report &report)
{
    checkDefaultEnv(report);
    const auto &project = report.project();
    checkBinding(report, u"development"_s);
    if (project.env(u"hybrid"_s)) {
        const auto development = project.env(u"development"_s)->value(u"requires.auth"_s);
        if (development != project.env(u"hybrid"_s)->value(u"requires.auth"_s))
            checkBinding(report, u"hybrid"_s);
    }
    if (project.env(u"production"_s) && project.exists(u"default-env.json"_s))
        checkBinding(report, u"production"_s);
}

} // namespace tokentrail::cap::lint
