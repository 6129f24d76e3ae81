// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/mockuseredit.h"
#include "core/cap/mockusers.h"
#include "core/xsuaa/directory.h"

namespace tokentrail::cap {

// Mock users with the roles and attributes that a token for the application would give the users
// of a directory. Users without any of its roles are left out; no password is invented.
std::vector<MockUserChange> mockUsersFrom(const xsuaa::Directory &directory,
                                          const xsuaa::Application &application);

// The reverse: what has to be in a directory so that a login gives what the mock users have.
struct RoleCollectionsFromMockUsers
{
    QList<xsuaa::Role> roles; // with static attribute values
    QList<xsuaa::RoleCollection> collections; // one for each user that may anything
    QList<xsuaa::User> users;
    QStringList problems; // e.g. a role that no template gives, a sentence each
};
RoleCollectionsFromMockUsers roleCollectionsFrom(const MockUsers &mockUsers,
                                                 const xsuaa::Application &application);

} // namespace tokentrail::cap
