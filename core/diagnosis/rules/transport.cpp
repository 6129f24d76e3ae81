// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/texts.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"

#include <QUrl>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

// By the client's own note, or by the words of its sentence.
QString whatFailed(const trail::Hop &hop)
{
    const auto noted = hop.notes[u"failure"].toString();
    if (noted == "closed-without-answer"_L1 || noted == "connection-broken"_L1)
        return u"connection-closed"_s;
    if (!noted.isEmpty())
        return noted;
    const auto has = [&hop](QLatin1String words) {
        return hop.failure.contains(words, Qt::CaseInsensitive);
    };
    if (has("made out to another host"_L1) || has("altname"_L1))
        return u"tls-host-mismatch"_s;
    if (has("not trusted"_L1) || has("self-signed"_L1) || has("self signed"_L1))
        return u"tls-untrusted"_s;
    if (has("is not known"_L1) || has("ENOTFOUND"_L1))
        return u"host-unknown"_s;
    if (has("refused"_L1))
        return u"connection-refused"_s;
    if (has("closed the connection"_L1) || has("connection was dropped"_L1) || has("hang up"_L1)
        || has("ECONNRESET"_L1))
        return u"connection-closed"_s;
    return has("in time"_L1) || has("did not answer within"_L1) || has("timed out"_L1)
        ? u"timed-out"_s
        : QString();
}

struct Broken
{
    QStringView id; // of the finding
    QStringView sentence;
};

// Trusting an authority cannot mend what is out of date.
bool isOutOfDate(const trail::Hop &hop)
{
    return hop.failure.contains("expired"_L1, Qt::CaseInsensitive);
}

// The host as the URL has it; of a proxy that was never spoken to only its part in the landscape.
QString peerOf(const trail::Hop &hop)
{
    const auto authority = QUrl(hop.url).authority();
    return authority.isEmpty() ? trail::titleOf(hop.to) : authority;
}

} // namespace

QList<Finding> transport(const Facts &facts, const Broken &broken)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.expected || hop.response.status != 0 || hop.failure.isEmpty()
            || hop.kind == trail::HopKind::Jwks || whatFailed(hop) != broken.id)
            continue;
        Verdict verdict(0.95, say(broken.sentence, {{u"host", peerOf(hop)}}), &hop);
        if (broken.id == u"tls-untrusted" && isOutOfDate(hop))
            verdict.fix(textOfVariant(broken.id.toString(), u"expired"_s).fix);
        return verdict.because(quoted(hop.failure), &hop)
            .because(say(u"transport.no-answer",
                         {{u"from", trail::titleOf(hop.from)}, {u"to", trail::titleOf(hop.to)}}),
                     &hop);
    }
    return {};
}

QList<Finding> hostUnknown(const Facts &facts)
{
    return transport(facts, {u"host-unknown", u"host-unknown.host"});
}

QList<Finding> connectionRefused(const Facts &facts)
{
    return transport(facts, {u"connection-refused", u"connection-refused.host"});
}

QList<Finding> tlsUntrusted(const Facts &facts)
{
    return transport(facts, {u"tls-untrusted", u"tls-untrusted.host"});
}

QList<Finding> tlsHostMismatch(const Facts &facts)
{
    return transport(facts, {u"tls-host-mismatch", u"tls-host-mismatch.host"});
}

QList<Finding> timedOut(const Facts &facts)
{
    return transport(facts, {u"timed-out", u"timed-out.host"});
}

QList<Finding> connectionClosed(const Facts &facts)
{
    return transport(facts, {u"connection-closed", u"connection-closed.host"});
}

QList<Finding> rateLimited(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.response.status != 429)
            continue;
        return Verdict(0.95,
                       say(u"rate-limited.reached",
                           {{u"party",
                             hop.notes[u"requestNotSeen"].toBool() ? QString()
                                                                   : trail::titleOf(hop.to)}}),
                       &hop)
            .because(say(u"seen.answered", {{u"status", 429}}), &hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
