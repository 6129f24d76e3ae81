// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/keyboard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

QList<ScenarioView> library()
{
    return {
        {u"expired"_s,
         u"Tokens"_s,
         u"The token has ended"_s,
         u"401"_s,
         {},
         u"GET /a"_s,
         {},
         {},
         {}},
        {u"audience"_s, u"Tokens"_s, u"For somebody else"_s, u"401"_s, {}, u"GET /b"_s, {}, {}, {}},
        {u"proxy"_s, u"The way"_s, u"The proxy is down"_s, u"503"_s, {}, u"GET /c"_s, {}, {}, {}}};
}

SandboxView running()
{
    SandboxView view;
    view.running = true;
    view.state = u"/tmp/state"_s;
    view.faults = {{u"proxy.cloud-connector-down"_s,
                    u"No Cloud Connector of this location is connected to the subaccount, so that "
                    u"every call through the proxy ends there"_s,
                    {},
                    u"on"_s}};
    view.addresses = {
        {u"Start"_s,
         u"NODE_EXTRA_CA_CERTS=/home/somebody/.local/share/tokentrail/sandbox/certificates/ca.pem "
         u"cds watch --profile hybrid --port 4004"_s}};
    return view;
}

} // namespace

class TestSandboxPage : public QObject
{
    Q_OBJECT

    Keyboard m_keyboard;
    std::unique_ptr<QStackedWidget> m_stack;
    SandboxPage *m_page = nullptr;

    QPushButton *button(const QString &text) const
    {
        for (auto *one : m_page->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    QStringList texts() const
    {
        QStringList list;
        for (auto *label : m_page->findChildren<WrappedLabel *>()) {
            if (label->isVisible())
                list << label->text();
        }
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_stack = std::make_unique<QStackedWidget>();
        auto *other = new QWidget; // another page, where somebody works
        auto *before = new QPushButton(u"before"_s, other);
        m_page = new SandboxPage;
        m_page->setScenarios(library());
        m_page->setView(running());
        m_stack->addWidget(other);
        m_stack->addWidget(m_page);
        m_stack->resize(1180, 760); // what the window of 1360 leaves to a page
        m_stack->show();
        m_stack->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_stack.get()));
        before->setFocus();
        m_stack->setCurrentIndex(1);
    }

    void itOpensWithTheListAndNotWithStop() { QCOMPARE(m_keyboard.heard(), u"Broken scenarios"_s); }

    void theFilterLeadsIntoTheList()
    {
        QSignalSpy wanted(m_page, &SandboxPage::demonstrationRequested);
        auto *filter = m_page->findChild<QLineEdit *>();
        filter->setFocus();
        m_keyboard.type(u"proxy"_s);
        m_keyboard.press(Qt::Key_Down);
        QCOMPARE(m_keyboard.heard(), u"Broken scenarios"_s);
        QVERIFY(texts().contains(u"The proxy is down"_s));
        m_keyboard.press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.last().first().toString(), u"proxy"_s);

        filter->setFocus();
        filter->clear();
        m_keyboard.type(u"somebody"_s);
        m_keyboard.press(Qt::Key_Return); // into the list; nothing is run yet
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_keyboard.heard(), u"Broken scenarios"_s);
        QVERIFY(texts().contains(u"For somebody else"_s));
    }

    void whatIsFilteredOutIsNotShownAndNotRun()
    {
        QSignalSpy wanted(m_page, &SandboxPage::demonstrationRequested);
        QVERIFY(texts().contains(u"The token has ended"_s));
        auto *filter = m_page->findChild<QLineEdit *>();
        filter->setText(u"proxy"_s);
        QVERIFY(!texts().contains(u"The token has ended"_s));
        QVERIFY(texts().contains(u"The proxy is down"_s));
        button(u"See it fail"_s)->click();
        QCOMPARE(wanted.last().first().toString(), u"proxy"_s);
        filter->setText(u"nothing of the kind"_s);
        QVERIFY(!texts().contains(u"The proxy is down"_s));
        QVERIFY2(texts().contains(u"No scenario fits the filter."_s),
                 qPrintable(texts().join(u'|')));
        QVERIFY(!button(u"See it fail"_s)->isEnabled());
        filter->clear();
        QVERIFY(texts().contains(u"The token has ended"_s));
        QVERIFY(button(u"See it fail"_s)->isEnabled());
    }

    // In the window's first size no sentence and no command is cut.
    void nothingIsCutOff()
    {
        for (auto *table : m_page->findChildren<QTableView *>()) {
            auto *model = table->model();
            const auto index = model->index(0, model->columnCount() - 1); // what goes wrong
            QVERIFY(!index.data().toString().isEmpty());
            for (auto *panel : m_page->findChildren<Panel *>()) {
                if (panel->isAncestorOf(table))
                    panel->setCurrentIndex(1);
            }
            QTRY_VERIFY(table->isVisible());
            const auto fits =
                table->fontMetrics()
                    .boundingRect(QRect(0, 0, table->columnWidth(index.column()) - 12, 9999),
                                  Qt::TextWordWrap,
                                  index.data().toString())
                    .height();
            QVERIFY(table->wordWrap());
            QVERIFY2(table->rowHeight(0) >= fits,
                     qPrintable(u"%1 < %2"_s.arg(table->rowHeight(0)).arg(fits)));
            QVERIFY(table->columnWidth(1) < 90); // nothing is written there mostly
        }
        bool found = false;
        for (auto *label : m_page->findChildren<WrappedLabel *>())
            found = found || label->text().startsWith(u"NODE_EXTRA_CA_CERTS"_s); // wraps
        QVERIFY(found);
        QVERIFY(button(u"Copy"_s));
    }

    void copyingIsSaid()
    {
        QSignalSpy copied(m_page, &SandboxPage::addressCopied);
        auto *copy = button(u"Copy"_s);
        QVERIFY(copy);
        copy->click();
        QVERIFY(copied.last().first().toString().endsWith(u"4004"_s));
        QCOMPARE(copy->text(), u"Copied"_s);
        QTRY_COMPARE(copy->text(), u"Copy"_s);
    }
};

QTEST_MAIN(TestSandboxPage)
#include "tst_sandboxpage.moc"
