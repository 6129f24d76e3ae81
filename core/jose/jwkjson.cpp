// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/jose/evp.h"
#include "core/jose/jwk.h"

#include <openssl/core_names.h>
#include <openssl/rand.h>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

using Key = std::shared_ptr<EVP_PKEY>;

Error refusal(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

Result<QByteArray> bytesOfMember(const text::Json &json, const QString &name)
{
    const auto *member = json.find(name);
    if (!member || !member->isString() || member->toString().isEmpty())
        return refusal(u"The key has no \"%1\"."_s.arg(name));
    auto bytes = fromBase64Url(member->toString().toUtf8());
    if (!bytes)
        return refusal(u"The key's \"%1\" is no base64url: %2"_s.arg(name, bytes.error().sentence));
    return bytes;
}

Result<Key> built(const char *type, OSSL_PARAM_BLD *builder, bool isPrivate)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *raw = nullptr;
    if (!params || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(),
                             &raw,
                             isPrivate ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                             params.get())
            != 1)
        return refusal(u"The key's numbers make no %1 key."_s.arg(QLatin1StringView(type)));
    return Key(raw, EVP_PKEY_free);
}

bool halvesBelongTogether(EVP_PKEY *key)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return EVP_PKEY_pairwise_check(context.get()) == 1;
}

Result<Key> rsaKey(const text::Json &json)
{
    struct Part
    {
        QString member;
        const char *parameter;
    };
    std::vector<Part> parts = {{u"n"_s, OSSL_PKEY_PARAM_RSA_N}, {u"e"_s, OSSL_PKEY_PARAM_RSA_E}};
    const bool isPrivate = json.contains(u"d");
    if (json.contains(u"oth"))
        return Error{ErrorCode::Unsupported, u"RSA keys of more than two primes are not read."_s};
    if (isPrivate)
        parts.push_back({u"d"_s, OSSL_PKEY_PARAM_RSA_D});
    if (isPrivate && json.contains(u"p")) {
        // RFC 7518 §6.3.2: with one of the factors all five have to be there.
        parts.insert(parts.end(),
                     {{u"p"_s, OSSL_PKEY_PARAM_RSA_FACTOR1},
                      {u"q"_s, OSSL_PKEY_PARAM_RSA_FACTOR2},
                      {u"dp"_s, OSSL_PKEY_PARAM_RSA_EXPONENT1},
                      {u"dq"_s, OSSL_PKEY_PARAM_RSA_EXPONENT2},
                      {u"qi"_s, OSSL_PKEY_PARAM_RSA_COEFFICIENT1}});
    }
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    std::vector<BigNumber> numbers; // alive until the parameters are built
    for (const auto &part : parts) {
        const auto bytes = bytesOfMember(json, part.member);
        if (!bytes)
            return bytes.error();
        numbers.push_back(bigNumber(*bytes));
        OSSL_PARAM_BLD_push_BN(builder.get(), part.parameter, numbers.back().get());
    }
    constexpr int fewestBits = 512; // OpenSSL computes with no shorter ones
    constexpr int mostBits = 16384; // and longer ones only burn time
    const int bits = BN_num_bits(numbers.front().get());
    if (bits < fewestBits || bits > mostBits)
        return refusal(u"The RSA key has %1 bits, which no key in use has."_s.arg(bits));
    auto key = built("RSA", builder.get(), isPrivate);
    if (key && isPrivate && !halvesBelongTogether(key->get()))
        return refusal(u"The private half of the RSA key does not belong to the public one."_s);
    return key;
}

Result<Key> ecKey(const text::Json &json)
{
    const auto curve = json[u"crv"].toString();
    const qsizetype size = curve == "P-256"_L1 ? 32
        : curve == "P-384"_L1                  ? 48
        : curve == "P-521"_L1                  ? 66
                                               : 0;
    if (size == 0)
        return Error{ErrorCode::Unsupported,
                     u"The key's curve \"%1\" is none of P-256, P-384, P-521."_s.arg(curve)};
    const bool isPrivate = json.contains(u"d");
    QByteArray point(1, '\x04'); // uncompressed, SEC 1 §2.3.3
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    BigNumber secret;
    for (const auto &name : {u"x"_s, u"y"_s, u"d"_s}) {
        if (name == "d"_L1 && !isPrivate)
            continue;
        const auto bytes = bytesOfMember(json, name);
        if (!bytes)
            return bytes.error();
        if (bytes->size() != size)
            return refusal(u"The key's \"%1\" has %2 bytes; %3 needs %4."_s.arg(name)
                               .arg(bytes->size())
                               .arg(curve)
                               .arg(size));
        if (name == "d"_L1)
            secret = bigNumber(*bytes);
        else
            point += *bytes;
    }
    const auto group = curve.toLatin1();
    OSSL_PARAM_BLD_push_utf8_string(
        builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, group.constData(), 0);
    OSSL_PARAM_BLD_push_octet_string(
        builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size()));
    if (secret)
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
    auto key = built("EC", builder.get(), isPrivate);
    if (!key)
        return refusal(u"The key's point is not on the curve %1."_s.arg(curve));
    if (isPrivate && !halvesBelongTogether(key->get()))
        return refusal(u"The private half of the EC key does not belong to the public one."_s);
    return key;
}

Result<Key> okpKey(const text::Json &json)
{
    const auto curve = json[u"crv"].toString();
    const bool small = curve == "Ed25519"_L1;
    if (!small && curve != "Ed448"_L1)
        return Error{ErrorCode::Unsupported,
                     u"The key's curve \"%1\" is neither Ed25519 nor Ed448."_s.arg(curve)};
    const int type = small ? EVP_PKEY_ED25519 : EVP_PKEY_ED448;
    const auto x = bytesOfMember(json, u"x"_s);
    if (!x)
        return x.error();
    const auto size = size_t(x->size());
    Key key(EVP_PKEY_new_raw_public_key(type, nullptr, bytesOf(*x), size), EVP_PKEY_free);
    if (!key)
        return refusal(u"The key's \"x\" is no public key of %1."_s.arg(curve));
    if (!json.contains(u"d"))
        return key;
    const auto d = bytesOfMember(json, u"d"_s);
    if (!d)
        return d.error();
    Key pair(EVP_PKEY_new_raw_private_key(type, nullptr, bytesOf(*d), size_t(d->size())),
             EVP_PKEY_free);
    if (!pair || EVP_PKEY_eq(pair.get(), key.get()) != 1)
        return refusal(
            u"The private half of the %1 key does not belong to the public one."_s.arg(curve));
    return pair;
}

} // namespace

Result<Jwk> Jwk::fromOctets(const text::Json &json)
{
    auto octets = bytesOfMember(json, u"k"_s);
    if (!octets)
        return octets.error();
    Jwk jwk;
    jwk.m_type = Type::Oct;
    jwk.m_private = true;
    jwk.m_octets = Secret(std::move(*octets));
    return jwk;
}

Result<Jwk> Jwk::generateOctets(Algorithm algorithm)
{
    QByteArray octets(digestSizeOf(algorithm), '\0');
    if (RAND_priv_bytes(bytesOf(octets), int(octets.size())) != 1)
        return Error{ErrorCode::Crypto, u"The key could not be generated."_s};
    Jwk jwk;
    jwk.m_type = Type::Oct;
    jwk.m_private = true;
    jwk.m_octets = Secret(std::move(octets));
    jwk.m_algorithm = algorithm;
    jwk.m_algorithmName = nameOf(algorithm);
    jwk.m_use = u"sig"_s;
    return jwk;
}

Result<void> Jwk::readLabels(const text::Json &json)
{
    for (auto &[name, target] : {std::pair{u"kid"_s, &m_keyId},
                                 std::pair{u"use"_s, &m_use},
                                 std::pair{u"alg"_s, &m_algorithmName}}) {
        const auto *member = json.find(name);
        if (member && !member->isString())
            return refusal(u"The key's \"%1\" is no text."_s.arg(name));
        if (member)
            *target = member->toString();
    }
    m_algorithm = algorithmFromName(m_algorithmName);
    if (m_algorithmName == "Ed25519"_L1 || m_algorithmName == "Ed448"_L1) // RFC 9864
        m_algorithm = Algorithm::EdDSA;
    if (m_algorithmName == "ES521"_L1) // a misspelling that published keys carry
        m_algorithm = Algorithm::ES512;
    if (const auto *operations = json.find(u"key_ops")) {
        if (!operations->isArray())
            return refusal(u"The key's \"key_ops\" is no array."_s);
        m_operations = operations->toStringList();
    }
    return {};
}

Result<Jwk> Jwk::fromJson(const text::Json &json)
{
    if (!json.isObject())
        return refusal(u"A JSON Web Key is an object."_s);
    const auto kty = json[u"kty"].toString();
    const auto read = [&json](auto reader) -> Result<Jwk> {
        auto key = reader(json);
        if (!key)
            return key.error();
        return fromKey(std::move(*key), json.contains(u"d"));
    };
    Result<Jwk> jwk = refusal(kty.isEmpty() ? u"The key has no \"kty\"."_s
                                            : u"The key's type \"%1\" is unknown."_s.arg(kty));
    if (kty == "RSA"_L1)
        jwk = read(rsaKey);
    else if (kty == "EC"_L1)
        jwk = read(ecKey);
    else if (kty == "OKP"_L1)
        jwk = read(okpKey);
    else if (kty == "oct"_L1)
        jwk = fromOctets(json);
    if (!jwk)
        return jwk;
    if (const auto labelled = jwk->readLabels(json); !labelled)
        return labelled.error();
    return jwk;
}

Result<JwkSet> JwkSet::fromJson(const text::Json &json)
{
    JwkSet set;
    const auto *list = json.find(u"keys");
    if (!list) {
        auto key = Jwk::fromJson(json);
        if (!key)
            return key.error();
        set.keys.push_back(std::move(*key));
        set.lone = true;
        return set;
    }
    if (!list->isArray())
        return refusal(u"The key set's \"keys\" is no array."_s);
    for (const auto &element : list->elements()) {
        if (auto key = Jwk::fromJson(element))
            set.keys.push_back(std::move(*key));
        else
            set.skipped.push_back(key.error());
    }
    return set;
}

} // namespace tokentrail::jose
