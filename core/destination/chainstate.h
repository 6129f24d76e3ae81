// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chain.h"

namespace tokentrail::destination {

// Why a chain ended: the SDK's messages, outermost first.
struct Failure
{
    ErrorCode code = ErrorCode::Refused;
    QStringList messages;
};

// What the steps of one chain hand on to each other.
struct ChainState
{
    ChainInput input;
    text::Json userClaims; // of the user token; null when there is none
    QString userZone;

    Secret subscriberToken; // service token, zone of the user
    Secret providerToken; // service token, zone of the binding
    Secret lookupToken; // the one that found the destination
    bool foundAtProvider = false;
    Secret exchangedToken; // the user token, exchanged for one of the destination client
    bool passUserToken = false; // X-user-token instead of the exchange: other zone
    Secret connectivityToken;
    std::optional<Destination> destination;

    bool hasUserToken() const { return !input.userToken.isEmpty(); }
    bool isWarm() const { return input.cached.has_value(); }
    // The user's zone is that of the binding, or one of them is not known.
    bool isOwnZone() const;
    http::ClientRequest request(const QUrl &url, const QString &callee) const;
};

Failure failed(ErrorCode code, QStringList messages);
// Everything that goes wrong before the destination is complete is told under this heading.
Failure loadFailed(ErrorCode code, const QStringList &causes);
Failure headersFailed(ErrorCode code, const QString &cause);
ErrorCode codeOf(const http::Exchange &exchange); // Network without an answer, else Refused

} // namespace tokentrail::destination
