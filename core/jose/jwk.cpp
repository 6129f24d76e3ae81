// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jwk.h"

#include "core/jose/base64url.h"
#include "core/jose/evp.h"
#include "core/jose/weakness.h"

#include <QCryptographicHash>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t longestRawKey = 57; // Ed448

QString curveOf(EVP_PKEY *key)
{
    std::array<char, 64> group{};
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) != 1)
        return {};
    const QByteArrayView name(group.data());
    if (name == "prime256v1")
        return u"P-256"_s;
    if (name == "secp384r1")
        return u"P-384"_s;
    return name == "secp521r1" ? u"P-521"_s : QString();
}

QString number(const EVP_PKEY *key, const char *name, int size = 0)
{
    const auto value = numberParameter(key, name);
    return value ? QString::fromLatin1(toBase64Url(bytesOf(value.get(), size))) : QString();
}

QString rawPublicKey(const EVP_PKEY *key)
{
    QByteArray raw(longestRawKey, '\0');
    size_t size = longestRawKey;
    EVP_PKEY_get_raw_public_key(key, bytesOf(raw), &size);
    raw.truncate(qsizetype(size));
    return QString::fromLatin1(toBase64Url(raw));
}

QByteArray drained(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

} // namespace

Result<Jwk> Jwk::fromKey(std::shared_ptr<EVP_PKEY> key, bool isPrivate)
{
    Jwk jwk;
    jwk.m_private = isPrivate;
    switch (EVP_PKEY_get_base_id(key.get())) {
    case EVP_PKEY_RSA:
        jwk.m_type = Type::Rsa;
        jwk.m_weakness = weaknessOfRsa(key.get());
        break;
    case EVP_PKEY_EC:
        jwk.m_type = Type::Ec;
        jwk.m_curve = curveOf(key.get());
        if (jwk.m_curve.isEmpty())
            return Error{ErrorCode::Unsupported,
                         u"The key's curve is none of P-256, P-384, P-521."_s};
        break;
    case EVP_PKEY_ED25519:
        jwk.m_type = Type::Okp;
        jwk.m_curve = u"Ed25519"_s;
        break;
    case EVP_PKEY_ED448:
        jwk.m_type = Type::Okp;
        jwk.m_curve = u"Ed448"_s;
        break;
    default:
        return Error{ErrorCode::Unsupported, u"The key is neither RSA nor EC nor Ed25519/Ed448."_s};
    }
    jwk.m_pkey = std::move(key);
    return jwk;
}

Result<Jwk> Jwk::generate(Algorithm algorithm, int rsaBits)
{
    const auto made = [&](EVP_PKEY *key) -> Result<Jwk> {
        if (!key)
            return Error{ErrorCode::Crypto, u"The key could not be generated."_s};
        auto jwk = fromKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free), true);
        if (jwk) {
            jwk->m_algorithm = algorithm;
            jwk->m_algorithmName = nameOf(algorithm);
            jwk->m_use = u"sig"_s;
        }
        return jwk;
    };
    switch (algorithm) {
    case Algorithm::ES256:
        return made(EVP_EC_gen("P-256"));
    case Algorithm::ES384:
        return made(EVP_EC_gen("P-384"));
    case Algorithm::ES512:
        return made(EVP_EC_gen("P-521"));
    case Algorithm::EdDSA:
        return made(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    case Algorithm::HS256:
    case Algorithm::HS384:
    case Algorithm::HS512:
        return generateOctets(algorithm);
    case Algorithm::RS256:
    case Algorithm::RS384:
    case Algorithm::RS512:
    case Algorithm::PS256:
    case Algorithm::PS384:
    case Algorithm::PS512:
        return made(EVP_RSA_gen(static_cast<unsigned>(rsaBits)));
    }
    return Error{ErrorCode::Unsupported, u"The algorithm is unknown."_s};
}

text::Json Jwk::toJson() const
{
    auto json = text::Json::object();
    const auto label = [&json](const QString &name, const QString &value) {
        if (!value.isEmpty())
            json.set(name, value);
    };
    json.set(u"kty"_s, typeName());
    label(u"kid"_s, m_keyId);
    if (m_type == Type::Oct)
        return json;
    label(u"use"_s, m_use);
    label(u"alg"_s, m_algorithmName);
    for (const auto &[name, value] : publicMembers())
        json.set(name, value);
    return json;
}

QString Jwk::typeName() const
{
    switch (m_type) {
    case Type::Rsa:
        return u"RSA"_s;
    case Type::Ec:
        return u"EC"_s;
    case Type::Okp:
        return u"OKP"_s;
    case Type::Oct:
        return u"oct"_s;
    }
    return {};
}

std::vector<std::pair<QString, QString>> Jwk::publicMembers() const
{
    switch (m_type) {
    case Type::Rsa:
        return {{u"n"_s, number(pkey(), OSSL_PKEY_PARAM_RSA_N)},
                {u"e"_s, number(pkey(), OSSL_PKEY_PARAM_RSA_E)}};
    case Type::Ec: {
        const int size = (EVP_PKEY_get_bits(pkey()) + 7) / 8; // RFC 7518 §6.2.1.2: full length
        return {{u"crv"_s, m_curve},
                {u"x"_s, number(pkey(), OSSL_PKEY_PARAM_EC_PUB_X, size)},
                {u"y"_s, number(pkey(), OSSL_PKEY_PARAM_EC_PUB_Y, size)}};
    }
    case Type::Okp:
        return {{u"crv"_s, m_curve}, {u"x"_s, rawPublicKey(pkey())}};
    case Type::Oct:
        return {};
    }
    return {};
}

QByteArray Jwk::toPublicPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!m_pkey || PEM_write_bio_PUBKEY(bio.get(), pkey()) != 1)
        return {};
    return drained(bio.get());
}

Secret Jwk::toPrivatePem() const
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!m_pkey || !m_private
        || PEM_write_bio_PKCS8PrivateKey(bio.get(), pkey(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return {};
    return Secret(drained(bio.get()));
}

QString Jwk::thumbprint() const
{
    auto members = publicMembers();
    members.emplace_back(u"kty"_s, typeName());
    if (m_type == Type::Oct)
        members.emplace_back(u"k"_s, QString::fromLatin1(toBase64Url(m_octets.reveal())));
    std::sort(members.begin(), members.end());
    auto json = text::Json::object();
    for (const auto &[name, value] : members)
        json.set(name, value);
    return QString::fromLatin1(
        toBase64Url(QCryptographicHash::hash(json.toCompact(), QCryptographicHash::Sha256)));
}

const Jwk *JwkSet::byKeyId(QStringView keyId) const
{
    const auto found = std::find_if(
        keys.rbegin(), keys.rend(), [keyId](const Jwk &key) { return key.keyId() == keyId; });
    return found == keys.rend() ? nullptr : &*found;
}

text::Json JwkSet::toJson() const
{
    auto list = text::Json::array();
    for (const auto &key : keys)
        list.append(key.toJson());
    return text::Json::object({{u"keys"_s, list}});
}

} // namespace tokentrail::jose
