// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/directory.h"

#include <QHash>

namespace tokentrail::sandbox {

// Where in the list one of a hundred thousand users is. Names of one origin and ids are unique.
class UserIndex
{
public:
    void build(const QList<xsuaa::User> &users);
    void put(const xsuaa::User &user, qsizetype at);
    void remove(const xsuaa::User &user);

    qsizetype byName(const QString &userName, const QString &origin) const; // -1: nobody
    qsizetype byKey(const QString &key) const; // see keyOf()
    qsizetype byId(const QString &id) const;

private:
    QHash<QString, qsizetype> m_byKey;
    QHash<QString, qsizetype> m_byId;
};

} // namespace tokentrail::sandbox
