// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitignore.h"
#include "core/cap/lint/report.h"

#include <QDir>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

void checkFilesCanBeRead(Report &report)
{
    const auto &project = report.project();
    for (const auto &name : {u"package.json"_s, u".cdsrc.json"_s, u".cdsrc-private.json"_s}) {
        Error problem;
        if (project.json(name, &problem) || !project.exists(name) || problem.sentence.isEmpty())
            continue;
        const bool skipped = name == ".cdsrc-private.json"_L1;
        report.add({u"config-file-broken"_s,
                    problem.place.value_or(Place{name}),
                    u"%1 %2"_s.arg(problem.sentence,
                                   skipped ? u"cds skips the whole file."_s : u"cds stops."_s),
                    u"cds wants strict JSON: no comments, no comma after the last entry, UTF-8 "
                    "without a byte order mark."_s});
    }
    for (const auto &profile : {u"development"_s, u"production"_s}) {
        const auto *env = project.env(profile);
        for (const auto &problem : env ? env->problems : std::vector<Error>()) {
            const auto file = problem.place ? project.relative(problem.place->file) : QString();
            if (file.endsWith(".js"_L1))
                project.note(problem.sentence); // where JavaScript would have to run
        }
    }
    if (project.envError() && project.envError()->place) {
        auto place = *project.envError()->place;
        place.file = QDir::isAbsolutePath(place.file) ? project.relative(place.file) : place.file;
        if (project.exists(place.file) && place.file != "package.json"_L1
            && place.file != ".cdsrc.json"_L1 && place.file != "default-env.json"_L1)
            report.add({u"config-file-broken"_s, place, project.envError()->sentence, {}});
    }
}

void checkNames(Report &report)
{
    for (const auto &name : {u".cdsrc.yml"_s, u".cdsrc.mjs"_s, u".cdsrc.cjs"_s, u".cdsrc"_s}) {
        if (!report.project().exists(name))
            continue;
        report.add({u"config-file-not-read"_s,
                    {name, 1, 1},
                    u"cds does not read %1; nothing in it counts."_s.arg(name),
                    u"Call it .cdsrc.yaml, .cdsrc.json or .cdsrc.js."_s});
    }
}

// CDS_REQUIRES_AUTH_LOGIN_REQUIRED means login.required, not login_required.
void checkVariables(Report &report)
{
    static const QStringList split = {u"login_required"_s, u"restrict_all_services"_s};
    const auto *env = report.project().env(u"development"_s);
    const auto auth = env ? findPath(env->root, u"requires.auth"_s) : nullptr;
    if (!auth)
        return;
    for (const auto &name : split) {
        const auto first = name.section(u'_', 0, 0);
        const auto node = findPath(auth, QString(name).replace(u'_', u'.'));
        if (!node)
            continue;
        auto place = env->place(node->origin()).value_or(Place{});
        place.file = place.file.isEmpty() ? QString() : report.project().relative(place.file);
        report.add({u"config-variable-splits"_s,
                    place,
                    u"A variable sets requires.auth.%1 where %2 was meant: one underscore begins "
                    "a new member."_s.arg(QString(name).replace(u'_', u'.'), name),
                    u"Write two underscores: cds_requires_auth_%1."_s.arg(
                        QString(name).replace(u'_', "__"_L1))});
    }
}

// A folder with a .gitignore and no repository (yet) is judged as the root of one.
bool isSafeFromGit(const Project &project, const QString &name)
{
    const auto &folder = project.input().projectDir;
    switch (gitStateOf(folder, name)) {
    case GitState::Ignored:
        return true;
    case GitState::Visible:
    case GitState::Tracked:
        return false;
    case GitState::NoRepository:
        return !project.exists(u".gitignore"_s) || isIgnoredBelow(folder, name);
    }
    return false;
}

void checkSecretFiles(Report &report)
{
    const auto &project = report.project();
    for (const auto &name : {u"default-env.json"_s, u".cdsrc-private.json"_s}) {
        const auto *text = project.text(name);
        if (!text || !text->contains("secret") || isSafeFromGit(project, name))
            continue;
        if (gitStateOf(project.input().projectDir, name) == GitState::Tracked) {
            report.add({u"secrets-not-ignored"_s,
                        {name, 1, 1},
                        u"%1 holds credentials, and git has it already."_s.arg(name),
                        u"Take it out with git rm --cached %1; a key that was pushed must be "
                        "renewed."_s.arg(name)});
            continue;
        }
        const auto *ignore = project.text(u".gitignore"_s);
        const auto size = ignore ? ignore->size() : 0;
        const QByteArray line =
            (size == 0 || ignore->endsWith('\n') ? "" : "\n") + name.toUtf8() + '\n';
        const Draft draft{
            u"secrets-not-ignored"_s,
            {ignore ? u".gitignore"_s : name, 1, 1},
            u"%1 holds credentials, and .gitignore does not name it."_s.arg(name),
            u"Add the line %1 to .gitignore; a key that was pushed must be renewed."_s.arg(name)};
        if (ignore)
            report.add(draft, size, size, line);
        else
            report.add(draft);
    }
}

void checkForwarding(Report &report)
{
    for (const auto &config : report.project().configs()) {
        visit(*config.config, {u"requires"_s}, [&](const Json &services, const QString &) {
            for (const auto &service : services.members()) {
                const auto &credentials = service.value[u"credentials"];
                const auto *forward = credentials.find(u"forwardAuthToken");
                if (!forward || !credentials[u"destination"].isString())
                    continue;
                report.add(
                    {u"forward-auth-token-without-effect"_s,
                     report.placeIn(config.name, *forward),
                     u"forwardAuthToken does nothing here, since %1 names a destination (%2): the "
                     "destination's own authentication type decides who is logged in."_s.arg(
                         service.name, credentials[u"destination"].toString()),
                     u"Take it out; give the destination an authentication type that carries the "
                     "user (PrincipalPropagation, OAuth2UserTokenExchange, OAuth2JWTBearer), or "
                     "the property HTML5.ForwardAuthToken."_s});
            }
        });
    }
}

} // namespace

void checkConfiguration(Report &report)
{
    checkFilesCanBeRead(report);
    checkNames(report);
    checkVariables(report);
    checkSecretFiles(report);
    checkForwarding(report);
}

} // namespace tokentrail::cap::lint
