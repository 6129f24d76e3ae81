// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/candidates.h"

#include "core/diagnosis/heard.h"
#include "core/diagnosis/say.h"
#include "core/trail/need.h"

#include <algorithm>
#include <array>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

// How the body of an answer looks, apart from its words.
enum class Look { Any, Empty, Plain, Json, NearlyEmptyJson, Page };

struct Candidate
{
    int status;
    Look look;
    const char *words; // in the body or in a header that explains; empty: any
    const char16_t *id;
    double confidence;
};

// Rows of one status go from special to general: the first look that has any row decides.
// clang-format off
constexpr Candidate table[] = {
    // CAP's kinds mocked and basic name a realm
    {401, Look::Any, "realm=\"Users\"", u"bearer-token-to-basic-service", 0.4},
    {401, Look::Any, "realm=\"Users\"", u"basic-credentials-refused", 0.38},
    {401, Look::Any, "realm=\"Users\"", u"no-token", 0.36},
    {401, Look::Any, "", u"no-token", 0.32},
    {401, Look::Any, "", u"token-expired", 0.31},
    {401, Look::Any, "", u"audience-mismatch", 0.3},
    {401, Look::Any, "", u"session-expired", 0.15},
    {401, Look::Any, "", u"signature-invalid", 0.15},
    {401, Look::Any, "", u"key-id-unknown", 0.15},
    {401, Look::Any, "", u"backend-user-not-mapped", 0.1},
    {403, Look::Any, "equired", u"csrf-token-missing", 0.45},
    {403, Look::Any, "equired", u"backend-csrf-token-missing", 0.4},
    {403, Look::Empty, "", u"custom-middleware-ends-the-call", 0.4},
    {403, Look::Empty, "", u"role-missing", 0.3},
    {403, Look::Empty, "", u"csrf-token-missing", 0.25},
    {403, Look::Plain, "orbidden", u"route-scope-missing", 0.42},
    {403, Look::Plain, "orbidden", u"role-missing", 0.35},
    {403, Look::Plain, "orbidden", u"csrf-token-missing", 0.3},
    {403, Look::Any, "", u"role-missing", 0.5},
    {403, Look::Any, "", u"technical-token-where-user-needed", 0.3},
    {403, Look::Any, "", u"attribute-missing-denied", 0.26},
    {403, Look::Any, "", u"restriction-without-matching-grant", 0.2},
    {403, Look::Any, "", u"host-not-exposed", 0.1},
    {404, Look::Any, "", u"destination-not-found", 0.3},
    {404, Look::Any, "", u"app-route-missing", 0.25},
    {405, Look::Any, "", u"virtual-host-over-https", 0.5},
    {405, Look::Any, "", u"operation-excluded-by-model", 0.3},
    {407, Look::Any, "", u"proxy-authorization-missing", 0.9},
    {413, Look::Any, "", u"token-too-large", 0.4},
    {429, Look::Any, "", u"rate-limited", 0.95},
    {431, Look::Any, "", u"token-too-large", 0.95},
    {400, Look::Any, "", u"token-too-large", 0.3},
    {400, Look::Any, "", u"callback-without-state-or-cookie", 0.3},
    {500, Look::NearlyEmptyJson, "", u"scope-claim-missing", 0.4},
    {500, Look::NearlyEmptyJson, "", u"jwks-unreachable", 0.38},
    {500, Look::NearlyEmptyJson, "", u"jwks-untrusted-certificate", 0.36},
    {500, Look::Any, "", u"scope-claim-missing", 0.28},
    {500, Look::Any, "", u"jwks-unreachable", 0.26},
    {500, Look::Any, "", u"jwks-untrusted-certificate", 0.24},
    {500, Look::Any, "", u"attribute-with-several-values", 0.15},
    {500, Look::Any, "", u"binding-wrapped-twice", 0.12},
    {502, Look::Any, "Failed to load destination", u"user-token-absent", 0.5},
    {502, Look::Any, "Failed to load destination", u"connectivity-binding-missing", 0.3},
    {502, Look::Any, "Failed to load destination", u"destination-client-refused", 0.28},
    {502, Look::Any, "Failed to load destination", u"destination-binding-missing", 0.15},
    {502, Look::Any, "Failed to load destination", u"exchange-not-granted", 0.12},
    {502, Look::Any, "Failed to build headers", u"destination-token-error", 0.45},
    {502, Look::Any, "Failed to build headers", u"principal-propagation-over-internet", 0.4},
    {502, Look::Any, "Failed to build headers", u"destination-type-unsupported", 0.3},
    {502, Look::Any, "", u"remote-failure-hidden-as-502", 0.9},
    {502, Look::Any, "", u"user-token-absent", 0.2},
    {502, Look::Any, "", u"backend-unreachable", 0.18},
    {503, Look::Any, "", u"cloud-connector-not-connected", 0.45},
    {503, Look::Any, "", u"location-id-unknown", 0.35},
    {503, Look::Any, "", u"backend-unreachable", 0.3},
    {504, Look::Any, "", u"timed-out", 0.85},
    {408, Look::Any, "", u"timed-out", 0.7},
};
// clang-format on

Look lookOf(const QByteArray &body)
{
    const auto text = body.trimmed();
    if (text.isEmpty())
        return Look::Empty;
    if (text.startsWith('<'))
        return Look::Page;
    if (!text.startsWith('{'))
        return Look::Plain;
    const auto json = text::parseJson(text);
    const bool silent =
        json && (*json)[u"error"].isObject() && !json->find(u"error")->contains(u"message");
    return silent ? Look::NearlyEmptyJson : Look::Json;
}

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

struct Answer
{
    int status = 0;
    QByteArray words; // body, and the headers that explain
    Look look = Look::Any;
    QString hopId;
};

Answer answerOf(const Facts &facts)
{
    if (facts.trail.hops.isEmpty())
        return {facts.statusInLog, {}, Look::Any, {}};
    const auto *hop = facts.call;
    // Of 401, 403 and 500 the rules know more when they see the request.
    constexpr std::array plain{407, 431, 502, 503, 504};
    const bool judged =
        facts.requestSeen && std::find(plain.begin(), plain.end(), facts.status) == plain.end();
    if (!hop || judged || facts.trail.hops.size() != 1)
        return {};
    const auto &response = hop->response;
    QByteArray words = response.body + '\n' + response.headers.value("www-authenticate");
    if (response.headers.contains("x-csrf-token"))
        words += "\nRequired";
    return {facts.status, words, lookOf(response.body), hop->id};
}

Finding possible(const char16_t *id, double confidence, const QString &why, const Facts &facts)
{
    auto finding =
        findingOf({QString::fromUtf16(id), confidence, {}, {}, Telling::Cause, 0, {}}, false);
    finding.sentence = say(u"candidate.nothing-else", {{u"title", finding.title}});
    finding.hopId = facts.call->id;
    finding.evidence.append({why, facts.call->id});
    return finding;
}

// The call with its token was seen, and passes every check that can be made from here.
QList<Finding> behindASoundToken(const Facts &facts)
{
    const bool keysFetched = !facts.hops(trail::HopKind::Jwks).isEmpty();
    if (!facts.call || !facts.requestSeen || !facts.claims.isObject() || keysFetched)
        return {};
    if (facts.status == 401 && !facts.input.key
        && !facts.call->response.headers.contains("www-authenticate")) {
        const auto why = say(u"candidate.sound-token-refused");
        return {possible(u"audience-mismatch", 0.55, why, facts),
                possible(u"key-id-unknown", 0.35, why, facts),
                possible(u"signature-invalid", 0.34, why, facts)};
    }
    if (facts.status == 500 && facts.claims[u"scope"].isArray()
        && !trail::hasStepsOfService(facts.trail)) {
        const auto why = say(u"candidate.sound-token-failed");
        return {possible(u"jwks-unreachable", 0.5, why, facts),
                possible(u"jwks-untrusted-certificate", 0.46, why, facts),
                possible(u"jwks-wrong-scheme", 0.42, why, facts),
                possible(u"binding-wrapped-twice", 0.3, why, facts)};
    }
    return {};
}

} // namespace

QList<Finding> candidates(const Facts &facts)
{
    if (const auto behind = behindASoundToken(facts); !behind.isEmpty())
        return behind;
    const auto answer = answerOf(facts);
    QList<Finding> found;
    const Candidate *first = nullptr;
    for (const auto &candidate : table) {
        const bool fits = candidate.status == answer.status
            && answer.words.contains(candidate.words)
            && (candidate.look == Look::Any || candidate.look == answer.look);
        const bool sameKind = !first
            || (first->look == candidate.look && qstrcmp(first->words, candidate.words) == 0);
        if (!fits || !sameKind || isRuledOut(facts, candidate.id)
            || !fitsToken(facts, candidate.id))
            continue;
        first = &candidate;
        const Heard heard{
            QString::fromUtf16(candidate.id), candidate.confidence, {}, {}, Telling::Cause, 0, {}};
        auto finding = findingOf(heard, false);
        finding.sentence = say(u"candidate.undecided", {{u"title", finding.title}});
        finding.evidence.append(
            {say(u"candidate.answer", {{u"status", answer.status}}), answer.hopId});
        found.append(finding);
    }
    return found;
}

} // namespace tokentrail::diagnosis
