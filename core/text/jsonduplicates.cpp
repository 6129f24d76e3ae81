// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"
#include "core/text/say.h"

#include <QSet>

#include <algorithm>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

// Indices of members whose name stood before; small objects, the usual ones, without a set.
std::vector<size_t> repeatedMembers(const Json::Members &members)
{
    constexpr size_t few = 24;
    std::vector<size_t> repeated;
    QSet<QString> seen;
    for (size_t i = 0; i < members.size(); ++i) {
        const auto &name = members[i].name;
        const auto end = members.begin() + qsizetype(i);
        const bool twice = members.size() <= few
            ? std::any_of(members.begin(),
                          end,
                          [&name](const Json::Member &other) { return other.name == name; })
            : seen.contains(name);
        if (twice)
            repeated.push_back(i);
        if (members.size() > few)
            seen.insert(name);
    }
    return repeated;
}

void collectDuplicates(const QByteArray &source,
                       const Json &value,
                       const QString &file,
                       std::vector<Error> &found)
{
    if (!value.isObject() && !value.isArray())
        return;
    for (const auto &element : value.elements())
        collectDuplicates(source, element, file, found);
    const auto &members = value.members();
    auto repeated = repeatedMembers(members);
    auto next = repeated.begin();
    for (size_t i = 0; i < members.size(); ++i) {
        if (next != repeated.end() && *next == i) {
            ++next;
            found.push_back({ErrorCode::InvalidInput,
                             say(u"json.twice", {{u"name", members[i].name}}),
                             placeOf(source, members[i].nameSpan.begin, file)});
        }
        collectDuplicates(source, members[i].value, file, found);
    }
}

} // namespace

std::vector<Error> duplicateNames(const QByteArray &source, const Json &value, const QString &file)
{
    std::vector<Error> found;
    collectDuplicates(source, value, file, found);
    return found;
}

} // namespace tokentrail::text
