// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

using EVP_PKEY = struct evp_pkey_st;

namespace tokentrail::jose {

constexpr int leastRsaBits = 2048; // RFC 7518 §3.3

// Why an RSA key must not be trusted, as a sentence; empty when nothing is known against it:
// size, public exponent, and the fingerprint of CVE-2017-15361 (keys of flawed smart cards).
QString weaknessOfRsa(const EVP_PKEY *key);

} // namespace tokentrail::jose
