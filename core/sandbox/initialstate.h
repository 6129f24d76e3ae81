// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

inline constexpr auto sampleName = "tokentrail-sample";
inline constexpr auto sampleAppId = "tokentrail-sample!t1";

// What a new sandbox holds: the sample application, four users, ten destinations that show what
// their names say, the users of the backend. Ids and secrets are made anew.
std::vector<Document> initialDocuments();
OAuthClient apiAccessClient(); // of the service instance that administers the subaccount

} // namespace tokentrail::sandbox
