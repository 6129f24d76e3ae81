// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/attaching.h"

#include "core/trail/claims.h"
#include "core/trail/tokens.h"

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

bool couldBeSentBy(const Hop &step, const Hop &call)
{
    switch (step.from) {
    case Party::Service:
        return call.to == Party::Service || call.to == Party::Approuter;
    case Party::Approuter:
        return call.to == Party::Approuter;
    case Party::Destination:
    case Party::Proxy:
    case Party::CloudConnector:
        return true;
    case Party::Unknown:
        return step.kind != HopKind::Token || step.notes[u"grant"].toString() != "password"_L1;
    case Party::Browser:
    case Party::Console:
    case Party::Xsuaa:
    case Party::Backend:
    case Party::OAuthServer:
        return false;
    }
    return false;
}

// A call that went well did not stop short at a lookup: then the lookup is somebody else's.
bool isOddBelow(const Hop &call, const Sets &sets, qsizetype step)
{
    const auto status = call.response.status;
    if (status < 200 || status >= 300)
        return false;
    const auto &members = sets.members(step);
    return std::any_of(members.begin(), members.end(), [&](qsizetype member) {
        return sets.endsInSilence(member);
    });
}

// What fits between a chain of steps and a call, in points.
class Likeness
{
public:
    explicit Likeness(const Sets &sets)
        : m_sets(sets)
    { }

    int points(qsizetype call, qsizetype step) const
    {
        int sum = m_sets.repeatsLookup(call, step) ? -4 : 0;
        for (const auto member : m_sets.members(step)) {
            const auto &hop = m_sets.hop(member);
            if (hop.response.status >= 400 && m_sets.hop(call).response.status >= 400)
                sum += 2;
            sum += zonePoints(call, hop);
            if (m_sets.lacksUser(member))
                sum += silencePoints(call);
            for (const auto other : m_sets.members(call))
                sum += lookupPoints(m_sets.hop(other), hop);
        }
        return sum;
    }

private:
    // Silence for want of a person fits a call without a token best, then one that failed, and
    // none that went on to a target.
    int silencePoints(qsizetype call) const
    {
        const auto &members = m_sets.members(call);
        const bool wentOn = std::any_of(members.begin(), members.end(), [this](qsizetype member) {
            const auto kind = m_sets.hop(member).kind;
            return kind == HopKind::Proxy || kind == HopKind::Backend;
        });
        if (wentOn)
            return -3;
        return tokenWithRole(m_sets.hop(call), TokenRole::Bearer) ? 0 : 5;
    }

    int zonePoints(qsizetype call, const Hop &hop) const
    {
        const auto *bearer = tokenWithRole(m_sets.hop(call), TokenRole::Bearer);
        const auto zone = bearer ? zoneOf(bearer->claims) : QString();
        return int(std::count_if(hop.tokens.begin(), hop.tokens.end(), [&](const auto &token) {
            return !zone.isEmpty() && zoneOf(token.claims) == zone;
        }));
    }

    // The same destination asked for before and not found, or the call that a lookup led to.
    static int lookupPoints(const Hop &known, const Hop &lookup)
    {
        if (lookup.kind != HopKind::DestinationLookup)
            return 0;
        if (known.kind == HopKind::DestinationLookup && known.destination == lookup.destination
            && known.response.status == 404)
            return 3;
        const bool target = known.kind == HopKind::Proxy
            || (known.kind == HopKind::Backend && known.from != Party::CloudConnector);
        return target && hostOf(known.url) == hostOf(lookup.notes[u"destinationUrl"].toString())
            ? 2
            : 0;
    }

    const Sets &m_sets;
};

struct Candidate
{
    qsizetype call = 0;
    int points = 0;
    bool counted = false; // points are those of the call as it stands now
};

struct Step
{
    qsizetype index = 0; // of the first hop of a chain without a call on top
    QList<Candidate> calls; // that ran then and could have sent it
};

// The calls that ran when each chain began, by time alone.
QList<Step> stepsOf(const Sets &sets)
{
    QList<qsizetype> calls;
    qint64 longest = 0;
    for (qsizetype i = 0; i < sets.size(); ++i) {
        if (!sets.isRoot(i))
            continue;
        calls << i;
        const auto &hop = sets.hop(i);
        longest = std::max(longest, hop.endMs > 0 ? hop.endMs - hop.startMs : unfinishedMs);
    }
    QList<Step> steps;
    for (qsizetype i = 0; i < sets.size(); ++i) {
        if (sets.members(i).isEmpty() || sets.members(i).first() != i || sets.rootOf(i) >= 0)
            continue;
        const auto start = sets.hop(i).startMs;
        const auto first = std::lower_bound(
            calls.begin(), calls.end(), start - longest - clockSlackMs, [&](auto call, auto ms) {
                return sets.hop(call).startMs < ms;
            });
        Step strict{i, {}};
        Step loose{i, {}};
        for (auto it = first; it != calls.end(); ++it) {
            if (sets.hop(*it).startMs > start + clockSlackMs)
                break;
            if (!couldBeSentBy(sets.hop(i), sets.hop(*it)))
                continue;
            if (within(sets.hop(i), sets.hop(*it), 0))
                strict.calls.append(Candidate{*it, 0, false});
            else if (within(sets.hop(i), sets.hop(*it), clockSlackMs))
                loose.calls.append(Candidate{*it, 0, false});
        }
        if (!strict.calls.isEmpty() || !loose.calls.isEmpty())
            steps << (strict.calls.isEmpty() ? loose : strict);
    }
    return steps;
}

// Token and lookup hops carry no correlation id: they belong to the one call that ran at that
// time and does not contradict them. Those with one candidate go first, so that they narrow the
// choice of the others; then the pair that fits best, which is said to be uncertain.
class Attacher
{
public:
    explicit Attacher(Sets &sets)
        : m_sets(sets)
        , m_likeness(sets)
    { }

    QSet<qsizetype> run() // calls whose hops another call could own
    {
        QList<Step> together; // steps that compete for the same calls
        qsizetype lastCall = -1;
        for (const auto &step : stepsOf(m_sets)) {
            if (!together.isEmpty() && step.calls.first().call > lastCall) {
                settle(together);
                together.clear();
            }
            together << step;
            lastCall = std::max(lastCall, step.calls.last().call);
        }
        settle(together);
        return m_uncertain;
    }

private:
    void settle(QList<Step> &steps)
    {
        m_changed.clear();
        while (!steps.isEmpty()) {
            if (!settleCertain(steps) && !steps.isEmpty())
                settleBest(steps);
        }
    }

    bool isPossible(qsizetype call, qsizetype step) const
    {
        return m_sets.mayUnite(call, step) && !isOddBelow(m_sets.hop(call), m_sets, step);
    }

    // Takes out what is not possible any more; only what the last change touched is looked at.
    void review(Step &step)
    {
        step.calls.removeIf([&](const Candidate &candidate) {
            return isTouched(candidate.call) && !isPossible(candidate.call, step.index);
        });
        for (auto &candidate : step.calls)
            candidate.counted = candidate.counted && !isTouched(candidate.call);
    }

    bool isTouched(qsizetype call) const { return m_changed.isEmpty() || m_changed.contains(call); }

    // Steps with one candidate left.
    bool settleCertain(QList<Step> &steps)
    {
        QList<Step> open;
        QSet<qsizetype> changed;
        for (auto &step : steps) {
            review(step);
            if (step.calls.size() == 1) {
                m_sets.unite(step.calls.first().call, step.index);
                changed << step.calls.first().call;
            } else if (!step.calls.isEmpty()) {
                open << step;
            }
        }
        m_changed = changed.isEmpty() ? QSet<qsizetype>{-1} : changed;
        steps = open;
        return !changed.isEmpty();
    }

    // Of equals the first step, and the latest call that had begun.
    void settleBest(QList<Step> &steps)
    {
        qsizetype bestStep = -1;
        Candidate best;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            for (auto &candidate : steps[i].calls) {
                if (!candidate.counted) {
                    candidate.points = m_likeness.points(candidate.call, steps[i].index);
                    candidate.counted = true;
                }
                if (bestStep < 0 || candidate.points > best.points
                    || (candidate.points == best.points && bestStep == i)) {
                    bestStep = i;
                    best = candidate;
                }
            }
        }
        for (const auto &candidate : steps[bestStep].calls)
            m_uncertain << candidate.call;
        m_sets.unite(best.call, steps[bestStep].index);
        steps.removeAt(bestStep);
        m_changed = {best.call};
    }

    Sets &m_sets;
    Likeness m_likeness;
    QSet<qsizetype> m_uncertain;
    QSet<qsizetype> m_changed; // calls that grew since the last look; empty: look at all
};

} // namespace

QSet<qsizetype> attachByTime(Sets &sets)
{
    return Attacher(sets).run();
}

} // namespace tokentrail::trail
