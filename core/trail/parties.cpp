// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/parties.h"

#include "core/trail/names.h"

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

bool userAgentHas(const http::Exchange &exchange, QByteArrayView word)
{
    return exchange.request.headers.value("user-agent").toLower().contains(word);
}

bool cameThroughApprouter(const http::Exchange &exchange)
{
    const auto &headers = exchange.request.headers;
    return headers.contains("x-forwarded-host") || headers.contains("x-forwarded-path");
}

// @sap/xssec calls itself nodejs-xssec-4, the approuter's own client axios, the native client of
// cds 10 node; grants that need a person come from whoever logs the person in.
Party guessTokenCaller(const http::Exchange &exchange)
{
    const auto grant = http::formField(exchange.request.body, u"grant_type");
    if (userAgentHas(exchange, "nodejs-xssec"))
        return Party::Service;
    if (userAgentHas(exchange, "axios"))
        return Party::Approuter;
    if (grant == "client_credentials"_L1 || grant.endsWith("jwt-bearer"_L1))
        return Party::Service;
    return Party::Unknown;
}

// The approuter sends its correlation id to the Destination service, the Cloud SDK sends none.
Party guessLookupCaller(const http::Exchange &exchange)
{
    return exchange.request.headers.contains("x-correlationid")
            && exchange.request.queryItem(u"$skipTokenRetrieval").isNull()
        ? Party::Approuter
        : Party::Service;
}

Party guessCaller(const http::Exchange &exchange, HopKind kind)
{
    // What our pages and commands ask on their own; steps of a call have "tokentrail" alone, also
    // where the sample service of the sandbox takes them.
    if (userAgentHas(exchange, "tokentrail-console"))
        return Party::Console;
    switch (kind) {
    case HopKind::Token:
        return guessTokenCaller(exchange);
    case HopKind::Jwks:
        return Party::Service;
    case HopKind::DestinationLookup:
        return guessLookupCaller(exchange);
    case HopKind::Proxy:
        return exchange.request.headers.contains("proxy-connection")
                || cameThroughApprouter(exchange)
            ? Party::Approuter
            : Party::Service;
    case HopKind::Backend:
        if (!exchange.clientCertificateSubject.isEmpty()
            || exchange.notes.contains(u"certificateSubject"))
            return Party::CloudConnector;
        return cameThroughApprouter(exchange) ? Party::Approuter : Party::Service;
    case HopKind::Service:
        if (cameThroughApprouter(exchange))
            return Party::Approuter;
        return userAgentHas(exchange, "mozilla") ? Party::Browser : Party::Unknown;
    case HopKind::Authorize:
    case HopKind::Login:
    case HopKind::Callback:
    case HopKind::Logout:
    case HopKind::Approuter:
        return userAgentHas(exchange, "mozilla") ? Party::Browser : Party::Unknown;
    case HopKind::CloudConnector:
        return Party::Proxy;
    case HopKind::UserInfo:
    case HopKind::Other:
        return Party::Unknown;
    }
    return Party::Unknown;
}

Party usualCallee(HopKind kind)
{
    switch (kind) {
    case HopKind::Authorize:
    case HopKind::Login:
    case HopKind::Token:
    case HopKind::Jwks:
    case HopKind::UserInfo:
    case HopKind::Logout:
        return Party::Xsuaa;
    case HopKind::Callback:
    case HopKind::Approuter:
        return Party::Approuter;
    case HopKind::DestinationLookup:
        return Party::Destination;
    case HopKind::Proxy:
        return Party::Proxy;
    case HopKind::CloudConnector:
        return Party::CloudConnector;
    case HopKind::Backend:
        return Party::Backend;
    case HopKind::Service:
        return Party::Service;
    case HopKind::Other:
        return Party::Unknown;
    }
    return Party::Unknown;
}

} // namespace

Ends endsOf(const http::Exchange &exchange, HopKind kind)
{
    const auto observer = partyFromName(exchange.observer).value_or(Party::Unknown);
    const auto caller = partyFromName(exchange.caller);
    const auto callee = partyFromName(exchange.callee);
    Ends ends;
    if (callee)
        ends.to = *callee;
    else if (observer == usualCallee(kind) || (!exchange.caller.isEmpty() && caller != observer))
        ends.to = observer;
    else
        ends.to = usualCallee(kind);

    if (caller)
        ends.from = *caller;
    else if (observer != ends.to && observer != Party::Unknown)
        ends.from = observer;
    else
        ends.from = guessCaller(exchange, kind);
    return ends;
}

} // namespace tokentrail::trail
