// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/chainstate.h"

#include "core/destination/sdktexts.h"

namespace tokentrail::destination {

bool ChainState::isOwnZone() const
{
    const auto &bound = input.destinationKey.client.zoneId;
    return bound.isEmpty() || userZone.isEmpty() || bound == userZone;
}

http::ClientRequest ChainState::request(const QUrl &url, const QString &callee) const
{
    http::ClientRequest request;
    request.url = url;
    request.tls = input.tls;
    request.observer = input.observer;
    request.callee = callee;
    request.parentId = input.parentId;
    return request;
}

Failure failed(ErrorCode code, QStringList messages)
{
    return {code, std::move(messages)};
}

Failure loadFailed(ErrorCode code, const QStringList &causes)
{
    return {code, QStringList{QString::fromUtf16(sdk::loadFailed)} + causes};
}

Failure headersFailed(ErrorCode code, const QString &cause)
{
    return {code, {QString::fromUtf16(sdk::headersFailed), cause}};
}

ErrorCode codeOf(const http::Exchange &exchange)
{
    return exchange.failure ? exchange.failure->code : ErrorCode::Refused;
}

} // namespace tokentrail::destination
