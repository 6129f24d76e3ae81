// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/weakness.h"

#include "core/jose/evp.h"

#include <openssl/core_names.h>

#include <array>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

// The flawed generator made primes k * M + (65537^a mod M), M a product of small primes: modulo
// each of them, the modulus is a power of 65537. A sound key passes by chance once in 2^27.
bool hasFingerprintOfFlawedCards(const BIGNUM *modulus)
{
    constexpr std::array<BN_ULONG, 39> primes = {
        2,  3,  5,  7,  11, 13,  17,  19,  23,  29,  31,  37,  41,  43,  47,  53,  59,  61,  67, 71,
        73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167};
    for (const auto prime : primes) {
        const auto wanted = BN_mod_word(modulus, prime);
        const BN_ULONG step = 65537 % prime;
        BN_ULONG power = 1 % prime;
        BN_ULONG steps = 0;
        while (power != wanted && steps++ < prime)
            power = power * step % prime;
        if (power != wanted)
            return false;
    }
    return true;
}

} // namespace

QString weaknessOfRsa(const EVP_PKEY *key)
{
    const auto modulus = numberParameter(key, OSSL_PKEY_PARAM_RSA_N);
    const auto exponent = numberParameter(key, OSSL_PKEY_PARAM_RSA_E);
    if (!modulus || !exponent)
        return u"The RSA key has no modulus or exponent."_s;
    if (const int bits = BN_num_bits(modulus.get()); bits < leastRsaBits)
        return u"The RSA key has %1 bits; RFC 7518 demands 2048 or more."_s.arg(bits);
    if (!BN_is_odd(modulus.get()))
        return u"The RSA key has an even modulus."_s;
    if (BN_is_one(exponent.get()) || !BN_is_odd(exponent.get()))
        return u"The RSA key has a public exponent that protects nothing."_s;
    if (hasFingerprintOfFlawedCards(modulus.get()))
        return u"The RSA key comes from a flawed generator (CVE-2017-15361) and can be broken."_s;
    return {};
}

} // namespace tokentrail::jose
