// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/attaching.h"

#include "core/trail/claims.h"

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

QList<qsizetype> callsAround(const Sets &sets, const QList<qsizetype> &roots, qsizetype step)
{
    for (const auto slack : {qint64(0), clockSlackMs}) {
        QList<qsizetype> found;
        for (const auto root : roots) {
            if (within(sets.hop(step), sets.hop(root), slack)
                && couldBeSentBy(sets.hop(step), sets.hop(root)) && sets.mayUnite(root, step)
                && !isOddBelow(sets.hop(root), sets, step))
                found << root;
        }
        if (!found.isEmpty())
            return found;
    }
    return {};
}

// Token and lookup hops carry no correlation id: they belong to the one call that ran at that
// time and does not contradict them. Those with one candidate go first, so that they narrow the
// choice of the others; a real tie goes to the closest call, and is said to be one.
class Attacher
{
public:
    explicit Attacher(Sets &sets)
        : m_sets(sets)
    {
        for (qsizetype i = 0; i < sets.size(); ++i) {
            if (sets.isRoot(i))
                m_roots << i;
        }
    }

    QSet<qsizetype> run() // roots whose hops another call could own
    {
        while (attachCertain() || attachFitting() || attachClosest()) { }
        return m_uncertain;
    }

private:
    template<typename Choose>
    bool attach(Choose choose)
    {
        bool attached = false;
        for (qsizetype i = 0; i < m_sets.size(); ++i) {
            if (m_sets.members(i).first() != i || m_sets.rootOf(i) >= 0)
                continue;
            const auto root = choose(callsAround(m_sets, m_roots, i), i);
            if (root >= 0 && m_sets.uniteIfFitting(root, i)) {
                attached = true;
                if (m_onlyOne)
                    return true;
            }
        }
        return attached;
    }

    bool attachCertain()
    {
        m_onlyOne = false;
        return attach([](const QList<qsizetype> &calls, qsizetype) {
            return calls.size() == 1 ? calls.first() : -1;
        });
    }

    bool attachFitting()
    {
        m_onlyOne = true;
        return attach([this](QList<qsizetype> calls, qsizetype step) {
            calls.removeIf([&](qsizetype call) { return m_sets.repeatsLookup(call, step); });
            return calls.size() == 1 ? calls.first() : -1;
        });
    }

    bool attachClosest()
    {
        m_onlyOne = true;
        return attach([this](QList<qsizetype> calls, qsizetype step) -> qsizetype {
            auto fitting = calls;
            fitting.removeIf([&](qsizetype call) { return m_sets.repeatsLookup(call, step); });
            if (!fitting.isEmpty())
                calls = fitting;
            if (calls.isEmpty())
                return -1;
            for (const auto call : calls)
                m_uncertain << call;
            return *std::max_element(calls.begin(), calls.end(), [&](qsizetype a, qsizetype b) {
                return likeness(a, step) < likeness(b, step);
            });
        });
    }

    // Points for what fits; of equals the latest that had begun.
    std::pair<int, qsizetype> likeness(qsizetype call, qsizetype step) const
    {
        int points = 0;
        for (const auto member : m_sets.members(step)) {
            const auto &hop = m_sets.hop(member);
            if (hop.response.status >= 400 && m_sets.hop(call).response.status >= 400)
                points += 2;
            points += zonePoints(call, hop);
            for (const auto other : m_sets.members(call))
                points += lookupPoints(m_sets.hop(other), hop);
        }
        return {points, call};
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

    Sets &m_sets;
    QList<qsizetype> m_roots;
    QSet<qsizetype> m_uncertain;
    bool m_onlyOne = false;
};

} // namespace

QSet<qsizetype> attachByTime(Sets &sets)
{
    return Attacher(sets).run();
}

} // namespace tokentrail::trail
