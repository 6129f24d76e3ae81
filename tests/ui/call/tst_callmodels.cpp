// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"
#include "ui/call/claimmodel.h"
#include "ui/call/trailmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

int rowOf(const ClaimModel &model, const QString &claim)
{
    for (auto row = 0; row < model.rowCount(); ++row) {
        if (cell(model, row, ClaimModel::Name) == claim)
            return row;
    }
    return -1;
}

} // namespace

class CallModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTrailIsARowAHop();
    void expectedHopsAreMarked();
    void claimsThatDifferComeFirst();
    void aTokenWithoutOneBeforeHasNoComparison();
    void theTokenBeforeIsTheLastOtherOne();
    void theSameTokenIsNamedByItsFirstHop();
};

void CallModelsTest::theTrailIsARowAHop()
{
    TrailModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const auto trail = samples::healthy().trail;
    model.setTrail(trail);
    QCOMPARE(model.rowCount(), trail.hops.size());
    QCOMPARE(cell(model, 1, TrailModel::From), u"Console"_s);
    QCOMPARE(cell(model, 1, TrailModel::Person), u"alice"_s);
    QCOMPARE(cell(model, 2, TrailModel::Person), u"nobody"_s);
    QCOMPARE(model.indexOf(u"h6"_s).row(), 5);
    QVERIFY(!model.indexOf(u"h99"_s).isValid());
    for (auto column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void CallModelsTest::expectedHopsAreMarked()
{
    TrailModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTrail(samples::lost().trail);
    QVERIFY(model.index(4, 0).data(TrailModel::ExpectedRole).toBool());
    QCOMPARE(cell(model, 4, TrailModel::Answer), u"did not come"_s);
    QVERIFY(cell(model, 4, TrailModel::Duration).isEmpty());
    QVERIFY(model.index(1, 0).data(TrailModel::FailedRole).toBool());
    QVERIFY(!model.index(0, 0).data(TrailModel::FailedRole).toBool());
}

void CallModelsTest::claimsThatDifferComeFirst()
{
    const auto trail = samples::lost().trail;
    const auto &user = trail.hop(u"h1"_s)->tokens.constFirst();
    const auto &client = trail.hop(u"h3"_s)->tokens.constFirst();
    ClaimModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(client, &user);
    const auto change = [&](const QString &claim) {
        return static_cast<ClaimModel::Change>(
            model.index(rowOf(model, claim), 0).data(ClaimModel::ChangeRole).toInt());
    };
    QCOMPARE(change(u"grant_type"_s), ClaimModel::Change::Changed);
    QCOMPARE(change(u"user_name"_s), ClaimModel::Change::Gone);
    QCOMPARE(change(u"zid"_s), ClaimModel::Change::Same);
    QVERIFY(rowOf(model, u"user_name"_s) < rowOf(model, u"zid"_s));
    QCOMPARE(cell(model, rowOf(model, u"user_name"_s), ClaimModel::Before), u"alice"_s);
    QCOMPARE(cell(model, rowOf(model, u"grant_type"_s), ClaimModel::Before), u"password"_s);
    QCOMPARE(cell(model, rowOf(model, u"grant_type"_s), ClaimModel::Value),
             u"client_credentials"_s);
    QVERIFY(!cell(model, rowOf(model, u"zid"_s), ClaimModel::Meaning).isEmpty());
}

void CallModelsTest::aTokenWithoutOneBeforeHasNoComparison()
{
    ClaimModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::lost().trail.hop(u"h1"_s)->tokens.constFirst(), nullptr);
    QCOMPARE(model.changes(), 0);
    QVERIFY(cell(model, 0, ClaimModel::Before).isEmpty());
}

void CallModelsTest::theTokenBeforeIsTheLastOtherOne()
{
    const auto trail = samples::lost().trail;
    const auto before = tokenBefore(trail, *trail.hop(u"h3"_s), 0);
    QVERIFY(!before.same);
    QVERIFY(before.token);
    QCOMPARE(before.token->fingerprint, u"9c1f03ab"_s);
    QCOMPARE(before.hopNumber, 2);
    const auto first = tokenBefore(trail, *trail.hop(u"h1"_s), 0);
    QVERIFY(!first.same && !first.token);
}

void CallModelsTest::theSameTokenIsNamedByItsFirstHop()
{
    const auto trail = samples::lost().trail;
    const auto before = tokenBefore(trail, *trail.hop(u"h2"_s), 0);
    QVERIFY(before.same);
    QCOMPARE(before.hopNumber, 1);
}

QTEST_MAIN(CallModelsTest)
#include "tst_callmodels.moc"
