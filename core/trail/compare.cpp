// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/compare.h"

#include "core/trail/lanes.h"
#include "core/trail/lanesteps.h"
#include "core/trail/say.h"
#include "core/trail/userline.h"
#include "core/xsuaa/tokendiff.h"

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// A pair of hops that are the same thing in both trails; -1: only in one of them.
struct Pair
{
    qsizetype first = -1;
    qsizetype second = -1;
};

// What makes two hops the same thing. A call through the proxy ends in another lane than the
// person's call, whatever the path; paths of the call on top are what the user chose.
QString signatureOf(const Hop &hop)
{
    const auto client = hop.plane == Plane::Token ? hop.actor.name : QString();
    return nameOf(hop.kind) + u'|' + nameOf(hop.from) + u'|' + nameOf(hop.to) + u'|' + client;
}

// The longest common subsequence of signatures, with what is left out in its place.
QList<Pair> pairsOf(const Trail &a, const Trail &b)
{
    const auto rows = a.hops.size();
    const auto columns = b.hops.size();
    QList<QList<int>> longest(rows + 1, QList<int>(columns + 1, 0));
    const auto same = [&](qsizetype i, qsizetype j) {
        return signatureOf(a.hops[i]) == signatureOf(b.hops[j]);
    };
    for (auto i = rows - 1; i >= 0; --i) {
        for (auto j = columns - 1; j >= 0; --j)
            longest[i][j] = same(i, j) ? longest[i + 1][j + 1] + 1
                                       : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
    QList<Pair> pairs;
    for (qsizetype i = 0, j = 0; i < rows || j < columns;) {
        if (i < rows && j < columns && same(i, j))
            pairs.append({i++, j++});
        else if (j == columns || (i < rows && longest[i + 1][j] >= longest[i][j + 1]))
            pairs.append({i++, -1});
        else
            pairs.append({-1, j++});
    }
    return pairs;
}

QString named(const Hop &hop)
{
    return u"%1 (%2 → %3)"_s.arg(labelOf(hop), titleOf(hop.from), titleOf(hop.to));
}

class Comparer
{
public:
    Comparer(const Trail &a, const Trail &b)
        : m_a(a)
        , m_b(b)
    { }

    TrailComparison compare()
    {
        tellPersons();
        const auto pairs = pairsOf(m_a, m_b);
        for (qsizetype i = 0; i < pairs.size(); ++i)
            comparePair(pairs[i], double(i));
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found &one, const Found &other) {
            return one.place < other.place;
        });
        for (const auto &found : m_found)
            m_result.differences.append(found.difference);
        return m_result;
    }

private:
    struct Found
    {
        double place; // an answer comes after all that happened until it
        TrailDifference difference;
    };

    void add(double place, const QString &sentence, const Hop *inFirst, const Hop *inSecond)
    {
        m_found.append(
            {place,
             {sentence, inFirst ? inFirst->id : QString(), inSecond ? inSecond->id : QString()}});
    }

    void tellPersons()
    {
        m_samePerson = m_a.user.isUser == m_b.user.isUser && m_a.user.name == m_b.user.name
            && m_a.user.origin == m_b.user.origin;
        if (m_samePerson)
            return;
        const auto name = [](const Subject &one) {
            return one.isUser ? one.name : say(u"line.nobody");
        };
        m_result.preface =
            say(u"compare.persons", {{u"first", name(m_a.user)}, {u"second", name(m_b.user)}});
    }

    void comparePair(const Pair &pair, double place)
    {
        const auto *first = pair.first < 0 ? nullptr : &m_a.hops[pair.first];
        const auto *second = pair.second < 0 ? nullptr : &m_b.hops[pair.second];
        if (first && second)
            return compareHops(*first, *second, place);
        const auto &only = first ? *first : *second;
        if (only.expected)
            add(place,
                say(first ? u"compare.expected-in-first" : u"compare.expected-in-second",
                    {{u"hop", named(only)}}),
                first,
                second);
        else if (only.plane == Plane::Call)
            add(place,
                say(first ? u"compare.only-in-first" : u"compare.only-in-second",
                    {{u"hop", named(only)}}),
                first,
                second);
        else // a warm cache spares a token or a lookup without harm: what it leads to tells
            add(place + unweighty,
                say(first ? u"compare.cached-in-second" : u"compare.cached-in-first",
                    {{u"hop", named(only)}}),
                first,
                second);
    }

    void compareHops(const Hop &first, const Hop &second, double place)
    {
        if (first.expected != second.expected) {
            const auto &missing = first.expected ? first : second;
            return add(place,
                       say(first.expected ? u"compare.came-in-second" : u"compare.came-in-first",
                           {{u"hop", named(first.expected ? second : first)},
                            {u"reason", missing.reason}}),
                       &first,
                       &second);
        }
        compareDestinations(first, second, place);
        comparePersons(first, second, place);
        compareTokens(first, second, place);
        compareAnswers(first, second, place);
    }

    void compareDestinations(const Hop &first, const Hop &second, double place)
    {
        if (first.destination != second.destination)
            add(place,
                say(u"compare.destination",
                    {{u"hop", named(second)},
                     {u"first", first.destination},
                     {u"second", second.destination}}),
                &first,
                &second);
        else if (first.destinationType != second.destinationType && !first.destinationType.isEmpty()
                 && !second.destinationType.isEmpty())
            add(place,
                say(u"compare.authentication",
                    {{u"hop", named(second)},
                     {u"destination", second.destination},
                     {u"first", first.destinationType},
                     {u"second", second.destinationType}}),
                &first,
                &second);
    }

    // Somebody else on purpose is no difference; somebody instead of nobody is.
    void comparePersons(const Hop &first, const Hop &second, double place)
    {
        const bool asMeant = first.subject.isUser && second.subject.isUser
            && (first.subject.name == second.subject.name
                || (first.subject.name == m_a.user.name && second.subject.name == m_b.user.name));
        if (asMeant || (!first.subject.isUser && !second.subject.isUser))
            return;
        const auto name = [](const Hop &hop) {
            return hop.subject.isUser ? hop.subject.name : say(u"line.nobody");
        };
        add(place,
            say(u"compare.made-for",
                {{u"hop", named(second)}, {u"first", name(first)}, {u"second", name(second)}}),
            &first,
            &second);
    }

    void compareTokens(const Hop &first, const Hop &second, double place)
    {
        static const QStringList weighty{
            u"grant_type"_s, u"cid"_s, u"zid"_s, u"aud"_s, u"scope"_s, u"xs.user.attributes"_s};
        for (const auto &token : second.tokens) {
            const auto other =
                std::find_if(first.tokens.begin(), first.tokens.end(), [&](const auto &one) {
                    return one.role == token.role && one.claims.isObject();
                });
            if (other == first.tokens.end() || !token.claims.isObject())
                continue;
            jose::DecodedToken before;
            jose::DecodedToken after;
            before.claims = other->claims;
            after.claims = token.claims;
            for (const auto &change : xsuaa::diffTokens(before, after)) {
                if (!weighty.contains(change.claim) || m_told.contains(change.meaning))
                    continue;
                m_told.append(change.meaning); // the same token is carried by many hops
                add(place + aside,
                    say(u"compare.tokens", {{u"hop", named(second)}, {u"meaning", change.meaning}}),
                    &first,
                    &second);
            }
        }
    }

    void compareAnswers(const Hop &first, const Hop &second, double place)
    {
        if (first.expected)
            return;
        const auto inner = std::count_if(m_b.hops.begin(), m_b.hops.end(), [&](const Hop &hop) {
            return hop.id != second.id && hop.startMs >= second.startMs
                && hop.startMs <= second.endMs && laneOf(hop.from) == laneOf(second.to);
        });
        const auto all = double(m_a.hops.size() + m_b.hops.size());
        const auto after = inner > 0 ? 2 * all - place : place + answered; // inner ones first
        if (first.response.status != second.response.status)
            add(after,
                say(u"compare.answered",
                    {{u"hop", named(second)},
                     {u"first", answerOf(first)},
                     {u"second", answerOf(second)}}),
                &first,
                &second);
        const auto before = backendUserOf(first);
        const auto now = backendUserOf(second);
        if (m_samePerson && before != now && (!before.isEmpty() || !now.isEmpty()))
            add(after,
                say(u"compare.backend-user",
                    {{u"hop", named(second)}, {u"first", before}, {u"second", now}}),
                &first,
                &second);
    }

    static constexpr double aside = 0.2;
    static constexpr double answered = 0.5;
    static constexpr double unweighty = 10'000; // told last

    const Trail &m_a;
    const Trail &m_b;
    bool m_samePerson = true;
    QStringList m_told;
    QList<Found> m_found;
    TrailComparison m_result;
};

} // namespace

QString TrailComparison::sentence() const
{
    if (differences.isEmpty())
        return say(u"compare.same");
    return differences.constFirst().sentence;
}

TrailComparison compareTrails(const Trail &worked, const Trail &failed)
{
    return Comparer(worked, failed).compare();
}

} // namespace tokentrail::trail
