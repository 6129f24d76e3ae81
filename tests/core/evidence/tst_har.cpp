// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/har.h"

#include <QFile>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

QByteArray har()
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/evidence/browser.har"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestHar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExchangesInOrderOfStart()
    {
        const auto evidence = evidence::readHar(har()).value();
        QCOMPARE(evidence.exchanges.size(), 2);
        const auto &call = evidence.exchanges[0];
        QCOMPARE(call.request.target, QByteArray("/odata"));
        QVERIFY(call.failure && call.failure->sentence.contains("REFUSED"_L1));

        const auto &token = evidence.exchanges[1];
        QCOMPARE(token.url(), QByteArray("https://dev.example/oauth/token?x=1"));
        QCOMPARE(token.request.headers.fields().size(), 1);
        QCOMPARE(http::formField(token.request.body, u"grant_type"), u"a b"_s);
        QCOMPARE(token.response.body, QByteArray("{}"));
        QCOMPARE(token.startMs, qint64(1795330801500));
        QCOMPARE(token.timing.connected, 30.0);
        QCOMPARE(token.timing.firstByte, 111.0);
        QCOMPARE(token.timing.dns, -1.0);
    }

    void tellsWhatItCouldNotRead()
    {
        const auto evidence = evidence::readHar(har()).value();
        QCOMPARE(evidence.notVisible.size(), 1);
        QVERIFY(evidence.notVisible[0].contains("entry 3"_L1));
    }

    void tellsThatTheBrowserLeftCredentialsOut()
    {
        auto sanitised = har();
        sanitised.replace("Authorization", "Accept");
        QVERIFY(evidence::readHar(sanitised).value().notVisible.constLast().contains(
            "sensitive data"_L1));
    }

    void refusesWhatIsNoHar_data()
    {
        QTest::addColumn<QByteArray>("document");
        for (const char *document :
             {"", "{}", "[]", "{\"log\":{}}", "{\"log\":{\"entries\":{}}}", "{\"log\":"})
            QTest::newRow(document) << QByteArray(document);
    }

    void refusesWhatIsNoHar()
    {
        QFETCH(QByteArray, document);
        const auto evidence = evidence::readHar(document, u"a.har"_s);
        QVERIFY(!evidence);
        QCOMPARE(evidence.error().place->file, u"a.har"_s);
    }
};

QTEST_GUILESS_MAIN(TestHar)
#include "tst_har.moc"
