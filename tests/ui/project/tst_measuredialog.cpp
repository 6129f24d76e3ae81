// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "ui/project/measuredialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

class TestMeasureDialog : public QObject
{
    Q_OBJECT

    MeasureDialog *m_dialog = nullptr;
    QList<MeasureWish> m_wishes;

    void open(const QString &url = u"http://localhost:4004"_s)
    {
        MeasureOffer offer;
        offer.url = url;
        offer.callers = {{u"alice"_s, u"mock user"_s, true}, {u"bob, session 1"_s, {}, false}};
        offer.reads = 10;
        offer.writes = {u"POST /odata/v4/shop/Orders"_s, u"DELETE /odata/v4/shop/Orders(ID=1)"_s};
        m_dialog = new MeasureDialog(offer);
        connect(m_dialog, &MeasureDialog::wanted, this, [this](const MeasureWish &wish) {
            m_wishes << wish;
        });
        m_dialog->show();
    }
    QPushButton *send() const
    {
        for (auto *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text().startsWith("Send "_L1))
                return button;
        }
        return nullptr;
    }
    bool says(const QString &sentence) const
    {
        for (const auto *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(sentence))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void init() { m_wishes.clear(); }
    void cleanup() { delete m_dialog; }

    void readsAsMockUsersUnlessToldOtherwise()
    {
        open();
        QVERIFY(!m_dialog->findChild<QCheckBox *>()->isChecked());
        QVERIFY(send()->isDefault());
        QVERIFY2(send()->text().contains("20"_L1), qPrintable(send()->text())); // nobody, alice
        send()->click();
        QCOMPARE(m_wishes.size(), 1);
        QCOMPARE(m_wishes[0].callers, QStringList{u"alice"_s});
        QVERIFY(!m_wishes[0].withWrites);
        m_dialog = nullptr; // it deletes itself
    }

    void saysWhatWouldBeWritten()
    {
        open();
        QVERIFY(!m_dialog->findChild<QPlainTextEdit *>()->isVisible());
        m_dialog->findChild<QCheckBox *>()->click();
        QVERIFY(m_dialog->findChild<QPlainTextEdit *>()->isVisible());
        QVERIFY(m_dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(
            "DELETE /odata/v4/shop/Orders(ID=1)"_L1));
        QVERIFY(says(u"A handler in code that runs before that could still act."_s));
        QCOMPARE(send()->text(), u"Send 24 requests, 4 of them writing"_s);
        send()->click();
        QVERIFY(m_wishes.constFirst().withWrites);
        m_dialog = nullptr;
    }

    void sessionsAreAskedAsWhenChosen()
    {
        open();
        m_dialog->findChild<QListWidget *>()->item(1)->setCheckState(Qt::Checked);
        send()->click();
        QCOMPARE(m_wishes[0].callers, (QStringList{u"alice"_s, u"bob, session 1"_s}));
        m_dialog = nullptr;
    }

    void anAddressIsWanted_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("possible");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("none") << QString() << false << u"No running service"_s;
        QTest::newRow("word") << u"localhost:4004"_s << false << u"This is no address"_s;
        QTest::newRow("file") << u"file:///etc"_s << false << u"This is no address"_s;
        QTest::newRow("here") << u"http://127.0.0.1:4004"_s << true
                              << u"It is always asked without"_s;
        QTest::newRow("far, safe")
            << u"https://shop.example"_s << true << u"It is always asked without"_s;
        QTest::newRow("far, in clear") << u"http://shop.example"_s << true << u"in clear"_s;
    }
    void anAddressIsWanted()
    {
        QFETCH(QString, url);
        QFETCH(bool, possible);
        QFETCH(QString, sentence);
        open({});
        m_dialog->findChild<QLineEdit *>()->setText(url);
        QCOMPARE(send()->isEnabled(), possible);
        QVERIFY(says(sentence));
    }

    void everyControlHasAName()
    {
        open();
        m_dialog->findChild<QCheckBox *>()->click();
        int seen = 0;
        QCOMPARE(namelessControls(*m_dialog, &seen), QStringList());
        QVERIFY(seen >= 5);
    }
};

QTEST_MAIN(TestMeasureDialog)
#include "tst_measuredialog.moc"
