// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/algorithm.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

// What this module needs of OpenSSL: owners and the digests.
namespace tokentrail::jose {

template<auto release>
struct Releaser
{
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using BigNumber = std::unique_ptr<BIGNUM, Releaser<BN_clear_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Releaser<ECDSA_SIG_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Releaser<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Releaser<OSSL_PARAM_free>>;
struct BioReleaser
{
    void operator()(BIO *bio) const { BIO_free_all(bio); }
};
using Bio = std::unique_ptr<BIO, BioReleaser>;

inline const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}
inline unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

BigNumber bigNumber(QByteArrayView bigEndian);
QByteArray bytesOf(const BIGNUM *number, int size = 0); // 0: no leading zeros
BigNumber numberParameter(const EVP_PKEY *key, const char *name); // null when there is none

const EVP_MD *digestOf(Algorithm algorithm); // fetched once; null for EdDSA
int digestSizeOf(Algorithm algorithm); // bytes; 0 for EdDSA

} // namespace tokentrail::jose
