// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"
#include "core/trail/userline.h"

#include <QRegularExpression>
#include <QUrl>

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

// "SAP NetWeaver Application Server [S4H/100]": the client in which the logon was tried.
QString clientOfRealm(const trail::Hop &hop)
{
    static const QRegularExpression place(u"\\[\\w{3}/(\\d{3})\\]"_s);
    const auto challenge = QString::fromUtf8(hop.response.headers.value("www-authenticate"));
    return place.match(challenge).captured(1);
}

// 000 and 066 are SAP's own: nobody works there, and a system whose default they are has none.
enum class LogonClient { Named, Default, Nobodys, Unknown };

LogonClient logonClientOf(const Facts &facts, const trail::Hop &hop)
{
    if (!clientOf(facts, hop).isEmpty())
        return LogonClient::Named;
    const auto taken = clientOfRealm(hop);
    if (taken.isEmpty())
        return LogonClient::Unknown;
    return taken == "000"_L1 || taken == "066"_L1 ? LogonClient::Nobodys : LogonClient::Default;
}

// How sure it is that the user is what the backend refused, and not the client.
double certaintyOfUser(LogonClient client)
{
    switch (client) {
    case LogonClient::Named:
        return 0.93;
    case LogonClient::Default:
        return 0.88;
    case LogonClient::Unknown:
        return 0.55;
    case LogonClient::Nobodys:
        return 0.4;
    }
    return 0;
}

} // namespace

QList<Finding> backendUserNotMapped(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || hop->actor.kind == trail::ActorKind::TechnicalUser || !personOf(facts, *hop).isUser)
        return {};
    const auto person = personOf(facts, *hop).name;
    return Verdict(certaintyOfUser(logonClientOf(facts, *hop)),
                   say(u"backend-user-not-mapped.nobody", {{u"person", person}}),
                   hop)
        .because(say(u"backend-user-not-mapped.certificate", {{u"person", person}}), hop)
        .because(say(u"backend-user-not-mapped.not-lost"))
        .fix(say(u"backend-user-not-mapped.fix"));
}

QList<Finding> backendClientMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    const auto client = hop ? logonClientOf(facts, *hop) : LogonClient::Named;
    if (client == LogonClient::Named)
        return {};
    const bool nobodys = client == LogonClient::Nobodys;
    const auto taken = clientOfRealm(*hop);
    Verdict verdict(nobodys                              ? 0.92
                        : client == LogonClient::Default ? 0.2
                                                         : 0.5,
                    nobodys ? say(u"backend-client-missing.nobodys", {{u"client", taken}})
                            : say(u"backend-client-missing.not-named"),
                    hop);
    verdict.because(say(u"backend-client-missing.neither"), hop);
    if (client == LogonClient::Default)
        verdict.although(say(u"backend-client-missing.taken", {{u"client", taken}}), hop);
    else if (nobodys)
        verdict.because(say(u"backend-client-missing.realm", {{u"client", taken}}), hop);
    else
        verdict.although(say(u"backend-client-missing.default"));
    verdict.fix(say(u"backend-client-missing.fix", {{u"destination", hop->destination}}));
    return verdict;
}

QList<Finding> backendCredentialsRefused(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || hop->actor.kind != trail::ActorKind::TechnicalUser)
        return {};
    return Verdict(certaintyOfUser(logonClientOf(facts, *hop)),
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

namespace {

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool leadsToLogon(const QString &location)
{
    static const QRegularExpression logon(
        u"saml|log[io]n|/oauth|authori[sz]e|/adfs/|/idp/|sap-system-login"_s,
        QRegularExpression::CaseInsensitiveOption);
    return logon.match(location).hasMatch();
}

} // namespace

// Clients of services do not follow a redirect, or lose on the way what the call needs.
QList<Finding> backendRedirects(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop) {
        const auto proxied = facts.hops(trail::HopKind::Proxy);
        hop = proxied.isEmpty() ? nullptr : proxied.constLast();
    }
    if (!hop || !isRedirect(hop->response.status) || !facts.failed()
        || !backendRedirectLoop(facts).isEmpty())
        return {};
    const auto location = QString::fromUtf8(hop->response.headers.value("location"));
    const auto there = QUrl(hop->url).resolved(QUrl(location));
    const bool same =
        there.path() == QUrl(hop->url).path() && there.host() == QUrl(hop->url).host();
    const bool logon = leadsToLogon(location);
    Verdict verdict(0.9,
                    say(logon      ? u"backend-redirects.logon"
                            : same ? u"backend-redirects.same"
                                   : u"backend-redirects.elsewhere",
                        {{u"location", location}, {u"status", hop->response.status}}),
                    hop);
    verdict.because(say(u"backend-redirects.answered",
                        {{u"status", hop->response.status}, {u"location", location}}),
                    hop);
    if (!logon && !same)
        verdict.fix(say(u"backend-redirects.fix-url",
                        {{u"destination", hop->destination}, {u"location", location}}));
    return verdict;
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
