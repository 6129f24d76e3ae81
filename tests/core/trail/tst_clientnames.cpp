// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/lanes.h"

#include <QTest>

using namespace tokentrail::trail;
using namespace Qt::StringLiterals;

class TestClientNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientsAreKnownByTheirOwnPart_data()
    {
        QTest::addColumn<QString>("clientId");
        QTest::addColumn<QString>("name");
        QTest::newRow("application") << u"sb-tokentrail-sample!t1"_s << u"tokentrail-sample"_s;
        QTest::newRow("clone of the destination service")
            << u"sb-clone2246c813a544a70eb735fe99170fa86a!b1|destination-xsappname!b2"_s
            << u"destination"_s;
        QTest::newRow("clone of the connectivity service")
            << u"sb-clone1!b9|connectivity!b3"_s << u"connectivity"_s;
        QTest::newRow("no pattern at all") << u"my-client"_s << u"my-client"_s;
        QTest::newRow("nothing but marks") << u"sb-!t1"_s << u"sb-!t1"_s;
    }

    void clientsAreKnownByTheirOwnPart()
    {
        QFETCH(QString, clientId);
        QFETCH(QString, name);
        QCOMPARE(shortClientName(clientId), name);
    }

    void chipsSayItShort()
    {
        TokenSeen token;
        token.claims =
            tokentrail::text::Json::object({{u"cid"_s, u"sb-clone1!b9|destination-xsappname!b2"_s},
                                            {u"grant_type"_s, u"client_credentials"_s}});
        QCOMPARE(chipTextOf(token), u"destination · client"_s);
    }
};

QTEST_GUILESS_MAIN(TestClientNames)
#include "tst_clientnames.moc"
