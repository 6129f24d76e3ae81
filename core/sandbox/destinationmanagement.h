// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/party.h"

namespace tokentrail::sandbox {

// The management part of the Destination service's REST API v1: v1/subaccountDestinations[/{name}]
// and v1/instanceDestinations[/{name}], with $filter=startswith(Name,'…'). rest: the path below destination-configuration/.
// Nothing: it is none of these.
std::optional<http::Response>
manageDestinations(Landscape &landscape, const http::Request &request, const QString &rest);

// As the service gives them out: every value a text.
text::Json stringsOnly(const text::Json &properties);

} // namespace tokentrail::sandbox
