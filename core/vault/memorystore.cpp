// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/secretstore.h"

namespace tokentrail::vault {

Result<std::optional<Secret>> MemoryStore::read(const QString &name) const
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        return std::optional<Secret>();
    return std::optional<Secret>(*found);
}

Result<QMap<QString, Secret>> MemoryStore::readAll(const QString &prefix) const
{
    QMap<QString, Secret> found;
    for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it) {
        if (it.key().startsWith(prefix))
            found.insert(it.key(), it.value());
    }
    return found;
}

Result<void> MemoryStore::write(const QString &name, const Secret &secret)
{
    m_secrets.insert(name, secret);
    return {};
}

Result<void> MemoryStore::remove(const QString &name)
{
    m_secrets.remove(name);
    return {};
}

Result<void> MemoryStore::update(const QString &name, const Edit &edit)
{
    const auto found = m_secrets.constFind(name);
    const auto after = edit(found == m_secrets.constEnd() ? std::nullopt : std::optional(*found));
    if (after)
        m_secrets.insert(name, *after);
    else
        m_secrets.remove(name);
    return {};
}

} // namespace tokentrail::vault
