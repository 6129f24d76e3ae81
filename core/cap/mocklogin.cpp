// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mocklogin.h"

#include "core/cap/mockuserentry.h"

namespace tokentrail::cap {

using text::Json;

namespace {

// An id of one's own is a name to log in with; of several entries with one id the last counts.
const Json::Member *entryOf(const Json &users, const QString &name)
{
    const auto &members = users.members();
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
        if (member->value.isObject() && mockUserId(member->name, member->value) == name)
            return &*member;
    }
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
        if (member->name == name)
            return &*member;
    }
    return nullptr;
}

} // namespace

MockMatch matchMockUser(const Json &users, const QString &credentials)
{
    using Outcome = MockMatch::Outcome;
    const auto parts = credentials.split(u':');
    const auto &name = parts.constFirst();
    const auto *entry = entryOf(users, name);
    if (!entry && isInheritedMember(name))
        return {Outcome::Inherited, name};
    const bool off = entry && (entry->value.isNull() || entry->value == Json(false));
    if (!entry || off) {
        const bool anybody = !name.isEmpty() && isTruthyEntry(users[u"*"]);
        return {anybody ? Outcome::Anybody : Outcome::Unknown, name};
    }
    const auto &expected = entry->value.isString() ? entry->value : entry->value[u"password"];
    const bool fits = !isTruthyEntry(expected) || (parts.size() > 1 && expected == Json(parts[1]));
    return {fits ? Outcome::Configured : Outcome::WrongPassword, name, entry};
}

bool canPasswordMatch(const Json &password)
{
    return !isTruthyEntry(password) || (password.isString() && !password.toString().contains(u':'));
}

} // namespace tokentrail::cap
