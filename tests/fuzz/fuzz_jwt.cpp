// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/jose/jws.h"
#include "core/jose/jwt.h"
#include "core/xsuaa/capuser.h"
#include "core/xsuaa/validation.h"
#include "tests/fuzz/check.h"

#include <algorithm>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using fuzz::mustHold;

namespace {

const jose::Jwk &trustedKey()
{
    static const auto key = [] {
        auto made = jose::Jwk::generate(jose::Algorithm::ES256).value();
        made.setKeyId(u"k"_s);
        return made;
    }();
    return key;
}

const jose::JwkSet &trusted()
{
    static const jose::JwkSet set{{trustedKey()}, false, {}};
    return set;
}

void checkBase64(const QByteArray &input)
{
    if (const auto bytes = jose::fromBase64Url(input)) {
        mustHold(jose::toBase64Url(*bytes) == input, "strict base64url has one spelling");
        mustHold(jose::fromBase64Url(input, jose::Base64Policy::Lenient).value() == *bytes,
                 "lenient reads what strict reads");
    }
}

// Nobody but this program holds the key, so nothing that comes from outside may verify.
void checkVerification(const QByteArray &input)
{
    mustHold(!jose::verifyCompact(input, trusted()), "a foreign token does not verify");
    const auto signature = jose::fromBase64Url(input, jose::Base64Policy::Lenient).value();
    mustHold(!jose::verify("payload", signature, trustedKey(), jose::Algorithm::ES256),
             "a foreign signature does not verify");
}

// Any change of a good token, be it in its spelling, makes it a bad one.
void checkMutation(const QByteArray &input)
{
    static const auto good =
        jose::signCompact(R"({"user_name":"alice"})", trustedKey(), jose::Algorithm::ES256).value();
    if (input.size() < 3)
        return;
    const auto at = (uchar(input[0]) * 256 + uchar(input[1])) % good.size();
    auto mutated = good;
    mutated.replace(at, qMin(input.size() - 2, good.size() - at), input.sliced(2));
    mustHold(mutated == good || !jose::verifyCompact(mutated, trusted()),
             "a changed token does not verify");
}

void checkDecoding(const QByteArray &input)
{
    const auto token = jose::decodeToken(input);
    mustHold(token.header.isNull() || token.header.isObject(), "a header is an object or nothing");
    mustHold(token.claims.isNull() || token.claims.isObject(), "claims are an object or nothing");
    mustHold(token.isReadable() || !token.problems.empty(), "what cannot be read is told");
    for (const auto &problem : token.problems)
        mustHold(!problem.id.isEmpty() && problem.sentence.endsWith(u'.'),
                 "a problem is a sentence");
    constexpr QByteArrayView foreign(" \t\r\n\"\'`:,;{");
    const bool bare = std::none_of(
        token.compact.begin(), token.compact.end(), [&](char c) { return foreign.contains(c); });
    mustHold(!bare || token.compact.isEmpty() || token.compact.size() < 17
                 || jose::decodeToken(token.compact).claims == token.claims,
             "what was unwrapped is read the same");

    const auto user = xsuaa::capUserOf(token.claims);
    mustHold(xsuaa::toJson(user).isObject(), "every token gives a user");
    xsuaa::ServiceKey key;
    key.client.clientId = u"sb-a!t1"_s;
    key.client.uaaDomain = u"auth.example"_s;
    key.xsappname = u"a!t1"_s;
    const auto validation = xsuaa::validateLikeXssec({token, key, &trusted(), 1'700'000'000});
    mustHold(!validation.valid(), "a foreign token is not valid");
    mustHold(validation.checks.size() == size_t(xsuaa::CheckId::Signature) + 1,
             "every check is answered");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto input = fuzz::inputOf(data, size);
    checkBase64(input);
    checkVerification(input);
    checkMutation(input);
    checkDecoding(input);
    return 0;
}
