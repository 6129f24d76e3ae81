// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/party.h"

namespace tokentrail::sandbox {

// The Destination service beside destinations: fragments and the certificate store.

// The destination with the fragment of the header X-fragment-name laid over it. An error where
// there is no such fragment, unless X-fragment-optional says that this is all right.
Result<text::Json> withFragment(const Landscape &landscape,
                                const http::Request &request,
                                const text::Json &destination);

// The key stores that a destination with client certificates names.
text::Json certificatesFor(const Landscape &landscape, const text::Json &configuration);

// v1/subaccountCertificates[/NAME] and v1/instanceCertificates[/NAME]; nothing: another path, or
// no certificate of that name. rest: below destination-configuration/.
std::optional<http::Response> findCertificates(const Landscape &landscape, const QString &rest);

} // namespace tokentrail::sandbox
