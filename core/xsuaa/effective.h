// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/claims.h"

#include <optional>

namespace tokentrail::xsuaa {

// A role of a collection, with what it brings to tokens of one application.
struct RoleEffect
{
    Role role;
    QStringList scopes; // full names; empty: of another application, or nothing
    QMap<QString, QStringList> attributes; // restricted ones
    QStringList unrestricted; // names of attributes without any value
    QStringList unknown; // attributes that only the identity provider knows
    bool exists = true;
    bool ofApplication = true;
};

struct CollectionEffect
{
    QString name;
    QString via; // empty: assigned to the user; else "Groups = admins" of the identity provider
    QList<RoleEffect> roles;
};

// Something that surprises, with its place.
struct Trap
{
    enum class Kind {
        SameMailElsewhere, // another origin has a user of that mail with other collections
        RestrictedAndUnrestricted, // joined, the restricted values alone are left
        NoDefaultRole, // a template that needs values and that nobody made a role of
        RoleMissing, // a collection names a role that is gone
        CollectionEmpty,
        AssignedAfterLogin // the token at hand is older than an assignment
    };
    Kind kind = Kind::SameMailElsewhere;
    QString subject; // attribute, template, role, collection
    QString sentence;
};

// From the user to the token: collections → roles → templates → scopes and attributes.
struct EffectivePermission
{
    User user;
    QString appId;
    QList<CollectionEffect> collections;
    Authorizations
        authorizations; // what a token says, by the functions that the sandbox signs with
    QList<Trap> traps;
};

// knownAttributes: whether what the identity provider sends is in user.attributes. Where it is
// not, attributes that come from there are unknown and not in the authorizations.
EffectivePermission effectivePermission(const Directory &directory,
                                        const User &user,
                                        const Application &application,
                                        bool knownAttributes = true);

// As if the collection were assigned to the user, or were not (also where a group brings it).
Directory withToggled(const Directory &directory, const User &user, const QString &collection);

// What surrounds the claims of a login.
struct LoginFrame
{
    QString issuer;
    QString zoneId;
    QString clientId;
    QString grantType = QString::fromLatin1(grantPassword);
    qint64 nowSeconds = 0;
};
// The claims of the token that a login of the user at the application would give.
text::Json previewClaims(const Directory &directory,
                         const User &user,
                         const Application &application,
                         const LoginFrame &frame);
// What an application's configuration says of its tokens: shared by preview and sandbox.
void takeConfiguration(ClaimsInput &input, const Application *application);

// What a real token says otherwise than the preview, claim by claim; times and ids aside.
struct ClaimDifference
{
    QString claim; // "scope", "xs.user.attributes.country"
    QStringList expected;
    QStringList found;
    QString sentence;
};
QList<ClaimDifference> comparePreview(const text::Json &preview, const text::Json &token);
// Where the token lacks what a login now would bring.
std::optional<Trap> assignedAfterLogin(const text::Json &preview, const text::Json &token);

} // namespace tokentrail::xsuaa
