// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QString>

namespace tokentrail::sandbox {

// The private socket in the state folder (control.sock, mode 0600): one JSON line in, one out.
//   {"verb":"user.list","arguments":{…}}  →  {"ok":true,"result":…} or {"ok":false,"code":…,"sentence":…}
// Verbs: endpoints · key-set · key.rotate{force?} · saml.assertion{user,audience?}
// · cloud-connector.list|put · cloud-connector.log
// · instance-destination|fragment|certificate.list|put|remove
// · bindings{format,service?,http?,x509?} · subaccount.list · security-settings.list|put · app.list|put|remove · destination.list|put|remove
// · user.list|put|remove · role.list · role-collection.list|put|remove · fault.list|set|clear
// · service.routes · journal.read{since?,correlation?} · journal.append{exchange} · journal.clear
//
// Blocks until answered, at most timeoutMs: for the command line, which has no window to freeze.
// Where no process owns the state, verbs that only read or write the directory are carried out
// on the state itself.
Result<text::Json> callSandbox(const QString &stateDir,
                               const QString &verb,
                               const text::Json &arguments,
                               int timeoutMs = 10'000);

// State folders of sandboxes that run for this user now ($XDG_RUNTIME_DIR/tokentrail/sandboxes).
QStringList runningSandboxes();

QString defaultStateDir(); // $XDG_STATE_HOME/tokentrail/sandbox

} // namespace tokentrail::sandbox
