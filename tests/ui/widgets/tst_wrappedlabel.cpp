// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrappedlabel.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestWrappedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsHeightIsThatOfItsText();
};

// What was measured before is forgotten with the text, and with the font.
void TestWrappedLabel::itsHeightIsThatOfItsText()
{
    ui::WrappedLabel label(u"A token stands in a chain of tokens, and one of them is missing."_s);
    QLabel plain(label.text());
    plain.setWordWrap(true);
    plain.setTextFormat(Qt::PlainText);
    plain.setTextInteractionFlags(label.textInteractionFlags());
    const auto agree = [&] {
        for (const int width : {80, 200, 80, 1000})
            QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
    };
    agree();
    const int before = label.heightForWidth(80);
    for (auto *one : {static_cast<QLabel *>(&label), &plain})
        one->setText(one->text().repeated(3));
    agree();
    QVERIFY(label.heightForWidth(80) > 2 * before);
    const int small = label.heightForWidth(80);
    auto font = label.font();
    font.setPixelSize(40);
    label.setFont(font);
    plain.setFont(font);
    agree();
    QVERIFY(label.heightForWidth(80) > small);
}

QTEST_MAIN(TestWrappedLabel)
#include "tst_wrappedlabel.moc"
