// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/trailbuilder.h"
#include "tests/support/conversations.h"
#include "tests/support/trailnotation.h"

#include <QTest>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using test::Conversation;

class TestTrailBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHealthyCallIsOneTrailWithTheUserToTheEnd();
    void aLostUserIsMissedFromTheLookupOn();
};

void TestTrailBuilder::aHealthyCallIsOneTrailWithTheUserToTheEnd()
{
    const auto trails = buildTrails(Conversation(test::healthyPrincipalPropagation()).exchanges());
    QCOMPARE(trails.size(), 1);
    QCOMPARE(trails[0].hops.size(), 8);
}

void TestTrailBuilder::aLostUserIsMissedFromTheLookupOn()
{
    const auto trails = buildTrails(Conversation(test::userLostInsideService()).exchanges());
    QCOMPARE(trails.size(), 1);
    QCOMPARE(trails[0].loss, LossPlace::InsideService);
}

} // namespace tokentrail::trail

QTEST_GUILESS_MAIN(tokentrail::trail::TestTrailBuilder)
#include "tst_trailbuilder.moc"
