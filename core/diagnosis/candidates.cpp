// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/candidates.h"

#include "core/diagnosis/heard.h"

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Candidate
{
    int status;
    const char *words; // in the body; empty: any
    const char16_t *id;
    double confidence;
};

// clang-format off
constexpr Candidate table[] = {
    {401, "", u"no-token", 0.3},
    {401, "", u"token-expired", 0.3},
    {401, "", u"audience-mismatch", 0.25},
    {401, "", u"signature-invalid", 0.15},
    {401, "", u"key-id-unknown", 0.15},
    {403, "", u"role-missing", 0.5},
    {403, "", u"technical-token-where-user-needed", 0.25},
    {403, "", u"attribute-missing-denied", 0.2},
    {500, "", u"scope-claim-missing", 0.25},
    {500, "", u"jwks-unreachable", 0.25},
    {500, "", u"jwks-untrusted-certificate", 0.2},
    {502, "Failed to load destination", u"user-token-absent", 0.45},
    {502, "Failed to load destination", u"connectivity-binding-missing", 0.2},
    {502, "Failed to load destination", u"destination-client-refused", 0.2},
    {502, "Failed to load destination", u"destination-not-found", 0.2},
    {502, "Failed to build headers", u"destination-token-error", 0.4},
    {502, "Failed to build headers", u"principal-propagation-over-internet", 0.3},
    {502, "", u"remote-failure-hidden-as-502", 0.5},
};
// clang-format on

// A check that the token at hand has passed is no candidate any more.
bool isRuledOut(const Facts &facts, QStringView id)
{
    using xsuaa::CheckId;
    if (!facts.validation)
        return false;
    for (const auto &check : facts.validation->checks) {
        if (check.outcome != xsuaa::Outcome::Passed)
            continue;
        if ((check.id == CheckId::NotExpired && id == u"token-expired")
            || (check.id == CheckId::Audience && id == u"audience-mismatch")
            || (check.id == CheckId::KeyIdKnown && id == u"key-id-unknown")
            || (check.id == CheckId::Signature && id == u"signature-invalid"))
            return true;
    }
    return false;
}

bool fitsToken(const Facts &facts, QStringView id)
{
    if (!facts.claims.isObject())
        return true;
    if (id == u"no-token" || (id == u"scope-claim-missing" && facts.claims.contains(u"scope")))
        return false;
    return id != u"technical-token-where-user-needed" || facts.technicalToken;
}

} // namespace

QList<Finding> candidates(const Facts &facts)
{
    const auto *answer = facts.call;
    if (!answer || facts.requestSeen || facts.trail.hops.size() != 1)
        return {};
    QList<Finding> found;
    for (const auto &candidate : table) {
        const auto &body = answer->response.body;
        const bool fits = candidate.status == facts.status && body.contains(candidate.words);
        if (!fits || isRuledOut(facts, candidate.id) || !fitsToken(facts, candidate.id))
            continue;
        const Heard heard{QString::fromUtf16(candidate.id), candidate.confidence, {}, {}};
        auto finding = findingOf(heard, false);
        finding.sentence = finding.title + u": possible, since the answer alone does not decide."_s;
        finding.evidence.append({u"The answer is %1."_s.arg(facts.status), answer->id});
        found.append(finding);
    }
    return found;
}

} // namespace tokentrail::diagnosis
