// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessreport.h"
#include "core/cap/measureplan.h"
#include "core/text/phrasebook.h"
#include "tests/support/englishwords.h"

#include <QFile>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr auto model = R"({"definitions":{
  "S":{"kind":"service"},
  "S.Orders":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}},
    "@restrict":[{"grant":"READ","to":"viewer","where":"owner = $user"},{"grant":"*","to":"admin"}],
    "actions":{"close":{"kind":"action","@requires":"admin"}}},
  "S.ping":{"kind":"function","returns":{"type":"cds.String"}},
  "Hidden":{"kind":"service","@protocol":"none"},
  "Hidden.Things":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}}}}})";

} // namespace

class TestAccessTable : public QObject
{
    Q_OBJECT

    std::optional<cap::Csn> m_csn;
    text::Json m_users;
    std::unique_ptr<cap::AccessModel> m_model;

    cap::AccessTable table(bool withUsers = true) const
    {
        return cap::AccessTable(*m_model, withUsers ? &m_users : nullptr);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto csn = cap::Csn::read(model);
        QVERIFY(csn);
        m_csn.emplace(*std::move(csn));
        m_users =
            text::parseJson(
                R"({"ann":{"roles":["admin"]},"vic":{"roles":["viewer"]},"out":false,"*":true})")
                .value();
        m_model = std::make_unique<cap::AccessModel>(*m_csn, cap::AccessOptions(), &m_users);
    }

    void speaksGermanToo()
    {
        QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/lint/model.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto csn = cap::Csn::read(file.readAll());
        QVERIFY(csn);
        text::setLanguage(u"de"_s);
        QStringList left;
        int looked = 0;
        const auto look = [&left, &looked](const QString &sentence) {
            ++looked;
            if (!test::englishIn(sentence).isEmpty() && !left.contains(sentence))
                left << sentence;
        };
        for (const bool production : {false, true}) {
            cap::AccessOptions options;
            options.production = production;
            options.restrictAllServices = production;
            const cap::AccessModel large(*csn, options, &m_users);
            const cap::AccessTable all(large, &m_users);
            for (size_t row = 0; row < all.rows().size(); ++row) {
                for (size_t column = 0; column < all.columns().size(); ++column) {
                    const auto decision = all.cell(row, column);
                    look(decision.because);
                    look(decision.brief);
                }
            }
            for (const auto &probe : cap::planProbes(large, all, {}))
                look(probe.notSent);
        }
        text::setLanguage(u"en"_s);
        QVERIFY2(looked > 1'000, qPrintable(QString::number(looked)));
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void hasRowsForWhatIsServedAndColumnsForWhoLogsIn()
    {
        const auto all = table();
        QStringList rows;
        for (const auto &row : all.rows())
            rows << row.name();
        QCOMPARE(rows,
                 QStringList({u"S SERVICE"_s,
                              u"S.Orders READ"_s,
                              u"S.Orders CREATE"_s,
                              u"S.Orders UPDATE"_s,
                              u"S.Orders DELETE"_s,
                              u"S.Orders close"_s,
                              u"S ping"_s}));
        QStringList columns;
        for (const auto &column : all.columns())
            columns << column.name;
        QCOMPARE(columns, QStringList({u"anonymous"_s, u"ann"_s, u"vic"_s}));
    }

    void takesRolesWhereThereAreNoUsers()
    {
        QStringList columns;
        const auto all = table(false);
        for (const auto &column : all.columns())
            columns << column.name;
        QCOMPARE(columns,
                 QStringList({u"anonymous"_s, u"logged in"_s, u"role admin"_s, u"role viewer"_s}));
    }

    void saysWhoMayDoWhat()
    {
        const auto all = table();
        QCOMPARE(cap::cellText(all.cell(1, 0)), u"unauthenticated"_s);
        QCOMPARE(cap::cellText(all.cell(1, 1)), u"ok"_s);
        QCOMPARE(cap::cellText(all.cell(1, 2)), u"ok where owner = $user"_s);
        QCOMPARE(cap::cellText(all.cell(2, 2)), u"forbidden"_s);
        QCOMPARE(cap::cellText(all.cell(6, 0)), u"ok"_s);
    }

    void comparesWithATableOfBefore()
    {
        const auto csv = cap::toCsv(table());
        QVERIFY(csv.startsWith("what,anonymous,ann,vic\r\nS SERVICE,ok,ok,ok\r\n"));
        const auto same = cap::readExpectation(csv, u"before.csv"_s);
        QVERIFY(same);
        QCOMPARE(same->size(), size_t(21));
        QVERIFY(cap::differences(table(), *same).isEmpty());

        auto before = csv;
        before.replace("S.Orders CREATE,unauthenticated", "S.Orders CREATE,ok");
        before += "S.Gone READ,ok,ok,ok\r\n";
        const auto other = cap::readExpectation(before, u"before.csv"_s);
        QVERIFY(other);
        const auto changes = cap::differences(table(), *other);
        QCOMPARE(changes.size(), 4);
        QCOMPARE(changes.front(),
                 u"S.Orders CREATE for anonymous: expected ok, but it is unauthenticated."_s);
        const auto junit = cap::toJunit(table(), *other);
        QVERIFY(junit.contains("failures=\"1\""));
        QVERIFY(junit.contains("<failure message=\"expected ok, but it is unauthenticated\""));
    }

    void refusesWhatIsNoTable()
    {
        const auto odd = cap::readExpectation("what,a\r\nS READ,ok,ok\r\n", u"x.csv"_s);
        QVERIFY(!odd);
        QCOMPARE(odd.error().place->line, 2);
        QVERIFY(!cap::readExpectation("", u"x.csv"_s));
    }

    void writesMarkdown()
    {
        const auto text = cap::toMarkdown(table());
        QVERIFY(text.startsWith("| what | anonymous | ann | vic |\n|---|---|---|---|\n"));
        QVERIFY(text.contains("| S.Orders READ | unauthenticated | ok | ok where owner = $user |"));
    }
};

QTEST_GUILESS_MAIN(TestAccessTable)
#include "tst_accesstable.moc"
