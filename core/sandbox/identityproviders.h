// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

// The trusted identity providers of the subaccount, as its administration shows them: SAP's own,
// which cannot go, and those that were added.
QList<text::Json> identityProviders(const Registry &registry);
std::optional<text::Json> identityProvider(const Registry &registry, const QString &idOrOrigin);
// Nothing is known of origins that users merely have.
std::optional<bool> isProviderActive(const Registry &registry, const QString &origin);

} // namespace tokentrail::sandbox
