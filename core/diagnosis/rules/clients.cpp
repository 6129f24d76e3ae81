// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
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
                       u"XSUAA refused the client %1, with which the service asks the Destination "
                       "service."_s.arg(hop->actor.name),
                       hop)
            .because(u"The token endpoint answered %1: %2"_s.arg(
                         QString::number(hop->response.status),
                         QString::fromUtf8(hop->response.body.left(160))),
                     hop)
            .because(u"No lookup followed."_s)
            .fix(u"Renew the binding of the Destination service and restart: a corrected secret is "
                 "not picked up while the process runs."_s);
    }
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        if (hop->response.status != 401 && hop->response.status != 403)
            continue;
        return Verdict(0.85,
                       u"The Destination service refused the token of %1."_s.arg(hop->actor.name),
                       hop)
            .because(u"It answered %1."_s.arg(hop->response.status), hop)
            .fix(
                u"The token may have expired, or the binding may be of another landscape: restart, "
                "then renew the binding."_s);
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
                       u"XSUAA refused the client %1, with which the service wants to pass the "
                       "connectivity proxy."_s.arg(hop->actor.name),
                       hop)
            .because(u"The token endpoint answered %1."_s.arg(hop->response.status), hop)
            .because(u"%1 is OnPremise: the proxy asks for that token."_s.arg(lookup->destination),
                     lookup)
            .fix(u"Renew the binding of the connectivity service and restart."_s);
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
                       u"The client %1 may not exchange %2's token."_s.arg(hop->actor.name,
                                                                           hop->subject.name),
                       hop)
            .because(u"The token endpoint answered %1: %2"_s.arg(
                         QString::number(hop->response.status),
                         QString::fromUtf8(hop->response.body.left(160))),
                     hop)
            .fix(
                u"Add the grant type urn:ietf:params:oauth:grant-type:jwt-bearer to grant-types in "
                "oauth2-configuration of the instance."_s);
    }
    return {};
}

QList<Finding> tokenEndpointDown(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        if (hop->response.status < 500 || !facts.failed())
            continue;
        return Verdict(0.95,
                       u"The token endpoint answered %1: no token could be had."_s.arg(
                           hop->response.status),
                       hop)
            .because(u"It is not about who asked: a refusal would be 400 or 401."_s, hop)
            .fix(u"Wait and repeat; ten failures open the SDK's circuit breaker for 30 s."_s);
    }
    return {};
}

QList<Finding> clientUnknown(const Facts &facts)
{
    for (const auto *hop : loginsRefused(facts)) {
        if (!hop->response.body.contains("No client with requested id"))
            continue;
        return Verdict(0.96, u"XSUAA does not know the client %1."_s.arg(hop->actor.name), hop)
            .because(u"It says so."_s, hop)
            .fix(u"The instance was deleted, or the key is of another landscape: get a new service "
                 "key."_s);
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
        return Verdict(0.9, u"The secret of the client %1 was refused."_s.arg(hop->actor.name), hop)
            .because(u"The token endpoint answered 401."_s, hop)
            .fix(u"Get a new service key; secrets change when a binding is renewed."_s);
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
        return Verdict(0.75, u"Name or password of %1 was refused."_s.arg(hop->subject.name), hop)
            .because(u"The token endpoint answered %1."_s.arg(hop->response.status), hop)
            .although(u"A wrong client secret is answered in the same words by older landscapes."_s)
            .fix(u"Try client_credentials with the same key first: when that works the key is "
                 "right. Users of a SAML identity provider and those with a second factor cannot "
                 "use the grant type password."_s);
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
        return Verdict(0.95,
                       u"The client %1 may not use the grant type %2."_s.arg(
                           hop->actor.name, hop->notes[u"grant"].toString()),
                       hop)
            .because(u"The token endpoint says so."_s, hop)
            .fix(u"Add it to grant-types in oauth2-configuration of xs-security.json, or take "
                 "another grant type."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
