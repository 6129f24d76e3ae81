// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
                        say(u"forward-auth-token-without-effect.nothing",
                            {{u"service", member.name}, {u"destination", destination}}));
        verdict.because(
            say(u"forward-auth-token-without-effect.both", {{u"service", member.name}}));
        for (const auto *lookup : facts.hops(trail::HopKind::DestinationLookup)) {
            if (lookup->destination == destination && lookup->subject.isUser)
                verdict.although(say(u"forward-auth-token-without-effect.carried"), lookup);
            else if (lookup->destination == destination)
                verdict.because(say(u"forward-auth-token-without-effect.without",
                                    {{u"destination", destination}}),
                                lookup);
        }
        verdict.fix(say(u"forward-auth-token-without-effect.fix"),
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
                       say(u"forward-auth-token-key-ignored.approuters",
                           {{u"destination", lookup->destination}}),
                       backend)
            .because(say(u"forward-auth-token-key-ignored.property"), lookup)
            .because(say(u"forward-auth-token-key-ignored.answered"), backend)
            .fix(say(u"forward-auth-token-key-ignored.fix",
                     {{u"destination", lookup->destination}}));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
