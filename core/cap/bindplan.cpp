// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/bindplan.h"

#include "core/cap/envmask.h"
#include "core/cap/say.h"
#include "core/text/diff.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Result<EffectiveEnv>
hybridEnv(const QString &folder, const QString &home, const Environment &environment)
{
    const auto own = cdsVersionOf(folder);
    return effectiveEnv(
        {folder, home, environment, {u"--profile"_s, u"hybrid"_s}, own == 0 || own >= 10 ? 10 : 9});
}

QString kindIn(const Result<EffectiveEnv> &env)
{
    const auto kind = env ? env->value(u"requires.auth.kind"_s) : std::nullopt;
    return kind ? kind->toString() : QString();
}

// The instance that authentication stands on; null where none of the services does that.
const ServiceToBind *authIn(const std::vector<ServiceToBind> &services)
{
    const auto found = std::find_if(services.begin(), services.end(), [](const auto &service) {
        return requiredNameOf(service) == "auth"_L1;
    });
    return found == services.end() ? nullptr : &*found;
}

// Why authentication does not stand on this instance; empty: it does.
QString obstacleIn(const EffectiveEnv &env, const ServiceToBind &auth)
{
    const auto path = u"requires.auth.credentials.clientid"_s;
    const auto node = findPath(env.root, path);
    if (!node)
        return say(u"bind.no-credentials");
    if (node->toJson() == auth.credentials()[u"clientid"])
        return {};
    auto origin = node->origin();
    // A variable may itself stand in default-env.json.
    const auto *services = env.environment.find(u"VCAP_SERVICES");
    if (services && services->origin.source >= 0 && env.sourceName(origin).endsWith(services->name))
        origin = services->origin;
    const auto place = env.place(origin);
    auto where = env.sourceName(origin);
    if (place && place->line > 0)
        where = say(u"bind.place", {{u"file", where}, {u"line", place->line}});
    return say(u"bind.stronger", {{u"place", where}});
}

// git would be asked about the link, and not about its target.
Result<void> refuseLink(const QString &path)
{
    if (QFileInfo(path).isSymLink())
        return Error{ErrorCode::Unsupported, say(u"bind.link-file"), Place{path}};
    return {};
}

} // namespace

QString shellWord(const QString &word)
{
    const bool isPlain = std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || u"/._-+:"_s.contains(c);
    });
    return isPlain ? word : u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

QString BindPlan::diff() const
{
    return QString::fromUtf8(text::unifiedDiff(maskedConfigText(before.content, {}),
                                               maskedConfigText(after, before.content),
                                               fileNameOf(place)));
}

Result<BindPlan>
planBinding(const QString &folder, BindingPlace place, const std::vector<ServiceToBind> &services)
{
    const QDir dir(folder);
    if (!dir.exists(u"package.json"_s))
        return Error{ErrorCode::InvalidInput, say(u"bind.no-project", {{u"folder", folder}})};
    BindPlan plan;
    plan.folder = folder;
    plan.place = place;
    plan.services = services;
    const auto path = dir.absoluteFilePath(fileNameOf(place));
    if (const auto refused = refuseLink(path); !refused)
        return refused.error();
    auto before = text::readForEdit(path);
    if (!before)
        return before.error();
    plan.before = *std::move(before);
    const auto kind = kindIn(hybridEnv(folder, QDir::homePath(), {}));
    auto after = withBindings(plan.before.content, place, services, kind);
    if (!after)
        return after.error();
    plan.after = *std::move(after);
    plan.git = gitStateOf(folder, fileNameOf(place));
    return plan;
}

Result<void> carryOut(const BindPlan &plan, bool evenIfTracked)
{
    const auto name = fileNameOf(plan.place);
    if (auto refused = refuseLink(plan.before.path); !refused) // it may have come meanwhile
        return refused;
    switch (gitStateOf(plan.folder, name)) {
    case GitState::Visible:
        return Error{ErrorCode::Conflict, say(u"bind.not-ignored", {{u"file", name}})};
    case GitState::Tracked:
        if (!evenIfTracked)
            return Error{ErrorCode::Conflict, say(u"bind.tracked", {{u"file", name}})};
        break;
    case GitState::NoRepository:
    case GitState::Ignored:
        break;
    }
    // The new file takes the permissions of the one that it replaces: nobody else may read either.
    const auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (plan.before.existed && !QFile::setPermissions(plan.before.path, onlyOwner))
        return Error{ErrorCode::Io, say(u"bind.permissions"), Place{plan.before.path}};
    return text::writeEdited(plan.before, plan.after, onlyOwner);
}

BindingEffect effectOf(const BindPlan &plan,
                       const QString &home,
                       const Environment &environment,
                       const QString &caFile)
{
    BindingEffect effect;
    auto env = hybridEnv(plan.folder, home, environment);
    const auto *auth = authIn(plan.services);
    if (env && auth && !kindFits(kindIn(env), *auth)) {
        effect.variables.push_back({u"CDS_REQUIRES_AUTH_KIND"_s, kindFor(*auth)});
        auto asked = environment;
        asked.set(effect.variables[0].name, effect.variables[0].value);
        env = hybridEnv(plan.folder, home, asked);
    }
    effect.obstacle = !env ? env.error().toString() : auth ? obstacleIn(*env, *auth) : QString();
    effect.isEffective = effect.obstacle.isEmpty();
    if (!caFile.isEmpty())
        effect.variables.push_back({u"NODE_EXTRA_CA_CERTS"_s, caFile});
    for (const auto &variable : effect.variables)
        effect.command += variable.name + u'=' + shellWord(variable.value) + u' ';
    effect.command += u"cds watch --profile hybrid"_s;
    return effect;
}

} // namespace tokentrail::cap
