// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/secretstore.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::call {

// Where a key is used: a session that was got with its client, a file that holds it.
struct KeyUse
{
    enum class Kind { Session, File };
    Kind kind = Kind::Session;
    QString name; // of the session; or the file
    QString detail; // "alice, password"; or how the file wraps it
};

QList<KeyUse> sessionsOf(const xsuaa::ServiceKey &key, const vault::SecretStore &store);

// Among the files in which CAP and Cloud Foundry keep bindings, in the folder and one below.
// Files that cannot be read are passed over; nothing of the project is run.
QList<KeyUse> filesOf(const xsuaa::ServiceKey &key, const QString &folder);

} // namespace tokentrail::call
