// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/env.h"

#include "core/cap/envbuilder.h"
#include "core/cap/say.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

std::optional<Json> EffectiveEnv::value(const QString &path) const
{
    if (path.isEmpty())
        return root->toJson();
    if (path == "process.env"_L1) {
        auto all = Json::object();
        for (const auto &variable : environment.variables())
            all.members().push_back({variable.name, variable.value});
        return all;
    }
    if (path.startsWith("process.env."_L1)) {
        const auto *variable = environment.find(path.sliced(12));
        return variable ? std::optional<Json>(variable->value) : std::nullopt;
    }
    const auto inner = path.startsWith("cds."_L1) ? path.sliced(4) : path;
    if (inner == "profiles"_L1 && !root->find(inner))
        return Json::array(profiles);
    const auto node = findPath(root, inner);
    return node ? std::optional<Json>(node->toJson()) : std::nullopt;
}

std::optional<Place> EffectiveEnv::place(const QString &path) const
{
    const auto node = findPath(root, path.startsWith("cds."_L1) ? path.sliced(4) : path);
    return node ? place(node->origin()) : std::nullopt;
}

std::optional<Place> EffectiveEnv::place(EnvOrigin origin) const
{
    if (origin.source < 0 || origin.source >= int(sources.size()))
        return std::nullopt;
    const auto &source = sources[size_t(origin.source)];
    if (source.file.isEmpty())
        return std::nullopt;
    if (origin.offset < 0)
        return Place{source.file};
    return placeOf(source.text, origin.offset, source.file);
}

QString EffectiveEnv::sourceName(EnvOrigin origin) const
{
    if (origin.source < 0 || origin.source >= int(sources.size()))
        return u"process.env"_s;
    return sources[size_t(origin.source)].name;
}

QStringList EffectiveEnv::loadedNames() const
{
    QStringList names;
    for (const auto source : loaded)
        names << sources[size_t(source)].name;
    return names;
}

Result<EffectiveEnv> effectiveEnv(const EnvInput &input)
{
    if (!QFileInfo(input.projectDir).isDir())
        return Error{ErrorCode::NotFound, say(u"env.no-folder", {{u"folder", input.projectDir}})};
    EffectiveEnv env;
    env.projectDir = input.projectDir;
    env.root = EnvNode::object();
    EnvBuilder builder(input, env);
    if (auto built = builder.run(); !built)
        return built.error();
    return env;
}

namespace {

int leadingNumber(const QString &version)
{
    static const QRegularExpression digits(u"\\d+"_s);
    return digits.match(version).captured().toInt();
}

// The newest major version that one of the ranges of npm (semver) admits; 0: there is no limit.
int newestMajor(const QString &ranges)
{
    int newest = 0;
    for (const auto &range : ranges.split(u"||"_s)) {
        int limit = 0;
        for (const auto &part : range.split(u' ', Qt::SkipEmptyParts)) {
            if (part.startsWith(u'>'))
                continue;
            const bool excluded = part.startsWith(u'<') && !part.startsWith("<="_L1);
            limit = std::max(limit, leadingNumber(part) - (excluded ? 1 : 0));
        }
        if (limit == 0)
            return 0;
        newest = std::max(newest, limit);
    }
    return newest;
}

} // namespace

int cdsVersionOf(const QString &projectDir)
{
    const auto read = [](const QString &file) {
        const auto text = EnvFiles::read(file);
        return text ? text::parseJson(*text).value_or(Json()) : Json();
    };
    for (QDir dir(projectDir);;) {
        const auto file = dir.filePath(u"node_modules/@sap/cds/package.json"_s);
        if (const auto version = leadingNumber(read(file)[u"version"].toString()))
            return version;
        if (!dir.cdUp())
            break;
    }
    const auto package = read(QDir(projectDir).filePath(u"package.json"_s));
    for (const auto *list : {u"dependencies", u"devDependencies", u"peerDependencies"}) {
        const auto &asked = package[QStringView(list)][u"@sap/cds"];
        if (asked.isString())
            return newestMajor(asked.toString());
    }
    return 0;
}

} // namespace tokentrail::cap
