// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace tokentrail::fuzz {

// A property that must hold for every input; unlike assert it stays in all builds.
inline void mustHold(bool condition, const char *property)
{
    if (condition)
        return;
    std::fprintf(stderr, "broken property: %s\n", property);
    std::abort();
}

// A copy of its own size, so that reading beyond the end is seen.
inline QByteArray inputOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

} // namespace tokentrail::fuzz
