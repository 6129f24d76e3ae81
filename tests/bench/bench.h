// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

// Speed as a ratio against a peer or limit in the same run: absolute times are noise on shared
// machines. CPU time of this process, median of rounds.
namespace tokentrail::bench {

inline double cpuMicroseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
}

// CPU microseconds of one call.
template<typename Function>
double perCall(int calls, Function &&function)
{
    std::vector<double> rounds;
    for (int round = 0; round < 7; ++round) {
        const auto start = cpuMicroseconds();
        for (int i = 0; i < calls; ++i)
            function();
        rounds.push_back((cpuMicroseconds() - start) / calls);
    }
    std::nth_element(rounds.begin(), rounds.begin() + 3, rounds.end());
    return rounds[3];
}

// One line of the table; false when ours is more than limit × peer.
inline bool row(const char *name, double ours, double peer, double limit)
{
    const auto ratio = peer > 0 ? ours / peer : 0;
    const bool ok = peer > 0 && ratio <= limit;
    std::printf("%-44s | %10.2f us | %10.2f us | %6.2f x | at most %5.2f x | %s\n",
                name,
                ours,
                peer,
                ratio,
                limit,
                ok ? "ok" : "TOO SLOW");
    return ok;
}

// Against a fixed limit in microseconds of CPU.
inline bool rowAgainstLimit(const char *name, double ours, double limit)
{
    const bool ok = ours <= limit;
    std::printf("%-44s | %10.2f us | %10s    | %6s   | at most %5.1f us | %s\n",
                name,
                ours,
                "-",
                "-",
                limit,
                ok ? "ok" : "TOO SLOW");
    return ok;
}

} // namespace tokentrail::bench
