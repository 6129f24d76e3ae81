// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/directory.h"

namespace tokentrail::xsuaa {

// What a token for one application says that its bearer may do.
struct Authorizations
{
    QStringList scopes; // full names: "bookshop!t1.admin", each once
    QMap<QString, QStringList> attributes; // of the application's roles, each value once
    QStringList roleCollections; // of the user, whatever application they are about
    QStringList groups;
};

// Names of the collections that the user has, itself or through a group.
QStringList roleCollectionsOf(const Directory &directory, const User &user);

// The union over all roles in all collections of the user: scopes of the application itself, and
// those of others that are granted to it and that it accepts.
Authorizations
authorizationsOf(const Directory &directory, const User &user, const Application &application);

// What the application may do in its own name: scopes that are granted to it as authorities and
// that it accepts.
Authorizations authoritiesOf(const Directory &directory, const Application &application);

} // namespace tokentrail::xsuaa
