// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
    return Verdict(
               noClient ? 0.55 : 0.93,
               u"%1 reached the backend, but no backend user belongs to that name."_s.arg(person),
               hop)
        .because(u"The backend answered 401 to the certificate of %1."_s.arg(person), hop)
        .because(u"The user was there on every hop: nothing was lost."_s)
        .fix(u"Map the certificate's subject to a user (transaction CERTRULE, or the mail address "
             "in SU01, which must be unique), and create the user if there is none."_s);
}

QList<Finding> backendClientMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || !clientOf(facts, *hop).isEmpty())
        return {};
    return Verdict(0.5,
                   u"No sap-client was named, so the logon was tried in a client where nobody can "
                   "log on."_s,
                   hop)
        .because(u"The call has neither the header nor the query option sap-client."_s, hop)
        .although(u"A backend with a default client does not need one."_s)
        .fix(u"Set the property sap-client on %1."_s.arg(
            hop->destination.isEmpty() ? u"the destination"_s : hop->destination));
}

QList<Finding> backendCredentialsRefused(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || hop->actor.kind != trail::ActorKind::TechnicalUser)
        return {};
    return Verdict(clientOf(facts, *hop).isEmpty() ? 0.6 : 0.93,
                   u"The backend refused the technical user %1."_s.arg(hop->actor.name),
                   hop)
        .because(u"It answered 401 to Basic credentials."_s, hop)
        .fix(u"Correct user and password of %1; the user may be locked."_s.arg(
            hop->destination.isEmpty() ? u"the destination"_s : hop->destination));
}

QList<Finding> backendRoleMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || hop->response.headers.value("x-csrf-token").toLower() == "required")
        return {};
    const auto user = trail::backendUserOf(*hop);
    const auto name = user.isEmpty() ? personOf(facts, *hop).name : user;
    return Verdict(0.93,
                   u"%1 is known in the backend, but may not use this service there."_s.arg(
                       name.isEmpty() ? u"The user"_s : name),
                   hop)
        .because(u"The backend answered 403."_s, hop)
        .fix(
            u"Give the user a PFCG role with the authorisation for this OData service (S_SERVICE); "
            "SU53 tells which check failed."_s);
}

QList<Finding> backendCsrfTokenMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || hop->response.headers.value("x-csrf-token").toLower() != "required")
        return {};
    return Verdict(0.96,
                   u"The backend wants a CSRF token for %1."_s.arg(
                       QString::fromUtf8(hop->request.method)),
                   hop)
        .because(u"It answered 403 with x-csrf-token: Required."_s, hop)
        .fix(u"Set csrf: true (and csrfInBatch: true) beside credentials in cds.requires of this "
             "remote service."_s);
}

QList<Finding> backendLoginPage(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop || hop->response.status != 200 || !facts.failed()
        || !hop->response.headers.value("content-type").startsWith("text/html"))
        return {};
    return Verdict(0.9,
                   u"The backend answered with a page instead of data, most likely a logon."_s,
                   hop)
        .because(u"The content type is text/html."_s, hop)
        .fix(u"Check the URL, and that the service is reached without a logon form."_s);
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
    return Verdict(0.85,
                   u"The backend redirected %1 times, most likely to a logon."_s.arg(redirects),
                   last)
        .because(
            u"It leads to %1."_s.arg(QString::fromUtf8(last->response.headers.value("location"))),
            last)
        .fix(u"The user did not arrive there: check the authentication type of the destination."_s);
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
    return Verdict(0.97,
                   u"The service's 502 hides what really failed: %1 answered %2."_s.arg(
                       trail::titleOf(worst->to), trail::answerOf(*worst)),
                   worst)
        .because(u"CAP answers 502 whatever the remote service said."_s, facts.call)
        .fix(u"Read the hop, not the status of the service; its log has the cause behind \"Caused "
             "by\"."_s);
}

} // namespace tokentrail::diagnosis::rules
