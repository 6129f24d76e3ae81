// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/secret.h"

#include <QTest>

using namespace tokentrail;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAsDots()
    {
        QString out;
        QDebug(&out) << Secret(QByteArray("hunter2"));
        QVERIFY(!out.contains(QStringLiteral("hunter2")));
        QVERIFY(out.contains(QStringLiteral("•••")));
    }

    void copiesLiveOnWhenOneIsWiped()
    {
        Secret kept;
        {
            const Secret first(QByteArray(64, 'x'));
            kept = first;
        }
        QCOMPARE(kept.reveal(), QByteArray(64, 'x'));
    }

    void comparesByValue()
    {
        QVERIFY(Secret(QByteArray("a")).equals(Secret(QByteArray("a"))));
        QVERIFY(!Secret(QByteArray("a")).equals(Secret(QByteArray("b"))));
        QVERIFY(!Secret(QByteArray("a")).equals(Secret(QByteArray("aa"))));
        QVERIFY(Secret().equals(Secret()));
    }

    void placesCountFromOne()
    {
        QCOMPARE(placeOf("ab\ncd", 0), (Place{{}, 1, 1}));
        QCOMPARE(placeOf("ab\ncd", 4), (Place{{}, 2, 2}));
        QCOMPARE(placeOf("ab", 99), (Place{{}, 1, 3}));
    }

    void fingerprintIsTruncatedSha256()
    {
        QCOMPARE(fingerprint("abc"), QStringLiteral("ba7816bf")); // FIPS 180-2, B.1
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
