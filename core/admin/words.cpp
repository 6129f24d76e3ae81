// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/words.h"

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using Kind = Change::Kind;
using Origin = xsuaa::RoleAttribute::Origin;

QString Words::user(const UserName &user)
{
    if (user.origin == QLatin1StringView(xsuaa::defaultOrigin))
        return user.name;
    return tr("%1 (origin %2)").arg(user.name, user.origin);
}

QString Words::group(const xsuaa::GroupReference &group)
{
    return tr("everybody of %1 whose %2 is “%3”")
        .arg(group.origin, group.attributeName, group.attributeValue);
}

QString Words::attributes(const xsuaa::Role &role)
{
    QStringList parts;
    for (const auto &attribute : role.attributes) {
        switch (attribute.origin) {
        case Origin::Static:
            parts << tr("%1 = %2").arg(attribute.name, attribute.values.join(u", "_s));
            break;
        case Origin::IdentityProvider:
            parts << tr("%1 from the identity provider's %2")
                         .arg(attribute.name, attribute.values.join(u", "_s));
            break;
        case Origin::Unrestricted:
            parts << tr("%1 unrestricted").arg(attribute.name);
            break;
        }
    }
    return parts.join(u"; "_s);
}

QString Words::sentence(const Change &change)
{
    const auto &collection = change.collection;
    switch (change.kind) {
    case Kind::CreateRole: {
        const auto values = attributes(change.role);
        return values.isEmpty()
            ? tr("Create the role “%1” from the template %2 of %3.")
                  .arg(change.role.name, change.role.templateName, change.role.appId)
            : tr("Create the role “%1” from the template %2 of %3: %4.")
                  .arg(change.role.name, change.role.templateName, change.role.appId, values);
    }
    case Kind::DeleteRole:
        return tr("Delete the role “%1” of the template %2.")
            .arg(change.role.name, change.role.templateName);
    case Kind::CreateCollection:
        return tr("Create the role collection “%1”.").arg(collection);
    case Kind::DescribeCollection:
        return tr("Describe the role collection “%1” as “%2”.").arg(collection, change.description);
    case Kind::DeleteCollection:
        if (change.lostUsers.isEmpty())
            return tr("Delete the role collection “%1”.").arg(collection);
        return tr("Delete the role collection “%1”; %n user(s) lose it.",
                  nullptr,
                  int(change.lostUsers.size()))
            .arg(collection);
    case Kind::AddRole:
        return tr("Put the role “%1” into the role collection “%2”.")
            .arg(change.reference.roleName, collection);
    case Kind::RemoveRole:
        return tr("Take the role “%1” out of the role collection “%2”.")
            .arg(change.reference.roleName, collection);
    case Kind::AssignUser:
        return tr("Assign the role collection “%1” to %2.").arg(collection, user(change.user));
    case Kind::UnassignUser:
        return tr("Take the role collection “%1” from %2.").arg(collection, user(change.user));
    case Kind::AssignGroup:
        return tr("Assign the role collection “%1” to %2.").arg(collection, group(change.group));
    case Kind::UnassignGroup:
        return tr("Take the role collection “%1” from %2.").arg(collection, group(change.group));
    }
    return {};
}

QString sentenceOf(const Change &change)
{
    return Words::sentence(change);
}

} // namespace tokentrail::admin
