// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptoreditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

// In the texts of this test ' stands for a double quote and | for the caret.
QString quoted(const QString &text)
{
    return QString(text).replace(u'\'', u'"');
}

} // namespace

class TestDescriptorEditor : public QObject
{
    Q_OBJECT

    void begin(const QString &marked)
    {
        const auto caret = int(marked.indexOf(u'|'));
        m_editor->setPlainText(quoted(marked).remove(caret, 1));
        auto cursor = m_editor->textCursor();
        cursor.setPosition(caret);
        m_editor->setTextCursor(cursor);
    }

    QString text() const
    {
        return m_editor->toPlainText()
            .insert(m_editor->textCursor().position(), u'|')
            .replace(u'"', u'\'');
    }

    QAbstractItemView *list() const { return m_editor->findChild<QCompleter *>()->popup(); }

    QStringList offered() const
    {
        QStringList words;
        for (int row = 0; list()->isVisible() && row < list()->model()->rowCount(); ++row)
            words << list()->model()->index(row, 0).data().toString();
        return words;
    }

    // As on a desktop: while the list is open, keys go to it first.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(
            list()->isVisible() ? static_cast<QWidget *>(list()) : m_editor.get(), key, modifiers);
    }
    void type(const QString &keys)
    {
        for (const auto key : keys)
            QTest::keyClicks(list()->isVisible() ? static_cast<QWidget *>(list()) : m_editor.get(),
                             key);
    }

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<ui::DescriptorEditor>(u"Text"_s);
        m_editor->setReadOnly(false);
        m_editor->resize(600, 300);
        m_editor->show();
        m_editor->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }
    void cleanup() { m_editor.reset(); }

    void whoAsksGetsTheFirstWordWithReturn()
    {
        begin(u"{'tenant-mode': |}"_s);
        QSignalSpy hinted(m_editor.get(), &ui::DescriptorEditor::hinted);
        press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(offered(), (QStringList{u"dedicated"_s, u"shared"_s, u"external"_s}));
        QVERIFY(hinted.constLast().constFirst().toString().endsWith(u'.'));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(text(), u"{'tenant-mode': 'shared'|}"_s);
        QVERIFY(!list()->isVisible());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_editor->toPlainText(), quoted(u"{'tenant-mode': }"_s)); // one step
    }

    void aWordThatHasBegunIsOfferedToTheEnd()
    {
        begin(u"{\n  |\n  'xsappname': 'x'\n}"_s);
        type(u"\""_s);
        QVERIFY(!list()->isVisible()); // calm: after one letter
        type(u"r"_s);
        QCOMPARE(offered().constFirst(), u"role-templates"_s);
        type(u"ole-c"_s);
        QCOMPARE(offered(), QStringList{u"role-collections"_s});
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        QCOMPARE(text(), u"{\n  'role-collections': [|],\n  'xsappname': 'x'\n}"_s);
        QVERIFY(m_editor->hasFocus());
    }

    void nothingIsChosenUnasked()
    {
        begin(u"{'authorities': [|]}"_s);
        type(u"\"acc"_s);
        QCOMPARE(offered(), QStringList{u"$ACCEPT_GRANTED_AUTHORITIES"_s});
        press(Qt::Key_Return); // stays what it is
        QCOMPARE(text(), u"{'authorities': ['acc\n|]}"_s);
        QVERIFY(!list()->isVisible());
    }

    void escapeClosesTheListAlone()
    {
        begin(u"{'authorities': [|]}"_s);
        type(u"\"acc"_s);
        QVERIFY(list()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!list()->isVisible());
        QCOMPARE(text(), u"{'authorities': ['acc|]}"_s);
        QVERIFY(m_editor->hasFocus());
    }

    void theListGoesWithItsPlace()
    {
        begin(u"{'tenant-mode': '|'}"_s);
        type(u"s"_s);
        QVERIFY(list()->isVisible());
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QVERIFY(!list()->isVisible());
    }

    void saysWhenNothingIsKnown()
    {
        begin(u"{'xsappname': '|'}"_s);
        QSignalSpy hinted(m_editor.get(), &ui::DescriptorEditor::hinted);
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(!list()->isVisible());
        QCOMPARE(hinted.count(), 1);
        QVERIFY(!hinted.constFirst().constFirst().toString().isEmpty());
    }

    void aNewLineBeginsWhereTheOneBeforeDoes()
    {
        begin(u"{\n  'xsappname': 'x',|\n}"_s);
        press(Qt::Key_Return);
        QCOMPARE(text(), u"{\n  'xsappname': 'x',\n  |\n}"_s);
    }

    void offersNothingInATextThatMayNotBeChanged()
    {
        begin(u"{'tenant-mode': |}"_s);
        m_editor->setReadOnly(true);
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(!list()->isVisible());
    }

private:
    std::unique_ptr<ui::DescriptorEditor> m_editor;
};

QTEST_MAIN(TestDescriptorEditor)
#include "tst_descriptoreditor.moc"
