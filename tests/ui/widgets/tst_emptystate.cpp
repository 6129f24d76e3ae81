// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/emptystate.h"
#include "ui/widgets/wrappedlabel.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestEmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsInSight_data();
    void everyLineIsInSight();
};

void TestEmptyState::everyLineIsInSight_data()
{
    QTest::addColumn<int>("width");
    for (const auto width : {1400, 860, 420})
        QTest::addRow("%d", width) << width;
}

void TestEmptyState::everyLineIsInSight()
{
    QFETCH(int, width);
    ui::EmptyState empty(u"No key is kept yet.\n\n"_s
                         + u"It is read as it is, and told. "_s.repeated(9)
                         + u"\n\nKeys are encrypted before they are kept."_s);
    empty.resize(width, 700);
    empty.show();
    const auto labels = empty.findChildren<ui::WrappedLabel *>();
    QCOMPARE(labels.size(), 2);
    for (const auto *label : labels) {
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(empty.rect().contains(label->geometry()));
    }
}

QTEST_MAIN(TestEmptyState)
#include "tst_emptystate.moc"
