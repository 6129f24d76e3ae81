// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/editparts.h"

namespace tokentrail::text {

Around smallestAround(Json &document, Span change, bool isRemoval)
{
    const auto holds = [change, isRemoval](const Json &value) {
        const auto span = value.span();
        const bool isIt = !isRemoval && span.begin == change.begin && span.end == change.end;
        return isIt || (span.begin < change.begin && change.end < span.end);
    };
    Around around{&document, 0};
    for (;;) {
        Json *inner = nullptr;
        for (auto &element : around.node->elements()) {
            if (holds(element))
                inner = &element;
        }
        for (auto &member : around.node->members()) {
            if (holds(member.value))
                inner = &member.value;
        }
        if (!inner)
            return around;
        around = {inner, around.depth + 1};
    }
}

namespace {

Span moved(Span span, Span change, qsizetype by)
{
    return {span.begin >= change.end ? span.begin + by : span.begin,
            span.end > change.end ? span.end + by : span.end};
}

} // namespace

void moveSpans(Json &value, Span change, qsizetype by)
{
    if (value.span().end <= change.begin)
        return;
    value.setSpan(moved(value.span(), change, by));
    for (auto &element : value.elements())
        moveSpans(element, change, by);
    for (auto &member : value.members()) {
        member.nameSpan = moved(member.nameSpan, change, by);
        moveSpans(member.value, change, by);
    }
}

} // namespace tokentrail::text
