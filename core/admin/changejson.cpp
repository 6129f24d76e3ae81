// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/words.h"

#include <array>

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using text::Json;
using Kind = Change::Kind;

namespace {

constexpr std::array names{std::pair(Kind::CreateRole, "create-role"),
                           std::pair(Kind::DeleteRole, "delete-role"),
                           std::pair(Kind::CreateCollection, "create-collection"),
                           std::pair(Kind::DescribeCollection, "describe-collection"),
                           std::pair(Kind::DeleteCollection, "delete-collection"),
                           std::pair(Kind::AddRole, "add-role"),
                           std::pair(Kind::RemoveRole, "remove-role"),
                           std::pair(Kind::AssignUser, "assign-user"),
                           std::pair(Kind::UnassignUser, "unassign-user"),
                           std::pair(Kind::AssignGroup, "assign-group"),
                           std::pair(Kind::UnassignGroup, "unassign-group")};

Json userJson(const UserName &user)
{
    return Json::object({{u"username"_s, user.name}, {u"origin"_s, user.origin}});
}

UserName userFrom(const Json &json)
{
    return {json[u"username"].toString(),
            json[u"origin"].toString(QString::fromLatin1(xsuaa::defaultOrigin))};
}

} // namespace

Json toJson(const Change &change)
{
    auto json = Json::object();
    for (const auto &[kind, name] : names) {
        if (kind == change.kind)
            json.set(u"change"_s, QString::fromLatin1(name));
    }
    json.set(u"sentence"_s, sentenceOf(change));
    switch (change.kind) {
    case Kind::CreateRole:
    case Kind::DeleteRole:
        json.set(u"role"_s, xsuaa::toJson(change.role));
        return json;
    case Kind::DescribeCollection:
        json.set(u"descriptionBefore"_s, change.descriptionBefore);
        [[fallthrough]];
    case Kind::CreateCollection:
        json.set(u"description"_s, change.description);
        break;
    case Kind::DeleteCollection: {
        auto users = Json::array();
        for (const auto &user : change.lostUsers)
            users.append(userJson(user));
        json.set(u"lost"_s, xsuaa::toJson(change.lost));
        json.set(u"lostUsers"_s, users);
        break;
    }
    case Kind::AddRole:
    case Kind::RemoveRole:
        json.set(u"role"_s,
                 Json::object({{u"roleTemplateAppId"_s, change.reference.appId},
                               {u"roleTemplateName"_s, change.reference.templateName},
                               {u"name"_s, change.reference.roleName}}));
        break;
    case Kind::AssignUser:
    case Kind::UnassignUser:
        json.set(u"user"_s, userJson(change.user));
        break;
    case Kind::AssignGroup:
    case Kind::UnassignGroup:
        json.set(u"group"_s,
                 Json::object({{u"idpId"_s, change.group.origin},
                               {u"attributeName"_s, change.group.attributeName},
                               {u"attributeValue"_s, change.group.attributeValue}}));
        break;
    }
    json.set(u"roleCollection"_s, change.collection);
    return json;
}

Result<Change> changeFromJson(const Json &json)
{
    Change change;
    const auto name = json[u"change"].toString();
    const auto *found = std::find_if(names.begin(), names.end(), [&](const auto &entry) {
        return name == QLatin1StringView(entry.second);
    });
    if (found == names.end())
        return Error{ErrorCode::InvalidInput, Words::tr("“%1” is no change.").arg(name)};
    change.kind = found->first;
    change.collection = json[u"roleCollection"].toString();
    change.description = json[u"description"].toString();
    change.descriptionBefore = json[u"descriptionBefore"].toString();
    change.user = userFrom(json[u"user"]);
    const auto &group = json[u"group"];
    change.group = {group[u"idpId"].toString(QString::fromLatin1(xsuaa::defaultOrigin)),
                    group[u"attributeName"].toString(u"Groups"_s),
                    group[u"attributeValue"].toString()};
    const auto &role = json[u"role"];
    change.reference = {role[u"roleTemplateAppId"].toString(),
                        role[u"roleTemplateName"].toString(),
                        role[u"name"].toString()};
    if (change.kind == Kind::CreateRole || change.kind == Kind::DeleteRole) {
        const auto read = xsuaa::roleFromJson(role);
        if (!read)
            return read.error();
        change.role = *read;
    }
    if (change.kind == Kind::DeleteCollection) {
        const auto lost = xsuaa::roleCollectionFromJson(json[u"lost"]);
        if (!lost)
            return lost.error();
        change.lost = *lost;
        for (const auto &user : json[u"lostUsers"].elements())
            change.lostUsers.append(userFrom(user));
    }
    return change;
}

} // namespace tokentrail::admin
