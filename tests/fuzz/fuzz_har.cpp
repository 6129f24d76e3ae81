// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/pieces.h"
#include "core/evidence/har.h"
#include "core/trail/trailbuilder.h"
#include "tests/fuzz/check.h"

using namespace tokentrail;
using fuzz::mustHold;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto har = evidence::readHar(fuzz::inputOf(data, size));
    if (!har) {
        mustHold(har.error().place.has_value(), "a refusal names the place");
        mustHold(har.error().sentence.endsWith(u'.'), "a refusal is a sentence");
        return 0;
    }
    for (qsizetype i = 1; i < har->exchanges.size(); ++i)
        mustHold(har->exchanges[i - 1].startMs <= har->exchanges[i].startMs, "in order of start");
    for (const auto &one : diagnosis::casesOf(trail::buildTrails(har->exchanges)))
        diagnosis::diagnose(one);
    return 0;
}
