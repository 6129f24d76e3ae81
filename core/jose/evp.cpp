// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/evp.h"

namespace tokentrail::jose {

BigNumber bigNumber(QByteArrayView bigEndian)
{
    return BigNumber(BN_bin2bn(bytesOf(bigEndian), int(bigEndian.size()), nullptr));
}

QByteArray bytesOf(const BIGNUM *number, int size)
{
    QByteArray bytes(size > 0 ? size : BN_num_bytes(number), '\0');
    BN_bn2binpad(number, bytesOf(bytes), int(bytes.size()));
    return bytes;
}

BigNumber numberParameter(const EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    return BigNumber(number);
}

const EVP_MD *digestOf(Algorithm algorithm)
{
    // An explicit fetch: implicit ones look the digest up again with every signature.
    static const EVP_MD *const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    static const EVP_MD *const sha384 = EVP_MD_fetch(nullptr, "SHA384", nullptr);
    static const EVP_MD *const sha512 = EVP_MD_fetch(nullptr, "SHA512", nullptr);
    switch (algorithm) {
    case Algorithm::RS256:
    case Algorithm::PS256:
    case Algorithm::ES256:
    case Algorithm::HS256:
        return sha256;
    case Algorithm::RS384:
    case Algorithm::PS384:
    case Algorithm::ES384:
    case Algorithm::HS384:
        return sha384;
    case Algorithm::RS512:
    case Algorithm::PS512:
    case Algorithm::ES512:
    case Algorithm::HS512:
        return sha512;
    case Algorithm::EdDSA:
        return nullptr;
    }
    return nullptr;
}

int digestSizeOf(Algorithm algorithm)
{
    const auto *digest = digestOf(algorithm);
    return digest ? EVP_MD_get_size(digest) : 0;
}

} // namespace tokentrail::jose
