// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/rules/lost.h"
#include "core/diagnosis/say.h"
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
                    inside
                        ? say(u"user-lost-inside-cap.maybe", {{u"destination", place.destination}})
                        : say(u"user-lost-before-cap.maybe"),
                    &place);
    verdict.because(say(u"user-lost.not-recorded"));
    if (keys && inside)
        verdict.because(say(u"user-lost.keys-fetched"), keys);
    else if (keys)
        verdict.although(say(u"user-lost.keys-fetched"), keys);
    else if (inside)
        verdict.although(say(u"user-lost.no-keys-fetched"));
    verdict.fix(inside ? say(u"user-lost.record") : say(u"user-lost.record-or-job"));
    return verdict;
}

QList<Finding> lostAtApprouter(const Facts &facts)
{
    return Verdict(0.5, say(u"user-lost-before-cap.at-approuter"), facts.root)
        .because(say(u"user-lost-before-cap.approuter-sends-none"), facts.root)
        .fix(say(u"user-lost-before-cap.fix-approuter"));
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
    return Verdict(certaintyOfLoss(facts, *place),
                   say(u"user-lost-inside-cap.inside",
                       {{u"who", facts.who()},
                        {u"route", route},
                        {u"destination", place->destination}}),
                   facts.call)
        .because(say(u"user-lost-inside-cap.carried",
                     {{u"who", facts.who()}, {u"jti", facts.bearer->jti}}),
                 facts.call)
        .because(place->expected
                     ? say(u"user-lost-inside-cap.never", {{u"destination", place->destination}})
                     : say(u"user-lost-inside-cap.without"),
                 place)
        .fix(say(u"user-lost-inside-cap.fix"),
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
        ? say(u"user-lost-before-cap.basic", {{u"user", facts.call->actor.name}})
        : facts.technicalToken
        ? say(u"user-lost-before-cap.client", {{u"client", trail::clientOf(facts.claims).name}})
        : say(u"user-lost-before-cap.nobody");
    return Verdict(certaintyOfLoss(facts, *place),
                   say(u"user-lost-before-cap.never-had",
                       {{u"destination", place->destination}, {u"how", came}}),
                   facts.call)
        .because(facts.call->tokens.isEmpty() ? say(u"user-lost-before-cap.no-token")
                                              : say(u"user-lost-before-cap.no-person"),
                 facts.call)
        .because(say(u"user-lost-before-cap.let-in"), facts.call)
        .fix(basic ? say(u"user-lost-before-cap.fix-mocked") : say(u"user-lost-before-cap.fix"));
}

} // namespace tokentrail::diagnosis::rules
