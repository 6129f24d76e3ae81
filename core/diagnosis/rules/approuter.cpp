// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

bool isLoginPage(const http::Response &response)
{
    const auto type = response.headers.value("content-type");
    const bool page =
        type.isEmpty() ? response.body.trimmed().startsWith('<') : type.startsWith("text/html");
    return response.status == 200 && page
        && (response.body.contains("fragmentAfterLogin")
            || response.body.contains("locationAfterLogin")
            // The redactor takes what scripts set as cookies.
            || (response.body.contains("<script") && response.body.contains("/oauth/authorize")));
}

// A person who opens a page gets the login as well, and nothing is wrong with that.
bool wantsData(const http::Request &request)
{
    const auto &headers = request.headers;
    const auto accepts = headers.value("accept");
    return headers.value("x-requested-with").toLower() == "xmlhttprequest"
        || headers.value("sec-fetch-dest") == "empty" // fetch() and XMLHttpRequest
        || (request.method != "GET" && request.method != "HEAD")
        || (accepts.contains("json") && !accepts.contains("html"));
}

} // namespace

QList<Finding> sessionExpired(const Facts &facts)
{
    const auto *call = facts.root;
    if (!call)
        return {};
    if (isLoginPage(call->response) && (!facts.requestSeen || wantsData(call->request)))
        return Verdict(0.9, say(u"session-expired.login-page"), call)
            .because(say(u"session-expired.page-seen"), call);
    const bool toLogin = call->response.status == 302
        && call->response.headers.value("location").contains("/oauth/authorize");
    if (toLogin && facts.requestSeen && wantsData(call->request))
        return Verdict(0.88, say(u"session-expired.redirected"), call)
            .because(say(u"session-expired.redirect-seen", {{u"status", call->response.status}}),
                     call);
    if (call->response.status != 401 || !facts.answeredByApprouter(*call) || facts.bearer
        || !facts.requestSeen || !wantsData(call->request))
        return {};
    return Verdict(0.88,
                   say(u"session-expired.no-session",
                       {{u"method", QString::fromLatin1(call->request.method)}}),
                   call)
        .because(say(u"session-expired.own-refusal"), call);
}

QList<Finding> routeScopeMissing(const Facts &facts)
{
    const auto *call = facts.root;
    if (!call || call->response.status != 403 || !facts.answeredByApprouter(*call)
        || call->response.headers.value("x-csrf-token").toLower() == "required"
        || (facts.call && facts.call != call))
        return {};
    return Verdict(0.88, say(u"route-scope-missing.asked"), call)
        .because(say(u"route-scope-missing.answered-itself"), call);
}

QList<Finding> routeDoesNotForwardToken(const Facts &facts)
{
    if (facts.refusedBehindApprouter())
        return Verdict(0.88, say(u"route-does-not-forward-token.session-but-no-token"), facts.root)
            .because(say(u"route-does-not-forward-token.cookies"), facts.root)
            .because(say(u"route-does-not-forward-token.correlation-id"), facts.root);
    if (!facts.root || facts.root->kind != trail::HopKind::Approuter || !facts.call
        || facts.call == facts.root || facts.call->response.status != 401
        || !facts.call->tokens.isEmpty())
        return {};
    return Verdict(0.94, say(u"route-does-not-forward-token.sent-without"), facts.call)
        .because(say(u"route-does-not-forward-token.header-missing"), facts.call)
        .because(say(u"seen.service-answered", {{u"status", 401}}), facts.call);
}

} // namespace tokentrail::diagnosis::rules
