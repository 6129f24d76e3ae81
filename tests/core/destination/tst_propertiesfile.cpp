// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/propertiesfile.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

class TestPropertiesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsJavaDoes_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << ""_ba
                               << "{}"_ba;
        QTest::newRow("as the cockpit exports")
            << "#\n#Mon Feb 02 10:00:00 UTC 2026\nType=HTTP\nURL=https\\://host\\:443/a\\=b\nName=S4\n"_ba
            << R"({"Type":"HTTP","URL":"https://host:443/a=b","Name":"S4"})"_ba;
        QTest::newRow("all three separators") << "a=1\nb: 2\nc 3\nd\t=\t4\ne\n"_ba
                                              << R"({"a":"1","b":"2","c":"3","d":"4","e":""})"_ba;
        QTest::newRow("only the first separator counts") << "URL = http://x:1\n"_ba
                                                         << R"({"URL":"http://x:1"})"_ba;
        QTest::newRow("continued, Windows") << "a=1\\\r\n   2\r\nb=3\\\\\r\nc=4"_ba
                                            << R"({"a":"12","b":"3\\","c":"4"})"_ba;
        QTest::newRow("comments") << "! no\n  # no\na=#yes\n"_ba
                                  << R"({"a":"#yes"})"_ba;
        QTest::newRow("escapes") << "a\\ b=\\u00e4\\t\\z\n"_ba
                                 << "{\"a b\":\"\u00e4\\tz\"}"_ba;
        QTest::newRow("the last of one name") << "a=1\na=2"_ba
                                              << R"({"a":"2"})"_ba;
        QTest::newRow("UTF-8") << "a=\u00fc"_ba
                               << "{\"a\":\"\u00fc\"}"_ba;
        QTest::newRow("ISO 8859-1") << "a=\xfc"_ba
                                    << "{\"a\":\"\u00fc\"}"_ba;
        QTest::newRow("blanks at the end stay") << "a=1 \n"_ba
                                                << R"({"a":"1 "})"_ba;
    }

    void readsAsJavaDoes()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, json);
        QCOMPARE(destination::destinationFromProperties(source).value().toCompact(), json);
    }

    void tellsWhereAnEscapeIsBroken()
    {
        const auto read = destination::destinationFromProperties("a=1\nb=\\u12x4\n", u"f"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().place->line, 2);
    }

    void whatIsWrittenReadsTheSame()
    {
        const auto json =
            text::parseJson("{\"Name\":\"A b\",\"URL\":\"https://h:1/?a=b#c!\",\"x\":\"  "
                            "\\t\u00e4\u20ac\\\\\\n\",\"\":\"\"}")
                .value();
        const auto file = destination::toPropertiesFile(json);
        QVERIFY(file.contains("URL=https\\://h\\:1/?a\\=b\\#c\\!\n"));
        QCOMPARE(destination::destinationFromProperties(file).value().toCompact(),
                 json.toCompact());
    }

    void takesEveryShape()
    {
        const auto names = [](const QByteArray &source) {
            QStringList list;
            const auto read = destination::readDestinations(source).value();
            for (const auto &one : read)
                list << one[u"Name"].toString();
            return list;
        };
        QCOMPARE(names(R"({"Name":"A"})"), QStringList{u"A"_s});
        QCOMPARE(names(R"([{"Name":"A"},{"Name":"B"}])"), (QStringList{u"A"_s, u"B"_s}));
        QCOMPARE(names(R"({"owner":{},"destinationConfiguration":{"Name":"A"}})"),
                 QStringList{u"A"_s});
        QCOMPARE(names("Name=A\nType=HTTP"), QStringList{u"A"_s});
        QVERIFY(!destination::readDestinations("Type=HTTP"));
        const auto broken = destination::readDestinations("{\n \"Name\": }", u"d.json"_s);
        QCOMPARE(broken.error().place->line, 2);
    }

    void secretsAreMaskedOrLeftOut()
    {
        const auto json = text::parseJson(R"({"Name":"A","User":"u","Password":"p",)"
                                          R"("clientSecret":"s","tokenServicePassword":"t",)"
                                          R"("URL.headers.apiKey":"k","clientKey":"id"})")
                              .value();
        const auto masked = destination::maskedProperties(json).toCompact();
        for (const auto *secret : {"\"p\"", "\"s\"", "\"t\"", "\"k\""})
            QVERIFY2(!masked.contains(secret), secret);
        QVERIFY(masked.contains("\"id\""));
        QCOMPARE(destination::withoutSecrets(json).toCompact(),
                 R"({"Name":"A","User":"u","clientKey":"id"})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestPropertiesFile)
#include "tst_propertiesfile.moc"
