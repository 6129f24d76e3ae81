// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/diagnose.h"
#include "core/trail/trailbuilder.h"
#include "tests/bench/bench.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

using namespace tokentrail;

namespace {

// A journal of many calls, one after the other.
QList<http::Exchange> journalOf(int calls)
{
    const test::Conversation healthy(test::healthyPrincipalPropagation());
    QList<http::Exchange> journal;
    for (int i = 0; i < calls; ++i) {
        for (auto exchange : healthy.exchanges()) {
            exchange.id += QStringLiteral("-%1").arg(i);
            exchange.startMs += i * 1'000;
            exchange.endMs += i * 1'000;
            if (exchange.request.headers.contains("x-correlation-id"))
                exchange.request.headers.set("x-correlation-id", QByteArray::number(i));
            journal.append(exchange);
        }
    }
    return journal;
}

} // namespace

int main()
{
    const auto lost =
        trail::buildTrails(test::Conversation(test::userLostInsideService()).exchanges());
    const auto healthy =
        trail::buildTrails(test::Conversation(test::healthyPrincipalPropagation()).exchanges());
    diagnosis::Case input;
    bool ok = true;
    input.trail = lost.first();
    ok &= bench::rowAgainstLimit(
        "diagnosis of a lost user", bench::perCall(500, [&] { diagnosis::diagnose(input); }), 200);
    input.trail = healthy.first();
    ok &= bench::rowAgainstLimit("diagnosis of a healthy call",
                                 bench::perCall(500, [&] { diagnosis::diagnose(input); }),
                                 200);
    // Work for a call must hardly grow with the journal.
    const auto few = journalOf(30);
    const auto many = journalOf(300);
    const auto fewTime = bench::perCall(3, [&] { trail::buildTrails(few); });
    const auto manyTime = bench::perCall(1, [&] { trail::buildTrails(many); });
    ok &= bench::row("trails of 300 calls against 10 x 30", manyTime, fewTime * 10, 1.5);
    return ok ? 0 : 1;
}
