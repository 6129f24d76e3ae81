// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envcompare.h"

#include "core/cap/say.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool isOfMachine(const QString &path)
{
    return path.startsWith(u'_') || path == "plugins"_L1; // _home, _sources, _profiles, …
}

void compare(const Json &ours,
             const Json &theirs,
             const QString &path,
             std::vector<EnvDifference> &found)
{
    if (!ours.isObject() || !theirs.isObject()) {
        if (!(ours == theirs))
            found.push_back({path, ours, theirs});
        return;
    }
    const auto below = [&path](const QString &name) {
        return path.isEmpty() ? name : QString(path + u'.' + name);
    };
    for (const auto &member : ours.members()) {
        const auto inner = below(member.name);
        if (isOfMachine(inner))
            continue;
        if (const auto *other = theirs.find(member.name))
            compare(member.value, *other, inner, found);
        else
            found.push_back({inner, member.value, std::nullopt});
    }
    for (const auto &member : theirs.members()) {
        const auto inner = below(member.name);
        if (!isOfMachine(inner) && !ours.contains(member.name))
            found.push_back({inner, std::nullopt, member.value});
    }
}

} // namespace

std::vector<EnvDifference> compareEnv(const Json &ours, const Json &theirs)
{
    std::vector<EnvDifference> found;
    compare(ours, theirs, {}, found);
    return found;
}

Result<Json> readCdsEnvOutput(const QByteArray &printed)
{
    for (auto at = printed.indexOf('{'); at >= 0; at = printed.indexOf("\n{", at + 1)) {
        auto parsed = text::parseJson(printed.sliced(printed[at] == '\n' ? at + 1 : at));
        if (parsed)
            return parsed;
    }
    return Error{ErrorCode::InvalidInput, say(u"owncds.nothing")};
}

} // namespace tokentrail::cap
