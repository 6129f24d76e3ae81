// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

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

} // namespace tokentrail::diagnosis::rules
