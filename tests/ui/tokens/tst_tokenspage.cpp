// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/checkrow.h"
#include "ui/tokens/claimsmodel.h"
#include "ui/tokens/differencemodel.h"
#include "ui/tokens/sizebar.h"
#include "ui/tokens/storyview.h"
#include "ui/tokens/tokenhistory.h"
#include "ui/tokens/tokenspage.h"
#include "ui/widgets/seams.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

class CopyingSeams : public ui::Seams
{
public:
    void putText(const QString &text) override { copied = text; }
    QString copied;
};

ui::TokenView aliceView()
{
    ui::TokenView view;
    view.token.compact = "aGVhZGVy.Y2xhaW1z.c2lnbmF0dXJl";
    view.token.claims = text::Json::object({{u"user_name"_s, u"alice"_s}, {u"exp"_s, 2000}});
    view.token.header = text::Json::object({{u"alg"_s, u"RS256"_s}});
    view.kind = xsuaa::TokenKind::User;
    view.who = u"alice"_s;
    view.grant = u"password"_s;
    view.story.headline = u"alice signed in with a password."_s;
    view.story.expiresAt = 2000;
    view.nowSeconds = 1000;
    using xsuaa::CheckId;
    using xsuaa::Outcome;
    view.validation.checks = {
        {CheckId::NotExpired, Outcome::Passed, {}, u"ends in 1000 s"_s},
        {CheckId::Audience, Outcome::Failed, u"audience-mismatch"_s, u"meant for shop!t1"_s},
        {CheckId::Signature, Outcome::Failed, u"signature-invalid"_s, u"does not verify"_s}};
    return view;
}

} // namespace

class TestTokensPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastingAndReturnAskForDecoding()
    {
        ui::Seams seams;
        ui::TokensPage page(seams);
        QSignalSpy entered(&page, &ui::TokensPage::entered);
        auto *entry = page.findChild<QLineEdit *>();
        QTest::keyClicks(entry, u" Bearer eyJ "_s);
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].toByteArray(), QByteArray("Bearer eyJ"));
    }

    void theFirstFailureStandsOutAndTheRestIsStillTold()
    {
        ui::Seams seams;
        ui::TokensPage page(seams);
        page.add(aliceView());
        const auto rows = page.findChildren<ui::CheckRow *>();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0]->accessibleName(), u"✓ not expired"_s);
        QCOMPARE(rows[1]->accessibleDescription(), u"meant for shop!t1"_s);
        QVERIFY2(rows[2]->accessibleName().contains("would fail too"_L1),
                 qPrintable(rows[2]->accessibleName()));
    }

    void aFailedCheckIsSaidWithoutANegationOfANegation_data()
    {
        QTest::addColumn<xsuaa::Check>("check");
        QTest::addColumn<QString>("title");
        using xsuaa::CheckId;
        using xsuaa::Outcome;
        const auto row = [](CheckId id, Outcome outcome, const QString &title) {
            QTest::newRow(qPrintable(title)) << xsuaa::Check{id, outcome, {}, {}} << title;
        };
        row(CheckId::Parsed, Outcome::Failed, u"✗ cannot be read as a token"_s);
        row(CheckId::NotExpired, Outcome::Passed, u"✓ not expired"_s);
        row(CheckId::NotExpired, Outcome::Failed, u"✗ expired"_s);
        row(CheckId::AlreadyValid, Outcome::Failed, u"✗ not valid yet"_s);
        row(CheckId::Audience, Outcome::Failed, u"✗ not meant for this service"_s);
        row(CheckId::KeyIdPresent, Outcome::Failed, u"✗ key id missing"_s);
        row(CheckId::KeySetAvailable, Outcome::NotChecked, u"– key set at hand: not checked"_s);
        row(CheckId::KeyIdKnown, Outcome::Failed, u"✗ key id unknown to the issuer"_s);
        row(CheckId::AlgorithmAccepted, Outcome::Failed, u"✗ algorithm not accepted"_s);
        row(CheckId::Signature, Outcome::Failed, u"✗ signature wrong"_s);
        QTest::newRow("no end") << xsuaa::Check{CheckId::NotExpired,
                                                Outcome::Failed,
                                                u"token-time-claims-invalid"_s,
                                                {}}
                                << u"✗ its end is not said properly"_s;
    }

    void aFailedCheckIsSaidWithoutANegationOfANegation()
    {
        QFETCH(xsuaa::Check, check);
        QFETCH(QString, title);
        QCOMPARE(ui::CheckRow(check, ui::CheckRow::Standing::Before).accessibleName(), title);
    }

    void theSameTokenIsKeptOnce()
    {
        ui::Seams seams;
        ui::TokensPage page(seams);
        page.add(aliceView());
        auto other = aliceView();
        other.token.compact = "b.b.b";
        page.add(other);
        page.add(aliceView());
        const auto *history = page.findChild<QListView *>();
        QCOMPARE(history->model()->rowCount(), 2);
        QCOMPARE(history->currentIndex().row(), 0);
    }

    void copiesWithoutTheSignature()
    {
        CopyingSeams seams;
        ui::TokensPage page(seams);
        page.add(aliceView());
        for (auto *action : page.findChildren<QAction *>()) {
            if (action->text() == "Copy it without its signature"_L1)
                action->trigger();
        }
        QCOMPARE(seams.copied, u"aGVhZGVy.Y2xhaW1z."_s);
    }

    void bothPoliciesAreShown()
    {
        ui::Seams seams;
        ui::TokensPage page(seams);
        auto view = aliceView();
        view.strict = {{u"issuer"_s, u"issued by somebody else"_s, xsuaa::Outcome::Failed, u"x"_s},
                       {u"not-expired"_s, u"not expired"_s, xsuaa::Outcome::Passed, {}, true}};
        page.add(view);
        QStringList rows;
        for (const auto *row : page.findChildren<ui::CheckRow *>())
            rows << row->accessibleName();
        QCOMPARE(rows.size(), 5);
        QVERIFY(rows.contains(u"✗ issued by somebody else (CAP does not ask)"_s));
        QCOMPARE(rows.count(u"✓ not expired"_s), 2); // under both policies
    }

    void twoTokensAreCompared()
    {
        ui::Seams seams;
        ui::TokensPage page(seams);
        page.add(aliceView());
        auto other = aliceView();
        other.token.compact = "b.b.b";
        other.token.claims.set(u"user_name"_s, u"bob"_s);
        other.who = u"bob"_s;
        page.add(other);
        for (auto *menu : page.findChildren<QMenu *>()) {
            Q_EMIT menu->aboutToShow();
            for (auto *action : menu->actions()) {
                if (action->text().startsWith(u"alice"_s))
                    action->trigger();
            }
        }
        ui::DifferenceModel *model = nullptr;
        for (auto *table : page.findChildren<QTableView *>()) {
            if (auto *found = qobject_cast<ui::DifferenceModel *>(table->model()))
                model = found;
        }
        QVERIFY(model);
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, ui::DifferenceModel::BeforeColumn).data().toString(), u"alice"_s);
        QCOMPARE(model->index(0, ui::DifferenceModel::AfterColumn).data().toString(), u"bob"_s);
    }

    void aDefectiveTokenIsAskedFor()
    {
        ui::Seams seams;
        ui::TokensPage page(seams);
        QSignalSpy asked(&page, &ui::TokensPage::defectRequested);
        page.setDefects({{u"expired"_s, u"expired"_s, {}, {}}}, {{u"bob"_s, u"bob"_s, {}, {}}});
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->text() == "Make it"_L1)
                button->click();
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"expired"_s);
        QCOMPARE(asked[0][1].toString(), u"bob"_s);
    }

    void sizesAreToldAgainstTheLimits_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("told");
        QTest::newRow("small") << 1600 << u"fits 8 kB"_s;
        QTest::newRow("at 8") << 8192 << u"fits 8 kB"_s;
        QTest::newRow("over 8") << 8193 << u"too large for proxies"_s;
        QTest::newRow("over 16") << 16385 << u"431"_s;
    }

    void sizesAreToldAgainstTheLimits()
    {
        QFETCH(int, bytes);
        QFETCH(QString, told);
        ui::SizeBar bar;
        bar.setBytes(bytes);
        QVERIFY2(bar.inWords().contains(told), qPrintable(bar.inWords()));
        QCOMPARE(bar.accessibleDescription(), bar.inWords());
    }

    void aClockThatIsBehindIsSaid()
    {
        ui::StoryView story;
        auto view = aliceView();
        view.story.issuedAt = view.nowSeconds + 90;
        story.show(view);
        const auto labels = story.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"90 s in the future"_s);
        }));
    }

    void modelsKeepTheRules()
    {
        ui::TokenHistoryModel history;
        QAbstractItemModelTester historyTester(
            &history, QAbstractItemModelTester::FailureReportingMode::QtTest);
        history.add(aliceView());
        history.add(aliceView());
        ui::ClaimsModel claims;
        QAbstractItemModelTester claimsTester(
            &claims, QAbstractItemModelTester::FailureReportingMode::QtTest);
        claims.setToken(aliceView().token);
        QCOMPARE(claims.rowCount(), 3);
    }

    void livesAreToldInWords_data()
    {
        QTest::addColumn<qint64>("end");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << qint64(0) << u"no end told"_s;
        QTest::newRow("seconds") << qint64(1059) << u"59 s left"_s;
        QTest::newRow("minutes") << qint64(1000 + 3540) << u"59 min left"_s;
        QTest::newRow("hours") << qint64(1000 + 43200) << u"12 h left"_s;
        QTest::newRow("over") << qint64(1000 - 3 * 3600) << u"expired 3 h ago"_s;
    }

    void livesAreToldInWords()
    {
        QFETCH(qint64, end);
        QFETCH(QString, words);
        QCOMPARE(ui::lifeInWords(end, 1000), words);
    }
};

QTEST_MAIN(TestTokensPage)
#include "tst_tokenspage.moc"
