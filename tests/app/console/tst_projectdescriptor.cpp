// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdesk.h"
#include "tests/ui/fakeseams.h"
#include "ui/project/descriptoreditor.h"
#include "ui/project/descriptoroutline.h"
#include "ui/project/descriptorpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/panel.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

// With the line ends of Windows, odd blanks, and a number that others would respell.
const QByteArray shop = "{\r\n  \"xsappname\" : \"shop\",\r\n"
                        "  \"scopes\": [ {\"name\": \"$XSAPPNAME.View\", \"x\": 1.50} ],\r\n"
                        "  \"role-templates\": [\r\n"
                        "    {\"name\": \"Viewer\", \"scope-references\": "
                        "[\"$XSAPPNAME.View\"]}\r\n  ]\r\n}\r\n";

} // namespace

class TestProjectDescriptor : public QObject
{
    Q_OBJECT

    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void makeDesk(const QString &settings = {})
    {
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<console::Workbench>(*m_window, Clock::system());
        m_desk = std::make_unique<console::ProjectDesk>(*m_bench, settings);
        m_window->show();
        m_window->showPage(9);
    }
    void dropDesk()
    {
        m_desk.reset();
        m_bench.reset();
        m_window.reset();
    }

    void open(const QTemporaryDir &folder)
    {
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        m_desk->open(folder.path());
        QTRY_VERIFY(!shown.isEmpty());
        page()->findChild<ui::Panel *>()->setCurrentIndex(3);
    }

    ui::ProjectPage *page() const { return m_window->findChild<ui::ProjectPage *>(); }
    ui::DescriptorPanel *panel() const { return page()->descriptor(); }

    QStringList problems() const
    {
        QStringList sentences;
        for (const auto *view : panel()->findChildren<QTableView *>()) {
            if (view->accessibleName() != "Problems of xs-security.json"_L1)
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                sentences << view->model()->index(row, 1).data().toString();
        }
        return sentences;
    }

    static bool says(const QWidget &host, const QString &sentence)
    {
        const auto labels = host.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&sentence](const QLabel *label) {
            return label->text() == sentence;
        });
    }

    void press(const QString &title) const
    {
        for (auto *button : panel()->findChildren<QPushButton *>()) {
            if (button->text() == title)
                return button->click();
        }
        QFAIL(qPrintable(title));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(*m_folder, u"package.json"_s, "{\"name\": \"shop\"}");
        write(*m_folder, u"xs-security.json"_s, shop);
        makeDesk();
    }
    void cleanup() { dropDesk(); }

    void theFormChangesItsBytesOfTheFileAlone()
    {
        open(*m_folder);
        panel()->findChild<ui::DescriptorOutline *>()->setCurrentEntry({u"scopes"_s, u"0"_s});
        QLineEdit *name = nullptr;
        for (auto *line : panel()->findChildren<QLineEdit *>()) {
            if (line->isVisible() && line->accessibleName() == "name"_L1)
                name = line;
        }
        QVERIFY(name);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"$XSAPPNAME.Read"_s);
        QTest::keyClick(name, Qt::Key_Return);
        press(u"Save …"_s);
        auto *dialog = page()->findChild<ui::DiffDialog *>();
        QVERIFY(dialog);
        const auto path = m_folder->filePath(u"xs-security.json"_s);
        QVERIFY(says(*dialog, u"Only these lines of "_s + path + u" change."_s));
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        dialog->accept();
        QTRY_VERIFY(!shown.isEmpty());
        QCOMPARE(page()->findChild<ui::Banner *>()->sentence(), QString(path + u" is written."_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray(shop).replace("$XSAPPNAME.View\"", "$XSAPPNAME.Read\""));
    }

    void aNewFileIsCalledNew()
    {
        const auto path = m_folder->filePath(u"xs-security.json"_s);
        QVERIFY(QFile::remove(path));
        QVERIFY(QDir(m_folder->path()).mkpath(u"gen"_s));
        write(*m_folder,
              u"gen/csn.json"_s,
              "{\"definitions\": {\"S\": {\"kind\": \"service\", \"@requires\": \"editor\"}}}");
        open(*m_folder);
        Q_EMIT page()->descriptorWanted();
        auto *dialog = page()->findChild<ui::DiffDialog *>();
        QVERIFY(dialog);
        QVERIFY(says(*dialog, path + u" is not there yet, and is made."_s));
        dialog->accept();
        QVERIFY(QFile::exists(path));
        Q_EMIT page()->undoRequested();
        QVERIFY(!QFile::exists(path));
        QCOMPARE(page()->findChild<ui::Banner *>()->sentence(),
                 u"Taken back: Bring xs-security.json in line with the model."_s);
    }

    void tellsWhatAnUpdateOfTheDeployedOneMustNotChange()
    {
        write(*m_folder,
              u"deployed.json"_s,
              "{\"xsappname\": \"store!t7\", \"role-templates\": [{\"name\": \"Editor\"}]}");
        open(*m_folder);
        const auto before = problems();
        m_seams.fileToGive = m_folder->filePath(u"deployed.json"_s);
        press(u"Compare with …"_s);
        const QStringList added{
            u"Update of deployed.json: xsappname was store; an update cannot change it."_s,
            u"Update of deployed.json: Role template Editor is gone: roles made of it, and their "
            "assignments, are lost."_s};
        QCOMPARE(problems(), before + added);
        auto *editor = panel()->findChild<ui::DescriptorEditor *>();
        editor->become(panel()->text().replace(u"\"shop\""_s, u"\"store\""_s), false);
        QTRY_COMPARE(problems(), before + added.mid(1)); // also while it is changed
        press(u"Compare no more"_s);
        QCOMPARE(problems(), before);
    }

    void aDescriptorToCompareWithMustBeOne()
    {
        open(*m_folder);
        write(*m_folder, u"list.json"_s, "[]");
        m_seams.fileToGive = m_folder->filePath(u"list.json"_s);
        press(u"Compare with …"_s);
        const auto *banner = page()->findChild<ui::Banner *>();
        QVERIFY(banner->sentence().contains(u"list.json"_s));
        write(*m_folder, u"list.json"_s, "{\n,");
        press(u"Compare with …"_s);
        QVERIFY(banner->sentence().contains(u"list.json:2:1"_s));
        m_seams.fileToGive = m_folder->filePath(u"xs-security.json"_s);
        press(u"Compare with …"_s);
        QVERIFY(banner->sentence().contains(u"changes nothing that it must not"_s));
    }

    // The file would be written over by the text that stays in the editor.
    void whatTheModelAsksForGoesIntoTheTextThatIsBeingChanged()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"gen"_s));
        write(*m_folder,
              u"gen/csn.json"_s,
              "{\"definitions\": {\"S\": {\"kind\": \"service\", \"@requires\": \"editor\"}}}");
        open(*m_folder);
        auto *editor = panel()->findChild<ui::DescriptorEditor *>();
        const auto changed = panel()->text().replace(u"\"shop\""_s, u"\"store\""_s);
        editor->become(changed, false);
        Q_EMIT page()->descriptorWanted();
        QVERIFY(!page()->findChild<ui::DiffDialog *>());
        QVERIFY(panel()->text().contains(u"$XSAPPNAME.editor"_s));
        QVERIFY(panel()->text().contains(u"\"store\""_s));
        editor->undo();
        QCOMPARE(panel()->text(), changed);
        press(u"Discard the changes"_s);
        QCOMPARE(panel()->text(), QString::fromUtf8(shop).remove(u'\r'));
        editor->undo(); // they were dear
        QCOMPARE(panel()->text(), changed);
    }

    void whatTheModelAsksForIsJudgedOnTheTextBeingChanged()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"gen"_s));
        write(*m_folder,
              u"gen/csn.json"_s,
              "{\"definitions\": {\"S\": {\"kind\": \"service\","
              " \"@requires\": [\"Clerk\", \"View\"]}}}");
        open(*m_folder);
        const auto missing = [](const QString &role) {
            return u"The model asks for the role %1, and no role template gives it: nobody can "
                   u"ever "
                   "have it."_s.arg(role);
        };
        QVERIFY(problems().contains(missing(u"Clerk"_s)));
        auto *editor = panel()->findChild<ui::DescriptorEditor *>();
        const auto renamed = panel()->text().replace(u"$XSAPPNAME.View"_s, u"$XSAPPNAME.Look"_s);
        editor->become(renamed, false);
        QTRY_VERIFY(problems().contains(missing(u"View"_s)));
        QVERIFY(problems().contains(missing(u"Clerk"_s)));
        QVERIFY(problems().contains(
            u"No definition of the model asks for the role Look; code or the approuter may."_s));
        editor->become(QString(renamed).replace(u"$XSAPPNAME.Look"_s, u"$XSAPPNAME.Clerk"_s),
                       false);
        QTRY_VERIFY(!problems().contains(missing(u"Clerk"_s)));
        QVERIFY(problems().contains(missing(u"View"_s)));
    }

    void theComparisonEndsWithItsProject()
    {
        const QTemporaryDir other;
        write(other, u"package.json"_s, "{\"name\": \"other\"}");
        write(other, u"xs-security.json"_s, "{\"xsappname\": \"other\"}");
        open(*m_folder);
        m_seams.fileToGive = m_folder->filePath(u"xs-security.json"_s);
        press(u"Compare with …"_s);
        open(other);
        QCOMPARE(problems(), QStringList());
    }

    void theViewIsRemembered()
    {
        const auto settings = m_folder->filePath(u"settings.ini"_s);
        for (const bool isForm : {true, false}) {
            dropDesk();
            makeDesk(settings);
            open(*m_folder);
            const auto *outline = panel()->findChild<ui::DescriptorOutline *>();
            QCOMPARE(outline->isVisible(), isForm);
            panel()->showForm(false);
        }
    }

private:
    ui::FakeSeams m_seams;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<console::Workbench> m_bench;
    std::unique_ptr<console::ProjectDesk> m_desk;
};

QTEST_MAIN(TestProjectDescriptor)
#include "tst_projectdescriptor.moc"
