// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"
#include "ui/lanes/claimmodel.h"
#include "ui/lanes/tokenpane.h"
#include "ui/lanes/trailmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
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
    void theTokenBeforeIsOfTheSameLine();
    void anExchangedTokenFollowsItsAssertion();
    void aTokenWithoutPredecessorSaysSo();
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

void CallModelsTest::theTokenBeforeIsOfTheSameLine()
{
    auto trail = samples::healthy().trail;
    const auto first = tokenBefore(trail, *trail.hop(u"h1"_s), 0);
    QVERIFY(!first.same && !first.token);
    // A client's first token has none before it, though a person's was seen.
    const auto client = tokenBefore(trail, *trail.hop(u"h3"_s), 0);
    QVERIFY(!client.same && !client.token);
    // Nor has the first one of another client.
    auto &another = trail.hops[4].tokens[0].claims;
    another.set(u"cid"_s, u"sb-other!b3"_s);
    another.set(u"client_id"_s, u"sb-other!b3"_s);
    const auto other = tokenBefore(trail, *trail.hop(u"h5"_s), 0);
    QVERIFY(!other.same && !other.token);
    // A further one of alice follows hers, whatever clients got meanwhile.
    auto &carried = trail.hops[5].tokens[1];
    carried.fingerprint = u"exchanged"_s;
    const auto further = tokenBefore(trail, trail.hops[5], 1);
    QVERIFY(further.token);
    QCOMPARE(further.token->fingerprint, u"9c1f03ab"_s);
    QCOMPARE(further.hopNumber, 2);
}

void CallModelsTest::anExchangedTokenFollowsItsAssertion()
{
    auto trail = samples::healthy().trail;
    auto &hop = trail.hops[4];
    auto assertion = trail.hops[0].tokens.constFirst();
    assertion.role = trail::TokenRole::Assertion;
    assertion.fingerprint = u"assertion"_s;
    assertion.claims.set(u"user_name"_s, u"alice@idp"_s);
    hop.tokens.prepend(assertion);
    const auto before = tokenBefore(trail, hop, 1);
    QVERIFY(before.token);
    QCOMPARE(before.token->fingerprint, u"assertion"_s);
}

void CallModelsTest::aTokenWithoutPredecessorSaysSo()
{
    const auto trail = samples::lost().trail;
    TokenPane pane;
    const auto told = [&pane](const QString &sentence) {
        const auto labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text() == sentence;
        });
    };
    pane.setToken(trail, *trail.hop(u"h1"_s), 0);
    QVERIFY(told(u"The first token of alice in this trail: there is none to compare with."_s));
    pane.setToken(trail, *trail.hop(u"h3"_s), 0);
    QVERIFY(told(u"The first token of the client sb-tokentrail-destination!b2 in this trail: there "
                 u"is none to compare with."_s));
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
