// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chainstep.h"

namespace tokentrail::destination {

// The destination without its tokens ($skipTokenRetrieval=true): first with the subscriber's
// service token, then with the provider's.
class LookupStep final : public Step
{
public:
    enum class Level { Subscriber, Provider };
    explicit LookupStep(Level level)
        : m_level(level)
    { }
    QString inWords(const ChainState &state) const override;
    bool isNeeded(const ChainState &state) const override;
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;

private:
    const Secret &token(const ChainState &state) const;
    Level m_level;
};

// The same destination again, for its authTokens.
class LookupWithTokensStep final : public Step
{
public:
    QString inWords(const ChainState &state) const override;
    Prepared prepare(const ChainState &state) override;
    std::optional<Failure> take(ChainState &state, const http::Exchange &exchange) override;
};

// Ends the chain before it goes on with something that it cannot do, or lacks.
class StopStep final : public Step
{
public:
    StopStep(QString inWords, Failure failure)
        : m_inWords(std::move(inWords))
        , m_failure(std::move(failure))
    { }
    QString inWords(const ChainState &) const override { return m_inWords; }
    bool endsChain(const ChainState &) const override { return true; }
    Prepared prepare(const ChainState &) override { return m_failure; }
    std::optional<Failure> take(ChainState &, const http::Exchange &) override { return {}; }

private:
    QString m_inWords;
    Failure m_failure;
};

} // namespace tokentrail::destination
