// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/servicekey.h"

namespace tokentrail::sandbox {

// Credentials of a binding whose kind is known, as an application finds them in VCAP_SERVICES.
Result<xsuaa::ServiceKey> boundKey(xsuaa::ServiceKind kind, const text::Json &credentials);

} // namespace tokentrail::sandbox
