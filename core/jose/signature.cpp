// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/evp.h"
#include "core/jose/jws.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

enum class Family { RsaPkcs1, RsaPss, Ecdsa, Edwards, Hmac };

Family familyOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::RS256:
    case Algorithm::RS384:
    case Algorithm::RS512:
        return Family::RsaPkcs1;
    case Algorithm::PS256:
    case Algorithm::PS384:
    case Algorithm::PS512:
        return Family::RsaPss;
    case Algorithm::ES256:
    case Algorithm::ES384:
    case Algorithm::ES512:
        return Family::Ecdsa;
    case Algorithm::EdDSA:
        return Family::Edwards;
    case Algorithm::HS256:
    case Algorithm::HS384:
    case Algorithm::HS512:
        return Family::Hmac;
    }
    return Family::Hmac;
}

// RFC 7518 §3.5: the salt is as long as the digest, no shorter, no longer.
bool setPadding(EVP_PKEY_CTX *context, Family family)
{
    if (family != Family::RsaPss)
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

qsizetype coordinateSize(const Jwk &key)
{
    return (EVP_PKEY_get_bits(key.pkey()) + 7) / 8;
}

// RFC 7518 §3.4: R and S side by side, each as long as the order. OpenSSL speaks DER.
QByteArray rawFromDer(const QByteArray &der, qsizetype size)
{
    const auto *data = bytesOf(der);
    const EcdsaSignature pair(d2i_ECDSA_SIG(nullptr, &data, long(der.size())));
    if (!pair)
        return {};
    return bytesOf(ECDSA_SIG_get0_r(pair.get()), int(size))
        + bytesOf(ECDSA_SIG_get0_s(pair.get()), int(size));
}

QByteArray derFromRaw(QByteArrayView raw, qsizetype size)
{
    if (raw.size() != 2 * size)
        return {};
    const EcdsaSignature pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(
        pair.get(), bigNumber(raw.first(size)).release(), bigNumber(raw.last(size)).release());
    QByteArray der(i2d_ECDSA_SIG(pair.get(), nullptr), '\0');
    auto *out = bytesOf(der);
    i2d_ECDSA_SIG(pair.get(), &out);
    return der;
}

QByteArray mac(QByteArrayView input, const Jwk &key, Algorithm algorithm)
{
    QByteArray code(digestSizeOf(algorithm), '\0');
    const auto &octets = key.octets().reveal();
    unsigned size = 0;
    if (!HMAC(digestOf(algorithm),
              octets.constData(),
              int(octets.size()),
              bytesOf(input),
              size_t(input.size()),
              bytesOf(code),
              &size))
        return {};
    return code;
}

} // namespace

Result<QByteArray> sign(QByteArrayView signingInput, const Jwk &key, Algorithm algorithm)
{
    if (const auto misfit = key.misfit(algorithm); !misfit.isEmpty())
        return Error{ErrorCode::Crypto, misfit};
    if (!key.isPrivate())
        return Error{ErrorCode::Crypto, u"A public key cannot sign."_s};
    const auto family = familyOf(algorithm);
    if (family == Family::Hmac)
        return mac(signingInput, key, algorithm);

    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // owned by the digest's context
    QByteArray signature(EVP_PKEY_get_size(key.pkey()), '\0');
    auto size = size_t(signature.size());
    if (EVP_DigestSignInit(context.get(), &keyContext, digestOf(algorithm), nullptr, key.pkey())
            != 1
        || !setPadding(keyContext, family)
        || EVP_DigestSign(context.get(),
                          bytesOf(signature),
                          &size,
                          bytesOf(signingInput),
                          size_t(signingInput.size()))
            != 1)
        return Error{ErrorCode::Crypto, u"The signature could not be computed."_s};
    signature.truncate(qsizetype(size));
    return family == Family::Ecdsa ? rawFromDer(signature, coordinateSize(key)) : signature;
}

bool verify(QByteArrayView signingInput,
            QByteArrayView signature,
            const Jwk &key,
            Algorithm algorithm)
{
    if (!key.canCompute(algorithm) || signature.isEmpty())
        return false;
    const auto family = familyOf(algorithm);
    if (family == Family::Hmac) {
        const auto wanted = mac(signingInput, key, algorithm);
        return wanted.size() == signature.size()
            && CRYPTO_memcmp(wanted.constData(), signature.data(), size_t(wanted.size())) == 0;
    }
    QByteArray der;
    if (family == Family::Ecdsa) {
        der = derFromRaw(signature, coordinateSize(key));
        if (der.isEmpty())
            return false;
        signature = der;
    }
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr;
    return EVP_DigestVerifyInit(
               context.get(), &keyContext, digestOf(algorithm), nullptr, key.pkey())
        == 1
        && setPadding(keyContext, family)
        && EVP_DigestVerify(context.get(),
                            bytesOf(signature),
                            size_t(signature.size()),
                            bytesOf(signingInput),
                            size_t(signingInput.size()))
        == 1;
}

} // namespace tokentrail::jose
