// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::ctl {

// The key of the service that would check the token: the first of XSUAA, otherwise the first.
Result<xsuaa::ServiceKey> readCheckingKey(const QString &file);

void verifyToken(Invocation &invocation); // token verify

} // namespace tokentrail::ctl
