// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/vaultkeeper.h"
#include "core/call/keyprobe.h"
#include "core/call/keyuses.h"
#include "core/xsuaa/keystore.h"
#include "ui/keys/keysvalues.h"

namespace tokentrail::console {

// What the Keys page shows of a key and of the vault, in words.
struct KeyFacts
{
    QList<call::KeyUse> uses;
    QList<call::Proof> proofs;
};
ui::KeyView viewOf(const xsuaa::KeptKey &kept, const KeyFacts &facts, qint64 nowSeconds);
ui::VaultView viewOf(const VaultKeeper &keeper);

} // namespace tokentrail::console
