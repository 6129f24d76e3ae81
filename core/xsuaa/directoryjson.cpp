// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/descriptorreader.h"
#include "core/xsuaa/directory.h"

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json attributesToJson(const QMap<QString, QStringList> &attributes)
{
    auto json = Json::object();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        json.set(it.key(), Json::array(it.value()));
    return json;
}

QString nameOf(RoleAttribute::Origin origin)
{
    switch (origin) {
    case RoleAttribute::Origin::Static:
        return u"static"_s;
    case RoleAttribute::Origin::IdentityProvider:
        return u"idp"_s;
    case RoleAttribute::Origin::Unrestricted:
        return u"unrestricted"_s;
    }
    return {};
}

Json attributeListToJson(const QList<RoleAttribute> &attributes)
{
    auto list = Json::array();
    for (const auto &attribute : attributes) {
        list.append(Json::object({{u"attributeName"_s, attribute.name},
                                  {u"attributeValueOrigin"_s, nameOf(attribute.origin)},
                                  {u"attributeValues"_s, Json::array(attribute.values)}}));
    }
    return list;
}

QList<RoleAttribute> readAttributeList(DescriptorReader &reader, const Json &json)
{
    QList<RoleAttribute> attributes;
    for (const auto &item : reader.array(json, u"attributeList"_s)) {
        if (!reader.expectObject(item, u"an attribute of a role"_s))
            continue;
        RoleAttribute attribute;
        attribute.name = reader.requiredString(item, u"attributeName"_s);
        attribute.values = reader.strings(item, u"attributeValues"_s);
        const auto origin = reader.string(item, u"attributeValueOrigin"_s, u"static"_s);
        if (origin == "idp"_L1)
            attribute.origin = RoleAttribute::Origin::IdentityProvider;
        else if (origin == "unrestricted"_L1)
            attribute.origin = RoleAttribute::Origin::Unrestricted;
        else if (origin != "static"_L1)
            reader.fail(item, u"\"attributeValueOrigin\" must be static, idp or unrestricted."_s);
        attributes.append(attribute);
    }
    return attributes;
}

void readRoleReference(DescriptorReader &reader,
                       const Json &item,
                       RoleCollection &collection,
                       QList<Role> *newRoles)
{
    if (!reader.expectObject(item, u"a role reference"_s))
        return;
    RoleReference reference;
    reference.appId = reader.requiredString(item, u"roleTemplateAppId"_s);
    reference.templateName = reader.requiredString(item, u"roleTemplateName"_s);
    reference.roleName = reader.string(item, u"name"_s, reference.templateName);
    collection.roles.append(reference);
    if (newRoles == nullptr || !item.contains(u"attributeList"))
        return;
    newRoles->append(Role{reference.appId,
                          reference.templateName,
                          reference.roleName,
                          reader.string(item, u"description"_s),
                          readAttributeList(reader, item)});
}

template<typename T>
Result<T> finished(const DescriptorReader &reader, T value)
{
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace

Json toJson(const User &user)
{
    return Json::object({{u"id"_s, user.id},
                         {u"userName"_s, user.userName},
                         {u"origin"_s, user.origin},
                         {u"email"_s, user.email},
                         {u"givenName"_s, user.givenName},
                         {u"familyName"_s, user.familyName},
                         {u"attributes"_s, attributesToJson(user.attributes)},
                         {u"groups"_s, Json::array(user.groups)},
                         {u"roleCollections"_s, Json::array(user.roleCollections)}});
}

Json toJson(const Role &role)
{
    return Json::object({{u"roleTemplateAppId"_s, role.appId},
                         {u"roleTemplateName"_s, role.templateName},
                         {u"name"_s, role.name},
                         {u"description"_s, role.description},
                         {u"attributeList"_s, attributeListToJson(role.attributes)},
                         {u"isReadOnly"_s, role.readOnly}});
}

Json toJson(const RoleCollection &collection)
{
    auto roles = Json::array();
    for (const auto &reference : collection.roles) {
        roles.append(Json::object({{u"roleTemplateAppId"_s, reference.appId},
                                   {u"roleTemplateName"_s, reference.templateName},
                                   {u"name"_s, reference.roleName}}));
    }
    auto groups = Json::array();
    for (const auto &group : collection.groups) {
        groups.append(Json::object({{u"idpId"_s, group.origin},
                                    {u"attributeName"_s, group.attributeName},
                                    {u"attributeValue"_s, group.attributeValue},
                                    {u"comparisonOperator"_s, u"equals"_s}}));
    }
    return Json::object({{u"name"_s, collection.name},
                         {u"description"_s, collection.description},
                         {u"roleReferences"_s, roles},
                         {u"groupReferences"_s, groups},
                         {u"isReadOnly"_s, collection.readOnly}});
}

Result<User> userFromJson(const Json &json)
{
    DescriptorReader reader({}, {});
    User user;
    if (!reader.expectObject(json, u"A user"_s))
        return *reader.error();
    user.userName = reader.requiredString(json, u"userName"_s);
    user.id = reader.string(json, u"id"_s);
    user.origin = reader.string(json, u"origin"_s, user.origin);
    user.email = reader.string(json, u"email"_s);
    user.givenName = reader.string(json, u"givenName"_s);
    user.familyName = reader.string(json, u"familyName"_s);
    user.groups = reader.strings(json, u"groups"_s);
    user.roleCollections = reader.strings(json, u"roleCollections"_s);
    const auto &attributes = json[u"attributes"];
    if (!attributes.isNull() && reader.expectObject(attributes, u"\"attributes\""_s)) {
        for (const auto &member : attributes.members()) {
            const bool lone = member.value.isString();
            user.attributes.insert(member.name,
                                   lone ? QStringList{member.value.toString()}
                                        : reader.strings(attributes, member.name));
        }
    }
    return finished(reader, user);
}

Result<Role> roleFromJson(const Json &json)
{
    DescriptorReader reader({}, {});
    Role role;
    if (!reader.expectObject(json, u"A role"_s))
        return *reader.error();
    role.appId = reader.requiredString(json, u"roleTemplateAppId"_s);
    role.templateName = reader.requiredString(json, u"roleTemplateName"_s);
    role.name = reader.requiredString(json, u"name"_s);
    role.description = reader.string(json, u"description"_s);
    role.attributes = readAttributeList(reader, json);
    return finished(reader, role);
}

Result<RoleCollection> roleCollectionFromJson(const Json &json, QList<Role> *newRoles)
{
    DescriptorReader reader({}, {});
    RoleCollection collection;
    if (!reader.expectObject(json, u"A role collection"_s))
        return *reader.error();
    collection.name = reader.requiredString(json, u"name"_s);
    collection.description = reader.string(json, u"description"_s);
    collection.readOnly = reader.boolean(json, u"isReadOnly"_s, false);
    for (const auto &item : reader.array(json, u"roleReferences"_s))
        readRoleReference(reader, item, collection, newRoles);
    for (const auto &item : reader.array(json, u"groupReferences"_s)) {
        if (!reader.expectObject(item, u"a group reference"_s))
            continue;
        GroupReference group;
        group.origin = reader.string(item, u"idpId"_s, group.origin);
        group.attributeName = reader.string(item, u"attributeName"_s, group.attributeName);
        group.attributeValue = reader.requiredString(item, u"attributeValue"_s);
        collection.groups.append(group);
    }
    return finished(reader, collection);
}

} // namespace tokentrail::xsuaa
