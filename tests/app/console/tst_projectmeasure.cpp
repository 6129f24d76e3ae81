// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/server.h"
#include "core/jose/base64url.h"
#include "tests/app/console/projectfixture.h"
#include "ui/project/accesspanel.h"
#include "ui/project/matrixmodel.h"
#include "ui/project/measuredialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::OpenProject;

// A running service is asked as whom the user chose, and with what writes only when that is wanted.
class TestProjectMeasure : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenProject> m_project;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
    int m_status = 0; // of every answer
    QStringList m_requests; // method and Authorization

    static QByteArray tokenOf(const QString &user)
    {
        const auto part = [](const text::Json &json) {
            return jose::toBase64Url(json.toCompact());
        };
        const auto claims = text::Json::object({{u"user_name"_s, user},
                                                {u"scope"_s, text::Json::array(QStringList{})},
                                                {u"grant_type"_s, u"password"_s},
                                                {u"exp"_s, qint64(4'000'000'000)}});
        return part(text::Json::object({{u"alg"_s, u"RS256"_s}})) + '.' + part(claims) + ".c2ln";
    }
    ui::MeasureDialog *ask()
    {
        Q_EMIT m_project->page->measureWanted();
        auto *question = m_project->page->findChild<ui::MeasureDialog *>();
        if (question)
            question->findChild<QLineEdit *>()->setText(u"http://127.0.0.1:%1"_s.arg(m_port));
        return question;
    }
    void sendAndWait(ui::MeasureDialog *question)
    {
        m_project->banner()->dismiss(); // of the run before
        OpenProject::button(question, u"Send "_s)->click();
        QTRY_VERIFY(m_project->said().contains("running service"_L1));
    }
    QStringList callers() const
    {
        QStringList names;
        const auto *model =
            m_project->page->findChild<ui::AccessPanel *>()->findChild<QTableView *>()->model();
        for (int column = 0; column < model->columnCount(); ++column)
            names << model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return names;
    }
    int countOf(const QString &part) const
    {
        return int(std::count_if(m_requests.begin(), m_requests.end(), [&part](const auto &one) {
            return one.contains(part);
        }));
    }

private Q_SLOTS:
    void init()
    {
        m_requests.clear();
        m_status = 403;
        m_server = std::make_unique<http::Server>([this](const http::Request &request,
                                                         const http::Connection &,
                                                         const http::Responder &respond) {
            m_requests << QString::fromLatin1(request.method + ' '
                                              + request.headers.value("Authorization"));
            http::Response response;
            response.status = m_status;
            respond(response);
        });
        const auto port = m_server->listen({});
        QVERIFY(port);
        m_port = *port;
        m_project = std::make_unique<OpenProject>();
        m_project->write(
            u"package.json"_s,
            R"({"cds":{"requires":{"auth":{"kind":"mocked","users":{"zoe":{"password":"z"},"*":false}}}}})");
        m_project->write(u"gen/csn.json"_s,
                         R"({"definitions":{"Shop":{"kind":"service","@path":"/shop"},
                "Shop.Orders":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}}}}})");
        QVERIFY(m_project->open());
    }
    void cleanup()
    {
        m_project.reset();
        m_server.reset();
    }

    void readsAloneUnlessWritesAreWanted()
    {
        auto *question = ask();
        QVERIFY(question);
        sendAndWait(question);
        QVERIFY(countOf(u"GET"_s) > 0);
        QCOMPARE(countOf(u"GET"_s), int(m_requests.size()));

        m_requests.clear();
        question = ask();
        question->findChild<QCheckBox *>()->click();
        sendAndWait(question);
        QVERIFY(countOf(u"DELETE"_s) > 0);
        QVERIFY(countOf(u"POST"_s) > 0 && countOf(u"PATCH"_s) > 0);
    }

    void whatIsNotPredictedIsNotAnsweredAsPredicted()
    {
        m_status = 200;
        m_project->write(u"package.json"_s,
                         R"({"cds":{"requires":{"auth":{"kind":"mocked","users":{
                "zoe":{"password":"z","attr":{"level":{"deep":1}}},"*":false}}}}})");
        m_project->write(u"gen/csn.json"_s,
                         R"({"definitions":{"Shop":{"kind":"service","@path":"/shop"},
                "Shop.Orders":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}},
                "@restrict":[{"grant":"READ","to":"any","where":"$user.level = 1"}]}}})");
        QVERIFY(m_project->open());
        auto *question = ask();
        QVERIFY(question);
        sendAndWait(question);
        QVERIFY2(m_project->said().contains("1 more nothing is predicted"_L1),
                 qPrintable(m_project->said()));
    }

    void onlyThoseWhoWereChosenAreAskedAs()
    {
        auto *question = ask();
        auto *list = question->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(
                list->item(row)->text().startsWith("zoe"_L1) ? Qt::Checked : Qt::Unchecked);
        sendAndWait(question);
        QVERIFY(countOf(u"Basic em9lOno="_s) > 0); // zoe:z
        QCOMPARE(countOf(u"Basic"_s), countOf(u"Basic em9lOno="_s));
        QVERIFY(countOf(u"GET"_s) > countOf(u"Basic"_s)); // nobody, too
    }

    void aSessionsTokenIsSentOnlyWhenItIsChosen()
    {
        const auto token = tokenOf(u"carol@example.com"_s);
        const auto id = m_project->bench->sessions().addPasted(Secret(token));
        const auto title = m_project->bench->sessions().find(id)->session.title;
        auto *question = ask();
        auto *list = question->findChild<QListWidget *>();
        auto *session = list->item(list->count() - 1);
        QVERIFY2(session->text().contains(title), qPrintable(session->text()));
        QCOMPARE(session->checkState(), Qt::Unchecked);
        sendAndWait(question);
        QCOMPARE(countOf(u"Bearer"_s), 0);
        QVERIFY(!callers().contains(title));

        question = ask();
        list = question->findChild<QListWidget *>();
        list->item(list->count() - 1)->setCheckState(Qt::Checked);
        sendAndWait(question);
        QVERIFY(countOf(QString::fromLatin1(token)) > 0);
        QVERIFY2(callers().join(u'|').contains(title), qPrintable(callers().join(u'|')));
        const auto before = callers();
        question = ask(); // once more: no column twice
        sendAndWait(question);
        QVERIFY(callers().size() <= before.size());
    }

    void aProjectThatChangedMeanwhileIsNotAsked()
    {
        auto *question = ask();
        m_project->write(u"package.json"_s, "{}");
        QVERIFY(m_project->open());
        OpenProject::button(question, u"Send "_s)->click();
        QCoreApplication::processEvents();
        QCOMPARE(m_requests, QStringList());
    }
};

QTEST_MAIN(TestProjectMeasure)
#include "tst_projectmeasure.moc"
