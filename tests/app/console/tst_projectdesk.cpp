// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdesk.h"
#include "app/console/projectview.h"
#include "app/console/usersdesk.h"
#include "core/http/server.h"
#include "tests/ui/fakeseams.h"
#include "ui/project/accesspanel.h"
#include "ui/project/descriptorpanel.h"
#include "ui/project/matrixmodel.h"
#include "ui/project/measuredialog.h"
#include "ui/project/rowsmodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/seams.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestProjectDesk : public QObject
{
    Q_OBJECT

    void write(const QString &name, const QByteArray &text)
    {
        const auto path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTableView *tableOf(const QString &accessibleName) const
    {
        for (auto *view : m_window->findChildren<QTableView *>()) {
            if (view->accessibleName() == accessibleName)
                return view;
        }
        return nullptr;
    }

    QAbstractItemModel *modelOf(const QString &accessibleName) const
    {
        const auto *table = tableOf(accessibleName);
        return table ? table->model() : nullptr;
    }

    static QPushButton *visibleButton(const QWidget &host, const QString &title)
    {
        for (auto *button : host.findChildren<QPushButton *>()) {
            if (button->text() == title && button->isVisible())
                return button;
        }
        return nullptr;
    }

    bool saysSomewhere(const QString &sentence) const
    {
        for (const auto *banner : m_window->findChildren<ui::Banner *>()) {
            if (banner->sentence().contains(sentence))
                return true;
        }
        return false;
    }

    static QStringList column(const QAbstractItemModel *model, int number)
    {
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, number).data().toString();
        return texts;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<console::Workbench>(*m_window, Clock::system());
        m_desk = std::make_unique<console::ProjectDesk>(*m_bench);
        m_window->show();
        m_window->showPage(9);
        QFile model(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/lint/model.json"));
        QVERIFY(model.open(QIODevice::ReadOnly));
        write(u"gen/csn.json"_s, model.readAll());
        write(u"package.json"_s,
              "{\n  \"name\": \"shop\",\n  \"cds\": { \"requires\": { \"auth\": { \"kind\": "
              "\"mocked\",\n"
              "    \"users\": { \"zoe\": { \"password\": \"geheim\", \"roles\": \"editor\" } } } } "
              "}\n}\n");
    }

    void cleanup()
    {
        m_desk.reset();
        m_bench.reset();
        m_window.reset();
    }

    void showsWhatIsEffectiveAndWhere()
    {
        openAndWait();
        const auto *values = modelOf(u"Effective authentication"_s);
        const auto keys = column(values, 0);
        const auto row = int(keys.indexOf("requires.auth.users.zoe.password"_L1));
        QVERIFY2(row >= 0, qPrintable(keys.join(u' ')));
        QVERIFY(!values->index(row, 1).data().toString().contains("geheim"_L1));
        QCOMPARE(values->index(row, 2).data().toString(), u"package.json, line 4"_s);
    }

    void decidesOnlyTheCellsInSight()
    {
        openAndWait();
        auto *matrix = qobject_cast<ui::MatrixModel *>(
            modelOf(u"Who may do what, as predicted from the model"_s));
        QVERIFY(matrix);
        QVERIFY(matrix->rowCount() > 40);
        QVERIFY2(matrix->decided() == 0, "cells were decided that nobody saw");
        int found = -1;
        for (int row = 0; row < matrix->rowCount(); ++row) {
            if (matrix->headerData(row, Qt::Vertical, Qt::DisplayRole).toString()
                == "my.Open.OkGrants READ"_L1)
                found = row;
        }
        QVERIFY(found >= 0);
        QCOMPARE(matrix->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"anonymous"_s);
        QCOMPARE(matrix->index(found, 0).data().toString(), u"✗ 401"_s);
        QVERIFY(matrix->cell(found, 0).because.contains("my.Open.OkGrants"_L1));
        QCOMPARE(matrix->decided(), 1);
    }

    void showsWhatTheRunningServiceSaysBesideThePrediction()
    {
        openAndWait();
        auto *page = m_window->findChild<ui::ProjectPage *>();
        QTemporaryDir home;
        qputenv("HOME", home.path().toUtf8());
        Q_EMIT page->measureWanted();
        auto *question = page->findChild<ui::MeasureDialog *>();
        QVERIFY(question);
        QCOMPARE(question->findChild<QLineEdit *>()->text(), QString()); // none was found
        QVERIFY(!sendButton(question)->isEnabled());
        question->reject();
        QTRY_VERIFY(!page->findChild<ui::MeasureDialog *>());
        QStringList methods;
        http::Server server([&methods](const http::Request &request,
                                       const http::Connection &,
                                       const http::Responder &respond) {
            methods << QString::fromLatin1(request.method);
            http::Response response;
            response.status = 200;
            respond(response);
        });
        const auto port = server.listen({});
        QVERIFY(port);
        QFile registry(home.filePath(u".cds-services.json"_s));
        QVERIFY(registry.open(QIODevice::WriteOnly));
        const QByteArray root = "file://" + m_folder->path().toUtf8();
        const QByteArray url = "http://127.0.0.1:" + QByteArray::number(*port);
        registry.write("{\"cds\":{\"servers\":{\"1\":{\"root\":\"" + root + "\",\"url\":\"" + url
                       + "\"}}}}");
        registry.close();
        Q_EMIT page->measureWanted();
        question = page->findChild<ui::MeasureDialog *>();
        QVERIFY(question);
        QVERIFY(methods.isEmpty()); // nothing before the answer
        sendButton(question)->click();
        QTRY_VERIFY(saysSomewhere(u"The running service differs from the prediction in"_s));
        QVERIFY(methods.size() > 20);
        QCOMPARE(methods.count("GET"_L1), methods.size());
        auto *matrix = qobject_cast<ui::MatrixModel *>(
            modelOf(u"Who may do what, as predicted from the model"_s));
        for (int row = 0; row < matrix->rowCount(); ++row) {
            const auto name = matrix->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
            if (name == "my.Open.OkGrants READ"_L1)
                QCOMPARE(matrix->index(row, 0).data().toString(), u"✗ 401 ≠ 200"_s);
            if (name == "my.Tree.Items READ"_L1)
                QCOMPARE(matrix->index(row, 0).data().toString(), u"✓ allowed · 200"_s);
        }
        Q_EMIT page->reportWanted();
        QVERIFY(m_seams.copied.contains("| my.Open.OkGrants READ | anonymous |"_L1));
    }

    void saysWhatAnOpenProjectExpectsOfACall()
    {
        ui::CallDraft draft;
        draft.url = u"http://localhost:4004/odata/v4/open/OkGrants"_s;
        QVERIFY(!m_desk->predictionFor(draft));
        openAndWait();
        auto expected = m_desk->predictionFor(draft);
        QVERIFY(expected);
        QCOMPARE(expected->status, 401);
        QCOMPARE(expected->brief, u"OkGrants grants READ to editor only"_s);
        QCOMPARE(expected->what, u"my.Open.OkGrants READ"_s);
        draft.session = m_bench->sessions().addBasic(u"alice"_s, {}, u"mock users"_s);
        QCOMPARE(m_desk->predictionFor(draft)->status, 403);
        QCOMPARE(m_desk->predictionFor(draft)->who, u"alice"_s);
        draft.url = u"http://localhost:4004/odata/v4/tree/Items"_s;
        QCOMPARE(m_desk->predictionFor(draft)->status, 200);
        draft.method = "DELETE";
        QCOMPARE(m_desk->predictionFor(draft)->status, 405);
        draft.method = "POST";
        draft.body = "{";
        QVERIFY(!m_desk->predictionFor(draft)); // no JSON: the model has no say in it
        draft.body.clear();
        draft.method = "DELETE";
        draft.via = u"S4_PP"_s;
        QVERIFY(!m_desk->predictionFor(draft)); // it goes elsewhere
        draft.via.clear();
        draft.url = u"/odata/v4/tree/Items"_s;
        QVERIFY(!m_desk->predictionFor(draft)); // of the sandbox's sample service
        draft.url = u"http://localhost:4004/health"_s;
        QVERIFY(!m_desk->predictionFor(draft));

        m_window->showPage(1);
        m_desk->showReason(*expected);
        const auto *panel = m_window->findChild<ui::AccessPanel *>();
        QVERIFY(panel->isVisible());
        const auto *view = panel->findChild<QTableView *>();
        QCOMPARE(view->currentIndex().data().toString(), u"✗ 401"_s);
    }

    void writesAFixOnlyAfterItWasShown()
    {
        openAndWait();
        const auto *findings = modelOf(u"Findings"_s);
        const auto sentences = column(findings, 1);
        int row = -1;
        for (int i = 0; i < sentences.size(); ++i) {
            if (sentences[i].startsWith("The roles of zoe"_L1))
                row = i;
        }
        QVERIFY(row >= 0);
        auto *page = m_window->findChild<ui::ProjectPage *>();
        Q_EMIT page->editRequested(row);
        auto *dialog = page->findChild<ui::DiffDialog *>();
        QVERIFY(dialog);
        QFile file(m_folder->filePath(u"package.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("[\"editor\"]"));
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        dialog->accept();
        QTRY_VERIFY(shown.count() > 0);
        file.seek(0);
        QFile now(m_folder->filePath(u"package.json"_s));
        QVERIFY(now.open(QIODevice::ReadOnly));
        QVERIFY(now.readAll().contains("\"password\": \"geheim\", \"roles\": [\"editor\"]"));
        QVERIFY(!column(modelOf(u"Findings"_s), 1).join(u' ').contains("The roles of zoe"_L1));
    }

    // The page was filled while another of its tabs was in sight.
    void offersTheChangesAndCommandsOfFindings()
    {
        write(u"package.json"_s,
              R"({"name":"shop","cds":{"requires":{"auth":{"kind":"xsuaa","strategy":"JWT"}}}})");
        openAndWait();
        cap::LintInput input;
        input.projectDir = m_folder->path();
        input.home = QDir::homePath();
        input.environment = cap::Environment::ofProcess();
        const auto findings = cap::lintProject(input).findings;
        auto *page = m_window->findChild<ui::ProjectPage *>();
        page->findChild<ui::Panel *>()->setCurrentIndex(2);
        auto *table = tableOf(u"Findings"_s);
        QCOMPARE(table->model()->rowCount(), int(findings.size()));
        const auto *edit = visibleButton(*page, u"Show the change …"_s);
        QCOMPARE(edit != nullptr, findings[0].edit.has_value());
        int edits = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const auto &finding = findings[size_t(row)];
            table->selectRow(row);
            QCOMPARE(table->model()->index(row, 1).data().toString(), finding.sentence);
            edit = visibleButton(*page, u"Show the change …"_s);
            QCOMPARE(edit != nullptr, finding.edit.has_value());
            edits += edit ? 1 : 0;
            auto *copy = visibleButton(*page, u"Copy the command"_s);
            QCOMPARE(copy != nullptr, finding.id == "xssec-missing"_L1);
            if (copy)
                copy->click();
        }
        QVERIFY(edits > 0);
        QCOMPARE(m_seams.copied, u"npm add @sap/xssec"_s);
    }

    void tellsProblemsOfTheDescriptorWhileItIsTyped()
    {
        const QByteArray before = "{\r\n  \"xsappname\": \"shop\",\r\n  \"scopes\": []\r\n}\r\n";
        write(u"xs-security.json"_s, before);
        openAndWait();
        auto *text = descriptor();
        QVERIFY(text && !text->isReadOnly());
        const auto original = text->toPlainText();
        auto changed = original;
        changed.replace("\"shop\""_L1, "\"sh op\""_L1);
        text->setPlainText(changed);
        auto *problems = modelOf(u"Problems of xs-security.json"_s);
        QTRY_VERIFY(column(problems, 2).contains("line 2, column 16"_L1));
        changed.replace("sh op"_L1, "store"_L1);
        text->setPlainText(changed);
        QTRY_VERIFY(!column(problems, 2).contains("line 2, column 16"_L1));
        auto *page = m_window->findChild<ui::ProjectPage *>();
        Q_EMIT page->descriptorSaveRequested(text->toPlainText());
        auto *dialog = page->findChild<ui::DiffDialog *>();
        QVERIFY(dialog);
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        dialog->accept();
        QTRY_VERIFY(shown.count() > 0);
        QFile file(m_folder->filePath(u"xs-security.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(before).replace("shop", "store")); // line ends, too
    }

    void whatIsTypedStaysAndIsJudgedThoughTheFileChanged()
    {
        write(u"xs-security.json"_s, "{\n  \"xsappname\": \"shop\"\n}\n");
        openAndWait();
        auto *text = descriptor();
        QVERIFY(text);
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        text->setPlainText(u"{\n  \"xsappname\": \"sh op\"\n}\n"_s);
        m_desk->open(m_folder->path()); // read anew before the problems were told
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY(text->toPlainText().contains(u"sh op"_s));
        auto *problems = modelOf(u"Problems of xs-security.json"_s);
        QTRY_VERIFY(column(problems, 2).contains("line 2, column 16"_L1));
    }

    void whatTheEditorWouldAlterIsNotEdited_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("editable");
        QTest::newRow("plain") << QByteArray("{\n \"a\": 1\n}\n") << true;
        QTest::newRow("of Windows") << QByteArray("{\r\n \"a\": 1\r\n}\r\n") << true;
        QTest::newRow("mixed") << QByteArray("{\r\n \"a\": 1\n}\n") << false;
        QTest::newRow("of old") << QByteArray("{\r \"a\": 1\r}\r") << false;
        QTest::newRow("hard blank") << QByteArray("{\n \"a\": \"\xC2\xA0\"\n}\n") << false;
        QTest::newRow("line") << QByteArray("{\n \"a\": \"\xE2\x80\xA8\"\n}\n") << false;
        QTest::newRow("paragraph") << QByteArray("{\n \"a\": \"\xE2\x80\xA9\"\n}\n") << false;
    }
    void whatTheEditorWouldAlterIsNotEdited()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, editable);
        console::ProjectFacts facts;
        facts.descriptor = text;
        QCOMPARE(console::viewOf(facts, u"development"_s).isDescriptorEditable, editable);
        if (!editable)
            return;
        ui::DescriptorPanel panel; // and nothing of it counts as changed
        panel.setDescriptor(u"/shop"_s, QString::fromUtf8(text), true);
        QVERIFY(!panel.isChanged());
    }

    void whatOnePageOpensTheOtherShows()
    {
        console::UsersDesk users(*m_bench);
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        users.open(m_folder->filePath(u"package.json"_s)); // as a dropped file
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(m_bench->projects().current(), m_folder->path());
        QCOMPARE(m_bench->projects().recent().size(), 1);
        QVERIFY(!m_bench->projects().open(m_folder->filePath(u"nowhere"_s)));
        QCOMPARE(m_bench->projects().current(), m_folder->path());
    }

    void foldersAreRemembered()
    {
        const auto settings = m_folder->filePath(u"settings.ini"_s);
        console::ProjectFolders folders;
        folders.keepIn(settings);
        QVERIFY(folders.open(m_folder->path()));
        QVERIFY(folders.open(QDir::tempPath()));
        QVERIFY(folders.open(m_folder->path()));
        console::ProjectFolders later;
        later.keepIn(settings);
        QCOMPARE(later.recent().size(), 2);
        QCOMPARE(later.recent().constFirst().id, m_folder->path());
    }

    void seesFilesChange()
    {
        openAndWait();
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        write(u"package.json"_s, R"({"cds":{"requires":{"auth":"mock"}}})");
        QTRY_VERIFY(shown.count() > 0);
        QTRY_VERIFY(column(modelOf(u"Findings"_s), 1).join(u' ').contains("\"mock\""_L1));
    }

    void saysWhyNobodyCanTellWithoutAModel()
    {
        QVERIFY(QFile::remove(m_folder->filePath(u"gen/csn.json"_s)));
        openAndWait();
        QCOMPARE(modelOf(u"Who may do what, as predicted from the model"_s)->rowCount(), 0);
        QVERIFY(column(modelOf(u"Steps of the guide"_s), 0).size() >= 5);
    }

private:
    static QPushButton *sendButton(const QWidget *question)
    {
        for (auto *button : question->findChildren<QPushButton *>()) {
            if (button->text().startsWith("Send "_L1))
                return button;
        }
        return nullptr;
    }

    ui::CodeView *descriptor() const
    {
        for (auto *view : m_window->findChildren<ui::CodeView *>()) {
            if (view->accessibleName() == "Text of xs-security.json"_L1)
                return view;
        }
        return nullptr;
    }

    void openAndWait()
    {
        QSignalSpy shown(m_desk.get(), &console::ProjectDesk::shown);
        m_desk->open(m_folder->path());
        QTRY_COMPARE(shown.count(), 1);
    }

    ui::FakeSeams m_seams;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<console::Workbench> m_bench;
    std::unique_ptr<console::ProjectDesk> m_desk;
};

QTEST_MAIN(TestProjectDesk)
#include "tst_projectdesk.moc"
