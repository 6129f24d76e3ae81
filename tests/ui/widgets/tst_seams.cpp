// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/findingcard.h"
#include "ui/widgets/seams.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// What leaves by the clipboard.
class TestSeams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCopiedHoldsNoSecret_data();
    void whatIsCopiedHoldsNoSecret();
    void aDiffIsCopiedWithoutItsPassword();
    void aCommandIsCopiedWithoutItsToken();
    void aTokenWithoutSignatureIsCopiedAsItIs();
    void aSecretIsCopiedOnPurpose();

private:
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
};

void TestSeams::whatIsCopiedHoldsNoSecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("address") << u"http://me:geheim@127.0.0.1:4004"_s << u"geheim"_s;
    QTest::newRow("binding") << uR"({"clientid":"sb-x","clientsecret":"geheim"})"_s << u"geheim"_s;
    QTest::newRow("header") << u"curl -H 'Authorization: Basic YWxpY2U6Z2VoZWlt' http://x"_s
                            << u"YWxpY2U6Z2VoZWlt"_s;
}

void TestSeams::whatIsCopiedHoldsNoSecret()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    ui::Seams seams;
    seams.copyText(text);
    QVERIFY2(!clipboard().contains(secret), qPrintable(clipboard()));
    QVERIFY(clipboard().size() > 10);
}

void TestSeams::aDiffIsCopiedWithoutItsPassword()
{
    ui::Seams seams;
    seams.copyText(
        u"--- a/package.json\n+++ b/package.json\n@@ -1 +1 @@\n-  \"password\": \"alt\"\n"
        "+  \"password\": \"geheim\"\n"_s);
    QVERIFY2(!clipboard().contains(u"geheim"_s), qPrintable(clipboard()));
    QVERIFY(clipboard().contains(u"+  \"password\": "_s));
}

void TestSeams::aCommandIsCopiedWithoutItsToken()
{
    diagnosis::Finding finding;
    finding.title = u"A title"_s;
    finding.sentence = u"A sentence."_s;
    finding.fix.text = u"Try it."_s;
    finding.fix.command = u"curl -d 'client_secret=geheim' https://x/oauth/token"_s;
    ui::Seams seams;
    ui::FindingCard card(finding);
    connect(&card, &ui::FindingCard::copyRequested, &seams, [&seams](const QString &text) {
        seams.copyText(text);
    });
    const auto buttons = card.findChildren<QAbstractButton *>();
    int copied = 0;
    for (auto *button : buttons) {
        QGuiApplication::clipboard()->clear();
        button->click();
        copied += clipboard().isEmpty() ? 0 : 1;
        QVERIFY2(!clipboard().contains(u"geheim"_s), qPrintable(clipboard()));
    }
    QVERIFY(copied >= 1);
}

void TestSeams::aTokenWithoutSignatureIsCopiedAsItIs()
{
    ui::Seams seams;
    const auto token = u"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0."_s;
    seams.copyUnchanged(token);
    QCOMPARE(clipboard(), token);
}

void TestSeams::aSecretIsCopiedOnPurpose()
{
    ui::Seams seams;
    seams.copySecret(Secret(QByteArray("geheim")));
    QCOMPARE(clipboard(), u"geheim"_s);
}

QTEST_MAIN(TestSeams)
#include "tst_seams.moc"
