// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What `token verify` does for a token, against nothing but OpenSSL's check of its signature.
#include "core/jose/jws.h"
#include "core/xsuaa/validation.h"
#include "tests/bench/bench.h"

#include <openssl/evp.h>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'700'000'000;

text::Json claimsWithScopes(int count)
{
    auto scopes = text::Json::array(QStringList{u"openid"_s});
    for (int i = 0; i < count; ++i)
        scopes.append(u"bookshop-sample!t1.Scope%1"_s.arg(i));
    return text::Json::object(
        {{u"jti"_s, u"267ff29a-2786-4fd0-93f3-b6cacfa04aa0"_s},
         {u"iss"_s, u"https://dev.authentication.eu10.hana.ondemand.com/oauth/token"_s},
         {u"zid"_s, u"5f1c3a52-2a9e-4c8e-9f0e-2f7a3a7c1d11"_s},
         {u"cid"_s, u"sb-bookshop-sample!t1"_s},
         {u"azp"_s, u"sb-bookshop-sample!t1"_s},
         {u"grant_type"_s, u"authorization_code"_s},
         {u"user_name"_s, u"alice@example.com"_s},
         {u"email"_s, u"alice@example.com"_s},
         {u"given_name"_s, u"Alice"_s},
         {u"family_name"_s, u"Müller"_s},
         {u"origin"_s, u"sap.default"_s},
         {u"xs.user.attributes"_s,
          text::Json::object({{u"country"_s, text::Json::array(QStringList{u"DE"_s, u"FR"_s})}})},
         {u"scope"_s, scopes},
         {u"aud"_s, text::Json::array(QStringList{u"sb-bookshop-sample!t1"_s, u"openid"_s})},
         {u"iat"_s, now},
         {u"exp"_s, now + 43200}});
}

// As many scopes as make the token that long.
QByteArray tokenOf(qsizetype bytes, const jose::Jwk &key)
{
    QByteArray token;
    for (int scopes = 1; token.size() < bytes; ++scopes)
        token = jose::signCompact(claimsWithScopes(scopes).toCompact(),
                                  key,
                                  jose::Algorithm::RS256,
                                  text::Json::object({{u"typ"_s, u"JWT"_s}}))
                    .value();
    return token;
}

bool rawVerify(const QByteArray &input, const QByteArray &signature, EVP_PKEY *key, EVP_MD *digest)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, digest, nullptr, key);
    const auto bytes = [](const QByteArray &text) {
        return reinterpret_cast<const unsigned char *>(text.constData());
    };
    const int ok = EVP_DigestVerify(
        context, bytes(signature), size_t(signature.size()), bytes(input), size_t(input.size()));
    EVP_MD_CTX_free(context);
    return ok == 1;
}

bool measure(const char *name, qsizetype bytes, double limit)
{
    auto signer = jose::Jwk::generate(jose::Algorithm::RS256).value();
    signer.setKeyId(u"key-1"_s);
    const auto token = tokenOf(bytes, signer);
    const auto keys = jose::JwkSet::fromJson(jose::JwkSet{{signer}, false, {}}.toJson()).value();
    xsuaa::ServiceKey key;
    key.client.clientId = u"sb-bookshop-sample!t1"_s;
    key.client.uaaDomain = u"authentication.eu10.hana.ondemand.com"_s;
    key.xsappname = u"bookshop-sample!t1"_s;

    bool good = true;
    constexpr int calls = 2000;
    const auto ours = bench::perCall(calls, [&] {
        const auto decoded = jose::decodeToken(token);
        good &= xsuaa::validateLikeXssec({decoded, key, &keys, now}).valid();
    });
    const auto parsed = jose::parseCompact(token).value();
    const auto input = parsed.signingInput();
    EVP_MD *digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    const auto raw = bench::perCall(calls, [&] {
        good &= rawVerify(input, parsed.signature, keys.keys.front().pkey(), digest);
    });
    EVP_MD_free(digest);
    if (!good)
        std::printf("%s: the token does not verify\n", name);
    return bench::row(name, ours, raw, limit) && good;
}

} // namespace

int main()
{
    const bool usual = measure("verify a token of 1.6 kB / raw RS256", 1600, 2);
    const bool large = measure("verify a token of 8 kB / raw RS256", 8000, 3);
    return usual && large ? 0 : 1;
}
