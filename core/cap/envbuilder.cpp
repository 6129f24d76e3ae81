// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envbuilder.h"

#include "core/cap/bindings.h"
#include "core/cap/presets.h"
#include "core/cap/profiles.h"
#include "core/cap/say.h"

#include <QDir>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Files may be wrapped in a member "cds".
const Json &unwrapped(const Json &json)
{
    const auto &inner = json[u"cds"];
    return EnvNode::fromJson(inner, -1)->isTruthy() ? inner : json;
}

// package.json must be wrapped; its "extends" counts, too.
Json packageConfig(const Json &package)
{
    auto config = package[u"cds"];
    const auto &extends = package[u"extends"];
    if (EnvNode::fromJson(extends, -1)->isTruthy())
        config.set(u"extends"_s, extends);
    return config;
}

} // namespace

EnvBuilder::EnvBuilder(const EnvInput &input, EffectiveEnv &env)
    : m_input(input)
    , m_env(env)
    , m_files(env, input.projectDir)
    , m_merger({}, input.cdsVersion)
{
    m_env.environment = input.environment;
    if (input.commandLine)
        applyCommandLine(input.arguments, m_env.environment);
    m_production = m_env.environment.value(u"NODE_ENV") == "production"_L1;
}

Result<void> EnvBuilder::run()
{
    using Step = Result<void> (EnvBuilder::*)();
    for (const Step step : {&EnvBuilder::findProfiles,
                            &EnvBuilder::readFiles,
                            &EnvBuilder::addProcessEnvironment,
                            &EnvBuilder::complete,
                            &EnvBuilder::bind}) {
        if (auto done = (this->*step)(); !done)
            return done;
        if (m_stop)
            return *m_stop;
        if (m_merger.broken())
            return Error{
                ErrorCode::InvalidInput, say(u"env.profile-null"), m_env.place(*m_merger.broken())};
    }
    return {};
}

QString EnvBuilder::path(const QString &name) const
{
    return QDir(m_input.projectDir).filePath(name);
}

Result<QStringList> EnvBuilder::staticProfiles()
{
    for (const auto &name : {u"package.json"_s, u".cdsrc.json"_s}) {
        if (!EnvFiles::exists(path(name)))
            continue;
        const auto parsed = m_files.required(path(name));
        if (!parsed)
            return parsed.error();
        if (parsed->isNull())
            return Error{ErrorCode::InvalidInput, say(u"env.file-null"), Place{path(name), 1, 1}};
        const auto &config = name == "package.json"_L1 ? (*parsed)[u"cds"] : unwrapped(*parsed);
        const auto profiles = EnvNode::fromJson(config[u"profiles"], -1);
        if (profiles->isString()) { // spread into its letters, as JavaScript does
            QStringList letters;
            for (const auto letter : profiles->string())
                letters << QString(letter);
            return letters;
        }
        if (profiles->isTruthy())
            return config[u"profiles"].toStringList();
        if (const auto profile = config[u"profile"].toString(); !profile.isEmpty())
            return QStringList{profile};
    }
    return QStringList();
}

Result<void> EnvBuilder::findProfiles()
{
    const auto fixed = staticProfiles();
    if (!fixed)
        return fixed.error();
    m_env.profiles =
        activeProfiles(m_env.environment, *fixed, EnvFiles::exists(path(u"pom.xml"_s)));
    m_merger = EnvMerger(m_env.profiles, m_input.cdsVersion, m_env.root);
    return {};
}

void EnvBuilder::add(const EnvNodePtr &config, int source, EnvMerger::Blocks blocks)
{
    if (!config->isTruthy())
        return;
    if (source >= 0)
        m_env.loaded.push_back(source);
    const auto services = config->find(u"requires");
    if (services && services->isString() && services->isTruthy() && !m_stop)
        m_stop = Error{
            ErrorCode::InvalidInput, say(u"env.requires-text"), m_env.place(services->origin())};
    if (services && services->isObject()) {
        const auto members = services->members();
        for (const auto &member : members) { // requires.x = "kind" means requires.x.kind = "kind"
            if (!member.value->isString())
                continue;
            auto entry = EnvNode::object(member.value->origin());
            entry->set(u"kind"_s, member.value);
            services->set(member.name, entry);
        }
    }
    m_merger.merge(m_env.root, config, blocks);
}

void EnvBuilder::addContent(const EnvFiles::Content &content, const Json &json)
{
    if (content)
        add(EnvNode::fromJson(json, content.source), content.source, EnvMerger::Blocks::Resolve);
}

Result<void> EnvBuilder::readFolder(const QString &folder, const QString &shown, bool plugin)
{
    const auto file = [&](QLatin1StringView name) -> QString {
        return folder + u'/' + name;
    };
    const auto label = [&](QLatin1StringView name) -> QString {
        return shown + name;
    };
    std::optional<Error> fatal;
    const auto yaml = m_files.yaml(file(".cdsrc.yaml"_L1), label(".cdsrc.yaml"_L1), fatal);
    if (fatal)
        return *fatal;
    addContent(yaml, unwrapped(yaml.json));
    const auto json = m_files.json(file(".cdsrc.json"_L1), label(".cdsrc.json"_L1));
    addContent(json, unwrapped(json.json));
    const auto script = m_files.javascript(file(".cdsrc.js"_L1), label(".cdsrc.js"_L1));
    addContent(script, unwrapped(script.json));
    const auto package = m_files.json(file("package.json"_L1), label("package.json"_L1));
    addContent(package, plugin ? package.json[u"cds"] : packageConfig(package.json));
    return {};
}

void EnvBuilder::readHome()
{
    const auto own = m_env.environment.value(u"CDS_USER_HOME");
    const auto home = own.isEmpty() ? m_input.home : own;
    if (home.isEmpty())
        return;
    const QDir project(m_input.projectDir);
    const auto inside = project.relativeFilePath(home);
    const auto shown = own.isEmpty() ? u"~"_s : inside.startsWith(".."_L1) ? home : inside;
    const QString jsonName = shown + "/.cdsrc.json"_L1;
    const auto json = m_files.json(home + "/.cdsrc.json"_L1, jsonName);
    addContent(json, unwrapped(json.json));
    const QString scriptName = shown + "/.cdsrc.js"_L1;
    const auto script = m_files.javascript(home + "/.cdsrc.js"_L1, scriptName);
    addContent(script, unwrapped(script.json));
}

Result<void> EnvBuilder::readFiles()
{
    const auto defaults = envDefaults(m_input.cdsVersion, production());
    add(defaults.config, m_files.add(u"the defaults of cds"_s, {}, {}), EnvMerger::Blocks::Resolve);

    const auto folders = pluginFolders();
    const bool ownFiori = std::any_of(folders.begin(), folders.end(), [](const QString &folder) {
        return folder.endsWith("/@sap/cds-fiori"_L1);
    });
    if (!ownFiori)
        add(defaults.plugins, m_files.add(u"@sap/cds-fiori"_s, {}, {}), EnvMerger::Blocks::Resolve);
    const QDir project(m_input.projectDir);
    for (const auto &folder : folders) {
        if (auto read = readFolder(folder, project.relativeFilePath(folder) + u'/', true); !read)
            return read;
    }
    readHome();
    if (auto read = readFolder(m_input.projectDir, {}, false); !read)
        return read;
    const auto own = m_files.json(path(u".cdsrc-private.json"_s), u".cdsrc-private.json"_s);
    addContent(own, unwrapped(own.json));
    m_merger.applyImportant();
    return {};
}

QStringList EnvBuilder::pluginFolders() const
{
    const auto text = EnvFiles::read(path(u"package.json"_s));
    const auto package = text ? text::parseJson(*text).value_or(Json()) : Json();
    QStringList names;
    for (const auto &list : {u"dependencies"_s, u"devDependencies"_s}) {
        if (list == "devDependencies"_L1 && production())
            continue;
        for (const auto &member : package[list].members()) {
            if (!names.contains(member.name))
                names << member.name;
        }
    }
    if (m_input.cdsVersion >= 10) {
        for (const auto &first :
             {u"@sap/cds-mtxs"_s, u"@cap-js/sqlite"_s, u"@cap-js/telemetry"_s}) {
            if (names.removeAll(first) > 0)
                names.prepend(first);
        }
    }
    QStringList folders;
    for (const auto &name : names) {
        // As Node looks for modules: here and in every folder above.
        for (QDir dir(m_input.projectDir);;) {
            const auto folder = dir.filePath("node_modules/"_L1 + name);
            if (EnvFiles::exists(folder + "/cds-plugin.js"_L1)) {
                folders << folder;
                break;
            }
            if (!dir.cdUp())
                break;
        }
    }
    return folders;
}

} // namespace tokentrail::cap
