// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"
#include "core/trail/userline.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

const trail::Hop *refused(const Facts &facts, int status)
{
    const auto *hop = facts.backendCall();
    return hop && hop->response.status == status ? hop : nullptr;
}

// The Cloud Connector may be the only one who named the person.
trail::Subject personOf(const Facts &facts, const trail::Hop &hop)
{
    if (hop.subject.isUser)
        return hop.subject;
    for (const auto *proxied : facts.hops(trail::HopKind::Proxy)) {
        if (proxied->subject.isUser)
            return proxied->subject;
    }
    return {};
}

QString clientOf(const Facts &facts, const trail::Hop &hop)
{
    const auto asked = hop.request.queryItem(u"sap-client");
    if (!asked.isEmpty())
        return asked;
    const auto sent = hop.request.headers.value("sap-client");
    if (!sent.isEmpty())
        return QString::fromUtf8(sent);
    for (const auto *proxied : facts.hops(trail::HopKind::Proxy)) {
        const auto there = proxied->request.headers.value("sap-client");
        if (!there.isEmpty())
            return QString::fromUtf8(there);
    }
    return {};
}

} // namespace

QList<Finding> backendUserNotMapped(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || hop->actor.kind == trail::ActorKind::TechnicalUser || !personOf(facts, *hop).isUser)
        return {};
    const bool noClient = clientOf(facts, *hop).isEmpty();
    const auto person = personOf(facts, *hop).name;
    return Verdict(noClient ? 0.55 : 0.93,
                   say(u"backend-user-not-mapped.nobody", {{u"person", person}}),
                   hop)
        .because(say(u"backend-user-not-mapped.certificate", {{u"person", person}}), hop)
        .because(say(u"backend-user-not-mapped.not-lost"))
        .fix(say(u"backend-user-not-mapped.fix"));
}

QList<Finding> backendClientMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || !clientOf(facts, *hop).isEmpty())
        return {};
    return Verdict(0.5, say(u"backend-client-missing.not-named"), hop)
        .because(say(u"backend-client-missing.neither"), hop)
        .although(say(u"backend-client-missing.default"))
        .fix(say(u"backend-client-missing.fix", {{u"destination", hop->destination}}));
}

QList<Finding> backendCredentialsRefused(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || hop->actor.kind != trail::ActorKind::TechnicalUser)
        return {};
    return Verdict(clientOf(facts, *hop).isEmpty() ? 0.6 : 0.93,
                   say(u"backend-credentials-refused.user", {{u"user", hop->actor.name}}),
                   hop)
        .because(say(u"backend-credentials-refused.answered"), hop)
        .fix(say(u"backend-credentials-refused.fix", {{u"destination", hop->destination}}));
}

QList<Finding> backendRoleMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || hop->response.headers.value("x-csrf-token").toLower() == "required")
        return {};
    const auto user = trail::backendUserOf(*hop);
    const auto name = user.isEmpty() ? personOf(facts, *hop).name : user;
    return Verdict(0.93, say(u"backend-role-missing.known", {{u"user", name}}), hop)
        .because(say(u"seen.backend-answered", {{u"status", 403}}), hop)
        .fix(say(u"backend-role-missing.fix"));
}

QList<Finding> backendCsrfTokenMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || hop->response.headers.value("x-csrf-token").toLower() != "required")
        return {};
    return Verdict(0.96,
                   say(u"backend-csrf-token-missing.wanted",
                       {{u"method", QString::fromUtf8(hop->request.method)}}),
                   hop)
        .because(say(u"backend-csrf-token-missing.answered"), hop);
}

QList<Finding> backendLoginPage(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop || hop->response.status != 200 || !facts.failed()
        || !hop->response.headers.value("content-type").startsWith("text/html"))
        return {};
    return Verdict(0.9, say(u"backend-login-page.page"), hop)
        .because(say(u"backend-login-page.type"), hop);
}

QList<Finding> backendRedirectLoop(const Facts &facts)
{
    qsizetype redirects = 0;
    const trail::Hop *last = nullptr;
    for (const auto &hop : facts.trail.hops) {
        if ((hop.kind == trail::HopKind::Backend || hop.kind == trail::HopKind::Proxy)
            && !hop.expected && hop.response.status >= 301 && hop.response.status <= 308) {
            ++redirects;
            last = &hop;
        }
    }
    if (redirects < 3 || !facts.failed())
        return {};
    return Verdict(0.85, say(u"backend-redirect-loop.times", {{u"times", redirects}}), last)
        .because(say(u"backend-redirect-loop.leads",
                     {{u"location", QString::fromUtf8(last->response.headers.value("location"))}}),
                 last);
}

// Behind CAP every remote failure is a 502; here is the one that it hides.
QList<Finding> hiddenAs502(const Facts &facts)
{
    if (!facts.call || facts.status != 502)
        return {};
    const trail::Hop *worst = nullptr;
    for (const auto &hop : facts.trail.hops) {
        const bool failed = hop.response.status >= 400 || hop.response.status == 0;
        if (!hop.expected && failed && hop.id != facts.call->id && hop.kind != trail::HopKind::Jwks
            && !trail::isCallIntoService(hop))
            worst = &hop;
    }
    if (!worst)
        return {};
    return Verdict(
               0.97,
               say(u"remote-failure-hidden-as-502.hides",
                   {{u"party", trail::titleOf(worst->to)}, {u"answer", trail::answerOf(*worst)}}),
               worst)
        .because(say(u"remote-failure-hidden-as-502.whatever"), facts.call)
        .fix(say(u"remote-failure-hidden-as-502.fix"));
}

} // namespace tokentrail::diagnosis::rules
