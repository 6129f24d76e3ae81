// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/destination.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
                       say(u"destination-not-found.not-there",
                           {{u"destination", hop->destination}, {u"client", hop->actor.name}}),
                       hop)
            .because(say(u"seen.destination-service-answered", {{u"status", 404}}), hop)
            .fix(say(u"destination-not-found.fix", {{u"client", hop->actor.name}}));
    }
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        if (hop->response.status == 200 && !trail::namesOwner(*hop) && facts.failed())
            return Verdict(
                       0.9,
                       say(u"destination-not-found.no-owner", {{u"destination", hop->destination}}),
                       hop)
                .because(say(u"destination-not-found.owner-empty"), hop)
                .fix(say(u"destination-not-found.fix-owner"));
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
            // An error is told; a token is a value, or a header that is ready to be sent.
            const bool hollow = token.isObject() && error.isEmpty()
                && token[u"value"].toString().isEmpty()
                && token[u"http_header"][u"value"].toString().isEmpty();
            if (hollow)
                return Verdict(0.93,
                               say(u"destination-token-error.hollow",
                                   {{u"destination", hop->destination}}),
                               hop)
                    .because(say(u"destination-token-error.no-value"), hop);
            if (error.isEmpty())
                continue;
            return Verdict(0.96,
                           say(u"destination-token-error.said",
                               {{u"destination", hop->destination}, {u"error", error}}),
                           hop)
                .because(say(u"destination-token-error.where"), hop);
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
        return Verdict(0.9,
                       say(u"principal-propagation-over-internet.through-connector",
                           {{u"destination", hop->destination}, {u"type", proxyType}}),
                       hop)
            .because(say(u"principal-propagation-over-internet.type", {{u"type", proxyType}}), hop);
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
                       say(u"proxy-type-misspelt.spelt",
                           {{u"destination", hop->destination}, {u"type", proxyType}}),
                       hop)
            .because(say(u"proxy-type-misspelt.only"), hop);
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
                       say(u"destination-type-unsupported.type",
                           {{u"type", hop->destinationType}, {u"destination", hop->destination}}),
                       hop)
            .because(say(u"destination-type-unsupported.silence"), hop);
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
        return Verdict(0.9,
                       noUrl ? say(u"destination-incomplete.no-url",
                                   {{u"destination", hop->destination}})
                             : say(u"destination-incomplete.no-user",
                                   {{u"destination", hop->destination}}),
                       hop)
            .because(say(u"destination-incomplete.lacks"), hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
