// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/evidence/answertext.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

QList<const trail::Hop *> refusedClients(const Facts &facts)
{
    QList<const trail::Hop *> refused;
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        if (hop->from == trail::Party::Service
            && (hop->response.status == 401 || hop->response.status == 400)
            && hop->notes[u"grant"].toString() == "client_credentials"_L1)
            refused << hop;
    }
    return refused;
}

QList<const trail::Hop *> loginsRefused(const Facts &facts)
{
    QList<const trail::Hop *> refused;
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        if (hop->from != trail::Party::Service && hop->from != trail::Party::Destination
            && (hop->response.status == 401 || hop->response.status == 400))
            refused << hop;
    }
    return refused;
}

const trail::Hop *lookupBefore(const Facts &facts, const trail::Hop &token)
{
    const trail::Hop *found = nullptr;
    for (const auto &hop : facts.trail.hops) {
        if (hop.id == token.id)
            break;
        if (hop.kind == trail::HopKind::DestinationLookup && hop.response.status == 200)
            found = &hop;
    }
    return found;
}

bool isClientError(const trail::Hop &hop)
{
    return hop.response.body.contains("unauthorized")
        || hop.response.body.contains("invalid_client")
        || hop.response.body.contains("Bad credentials");
}

bool expired(const trail::Hop &hop, const trail::TokenSeen &token)
{
    return token.claims[u"exp"].isNumber()
        && token.claims[u"exp"].toInteger() <= hop.startMs / 1000;
}

} // namespace

QList<Finding> destinationClientRefused(const Facts &facts)
{
    for (const auto *hop : refusedClients(facts)) {
        if (lookupBefore(facts, *hop))
            continue;
        return Verdict(isClientError(*hop) ? 0.93 : 0.75,
                       say(u"destination-client-refused.client", {{u"client", hop->actor.name}}),
                       hop)
            .because(say(u"seen.token-endpoint-said",
                         {{u"status", hop->response.status},
                          {u"body", evidence::bodyInWords(hop->response)}}),
                     hop)
            .because(say(u"destination-client-refused.no-lookup"))
            .fix(say(u"destination-client-refused.fix"));
    }
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        if (hop->response.status != 401 && hop->response.status != 403)
            continue;
        return Verdict(0.85,
                       say(u"destination-client-refused.token", {{u"client", hop->actor.name}}),
                       hop)
            .because(say(u"seen.answered", {{u"status", hop->response.status}}), hop)
            .fix(say(u"destination-client-refused.fix-token"));
    }
    return {};
}

QList<Finding> connectivityClientRefused(const Facts &facts)
{
    for (const auto *hop : refusedClients(facts)) {
        const auto *lookup = lookupBefore(facts, *hop);
        if (!lookup || !trail::isOnPremise(*lookup))
            continue;
        return Verdict(0.93,
                       say(u"connectivity-client-refused.client", {{u"client", hop->actor.name}}),
                       hop)
            .because(say(u"seen.token-endpoint-answered", {{u"status", hop->response.status}}), hop)
            .because(say(u"connectivity-client-refused.on-premise",
                         {{u"destination", lookup->destination}}),
                     lookup);
    }
    return {};
}

QList<Finding> exchangeNotGranted(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        const auto *assertion = trail::tokenWithRole(*hop, trail::TokenRole::Assertion);
        if (!trail::isExchange(*hop) || hop->response.status < 400 || hop->response.status >= 500
            || !assertion || !hop->subject.isUser || expired(*hop, *assertion))
            continue;
        const bool said = hop->response.body.contains("nauthorized grant type")
            || hop->response.body.contains("unauthorized_client");
        return Verdict(said ? 0.96 : 0.6,
                       say(u"exchange-not-granted.may-not",
                           {{u"client", hop->actor.name}, {u"user", hop->subject.name}}),
                       hop)
            .because(say(u"seen.token-endpoint-said",
                         {{u"status", hop->response.status},
                          {u"body", evidence::bodyInWords(hop->response)}}),
                     hop)
            .fix(say(u"exchange-not-granted.fix"));
    }
    return {};
}

QList<Finding> tokenEndpointDown(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        if (hop->response.status < 500 || !facts.failed())
            continue;
        return Verdict(
                   0.95,
                   say(u"token-endpoint-unavailable.no-token", {{u"status", hop->response.status}}),
                   hop)
            .because(say(u"token-endpoint-unavailable.not-who"), hop);
    }
    return {};
}

QList<Finding> clientUnknown(const Facts &facts)
{
    for (const auto *hop : loginsRefused(facts)) {
        if (!hop->response.body.contains("No client with requested id"))
            continue;
        return Verdict(0.96, say(u"client-unknown.unknown", {{u"client", hop->actor.name}}), hop)
            .because(say(u"client-unknown.said"), hop);
    }
    return {};
}

QList<Finding> clientSecretRefused(const Facts &facts)
{
    for (const auto *hop : loginsRefused(facts)) {
        const bool said = hop->response.body.contains("invalid_client");
        const bool alone = hop->notes[u"grant"].toString() == "client_credentials"_L1;
        if (hop->response.status != 401 || (!said && !alone))
            continue;
        return Verdict(
                   0.9, say(u"client-secret-refused.secret", {{u"client", hop->actor.name}}), hop)
            .because(say(u"seen.token-endpoint-answered", {{u"status", 401}}), hop);
    }
    return {};
}

QList<Finding> userCredentialsRefused(const Facts &facts)
{
    for (const auto *hop : loginsRefused(facts)) {
        if (hop->notes[u"grant"].toString() != "password"_L1
            || hop->response.body.contains("invalid_client")
            || hop->response.body.contains("No client with")
            || hop->response.body.contains("grant type"))
            continue;
        return Verdict(0.75,
                       say(u"user-credentials-refused.wrong", {{u"user", hop->subject.name}}),
                       hop)
            .because(say(u"seen.token-endpoint-answered", {{u"status", hop->response.status}}), hop)
            .although(say(u"user-credentials-refused.or-secret"))
            .fix(say(u"user-credentials-refused.fix"));
    }
    return {};
}

QList<Finding> grantNotAllowed(const Facts &facts)
{
    for (const auto *hop : loginsRefused(facts)) {
        if (!hop->response.body.contains("nauthorized grant type")
            && !hop->response.body.contains("unauthorized_client")
            && !hop->response.body.contains("unsupported_grant_type"))
            continue;
        return Verdict(
                   0.95,
                   say(u"grant-not-allowed.may-not",
                       {{u"client", hop->actor.name}, {u"grant", hop->notes[u"grant"].toString()}}),
                   hop)
            .because(say(u"grant-not-allowed.said"), hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
