// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/pkce.h"

#include <QSet>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::oauth;

class TestPkce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void challengeIsThatOfTheStandard()
    {
        // RFC 7636, appendix B
        QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void everyVerifierIsNewAndOfTheRightShape()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const auto pkce = makePkce();
            QCOMPARE(pkce.verifier.reveal().size(), 43);
            QVERIFY(isVerifier(pkce.verifier.reveal()));
            QCOMPARE(pkce.challenge, challengeOf(pkce.verifier.reveal()));
            seen << pkce.verifier.reveal();
        }
        QCOMPARE(seen.size(), 200);
    }

    void knowsVerifiers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("42") << QByteArray(42, 'a') << false;
        QTest::newRow("43") << QByteArray(43, 'a') << true;
        QTest::newRow("128") << QByteArray(128, '~') << true;
        QTest::newRow("129") << QByteArray(129, 'a') << false;
        QTest::newRow("plus") << QByteArray(QByteArray(42, 'a') + '+') << false;
        QTest::newRow("NUL") << QByteArray(50, '\0') << false;
    }
    void knowsVerifiers()
    {
        QFETCH(QByteArray, text);
        QTEST(isVerifier(text), "valid");
    }
};

QTEST_GUILESS_MAIN(TestPkce)
#include "tst_pkce.moc"
