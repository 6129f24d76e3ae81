// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QString>

#include <span>

namespace tokentrail::sandbox {

// How a route of the sample service comes to know its caller …
enum class RouteLogin {
    CapRequired, // CAP, kind xsuaa; nobody is refused
    CapOptional, // CAP, kind xsuaa; nobody may pass
    None, // a plain express route, which CAP's middlewares never see
    MockedBasic, // CAP, kind mocked
    ApiKey, // a custom middleware that looks at x-api-key alone
};
// … and what it does with the caller's token before it reads from the destination.
enum class RouteToken { Kept, Dropped, DroppedWithWarmCache };

struct SampleRoute
{
    const char *path; // "/ext/FunctionalLocation"
    RouteLogin login;
    RouteToken token;
    bool losesUser; // with the credentials that it is made for
    const char *title;
    const char *shows; // what happens to the user, and what one will see
};

// Every route that reads FunctionalLocation through a destination (?destination=NAME, else S4_PP).
std::span<const SampleRoute> sampleRoutes();
const SampleRoute *findSampleRoute(QByteArrayView path);
QString nameOf(RouteLogin login); // "bearer", "bearer-or-nothing", "none", "basic", "api-key"
text::Json sampleRoutesJson();
QByteArray sampleRoutesHtml();

inline constexpr auto sampleApiKey = "sample-key"; // of ApiKey routes; guards nothing

} // namespace tokentrail::sandbox
