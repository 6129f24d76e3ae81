// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"

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

QString remedyFor(QStringView id)
{
    if (id == u"host-unknown")
        return u"Check the spelling of the host. A virtual host of a Cloud Connector is known to "
               u"the "
               "proxy only: then the destination's proxy type has to be OnPremise."_s;
    if (id == u"connection-refused")
        return u"Start the program that should listen there, or correct the port."_s;
    if (id == u"tls-untrusted")
        return u"Trust the certificate authority that signed it (NODE_EXTRA_CA_CERTS for Node, set "
               "before the process starts)."_s;
    if (id == u"tls-host-mismatch")
        return u"Call the host by a name that its certificate holds."_s;
    if (id == u"connection-closed")
        return u"Look into the peer's log: it ended, or refused the call before it spoke HTTP. "
               u"Plain "
               "http to a TLS port looks the same."_s;
    return u"Look whether the peer is overloaded or a firewall swallows the call."_s;
}

} // namespace

QList<Finding> transport(const Facts &facts, QStringView id)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.expected || hop.response.status != 0 || hop.failure.isEmpty()
            || hop.kind == trail::HopKind::Jwks || whatFailed(hop) != id)
            continue;
        return Verdict(0.95, hop.failure, &hop)
            .because(u"%1 got no answer from %2."_s.arg(trail::titleOf(hop.from),
                                                        trail::titleOf(hop.to)),
                     &hop)
            .fix(remedyFor(id));
    }
    return {};
}

QList<Finding> hostUnknown(const Facts &facts)
{
    return transport(facts, u"host-unknown");
}

QList<Finding> connectionRefused(const Facts &facts)
{
    return transport(facts, u"connection-refused");
}

QList<Finding> tlsUntrusted(const Facts &facts)
{
    return transport(facts, u"tls-untrusted");
}

QList<Finding> tlsHostMismatch(const Facts &facts)
{
    return transport(facts, u"tls-host-mismatch");
}

QList<Finding> timedOut(const Facts &facts)
{
    return transport(facts, u"timed-out");
}

QList<Finding> connectionClosed(const Facts &facts)
{
    return transport(facts, u"connection-closed");
}

QList<Finding> rateLimited(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.response.status != 429)
            continue;
        return Verdict(0.95,
                       u"%1 limits how often it is called, and the limit is reached."_s.arg(
                           trail::titleOf(hop.to)),
                       &hop)
            .because(u"It answered 429."_s, &hop)
            .fix(u"Wait as long as Retry-After says, and cache tokens."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
