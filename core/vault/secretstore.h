// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>

namespace tokentrail::vault {

// Keeps secrets by name.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    virtual bool persists() const = 0; // false: gone with the program
    virtual Result<QStringList> names() const = 0;
    virtual Result<std::optional<Secret>> read(const QString &name) const = 0;
    // By name, of the names that begin so.
    virtual Result<QMap<QString, Secret>> readAll(const QString &prefix) const = 0;
    virtual Result<void> write(const QString &name, const Secret &secret) = 0;
    virtual Result<void> remove(const QString &name) = 0; // also when there is none
    // Reads and writes in one go, so that of two programs none loses what the other wrote.
    // Without a value: there is none; there shall be none.
    using Edit = std::function<std::optional<Secret>(const std::optional<Secret> &before)>;
    virtual Result<void> update(const QString &name, const Edit &edit) = 0;

protected:
    SecretStore() = default;
};

// "This session only."
class MemoryStore final : public SecretStore
{
public:
    bool persists() const override { return false; }
    Result<QStringList> names() const override { return QStringList(m_secrets.keys()); }
    Result<std::optional<Secret>> read(const QString &name) const override;
    Result<QMap<QString, Secret>> readAll(const QString &prefix) const override;
    Result<void> write(const QString &name, const Secret &secret) override;
    Result<void> remove(const QString &name) override;
    Result<void> update(const QString &name, const Edit &edit) override;

private:
    QMap<QString, Secret> m_secrets;
};

} // namespace tokentrail::vault
