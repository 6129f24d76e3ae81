// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessbatch.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Ids of parts and changesets that stand before a part.
struct Known
{
    QSet<QString> ids;
    QString openGroup;
};

bool isPart(const Json &part, Known &known)
{
    static const QStringList methods = {u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    const auto id = part[u"id"].toString();
    const auto url = part[u"url"].toString();
    const bool isWhole = part.isObject() && part[u"id"].isString() && part[u"method"].isString()
        && part[u"url"].isString() && methods.contains(part[u"method"].toString().toUpper());
    const auto *body = part.find(u"body");
    const bool isJson = !body || body->isObject() || body->isArray() || body->isNull();
    if (!isWhole || !isJson || known.ids.contains(id) || url.startsWith("/$batch"_L1))
        return false;
    known.ids.insert(id);
    const auto &group = part[u"atomicityGroup"];
    if (!group.isNull() && !group.isString())
        return false;
    const auto name = group.toString();
    if (!name.isEmpty() && name != known.openGroup) {
        if (known.ids.contains(name)) // parts of one changeset must stand together
            return false;
        known.ids.insert(name);
    }
    known.openGroup = name;
    const auto *dependsOn = part.find(u"dependsOn");
    if (!dependsOn || dependsOn->isNull())
        return true;
    return dependsOn->isArray()
        && std::all_of(dependsOn->elements().begin(),
                       dependsOn->elements().end(),
                       [&known](const Json &each) {
                           return each.isString() && known.ids.contains(each.toString());
                       });
}

} // namespace

bool isBatch(const Json &requests)
{
    Known known;
    const auto &parts = requests.elements();
    return requests.isArray() && !parts.empty()
        && std::all_of(parts.begin(), parts.end(), [&known](const Json &part) {
               return isPart(part, known);
           });
}

bool dependsOnRefused(const Json &requests,
                      const Json &part,
                      const std::vector<std::pair<QString, int>> &answered)
{
    constexpr int firstRefusal = 400;
    const auto wanted = part[u"dependsOn"].toStringList();
    for (size_t i = 0; i < answered.size(); ++i) {
        const auto group = requests.elements()[i][u"atomicityGroup"].toString();
        const bool isWanted =
            wanted.contains(answered[i].first) || (!group.isEmpty() && wanted.contains(group));
        if (isWanted && answered[i].second >= firstRefusal)
            return true;
    }
    return false;
}

} // namespace tokentrail::cap
