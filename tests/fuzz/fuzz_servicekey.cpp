// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jwk.h"
#include "core/xsuaa/servicekey.h"
#include "tests/fuzz/check.h"

using namespace tokentrail;
using fuzz::mustHold;

namespace {

void checkKeys(const QByteArray &input)
{
    const auto keys = xsuaa::readServiceKeys(input);
    if (!keys) {
        mustHold(keys.error().place.has_value(), "a refusal names the place");
        mustHold(keys.error().sentence.endsWith(u'.'), "a refusal is a sentence");
        return;
    }
    mustHold(!keys->empty(), "an answer holds a key");
    for (const auto &key : *keys) {
        mustHold(!key.shape.isEmpty(), "a key says how it was wrapped");
        const auto secret = QString::fromUtf8(key.client.clientSecret.reveal());
        for (const auto &problem : key.problems) {
            mustHold(problem.sentence.endsWith(u'.'), "a problem is a sentence");
            mustHold(secret.size() < 12 || !problem.sentence.contains(secret),
                     "a problem does not quote the secret");
        }
        const auto endpoint = xsuaa::tokenEndpoint(key.client, key.client.zoneId);
        mustHold(endpoint.url.isEmpty() || !endpoint.url.hasQuery(),
                 "a token endpoint has no query");
    }
}

void checkJwk(const QByteArray &input)
{
    if (const auto key = jose::Jwk::fromPem(input))
        mustHold(jose::Jwk::fromPem(key->toPublicPem()).has_value(), "PEM is read back");
    const auto json = text::parseJson(input);
    const auto set = json ? jose::JwkSet::fromJson(*json) : Result<jose::JwkSet>(json.error());
    if (!set)
        return;
    for (const auto &key : set->keys) {
        if (key.type() == jose::Jwk::Type::Oct)
            continue;
        const auto again = jose::Jwk::fromJson(key.toJson());
        mustHold(again && again->thumbprint() == key.thumbprint(), "a key is read back");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto input = fuzz::inputOf(data, size);
    checkKeys(input);
    checkJwk(input);
    return 0;
}
