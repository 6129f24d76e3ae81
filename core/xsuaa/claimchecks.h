// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/validation.h"

namespace tokentrail::xsuaa {

// The checks of @sap/xssec 4 that need no key, each by itself.
Check checkExpiry(const text::Json &claims, qint64 nowSeconds);
Check checkNotBefore(const text::Json &claims, qint64 nowSeconds);
Check checkAudience(const text::Json &claims, const ServiceKey &key);

} // namespace tokentrail::xsuaa
