// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/userindex.h"

#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

void UserIndex::build(const QList<xsuaa::User> &users)
{
    m_byKey.clear();
    m_byId.clear();
    m_byKey.reserve(users.size());
    m_byId.reserve(users.size());
    for (qsizetype i = 0; i < users.size(); ++i)
        put(users[i], i);
}

void UserIndex::put(const xsuaa::User &user, qsizetype at)
{
    m_byKey.insert(keyOf(user), at);
    m_byId.insert(user.id, at);
}

void UserIndex::remove(const xsuaa::User &user)
{
    m_byKey.remove(keyOf(user));
    m_byId.remove(user.id);
}

qsizetype UserIndex::byName(const QString &userName, const QString &origin) const
{
    return m_byKey.value(origin + u'/' + userName, -1);
}

qsizetype UserIndex::byKey(const QString &key) const
{
    return m_byKey.value(key, -1);
}

qsizetype UserIndex::byId(const QString &id) const
{
    return m_byId.value(id, -1);
}

} // namespace tokentrail::sandbox
