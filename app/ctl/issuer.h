// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/diagnose.h"

namespace tokentrail::ctl {

// What a running sandbox knows of the tokens that it issues: its signing keys, and the service
// key that their audience is checked with.
struct Issuer
{
    QString url; // claim iss
    std::optional<jose::JwkSet> keys;
    std::optional<xsuaa::ServiceKey> key; // only where there is but one application to ask
    std::optional<xsuaa::Directory> directory; // users and role collections

    bool issued(const jose::DecodedToken &token) const; // claims to have
};

// From what `sandbox user list` and `sandbox role-collection list` print; none without users.
std::optional<xsuaa::Directory> directoryOf(const text::Json &users,
                                            const text::Json &roleCollections);

Issuer issuerOf(const QString &stateDir); // empty where it does not answer

// Adds what the issuer of the case's token knows, unless the case knows better.
void testify(const Issuer &issuer, diagnosis::Case &about);

} // namespace tokentrail::ctl
