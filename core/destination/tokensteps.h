// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chainstep.h"

namespace tokentrail::destination {

// client_credentials with the destination client, in the zone of the user (x-zid). Its failure is
// only a warning to the SDK: the provider's token is tried next.
class SubscriberTokenStep final : public Step
{
public:
    QString inWords(const ChainState &state) const override;
    bool isNeeded(const ChainState &state) const override { return !state.userZone.isEmpty(); }
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;
};

// The same in the zone of the binding, at `url`, which may be plain http.
class ProviderTokenStep final : public Step
{
public:
    QString inWords(const ChainState &state) const override;
    bool isNeeded(const ChainState &state) const override;
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;
};

// jwt-bearer: the user token becomes one of the destination client. Another zone's token is not
// exchanged but passed on; a missing one ends the chain.
class ExchangeStep final : public Step
{
public:
    QString inWords(const ChainState &state) const override;
    bool endsChain(const ChainState &state) const override { return !state.hasUserToken(); }
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;
};

// client_credentials with the connectivity client, for the proxy.
class ConnectivityTokenStep final : public Step
{
public:
    QString inWords(const ChainState &state) const override;
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;
};

} // namespace tokentrail::destination
