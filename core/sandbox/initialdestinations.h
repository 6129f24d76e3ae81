// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

// ${backend.url}, ${xsuaa.url} and ${xsuaa.httpUrl} stand for where the parties listen.
QList<text::Json> initialDestinations(const OAuthClient &s4, const QString &technicalPassword);

// The properties with the variables filled in.
text::Json resolvedDestination(const text::Json &properties, const Endpoints &endpoints);

} // namespace tokentrail::sandbox
