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
    QString curve() const { return m_curve; } // "P-256", "Ed25519", …; empty for RSA and oct
    // Type, curve and size, and "alg", "use" and "key_ops" where present.
    bool fits(Algorithm algorithm) const { return misfit(algorithm).isEmpty(); }
    QString misfit(Algorithm algorithm) const; // why it does not fit; empty when it does
    bool canCompute(Algorithm algorithm) const; // type and curve alone
    QString weakness() const { return m_weakness; } // a sentence; weak keys fit no algorithm

    text::Json toJson() const; // the public half (an oct key: kty and kid alone)
    QByteArray toPublicPem() const;
    Secret toPrivatePem() const; // PKCS #8; empty for public keys
    QString thumbprint() const; // RFC 7638, SHA-256

    EVP_PKEY *pkey() const { return m_pkey.get(); } // null for oct
    const Secret &octets() const { return m_octets; } // of oct

private:
    Jwk() = default;
    static Result<Jwk> fromKey(std::shared_ptr<EVP_PKEY> key, bool isPrivate);
    static Result<Jwk> fromOctets(const text::Json &json);
    static Result<Jwk> generateOctets(Algorithm algorithm);
    QString typeName() const; // "RSA", …
    std::vector<std::pair<QString, QString>> publicMembers() const;
    Result<void> readLabels(const text::Json &json);

    Type m_type = Type::Rsa;
    QString m_curve;
    QString m_keyId;
    QString m_use;
    QString m_algorithmName; // "alg" as it stands there, known or not
    std::optional<Algorithm> m_algorithm;
    std::optional<QStringList> m_operations; // "key_ops"
    QString m_weakness;
    bool m_private = false;
    std::shared_ptr<EVP_PKEY> m_pkey;
    Secret m_octets;
};

// A key set (RFC 7517 §5). Keys of unknown kinds are skipped, as §5 asks.
struct JwkSet
{
    std::vector<Jwk> keys;
    bool lone = false; // a single key, not a set: its id need not match
    std::vector<Error> skipped; // why keys of the set cannot be used

    static Result<JwkSet> fromJson(const text::Json &json); // also a lone key
    const Jwk *byKeyId(QStringView keyId) const; // the last of that id, as a map would give it
    text::Json toJson() const;
};

} // namespace tokentrail::jose
