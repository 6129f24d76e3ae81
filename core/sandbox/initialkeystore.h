// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/keymaterial.h"
#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

inline constexpr auto clientKeyStore = u"tokentrail-client.p12";
inline constexpr auto clientKeyStorePassword = "tokentrail";

// Puts into the certificate store what needs the sandbox's authority: a key store whose
// certificate logs on to the backend as the technical user, and the authority itself as
// "tokentrail-ca.pem". What is there already and still belongs to this authority stays.
Result<void> fillKeyStore(Registry &registry, const KeyMaterial &keys, qint64 nowSeconds);

} // namespace tokentrail::sandbox
