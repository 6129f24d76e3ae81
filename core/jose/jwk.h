// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/jose/algorithm.h"
#include "core/text/json.h"

#include <memory>
#include <vector>

using EVP_PKEY = struct evp_pkey_st;

namespace tokentrail::jose {

// One key (RFC 7517): RSA, EC (P-256, P-384, P-521), OKP (Ed25519, Ed448) or oct.
class Jwk
{
public:
    enum class Type { Rsa, Ec, Okp, Oct };

    static Result<Jwk> fromJson(const text::Json &json); // RFC 7517 §4
    static Result<Jwk>
    fromPem(const QByteArray &pem); // public or private key, or a certificate; also on one line
    static Result<Jwk> generate(Algorithm algorithm, int rsaBits = 2048);

    Type type() const { return m_type; }
    QString keyId() const { return m_keyId; }
    void setKeyId(const QString &keyId) { m_keyId = keyId; }
    std::optional<Algorithm> algorithm() const { return m_algorithm; } // "alg", when it names one
    bool isPrivate() const { return m_private; }
    bool fits(Algorithm algorithm) const; // type, curve, size, and "alg" and "use" where present

    text::Json toJson() const; // the public half (an oct key: kty and kid alone)
    QByteArray toPublicPem() const;
    Secret toPrivatePem() const; // PKCS #8; empty for public keys
    QString thumbprint() const; // RFC 7638, SHA-256

    EVP_PKEY *pkey() const { return m_pkey.get(); } // null for oct
    const Secret &octets() const { return m_octets; } // of oct

private:
    Jwk() = default;

    Type m_type = Type::Rsa;
    QString m_keyId;
    QString m_use;
    std::optional<Algorithm> m_algorithm;
    bool m_private = false;
    int m_bits = 0;
    std::shared_ptr<EVP_PKEY> m_pkey;
    Secret m_octets;
};

// A key set (RFC 7517 §5). Keys of unknown kinds are skipped, as §5 asks.
struct JwkSet
{
    std::vector<Jwk> keys;

    static Result<JwkSet> fromJson(const text::Json &json); // also a lone key
    const Jwk *byKeyId(QStringView keyId) const;
    text::Json toJson() const;
};

} // namespace tokentrail::jose
