// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/phrasebook.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestPhrasebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreFilled_data();
    void placesAreFilled();
    void anUnknownSentenceIsItsId();
    void languageIsThatOfTheProcess();
};

void TestPhrasebook::placesAreFilled_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("said");
    QTest::newRow("names") << u"{who} lacks {role}."_s << u"alice lacks admin."_s;
    QTest::newRow("twice") << u"{role} and {role}"_s << u"admin and admin"_s;
    QTest::newRow("number") << u"answered {status}"_s << u"answered 403"_s;
    QTest::newRow("words instead")
        << u"{empty|The caller} lacks it."_s << u"The caller lacks it."_s;
    QTest::newRow("words not needed") << u"{who|The caller} lacks it."_s << u"alice lacks it."_s;
    QTest::newRow("clause") << u"Refused[, jti {who}]."_s << u"Refused, jti alice."_s;
    QTest::newRow("clause without") << u"Refused[, jti {empty}]."_s << u"Refused."_s;
    QTest::newRow("brackets of a name")
        << u"authTokens[].error of {who}"_s << u"authTokens[].error of alice"_s;
    QTest::newRow("open brace") << u"{who"_s << u"{who"_s;
    QTest::newRow("value looks like a place") << u"{braces} and {who}"_s << u"{who}[] and alice"_s;
}

void TestPhrasebook::placesAreFilled()
{
    QFETCH(QString, sentence);
    QFETCH(QString, said);
    QCOMPARE(text::filled(sentence,
                          {{u"who", u"alice"_s},
                           {u"role", u"admin"_s},
                           {u"status", 403},
                           {u"empty", QString()},
                           {u"braces", u"{who}[]"_s}}),
             said);
}

void TestPhrasebook::anUnknownSentenceIsItsId()
{
    const text::Phrasebook book(u"none"_s);
    QCOMPARE(book.say(u"no.such"), u"no.such"_s);
}

void TestPhrasebook::languageIsThatOfTheProcess()
{
    QVERIFY(!text::speaksGerman());
    for (const auto *german : {"de", "de-AT", "de_DE"}) {
        text::setLanguage(QString::fromLatin1(german));
        QVERIFY2(text::speaksGerman(), german);
    }
    for (const auto *other : {"fr-FR", "C", "", "del"}) {
        text::setLanguage(QString::fromLatin1(other));
        QVERIFY2(!text::speaksGerman(), other);
    }
    text::setLanguage(u"en"_s);
}

QTEST_GUILESS_MAIN(TestPhrasebook)
#include "tst_phrasebook.moc"
