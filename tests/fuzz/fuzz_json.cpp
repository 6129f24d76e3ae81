// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"
#include "tests/fuzz/check.h"

using namespace tokentrail;
using fuzz::mustHold;

namespace {

// Spans lie inside the text, and inside that of their parent.
void checkSpans(const text::Json &json, text::Span outer)
{
    const auto span = json.span();
    mustHold(span.begin >= outer.begin && span.end <= outer.end && span.begin < span.end,
             "a value stands inside its parent");
    for (const auto &element : json.elements())
        checkSpans(element, span);
    for (const auto &member : json.members()) {
        mustHold(member.nameSpan.begin >= span.begin
                     && member.nameSpan.end <= member.value.span().begin,
                 "a name stands before its value");
        checkSpans(member.value, span);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto source = fuzz::inputOf(data, size);
    const auto json = text::parseJson(source);
    if (!json) {
        mustHold(json.error().place && json.error().place->line > 0
                     && json.error().place->column > 0,
                 "an error has a place");
        mustHold(json.error().sentence.endsWith(u'.'), "an error is a sentence");
        return 0;
    }
    checkSpans(*json, {0, source.size()});
    const auto compact = json->toCompact();
    const auto again = text::parseJson(compact);
    mustHold(again.has_value(), "what was written can be read");
    mustHold(*again == *json || !text::duplicateNames(source, *json).empty(),
             "written and read again it is the same");
    mustHold(again->toCompact() == compact, "writing is stable");
    const auto indented = text::parseJson(json->toIndented());
    mustHold(indented && indented->toCompact() == compact, "indenting changes nothing");
    return 0;
}
