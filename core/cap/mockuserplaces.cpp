// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuserplaces.h"

#include <QFileInfo>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

void findThroughProfiles(const Json &value,
                         const QStringList &rest,
                         const QStringList &path,
                         std::vector<QStringList> &found)
{
    if (rest.isEmpty()) {
        found.push_back(path);
        return;
    }
    if (const auto *next = value.find(rest.first()))
        findThroughProfiles(*next, rest.mid(1), path + QStringList{rest.first()}, found);
    for (const auto &member : value.members()) {
        if (member.name.startsWith(u'[') && member.name != rest.first())
            findThroughProfiles(member.value, rest, path + QStringList{member.name}, found);
    }
}

// How strong a path is: -1 when a profile on its way is off, 0 without profiles.
qsizetype strengthOf(const QStringList &path, const QStringList &profiles, qsizetype position)
{
    qsizetype strength = 0;
    for (const auto &step : path) {
        if (!step.startsWith(u'[') || !step.endsWith(u']'))
            continue;
        auto name = step.sliced(1, step.size() - 2);
        const bool important = name.endsWith(u'!');
        if (important)
            name.chop(1);
        const auto index = profiles.indexOf(name);
        if (index < 0)
            return -1;
        // With production on, the last block in the document wins; else the first profile.
        const auto own =
            profiles.contains("production"_L1) ? position + 1 : profiles.size() - index;
        strength = std::max(strength, important ? own + 10'000 : own);
    }
    return strength;
}

} // namespace

QStringList configRoot(const Json &json, const QString &file)
{
    const bool wrapped = QFileInfo(file).fileName() == "package.json"_L1 || json[u"cds"].isObject();
    return wrapped ? QStringList{u"cds"_s} : QStringList();
}

std::vector<QStringList> configPaths(const Json &json, const QString &file, const QStringList &rest)
{
    const auto root = configRoot(json, file);
    const auto *config = root.isEmpty() ? &json : json.find(root.first());
    std::vector<QStringList> found;
    if (config)
        findThroughProfiles(*config, rest, root, found);
    return found;
}

QStringList strongestPath(const std::vector<QStringList> &paths, const QStringList &profiles)
{
    if (profiles.isEmpty())
        return paths.empty() ? QStringList() : paths.front();
    QStringList strongest;
    qsizetype strength = -1;
    for (size_t i = 0; i < paths.size(); ++i) {
        const auto own = strengthOf(paths[i], profiles, qsizetype(i));
        if (own > strength) {
            strongest = paths[i];
            strength = own;
        }
    }
    return strongest;
}

QStringList mockUserFiles()
{
    return {u".cdsrc-private.json"_s, u"package.json"_s, u".cdsrc.json"_s, u".cdsrc.yaml"_s};
}

} // namespace tokentrail::cap
