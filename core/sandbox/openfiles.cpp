// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/openfiles.h"

#include <algorithm>
#include <sys/resource.h>

namespace tokentrail::sandbox {

namespace {

constexpr rlim_t wanted = 16'384;

} // namespace

void allowManyConnections()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    (void)::setrlimit(RLIMIT_NOFILE, &limit); // fewer connections then, and nothing else
}

} // namespace tokentrail::sandbox
