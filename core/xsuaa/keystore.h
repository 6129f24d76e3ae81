// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/secretstore.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::xsuaa {

// A service key that the user keeps, by a name of their own.
struct KeptKey
{
    QString name;
    ServiceKey key;
    QString source; // "default-env.json", "pasted"
    qint64 addedAt = 0; // epoch seconds
};

// "key/<name>" in any store. The credentials are kept as they were read, as the user's.
Result<void> saveKey(vault::SecretStore &store, const KeptKey &kept);
Result<KeptKey> loadKey(const vault::SecretStore &store, const QString &name);
Result<std::vector<KeptKey>> loadKeys(const vault::SecretStore &store); // by name
Result<void> removeKey(vault::SecretStore &store, const QString &name); // NotFound: none of it

// Names a key that is new here after its instance or application. One that is there already (same
// service, client and credentials) keeps its name, and so does the one secret of an instance when
// it was renewed; another key of the same instance stands beside it, named after its kind.
QString nameFor(const ServiceKey &key, const std::vector<KeptKey> &kept);

} // namespace tokentrail::xsuaa
