// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/text/json.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// CAP reads it only beside a url; with a destination's name it is never looked at.
QList<Finding> forwardAuthTokenWithoutEffect(const Facts &facts)
{
    for (const auto &member : facts.input.projectRequires.members()) {
        const auto &credentials = member.value[u"credentials"];
        const auto destination = credentials[u"destination"].toString();
        if (destination.isEmpty() || !credentials[u"forwardAuthToken"].toBool())
            continue;
        Verdict verdict(0.97,
                        u"forwardAuthToken in cds.requires.%1 does nothing, since the service is "
                        "named by the destination %2."_s.arg(member.name, destination));
        verdict.because(u"cds.requires.%1.credentials has both."_s.arg(member.name));
        for (const auto *lookup : facts.hops(trail::HopKind::DestinationLookup)) {
            if (lookup->destination == destination && lookup->subject.isUser)
                verdict.although(u"In this call the user was carried all the same."_s, lookup);
            else if (lookup->destination == destination)
                verdict.because(
                    u"The lookup of %1 went without a user all the same."_s.arg(destination),
                    lookup);
        }
        verdict.fix(u"Take it out. To hand the token on, set the property forwardAuthToken=true on "
                    "the destination, or give it a type that propagates the user."_s,
                    u"cds env get requires.%1.credentials"_s.arg(member.name));
        return verdict;
    }
    return {};
}

// The approuter reads HTML5.ForwardAuthToken; older Cloud SDKs and the client of cds 10 do not.
QList<Finding> forwardAuthTokenKeyIgnored(const Facts &facts)
{
    const auto *backend = facts.backendCall();
    if (!backend || backend->response.status != 401 || !backend->tokens.isEmpty())
        return {};
    for (const auto *lookup : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto parsed = text::parseJson(lookup->response.body);
        if (!parsed || lookup->startMs > backend->startMs)
            continue;
        const auto &properties = (*parsed)[u"destinationConfiguration"];
        if (properties[u"HTML5.ForwardAuthToken"].toString() != "true"_L1
            || properties.contains(u"forwardAuthToken"))
            continue;
        return Verdict(0.95,
                       u"%1 has HTML5.ForwardAuthToken, which is read by approuters; the service "
                       "called the backend without a token."_s.arg(lookup->destination),
                       backend)
            .because(u"The destination has no property forwardAuthToken."_s, lookup)
            .because(u"The call carries no token, and was answered 401."_s, backend)
            .fix(u"Set forwardAuthToken: true on %1 as well, and update the Cloud SDK."_s.arg(
                lookup->destination));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
