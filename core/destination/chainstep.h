// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chainstate.h"

#include <variant>
#include <vector>

namespace tokentrail::destination {

// One step of a chain: at most one request. Knows nothing of the steps around it.
class Step
{
public:
    // Nothing to send, a request, or why there is none.
    using Prepared = std::variant<std::monostate, http::ClientRequest, Failure>;

    virtual ~Step() = default;
    virtual QString inWords(const ChainState &state) const = 0;
    // Asked right before it would run: a token that is at hand already need not be got.
    virtual bool isNeeded(const ChainState &) const { return true; }
    // For plans: nothing comes after it.
    virtual bool endsChain(const ChainState &) const { return false; }
    virtual Prepared prepare(const ChainState &state) = 0;
    virtual std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) = 0;
};

using Steps = std::vector<std::unique_ptr<Step>>;

// Until the destination is known …
Steps stepsToLookup();
// … and what its authentication type asks for after that.
Steps stepsFor(const ChainState &state);

} // namespace tokentrail::destination
