// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/checkrow.h"
#include "ui/tokens/claimsmodel.h"
#include "ui/tokens/tokenhistory.h"
#include "ui/tokens/tokenspage.h"
#include "ui/widgets/seams.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

class CopyingSeams : public ui::Seams
{
public:
    void copyText(const QString &text) override { copied = text; }
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
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->text() == "Copy without signature"_L1)
                button->click();
        }
        QCOMPARE(seams.copied, u"aGVhZGVy.Y2xhaW1z."_s);
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
