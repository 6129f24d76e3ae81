// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessuser.h"
#include "core/cap/lint/report.h"

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
                    u"VCAP_SERVICES is a service key as it is; cds wants it wrapped and stops "
                    "(\"Expected VCAP entry … to be an array\")."_s,
                    u"Wrap it: {\"xsuaa\": [{\"name\": \"…\", \"label\": \"xsuaa\", \"tags\": "
                    "[\"xsuaa\"], \"credentials\": {…}}]}."_s});
        return;
    }
    for (const auto &offering : services.members()) {
        if (!offering.value.isArray()) {
            report.add(
                {u"default-env-malformed"_s,
                 report.placeIn(file, offering.value),
                 u"The entry \"%1\" of VCAP_SERVICES is no list; cds stops."_s.arg(offering.name),
                 u"Put it in brackets: \"%1\": [ … ]."_s.arg(offering.name)});
            continue;
        }
        for (const auto &service : offering.value.elements()) {
            const auto *tags = service.find(u"tags");
            if (tags && !tags->isArray() && !tags->isNull())
                report.add({u"default-env-malformed"_s,
                            report.placeIn(file, *tags),
                            u"tags must be a list; cds stops."_s,
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
                    u"%1 cds stops and does not name the file."_s.arg(problem.sentence),
                    u"cds wants strict JSON in it."_s});
    if (!document)
        return;
    if (looksLikeKey(*document) || document->contains(u"xsuaa"))
        report.add(
            {u"default-env-malformed"_s,
             report.placeIn(file, *document),
             u"default-env.json has no VCAP_SERVICES, so the key in it counts for nothing."_s,
             u"{\"VCAP_SERVICES\": {\"xsuaa\": [{\"credentials\": {…}}]}}"_s});
    const auto *services = document->find(u"VCAP_SERVICES");
    if (services && services->isObject())
        checkServices(report, file, *services);
    if (services && services->isString() && !text::parseJson(services->toString().toUtf8()))
        report.add({u"default-env-malformed"_s,
                    report.placeIn(file, *services),
                    u"VCAP_SERVICES is a text that is no JSON; cds stops."_s,
                    u"Write the object itself, without quotes around it."_s});
    if (services)
        report.add({u"default-env-in-production"_s,
                    {file, 1, 1},
                    u"cds reads default-env.json in production, too: what it binds wins wherever "
                    "the platform sets no VCAP_SERVICES."_s,
                    u"Keep it out of what is deployed (.cfignore, .dockerignore); cds bind writes "
                    "no credentials."_s});
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
                    u"The credentials stand in a further \"credentials\"; the server starts, and "
                    "answers every token with 500."_s,
                    u"Take the inner object (newer cf versions print service keys wrapped)."_s});
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
                    u"The credentials of requires.auth lack %1; the server starts, and answers "
                    "every token with 500."_s.arg(missing.join(", "_L1)),
                    u"Use a whole service key of the xsuaa instance."_s});
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
                    u"The instance %1 is bound, but kind %2 in the profile %3 does not find it: "
                    "it looks for the label xsuaa."_s.arg(name, nameOf(*kind), profile),
                    u"Use kind xsuaa (it also looks for the tag), tag the instance cds:auth, or "
                    "name it auth."_s});
        return;
    }
    // Production is bound where it runs; a folder on a desk says nothing about that.
    if (profile == "production"_L1 || auth->find(u"binding"))
        return;
    report.add(
        {u"binding-missing"_s,
         placeOfNode(report, *env, auth),
         u"The kind of the profile %1 is %2, and nothing binds an instance; the server "
         "does not start."_s.arg(profile, nameOf(*kind)),
         u"cds bind --to <instance>, a default-env.json, or kind mocked in this profile."_s});
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
