// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"

#include <QUrl>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

const trail::Hop *unanswered(const Facts &facts, std::initializer_list<QLatin1String> words)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.expected || hop.response.status != 0 || hop.kind != trail::HopKind::Backend)
            continue;
        const QString said = hop.notes[u"failure"].toString() + u' ' + hop.failure;
        for (const auto &word : words) {
            if (said.contains(word, Qt::CaseInsensitive))
                return &hop;
        }
    }
    return nullptr;
}

bool isLone(const QString &host)
{
    return !host.isEmpty() && !host.contains(u'.') && host != "localhost"_L1;
}

} // namespace

QList<Finding> virtualHostWithoutProxy(const Facts &facts)
{
    for (const auto *lookup : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto proxyType = lookup->notes[u"proxyType"].toString();
        const auto host = QUrl(lookup->notes[u"destinationUrl"].toString()).host();
        const bool said = facts.heardOf(u"virtual-host-without-proxy");
        if (proxyType == "OnPremise"_L1 || !facts.failed() || !(isLone(host) || said)
            || (!said && (trail::wantsUser(*lookup) || trail::stepAfter(facts.trail, *lookup)))
            || lookup->response.body.contains("\"error\"")
            || !facts.hops(trail::HopKind::Backend).isEmpty()
            || proxyType.compare("OnPremise"_L1, Qt::CaseInsensitive) == 0
            || lookup->response.status != 200)
            continue;
        return Verdict(said ? 0.95 : 0.7,
                       say(u"virtual-host-without-proxy.looks",
                           {{u"destination", lookup->destination},
                            {u"host", host},
                            {u"type", proxyType}}),
                       lookup)
            .because(say(u"virtual-host-without-proxy.no-domain"), lookup)
            .fix(say(u"virtual-host-without-proxy.fix"));
    }
    return {};
}

QList<Finding> backendUntrustedCertificate(const Facts &facts)
{
    const auto *hop = unanswered(
        facts, {"tls-untrusted"_L1, "not trusted"_L1, "self-signed"_L1, "self signed"_L1});
    if (!hop)
        return {};
    return Verdict(0.96, say(u"backend-untrusted-certificate.target"), hop)
        .because(hop->failure, hop);
}

QList<Finding> destinationServiceDown(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto status = hop->response.status;
        const bool isPage = status == 200 && hop->response.body.trimmed().startsWith('<');
        if (!facts.failed() || (status != 0 && status < 500 && !isPage))
            continue;
        return Verdict(0.94,
                       say(u"destination-service-unavailable.answered",
                           {{u"answer", trail::answerOf(*hop)}}),
                       hop)
            .because(say(u"destination-service-unavailable.nothing-followed",
                         {{u"destination", hop->destination}}),
                     hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
