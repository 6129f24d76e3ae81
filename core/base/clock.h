// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace tokentrail {

// Time comes from here, so that tests and replays can set it.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual qint64 nowMs() const = 0; // milliseconds since 1970-01-01 UTC
    qint64 nowSeconds() const { return nowMs() / 1000; }

    static const Clock &system();

protected:
    Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
};

// Stands still until somebody moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(qint64 nowMs = 0)
        : m_nowMs(nowMs)
    { }
    qint64 nowMs() const override { return m_nowMs; }
    void set(qint64 nowMs) { m_nowMs = nowMs; }
    void advance(qint64 ms) { m_nowMs += ms; }

private:
    qint64 m_nowMs;
};

} // namespace tokentrail
