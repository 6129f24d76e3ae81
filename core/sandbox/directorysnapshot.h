// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/directory.h"

#include <functional>

namespace tokentrail::sandbox {

// Carries out a verb of control.h, in this process or over the socket.
using AskSandbox =
    std::function<Result<text::Json>(const QString &verb, const text::Json &arguments)>;

// Who may what in a sandbox, put together from its lists.
Result<xsuaa::Directory> readDirectory(const AskSandbox &ask);

// Adds collections with the roles that they name, and gives them to users, who keep what they
// have. Users that are not there are made; their password is their name.
struct DirectoryAdditions
{
    QList<xsuaa::Role> roles;
    QList<xsuaa::RoleCollection> collections;
    QList<xsuaa::User> users;
};
Result<void> addToDirectory(const AskSandbox &ask, const DirectoryAdditions &additions);

} // namespace tokentrail::sandbox
