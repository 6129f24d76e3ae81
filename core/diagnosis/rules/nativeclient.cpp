// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// cds 10 without the Cloud SDK looks destinations up by the fetch of Node.js, which calls itself
// "node", and knows no proxy: it asks DNS for the virtual host.
QList<Finding> cloudSdkMissing(const Facts &facts)
{
    for (const auto *lookup : facts.hops(trail::HopKind::DestinationLookup)) {
        if (lookup->request.headers.value("user-agent") != "node" || lookup->response.status != 200
            || !trail::isOnPremise(*lookup) || trail::stepAfter(facts.trail, *lookup)
            || !facts.failed())
            continue;
        return Verdict(0.92,
                       say(u"cloud-sdk-missing.native", {{u"destination", lookup->destination}}),
                       lookup)
            .because(say(u"cloud-sdk-missing.node"), lookup)
            .fix(say(u"cloud-sdk-missing.fix"),
                 u"npm add @sap-cloud-sdk/http-client @sap-cloud-sdk/connectivity"_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
