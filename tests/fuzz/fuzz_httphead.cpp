// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/requestrules.h"
#include "core/http/responsewriter.h"
#include "tests/fuzz/check.h"

using namespace tokentrail::http;
using tokentrail::fuzz::mustHold;

namespace {

QByteArray rewritten(const RequestHead &head)
{
    QByteArray bytes = head.request.method + ' ' + head.request.target
        + (head.isHttp11 ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n");
    for (const auto &field : head.request.headers.fields())
        bytes += field.name + ": " + field.value + "\r\n";
    return bytes + "\r\n";
}

} // namespace

// A head that was taken means the same to the next reader, and holds nothing that could end a
// line; whatever can still become a head was never given up on the way.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto input = tokentrail::fuzz::inputOf(data, size);
    const QByteArrayView bytes(input);
    const auto verdict = judgeRequestHead(bytes);
    if (!verdict.head) {
        mustHold(verdict.refusal.status >= 400 && !verdict.refusal.because.isEmpty(),
                 "a refusal says why");
        return 0;
    }
    const auto &head = *verdict.head;
    mustHold(canBecomeHead(bytes), "what became a head could become one");
    mustHold(canBecomeHead(bytes.first(bytes.size() / 2)), "half of a head can become one");
    mustHold(!head.isChunked || head.contentLength == 0, "chunked has no length");
    mustHold(head.request.headers.values("Content-Length").size() <= 1, "one length");
    mustHold(head.request.headers.values("Transfer-Encoding").size() <= 1, "one coding");
    mustHold(head.isHttp11 == false || head.request.headers.values("Host").size() == 1, "one Host");
    const auto again = judgeRequestHead(rewritten(head));
    mustHold(again.head.has_value(), "a rewritten head is taken");
    mustHold(again.head->request.headers.fields() == head.request.headers.fields(),
             "headers survive");
    mustHold(again.head->contentLength == head.contentLength, "the length survives");
    mustHold(again.head->isChunked == head.isChunked, "the coding survives");
    mustHold(again.head->keepAlive == head.keepAlive, "keep-alive survives");
    (void)head.request.path();
    (void)head.request.queryItem(u"code");
    const auto answer =
        serialiseResponse({200, {}, {{"X", head.request.target}}, {}}, {head.request.method});
    mustHold(answer.count("\r\n\r\n") == 1, "an answer has one head");
    return 0;
}
