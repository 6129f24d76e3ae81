// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/claimtwists.h"
#include "core/sandbox/faults.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::sandbox;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json claims()
{
    return Json::object(
        {{u"iat"_s, 1000},
         {u"exp"_s, 2000},
         {u"scope"_s, Json::array(QStringList{u"openid"_s, u"app!t1.admin"_s, u"uaa.user"_s})}});
}

Json twisted(const QString &fault, const QString &value)
{
    auto out = claims();
    twistClaims(out, [&](QStringView name) { return name == fault ? value : QString(); });
    return out;
}

} // namespace

class ClaimTwistsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFaultsNothingChanges() { QCOMPARE(twisted({}, {}), claims()); }

    void eachFaultChangesWhatItSays_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QByteArray>("becomes");
        const auto row =
            [](const char *fault, const char *value, const char *claim, const char *becomes) {
                QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(value)
                                     << QString::fromLatin1(claim) << QByteArray(becomes);
            };
        row("xsuaa.wrong-audience", "sb-other!t9", "aud", R"(["sb-other!t9"])");
        row("xsuaa.wrong-audience-claim", "other!t2", "aud", R"(["other!t2"])");
        row("xsuaa.wrong-zone", "z9", "zid", R"("z9")");
        row("xsuaa.not-yet-valid", "60", "nbf", "1060");
        row("xsuaa.foreign-scopes",
            "other!t9",
            "scope",
            R"(["openid","other!t9.admin","uaa.user"])");
        row("xsuaa.scopes-in-capitals", "on", "scope", R"(["openid","app!t1.ADMIN","uaa.user"])");
        row("xsuaa.scope-as-string", "on", "scope", R"("openid app!t1.admin uaa.user")");
        row("xsuaa.no-scope-claim", "on", "scope", "null");
        row("xsuaa.missing-claim", "exp", "exp", "null");
    }
    void eachFaultChangesWhatItSays()
    {
        QFETCH(QString, fault);
        QFETCH(QString, value);
        QFETCH(QString, claim);
        QFETCH(QByteArray, becomes);
        QVERIFY2(findFault(fault), "the table of faults has no such row");
        QCOMPARE(twisted(fault, value)[claim].toCompact(), becomes);
    }

    void aLargeTokenIsLargeByGroupsAndHasALimit()
    {
        QVERIFY(twisted(u"xsuaa.large-token"_s, u"20000"_s).toCompact().size() > 20'000);
        QVERIFY(twisted(u"xsuaa.large-token"_s, u"900000000"_s).toCompact().size() < 100'000);
    }
};

QTEST_GUILESS_MAIN(ClaimTwistsTest)
#include "tst_claimtwists.moc"
