// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/quiettable.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

using namespace tokentrail::ui;

// Columns of a table in windows of any width.
class TestQuietTable : public QObject
{
    Q_OBJECT

    QStandardItemModel m_model{3, 4};

    int inAll(const QuietTable &table) const
    {
        int width = 0;
        for (int column = 0; column < m_model.columnCount(); ++column)
            width += table.isColumnHidden(column) ? 0 : table.columnWidth(column);
        return width;
    }

private Q_SLOTS:
    void nothingIsScrolledSideways_data()
    {
        QTest::addColumn<int>("width");
        for (const auto width : {300, 340, 400, 500, 900})
            QTest::addRow("%d", width) << width;
    }
    void nothingIsScrolledSideways()
    {
        QFETCH(int, width);
        QuietTable table(QStringLiteral("t"));
        table.setModel(&m_model);
        table.setWidths({120, 160, 80, 100});
        table.resize(width, 200);
        table.show();
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(inAll(table), table.viewport()->width());
        QCOMPARE(table.columnWidth(0), 120); // what the row is called is whole
        for (int column = 0; column < 4; ++column)
            QVERIFY(table.columnWidth(column) >= 56);
    }

    void aSpareColumnGoesFirstAndComesBack()
    {
        QuietTable table(QStringLiteral("t"));
        table.setModel(&m_model);
        table.setWidths({120, 160, 80, 100}, 3);
        table.resize(400, 200);
        table.show();
        QVERIFY(table.isColumnHidden(3));
        QCOMPARE(table.columnWidth(1), 160);
        QCOMPARE(inAll(table), table.viewport()->width());
        table.resize(600, 200);
        QVERIFY(!table.isColumnHidden(3));
        QCOMPARE(table.columnWidth(2), 80);
    }

    void aColumnThatWasDraggedStaysSo()
    {
        QuietTable table(QStringLiteral("t"));
        table.setModel(&m_model);
        table.setWidths({120, 160, 80, 100});
        table.resize(700, 200);
        table.show();
        table.horizontalHeader()->resizeSection(0, 200);
        table.resize(720, 200);
        QCOMPARE(table.columnWidth(0), 200);
    }
};

QTEST_MAIN(TestQuietTable)
#include "tst_quiettable.moc"
