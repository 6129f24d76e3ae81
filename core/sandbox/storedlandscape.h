// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/endpoints.h"
#include "core/sandbox/keymaterial.h"
#include "core/sandbox/state.h"

namespace tokentrail::sandbox {

// What the last run left in the state besides the directory.
Ports storedPorts(const State &state);
std::optional<Endpoints> storedEndpoints(const State &state); // none before the first run
text::Json storedKeys(const State &state); // as completeKeyMaterial() takes them
QByteArray storedVerificationKey(const State &state);
std::optional<Certificate> storedAuthority(const State &state);

Result<void> storePorts(State &state, const Ports &ports);
Result<void> storeKeys(State &state, const KeyMaterial &keys); // and ca.pem beside it

QString caFilePath(const State &state);

} // namespace tokentrail::sandbox
