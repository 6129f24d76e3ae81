// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/destination.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

bool foundLater(const Facts &facts, const QString &name)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        if (hop->destination == name && hop->response.status == 200)
            return true;
    }
    return false;
}

} // namespace

QList<Finding> destinationNotFound(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        if (hop->response.status != 404 || foundLater(facts, hop->destination))
            continue;
        return Verdict(0.96,
                       u"There is no destination %1 where %2 looked for it."_s.arg(
                           hop->destination,
                           hop->actor.name.isEmpty() ? u"the service"_s : hop->actor.name),
                       hop)
            .because(u"The Destination service answered 404."_s, hop)
            .fix(u"Compare the spelling, capital letters included; and the subaccount and service "
                 "instance: %1 sees destinations of its own subaccount and instance only."_s.arg(
                     hop->actor.name.isEmpty() ? u"the client"_s : hop->actor.name));
    }
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        if (hop->response.status == 200 && !trail::namesOwner(*hop) && facts.failed())
            return Verdict(0.9,
                           u"The answer about %1 names no owner, so the service takes it for not "
                           "found."_s.arg(hop->destination),
                           hop)
                .because(u"owner holds neither SubaccountId nor InstanceId."_s, hop)
                .fix(u"Ask the Destination service itself: what stands between it and the service "
                     "must hand on the whole answer."_s);
    }
    return {};
}

QList<Finding> destinationTokenError(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto parsed = text::parseJson(hop->response.body);
        if (!parsed || !facts.failed())
            continue;
        for (const auto &token : (*parsed)[u"authTokens"].elements()) {
            const auto error = token[u"error"].toString();
            if (error.isEmpty())
                continue;
            return Verdict(0.96,
                           u"The Destination service could not get a token for %1: %2"_s.arg(
                               hop->destination, error),
                           hop)
                .because(u"authTokens[].error says so, under a status of 200."_s, hop)
                .fix(u"Check token service URL, client and secret of the destination."_s);
        }
    }
    return {};
}

QList<Finding> principalPropagationOverInternet(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto proxyType = hop->notes[u"proxyType"].toString();
        if (hop->destinationType != "PrincipalPropagation"_L1 || proxyType == "OnPremise"_L1
            || !facts.failed())
            continue;
        const bool misspelt = proxyType.compare("OnPremise"_L1, Qt::CaseInsensitive) == 0;
        if (misspelt)
            return {};
        return Verdict(
                   0.9,
                   u"%1 propagates the principal, which works through the Cloud Connector only, "
                   "but its proxy type is %2."_s.arg(hop->destination, proxyType),
                   hop)
            .because(u"ProxyType is %1."_s.arg(proxyType), hop)
            .fix(u"Set ProxyType to OnPremise, or take OAuth2SAMLBearerAssertion over the "
                 "internet."_s);
    }
    return {};
}

QList<Finding> proxyTypeMisspelt(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto proxyType = hop->notes[u"proxyType"].toString();
        if (proxyType == "OnPremise"_L1 || !facts.failed()
            || proxyType.compare("OnPremise"_L1, Qt::CaseInsensitive) != 0)
            continue;
        return Verdict(0.95,
                       u"The proxy type of %1 is spelt %2 and therefore taken for Internet."_s.arg(
                           hop->destination, proxyType),
                       hop)
            .because(u"Only the spelling OnPremise is known."_s, hop)
            .fix(u"Spell it OnPremise."_s);
    }
    return {};
}

QList<Finding> destinationTypeUnsupported(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        using destination::Authentication;
        const auto type = destination::authenticationFromName(hop->destinationType);
        const bool unsupported = type == Authentication::OAuth2TechnicalUserPropagation
            || type == Authentication::OAuth2AuthorizationCode || type == Authentication::Unknown;
        if (!unsupported || hop->destinationType.isEmpty() || !facts.failed()
            || trail::callAfter(facts.trail, *hop))
            continue;
        return Verdict(0.9,
                       u"The Cloud SDK does not support the type %1 of %2."_s.arg(
                           hop->destinationType, hop->destination),
                       hop)
            .because(u"No call followed the lookup."_s, hop)
            .fix(u"Choose another authentication type for the destination."_s);
    }
    return {};
}

QList<Finding> destinationIncomplete(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto parsed = text::parseJson(hop->response.body);
        if (!parsed || !facts.failed() || trail::callAfter(facts.trail, *hop))
            continue;
        const auto &configuration = (*parsed)[u"destinationConfiguration"];
        const bool noUrl = configuration.isObject() && configuration[u"URL"].toString().isEmpty();
        const bool noUser = hop->destinationType == "BasicAuthentication"_L1
            && (configuration[u"User"].toString().isEmpty()
                || configuration[u"Password"].toString().isEmpty());
        if (!noUrl && !noUser)
            continue;
        return Verdict(
                   0.9,
                   noUrl ? u"%1 has no URL."_s.arg(hop->destination)
                         : u"%1 wants Basic authentication, but user or password is missing."_s.arg(
                             hop->destination),
                   hop)
            .because(u"The answer of the Destination service lacks it."_s, hop)
            .fix(u"Complete the destination; names and passwords are not part of exports."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
