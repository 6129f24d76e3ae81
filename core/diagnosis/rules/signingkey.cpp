// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

bool timesFail(const Facts &facts)
{
    return facts.failedCheck(xsuaa::CheckId::NotExpired)
        || facts.failedCheck(xsuaa::CheckId::AlreadyValid)
        || facts.failedCheck(xsuaa::CheckId::Audience);
}

bool hasKey(const trail::Hop &keySet, const QString &keyId)
{
    const auto parsed = text::parseJson(keySet.response.body);
    if (!parsed)
        return false;
    for (const auto &key : (*parsed)[u"keys"].elements()) {
        if (key[u"kid"].toString() == keyId)
            return true;
    }
    return false;
}

const trail::Hop *setWithout(const Facts &facts, const QString &keyId)
{
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        if (hop->response.status == 200 && !hasKey(*hop, keyId))
            return hop;
    }
    return nullptr;
}

bool keyIsKnown(const Facts &facts)
{
    const auto keyId = facts.header[u"kid"].toString();
    if (facts.input.keys && facts.input.key)
        return facts.input.keys->byKeyId(keyId);
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        if (hop->response.status == 200 && hasKey(*hop, keyId))
            return true;
    }
    return false;
}

bool saysBasic(const Facts &facts)
{
    return facts.call && facts.call->response.headers.contains("www-authenticate");
}

} // namespace

QList<Finding> keyIdMissing(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::KeyIdPresent);
    if (!check || !facts.refused())
        return {};
    return Verdict(0.95, say(u"key-id-missing.none"), facts.call)
        .because(check->sentence, facts.call);
}

QList<Finding> keyIdUnknown(const Facts &facts)
{
    const auto keyId = facts.header[u"kid"].toString();
    const auto *check = facts.failedCheck(xsuaa::CheckId::KeyIdKnown);
    const auto *seen = check ? nullptr : setWithout(facts, keyId);
    if (!facts.refused() || keyId.isEmpty() || (!check && !seen) || timesFail(facts))
        return {};
    Verdict verdict(0.95, say(u"key-id-unknown.key", {{u"key", keyId}}), facts.call);
    if (check)
        verdict.because(check->sentence, facts.call);
    if (seen)
        verdict.because(say(u"key-id-unknown.set"), seen);
    verdict.fix(say(u"key-id-unknown.fix"));
    return verdict;
}

QList<Finding> algorithmNotAccepted(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::AlgorithmAccepted);
    if (!check || !facts.refused())
        return {};
    return Verdict(0.95,
                   say(u"algorithm-not-accepted.signed",
                       {{u"algorithm", facts.header[u"alg"].toString()}}),
                   facts.call)
        .because(check->sentence, facts.call);
}

// Proven where the token or the check of the key set is at hand; else what is left when every
// other check passes.
QList<Finding> signatureInvalid(const Facts &facts)
{
    if (!facts.refused() || !facts.claims.isObject() || timesFail(facts))
        return {};
    const auto noted = facts.call ? facts.call->notes[u"signature"].toString() : QString();
    const auto *check = facts.failedCheck(xsuaa::CheckId::Signature);
    const bool proven = check || noted == "invalid"_L1;
    const auto *first = facts.validation ? facts.validation->firstFailure() : nullptr;
    for (const auto *keySet : facts.hops(trail::HopKind::Jwks)) {
        if (keySet->response.status != 200 && !proven)
            return {};
    }
    if ((first && !check) || noted == "valid"_L1)
        return {};
    if (!proven && (!keyIsKnown(facts) || saysBasic(facts)))
        return {};
    Verdict verdict(proven ? 0.97 : 0.7,
                    say(u"signature-invalid.not-fit", {{u"who", facts.who()}}),
                    facts.call);
    verdict.because(check        ? check->sentence
                        : proven ? say(u"signature-invalid.checked")
                                 : say(u"signature-invalid.else-right"),
                    facts.call);
    return verdict;
}

} // namespace tokentrail::diagnosis::rules
