// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/sampleroutes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

constexpr std::array routes = {
    SampleRoute{"/api/FunctionalLocation",
                RouteLogin::CapRequired,
                RouteToken::Kept,
                false,
                "Healthy",
                "A CAP service that asks for a user and hands the token on: alice arrives in the "
                "backend as ALICE."},
    SampleRoute{"/ext/FunctionalLocation",
                RouteLogin::None,
                RouteToken::Dropped,
                true,
                "Plain express route",
                "A route beside CAP, without its middlewares: the token is in the request, but "
                "nobody reads it, so the lookup is made without a user."},
    SampleRoute{"/ext2/FunctionalLocation",
                RouteLogin::CapOptional,
                RouteToken::Kept,
                false,
                "Express route with CAP's middlewares",
                "The same route with cds.middlewares.before: the user is kept."},
    SampleRoute{"/open/FunctionalLocation",
                RouteLogin::CapOptional,
                RouteToken::Kept,
                false,
                "Open service",
                "Asks for nobody. Without a token there is no user to hand on; with one all is "
                "well."},
    SampleRoute{"/basic/FunctionalLocation",
                RouteLogin::MockedBasic,
                RouteToken::Dropped,
                true,
                "Mocked users",
                "Basic authentication knows a name but has no token to hand on."},
    SampleRoute{"/custom/FunctionalLocation",
                RouteLogin::ApiKey,
                RouteToken::Kept,
                true,
                "Custom authentication",
                "An API key (x-api-key: sample-key) instead of a token. A Bearer beside it would "
                "be handed on without a check."},
    SampleRoute{"/job/FunctionalLocation",
                RouteLogin::CapRequired,
                RouteToken::Dropped,
                true,
                "Background job",
                "A worker that was started at boot does the reading: the context of the request, "
                "and with it the token, is not there."},
    SampleRoute{"/stripped/FunctionalLocation",
                RouteLogin::CapRequired,
                RouteToken::Dropped,
                true,
                "User replaced, header removed",
                "A handler puts another user in place and takes the Authorization header out."},
    SampleRoute{"/cached/FunctionalLocation",
                RouteLogin::None,
                RouteToken::DroppedWithWarmCache,
                true,
                "Plain express route, warm cache",
                "As the plain express route, but the destination is in the cache already: there "
                "is not one call to be seen."},
};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

std::span<const SampleRoute> sampleRoutes()
{
    return routes;
}

const SampleRoute *findSampleRoute(QByteArrayView path)
{
    const auto *found = std::find_if(routes.begin(), routes.end(), [path](const auto &route) {
        return path == QByteArrayView(route.path);
    });
    return found == routes.end() ? nullptr : found;
}

QString nameOf(RouteLogin login)
{
    switch (login) {
    case RouteLogin::CapRequired:
        return u"bearer"_s;
    case RouteLogin::CapOptional:
        return u"bearer-or-nothing"_s;
    case RouteLogin::None:
        return u"none"_s;
    case RouteLogin::MockedBasic:
        return u"basic"_s;
    case RouteLogin::ApiKey:
        return u"api-key"_s;
    }
    return {};
}

text::Json sampleRoutesJson()
{
    auto list = text::Json::array();
    for (const auto &route : routes) {
        list.append(text::Json::object({{u"path"_s, text(route.path)},
                                        {u"method"_s, u"GET"_s},
                                        {u"login"_s, nameOf(route.login)},
                                        {u"losesUser"_s, route.losesUser},
                                        {u"title"_s, text(route.title)},
                                        {u"shows"_s, text(route.shows)}}));
    }
    return list;
}

QByteArray sampleRoutesHtml()
{
    QByteArray rows;
    for (const auto &route : routes) {
        rows += "<tr><td><a href=\"" + QByteArray(route.path) + "\"><code>" + route.path
            + "</code></a></td><td>" + nameOf(route.login).toLatin1() + "</td><td><b>" + route.title
            + "</b><br>" + route.shows + "</td></tr>\n";
    }
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
           "<title>Tokentrail sample service</title>"
           "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto}"
           "td{vertical-align:top;padding:.4em .8em .4em 0}</style></head>\n"
           "<body><h1>Tokentrail sample service</h1>\n"
           "<p>Stands for a CAP application of kind xsuaa. Add <code>?destination=NAME</code> to "
           "read through another destination than S4_PP.</p>\n<table>\n"
        + rows
        + "</table>\n<p>CustomerService: <code>/odata/v4/customer/Orders</code>, "
          "<code>/odata/v4/customer/Approval</code></p></body></html>\n";
}

} // namespace tokentrail::sandbox
