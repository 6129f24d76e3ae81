// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
        return Verdict(0.9,
                       u"Instead of data the approuter sent the page that leads to the login: no "
                       "session is there (any more)."_s,
                       call)
            .because(u"The answer is a page with status 200 that sets locationAfterLogin."_s, call)
            .fix(u"Log in again; a client must not take status 200 for success here."_s);
    if (call->response.status != 401 || !facts.answeredByApprouter(*call) || facts.bearer
        || !facts.requestSeen || !wantsData(call->request))
        return {};
    return Verdict(0.88,
                   u"The approuter has no session for this call, and it redirects neither "
                   "XMLHttpRequests nor %1 to the login."_s.arg(
                       QString::fromLatin1(call->request.method)),
                   call)
        .because(u"The answer is the approuter's own 401: one word, no correlation id."_s, call)
        .fix(u"Log in first (open a page), and handle 401 in the client by doing so."_s);
}

QList<Finding> routeScopeMissing(const Facts &facts)
{
    const auto *call = facts.root;
    if (!call || call->response.status != 403 || !facts.answeredByApprouter(*call)
        || call->response.headers.value("x-csrf-token").toLower() == "required"
        || (facts.call && facts.call != call))
        return {};
    return Verdict(0.88,
                   u"The route of the approuter asks for a scope that the session does not have."_s,
                   call)
        .because(u"The approuter itself answered 403; the call went no further."_s, call)
        .fix(u"Assign a role collection with the route's scope, then log in again; check "
             "$XSAPPNAME in xs-app.json."_s);
}

QList<Finding> routeDoesNotForwardToken(const Facts &facts)
{
    if (facts.refusedBehindApprouter())
        return Verdict(
                   0.88,
                   u"The approuter has a session for this call, but sent it on without a token, so "
                   "the service behind it refused it."_s,
                   facts.root)
            .because(u"The request carries cookies instead of a token, and the approuter let it "
                     "pass."_s,
                     facts.root)
            .because(
                u"The 401 is the service's: it has a correlation id, which the approuter's own "
                "lacks."_s,
                facts.root)
            .fix(u"Set forwardAuthToken: true on the approuter's destination of the service (or "
                 "HTML5.ForwardAuthToken=true in the Destination service). If the route has "
                 "authenticationType none, give it xsuaa."_s);
    if (!facts.root || facts.root->kind != trail::HopKind::Approuter || !facts.call
        || facts.call == facts.root || facts.call->response.status != 401
        || !facts.call->tokens.isEmpty())
        return {};
    return Verdict(0.94,
                   u"The approuter sent the call on without a token, so the service refused it."_s,
                   facts.call)
        .because(u"The call from the approuter to the service has no Authorization header."_s,
                 facts.call)
        .because(u"The service answered 401."_s, facts.call)
        .fix(u"Set forwardAuthToken: true on the approuter's destination of the service (or "
             "HTML5.ForwardAuthToken=true in the Destination service)."_s);
}

} // namespace tokentrail::diagnosis::rules
