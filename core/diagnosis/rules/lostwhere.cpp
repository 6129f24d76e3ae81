// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/rules/lost.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/claims.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

// The service's key set was asked for: then some token came in.
const trail::Hop *keysFetched(const Facts &facts)
{
    const auto fetched = facts.hops(trail::HopKind::Jwks);
    return fetched.isEmpty() ? nullptr : fetched.constFirst();
}

QList<Finding> unseen(const Facts &facts, const trail::Hop &place, bool inside)
{
    const auto *keys = keysFetched(facts);
    Verdict verdict(keys ? (inside ? 0.55 : 0.4) : 0.45,
                    inside ? u"A user may have called, and been lost inside the service before the "
                             "lookup of %1."_s.arg(place.destination)
                           : u"The call may have come without a user in the first place."_s,
                    &place);
    verdict.because(u"No call into the service was recorded."_s);
    if (keys && inside)
        verdict.because(u"The service fetched signing keys: it checked somebody's token."_s, keys);
    else if (keys)
        verdict.although(u"The service fetched signing keys: it checked somebody's token."_s, keys);
    else if (inside)
        verdict.although(u"The service fetched no signing keys, though it keeps them for 30 "
                         "minutes."_s);
    verdict.fix(inside ? u"Record the call as well: send it from the console."_s
                       : u"Record the call as well: send it from the console. A job or a queue has "
                         "no user at all."_s);
    return verdict;
}

QList<Finding> lostAtApprouter(const Facts &facts)
{
    return Verdict(0.5,
                   u"The call reached the approuter; what it sent on to the service was not "
                   "recorded."_s,
                   facts.root)
        .because(u"Without forwardAuthToken on its destination the approuter sends no token."_s,
                 facts.root)
        .fix(u"Set forwardAuthToken: true on the approuter's destination of the service."_s);
}

} // namespace

QList<Finding> lostInsideCap(const Facts &facts)
{
    const auto *place = whereMissed(facts);
    if (!place)
        return {};
    if (!facts.call)
        return facts.root ? QList<Finding>() : unseen(facts, *place, true);
    if (!facts.userToken)
        return {};
    const auto route = QString::fromUtf8(facts.call->request.path());
    return Verdict(
               certaintyOfLoss(facts, *place),
               u"%1's token reached the service with %2, but did not reach the lookup of %3: it "
               "was lost inside the service."_s.arg(facts.who(), route, place->destination),
               facts.call)
        .because(u"The call carried %1's token%2."_s.arg(
                     facts.who(),
                     facts.bearer->jti.isEmpty() ? QString() : u", jti "_s + facts.bearer->jti),
                 facts.call)
        .because(place->expected ? u"The call to %1 never came."_s.arg(place->destination)
                                 : u"The lookup was made without it."_s,
                 place)
        .fix(u"Call the destination inside CAP's request context: in a service handler, or on a "
             "route that has cds.middlewares.before in front. Work that was started at boot, in a "
             "queue or a timer of its own has no user; neither has a handler that replaces the "
             "user and takes the header away."_s,
             {},
             u"--- a/server.js\n+++ b/server.js\n@@ -1 +1 @@\n-app.get('%1', handler)\n"
             "+app.get('%1', ...cds.middlewares.before, handler)\n"_s.arg(route));
}

QList<Finding> lostBeforeCap(const Facts &facts)
{
    const auto *place = whereMissed(facts);
    if (!place)
        return {};
    if (!facts.call)
        return facts.root ? lostAtApprouter(facts) : unseen(facts, *place, false);
    if (facts.userToken)
        return {};
    const bool basic = facts.call->actor.kind == trail::ActorKind::User;
    const auto came = basic
        ? u"%1 logged on with name and password, which no token follows from"_s.arg(
            facts.call->actor.name)
        : facts.technicalToken
        ? u"the call came with the token of the client %1"_s.arg(trail::clientOf(facts.claims).name)
        : u"nobody's token came with the call"_s;
    return Verdict(
               certaintyOfLoss(facts, *place),
               u"The service never had a user token for %1: %2."_s.arg(place->destination, came),
               facts.call)
        .because(facts.call->tokens.isEmpty() ? u"The call has no token."_s
                                              : u"Its token names no person."_s,
                 facts.call)
        .because(u"Yet the service let it in: the route asks for nobody."_s, facts.call)
        .fix(basic ? u"Mocked and basic users cannot be propagated: test with kind xsuaa and a "
                     "real token."_s
                   : u"Send the token of a person, and require one (@requires: "
                     "'authenticated-user'), so that the call fails where the cause is."_s);
}

} // namespace tokentrail::diagnosis::rules
