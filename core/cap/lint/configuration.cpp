// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitignore.h"
#include "core/cap/lint/report.h"
#include "core/cap/say.h"

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
                    QString(problem.sentence + u' '
                            + say(skipped ? u"word.file-skipped" : u"word.cds-stops")),
                    say(u"advice.config-file-broken")});
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
                    say(u"lint.config-file-not-read", {{u"file", name}}),
                    say(u"advice.config-file-not-read")});
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
                    say(u"lint.config-variable-splits",
                        {{u"path", QString(name).replace(u'_', u'.')}, {u"name", name}}),
                    say(u"advice.config-variable-splits",
                        {{u"name", QString(name).replace(u'_', "__"_L1)}})});
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
                        say(u"lint.secrets-tracked", {{u"file", name}}),
                        say(u"advice.secrets-tracked", {{u"file", name}}),
                        {},
                        u"git rm --cached %1"_s.arg(name)});
            continue;
        }
        const auto *ignore = project.text(u".gitignore"_s);
        const auto size = ignore ? ignore->size() : 0;
        const QByteArray line =
            (size == 0 || ignore->endsWith('\n') ? "" : "\n") + name.toUtf8() + '\n';
        const Draft draft{u"secrets-not-ignored"_s,
                          {ignore ? u".gitignore"_s : name, 1, 1},
                          say(u"lint.secrets-not-ignored", {{u"file", name}}),
                          say(u"advice.secrets-not-ignored", {{u"file", name}})};
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
                report.add({u"forward-auth-token-without-effect"_s,
                            report.placeIn(config.name, *forward),
                            say(u"lint.forward-auth-token",
                                {{u"service", service.name},
                                 {u"destination", credentials[u"destination"].toString()}}),
                            say(u"advice.forward-auth-token")});
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
