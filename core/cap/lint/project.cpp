// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/project.h"

#include "core/cap/say.h"
#include "core/text/yaml.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;
constexpr qint64 largestModel = 200 * 1024 * 1024;
constexpr int mostFiles = 5000;

bool isSkipped(const QString &folder)
{
    return folder == "node_modules"_L1 || folder == "gen"_L1 || folder == ".git"_L1;
}

} // namespace

Project::Project(LintInput input)
    : m_input(std::move(input))
{
    m_input.projectDir = QDir(m_input.projectDir).absolutePath();
    const auto own = cdsVersionOf(m_input.projectDir);
    m_cdsVersion = m_input.cdsVersion != 0 ? m_input.cdsVersion : own == 0 || own >= 10 ? 10 : 9;
    if (m_input.cdsVersion == 0 && own > 0 && own < 9)
        note(say(u"note.rules-of-nine", {{u"version", own}}));
    readConfigs();
    readEnvs();
    readModel();
}

void Project::note(const QString &sentence) const
{
    if (!m_notes.contains(sentence))
        m_notes << sentence;
}

QString Project::path(const QString &name) const
{
    return QDir(m_input.projectDir).filePath(name);
}

QString Project::relative(const QString &file) const
{
    return QDir(m_input.projectDir).relativeFilePath(file);
}

bool Project::exists(const QString &name) const
{
    return QFileInfo(path(name)).isFile();
}

const QByteArray *Project::text(const QString &name) const
{
    const auto known = m_texts.find(name);
    if (known != m_texts.end())
        return known->second ? &*known->second : nullptr;
    auto &text = m_texts[name];
    const QFileInfo info(path(name));
    if (!info.isFile())
        return nullptr;
    const auto real = info.canonicalFilePath();
    const auto root = QFileInfo(m_input.projectDir).canonicalFilePath();
    QFile file(real);
    if (!real.startsWith(root + u'/'))
        note(say(u"note.link-outside", {{u"file", name}}));
    else if (info.size() > largestFile)
        note(say(u"note.too-large", {{u"file", name}}));
    else if (!file.open(QIODevice::ReadOnly))
        note(say(u"note.unreadable", {{u"file", name}, {u"why", file.errorString()}}));
    else
        text = file.readAll();
    return text ? &*text : nullptr;
}

const Json *Project::json(const QString &name, Error *problem) const
{
    const auto *source = text(name);
    if (!source)
        return nullptr;
    auto known = m_jsons.find(name);
    if (known == m_jsons.end())
        known = m_jsons.emplace(name, text::parseJson(*source, name)).first;
    if (known->second)
        return &*known->second;
    if (problem)
        *problem = known->second.error();
    return nullptr;
}

QStringList Project::filesBelow(const QString &folder, const QStringList &endings) const
{
    QStringList found;
    QStringList open = {folder};
    int looked = 0;
    while (!open.isEmpty()) {
        const auto current = open.takeFirst();
        const QDir dir(path(current));
        const auto entries = dir.entryInfoList(
            QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
        for (const auto &entry : entries) {
            if (++looked > mostFiles) {
                note(say(u"note.first-files", {{u"count", mostFiles}, {u"folder", folder}}));
                return found;
            }
            const auto name = relative(entry.filePath());
            if (entry.isDir() && !isSkipped(entry.fileName()))
                open << name;
            else if (entry.isFile() && endings.contains(entry.suffix()))
                found << name;
        }
    }
    return found;
}

void Project::readConfigs()
{
    const auto add = [this](const QString &name, const Json *document, bool mustWrap) {
        if (!document || !document->isObject())
            return;
        const auto *inner = document->find(u"cds");
        if (inner && inner->isObject())
            m_configs.push_back({name, inner});
        else if (!mustWrap)
            m_configs.push_back({name, document});
    };
    if (const auto *yaml = text(u".cdsrc.yaml"_s)) {
        if (auto parsed = text::parseYaml(*yaml, u".cdsrc.yaml"_s)) {
            const auto kept = m_yamls.emplace(u".cdsrc.yaml"_s, *std::move(parsed)).first;
            add(kept->first, &kept->second, false);
        }
    }
    add(u".cdsrc.json"_s, json(u".cdsrc.json"_s), false);
    add(u"package.json"_s, json(u"package.json"_s), true);
    add(u".cdsrc-private.json"_s, json(u".cdsrc-private.json"_s), false);
}

void Project::readEnvs()
{
    const QList<std::pair<QString, QStringList>> modes = {
        {u"development"_s, {}},
        {u"hybrid"_s, {u"--profile"_s, u"hybrid"_s}},
        {u"production"_s, {u"--production"_s}}};
    for (const auto &[profile, arguments] : modes) {
        auto env = effectiveEnv(
            {m_input.projectDir, m_input.home, m_input.environment, arguments, m_cdsVersion});
        if (env)
            m_envs.emplace(profile, *std::move(env));
        else if (!m_envError)
            m_envError = env.error();
    }
}

void Project::readModel()
{
    auto names = modelFiles();
    if (!m_input.csnFile.isEmpty())
        names = {relative(QFileInfo(m_input.csnFile).absoluteFilePath())};
    for (const auto &name : std::as_const(names)) {
        QFile file(path(name));
        if (!file.exists())
            continue;
        if (file.size() > largestModel || !file.open(QIODevice::ReadOnly)) {
            note(say(u"note.model-unreadable", {{u"file", name}}));
            return;
        }
        m_csnName = name;
        m_csnText = file.readAll();
        auto csn = Csn::read(m_csnText, name);
        if (csn)
            m_csn.emplace(*std::move(csn));
        else
            note(csn.error().toString());
        break;
    }
    if (m_csnName.isEmpty())
        return note(say(u"note.no-model"));
    const auto compiled = QFileInfo(path(m_csnName)).lastModified();
    for (const auto *folder : {"db", "srv", "app"}) {
        for (const auto &source : filesBelow(QString::fromLatin1(folder), {u"cds"_s})) {
            if (QFileInfo(path(source)).lastModified() > compiled)
                return note(say(u"note.model-older", {{u"source", source}, {u"model", m_csnName}}));
        }
    }
}

const EffectiveEnv *Project::env(const QString &profile) const
{
    const auto found = m_envs.find(profile);
    return found == m_envs.end() ? nullptr : &found->second;
}

int Project::versionOf(const QString &package) const
{
    static const QRegularExpression digits(u"\\d+"_s);
    const auto major = [](const QString &version) {
        return digits.match(version).captured().toInt();
    };
    for (QDir dir(m_input.projectDir);;) {
        QFile file(dir.filePath("node_modules/"_L1 + package + "/package.json"_L1));
        if (file.size() < largestFile && file.open(QIODevice::ReadOnly)) {
            const auto installed = text::parseJson(file.readAll());
            if (installed && major((*installed)[u"version"].toString()) > 0)
                return major((*installed)[u"version"].toString());
        }
        if (!dir.cdUp())
            break;
    }
    const auto *own = json(u"package.json"_s);
    for (const auto *list : {u"dependencies", u"devDependencies", u"peerDependencies"}) {
        if (const auto asked = own ? major((*own)[QStringView(list)][package].toString()) : 0)
            return asked;
    }
    return 0;
}

bool Project::dependsOn(const QString &package, bool alsoForDevelopment) const
{
    const auto *own = json(u"package.json"_s);
    if (!own)
        return false;
    return (*own)[u"dependencies"].contains(package)
        || (*own)[u"optionalDependencies"].contains(package)
        || (*own)[u"peerDependencies"].contains(package)
        || (alsoForDevelopment && (*own)[u"devDependencies"].contains(package));
}

namespace {

void visitFrom(const Json &value,
               const QStringList &path,
               const QString &profile,
               const Visit &found,
               int depth)
{
    if (depth > 24)
        return;
    if (path.isEmpty())
        found(value, profile);
    for (const auto &member : value.members()) {
        if (member.name.startsWith(u'['))
            visitFrom(member.value,
                      path,
                      member.name.mid(1, std::max<qsizetype>(0, member.name.size() - 2)),
                      found,
                      depth + 1);
        else if (!path.isEmpty() && member.name == path.constFirst())
            visitFrom(member.value, path.sliced(1), profile, found, depth + 1);
    }
}

} // namespace

void visit(const Json &config, const QStringList &path, const Visit &found)
{
    visitFrom(config, path, {}, found, 0);
}

} // namespace tokentrail::cap::lint
