// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"
#include "core/vault/seal.h"
#include "core/vault/secretstore.h"

#include <functional>

namespace tokentrail::vault {

// One sealed file. It is read and written anew for every change, under a lock, so that several
// programs may use it; a file that does not open is never overwritten.
class FileVault final : public SecretStore
{
public:
    FileVault(const QString &fileName, const VaultKey &key)
        : m_fileName(fileName)
        , m_key(key)
    { }

    static QString defaultFileName(); // $XDG_DATA_HOME/tokentrail/vault

    Result<void> create(); // an empty one; Conflict when there is one already

    bool persists() const override { return true; }
    Result<QStringList> names() const override;
    Result<std::optional<Secret>> read(const QString &name) const override;
    Result<QMap<QString, Secret>> readAll(const QString &prefix) const override;
    Result<void> write(const QString &name, const Secret &secret) override;
    Result<void> remove(const QString &name) override;
    Result<void> update(const QString &name, const Edit &edit) override;

private:
    using Change = std::function<void(text::Json &)>;
    Result<text::Json> load() const;
    Result<void> change(const Change &change, bool create = false);
    Error told(Error error) const;

    QString m_fileName;
    VaultKey m_key;
};

} // namespace tokentrail::vault
