// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chainstep.h"

namespace tokentrail::destination {

// The call itself, with what the destination adds to it: credentials, sap-client, headers and
// query options of its own, the proxy.
class SendStep final : public Step
{
public:
    QString inWords(const ChainState &state) const override;
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;
};

} // namespace tokentrail::destination
