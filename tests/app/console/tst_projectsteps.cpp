// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/keystore.h"
#include "tests/app/console/projectfixture.h"
#include "ui/project/stepspanel.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"

#include <QLabel>
#include <QMenu>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::OpenProject;

// What the steps of the guide can be done with from the window: bindings and an approuter.
class TestProjectSteps : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenProject> m_project;

    void keepKey(const QString &name) const
    {
        const auto credentials = text::Json::object({{u"clientid"_s, u"sb-shop!t1"_s},
                                                     {u"clientsecret"_s, u"geheim"_s},
                                                     {u"url"_s, u"http://127.0.0.1:1"_s},
                                                     {u"xsappname"_s, u"shop!t1"_s}});
        xsuaa::KeptKey kept;
        kept.name = name;
        kept.key = xsuaa::serviceKeyOf(credentials, u"xsuaa"_s, u"shop-auth"_s, {});
        QVERIFY(xsuaa::saveKey(m_project->bench->vault().store(), kept));
        Q_EMIT m_project->bench->keysChanged();
    }

    QString stateOf(const QString &step) const
    {
        const auto *model = m_project->page->steps()->findChild<ui::QuietTable *>()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 1).data().toString() == step)
                return model->index(row, 0).data().toString();
        }
        return {};
    }
    void bindToKey(const QString &place = u"cdsrc-private"_s)
    {
        Q_EMIT m_project->page->steps()->keyWanted(u"dev"_s, place);
    }
    void accept()
    {
        QVERIFY(m_project->dialog());
        m_project->dialog()->accept();
    }
    void undo()
    {
        auto *back = OpenProject::button(m_project->banner(), u"Undo"_s);
        QVERIFY(back);
        back->click();
    }

private Q_SLOTS:
    void init()
    {
        m_project = std::make_unique<OpenProject>();
        keepKey(u"dev"_s);
        QVERIFY(m_project->open());
    }

    void bindsToAKeyAfterItWasShownAndTakesItBack()
    {
        QCOMPARE(stateOf(u"An instance of XSUAA to try it with"_s), u"○ open"_s);
        bindToKey();
        QVERIFY(m_project->dialog());
        QVERIFY2(m_project->shownDiff().contains("+        \"kind\": \"xsuaa\""_L1),
                 qPrintable(m_project->shownDiff()));
        QVERIFY(!m_project->shownDiff().contains("geheim"_L1));
        QVERIFY(!m_project->has(u".cdsrc-private.json"_s));
        QSignalSpy shown(m_project->desk.get(), &console::ProjectDesk::shown);
        accept();
        QVERIFY(m_project->read(u".cdsrc-private.json"_s).contains("geheim"));
        QTRY_VERIFY(!shown.isEmpty());
        QTRY_COMPARE(stateOf(u"An instance of XSUAA to try it with"_s), u"✓ done"_s);
        QVERIFY2(m_project->said().contains("cds watch --profile hybrid"_L1),
                 qPrintable(m_project->said()));
        undo();
        QVERIFY(!m_project->has(u".cdsrc-private.json"_s));
        QTRY_COMPARE(stateOf(u"An instance of XSUAA to try it with"_s), u"○ open"_s);
        QCOMPARE(m_project->said(), u"Taken back: Binding to the key dev."_s);
    }

    void theStepSaysHowAProjectIsStartedAsLongAsItIsBound()
    {
        m_project->page->steps()->chooseStep(u"binding"_s);
        const auto said = [this] {
            QString all;
            for (const auto *label : m_project->page->steps()->findChildren<QLabel *>())
                all += label->text();
            return all;
        };
        const auto start = u"CDS_REQUIRES_AUTH_KIND=xsuaa cds watch --profile hybrid"_s;
        bindToKey(u"default-env"_s); // of which mocked users take no notice
        accept();
        QTRY_VERIFY2(said().contains(start), qPrintable(said()));
        undo();
        QTRY_VERIFY(!said().contains(start));
    }

    void leavingItWritesNothing()
    {
        bindToKey();
        m_project->dialog()->reject();
        QVERIFY(!m_project->has(u".cdsrc-private.json"_s));
    }

    void bindsToTheSandboxWithItsAuthority()
    {
        auto *panel = m_project->page->steps();
        QVERIFY(m_project->startSandbox());
        Q_EMIT panel->sandboxWanted(u"default-env"_s);
        QVERIFY(m_project->dialog());
        const auto key = m_project->bench->sandbox()->bindings(sandbox::BindingFormat::ServiceKey);
        QVERIFY(key);
        QVERIFY(!m_project->shownDiff().contains((*key)[u"clientsecret"].toString()));
        accept();
        QVERIFY(m_project->read(u"default-env.json"_s)
                    .contains((*key)[u"clientsecret"].toString().toUtf8()));
        QVERIFY2(m_project->said().contains("CDS_REQUIRES_AUTH_KIND=xsuaa NODE_EXTRA_CA_CERTS="_L1),
                 qPrintable(m_project->said()));
    }

    void asksForTheLineOfGitignoreFirst()
    {
        m_project->write(u".git/HEAD"_s, "");
        m_project->write(u".gitignore"_s, "node_modules\n");
        bindToKey();
        QVERIFY(m_project->shownDiff().contains("+.cdsrc-private.json"_L1));
        m_project->dialog()->reject();
        QCOMPARE(m_project->read(u".gitignore"_s), QByteArray("node_modules\n"));

        bindToKey();
        accept();
        QCOMPARE(m_project->read(u".gitignore"_s),
                 QByteArray("node_modules\n.cdsrc-private.json\n"));
        QVERIFY(!m_project->has(u".cdsrc-private.json"_s)); // that is the next question
        QVERIFY(m_project->shownDiff().contains("credentials"_L1));
        accept();
        QVERIFY(m_project->has(u".cdsrc-private.json"_s));
        undo();
        QVERIFY(!m_project->has(u".cdsrc-private.json"_s));
        undo(); // the line, too
        QCOMPARE(m_project->read(u".gitignore"_s), QByteArray("node_modules\n"));
    }

    void aTrackedFileIsAdvisedAgainst()
    {
        m_project->write(u".cdsrc-private.json"_s, "{}\n");
        // gitformat-index(5): one entry, of which only the name counts here.
        QByteArray index("DIRC\0\0\0\2\0\0\0\1", 12);
        index += QByteArray(60, '\0') + QByteArray("\0\x13", 2) + ".cdsrc-private.json";
        m_project->write(u".git/index"_s, index + QByteArray(8, '\0'));
        bindToKey();
        QVERIFY(m_project->dialog());
        auto *leave = OpenProject::button(m_project->dialog(), u"Leave it"_s);
        QVERIFY(leave && leave->isDefault());
        QTest::keyClick(m_project->dialog(), Qt::Key_Return);
        QCOMPARE(m_project->read(u".cdsrc-private.json"_s), QByteArray("{}\n"));
        QTRY_VERIFY(!m_project->dialog());
        bindToKey();
        auto *write = OpenProject::button(m_project->dialog(), u"Write the secrets all the same"_s);
        QVERIFY(write);
        write->click();
        QVERIFY(m_project->read(u".cdsrc-private.json"_s).contains("geheim"));
    }

    void offersOnlyKeysThatAProjectLooksFor()
    {
        xsuaa::KeptKey other;
        other.name = u"hana"_s;
        other.key = xsuaa::serviceKeyOf(
            text::Json::object({{u"clientid"_s, u"a"_s}}), u"hana"_s, u"hana"_s, {});
        QVERIFY(xsuaa::saveKey(m_project->bench->vault().store(), other));
        Q_EMIT m_project->bench->keysChanged();
        for (const auto *button : m_project->page->steps()->findChildren<QPushButton *>()) {
            if (!button->text().startsWith("Bind to a key"_L1))
                continue;
            QCOMPARE(button->menu()->actions().size(), 1);
            QVERIFY(button->menu()->actions().constFirst()->text().startsWith("dev"_L1));
            return;
        }
        QFAIL("there is no button for keys");
    }

    void makesTheFilesOfAnApprouterAllOrNone()
    {
        Q_EMIT m_project->page->steps()->approuterWanted();
        QVERIFY(m_project->said().contains("compiled model"_L1));
        m_project->write(u"gen/csn.json"_s,
                         R"({"definitions":{"Shop":{"kind":"service","@path":"/shop"}}})");
        QVERIFY(m_project->open());
        Q_EMIT m_project->page->steps()->approuterWanted();
        QVERIFY2(m_project->dialog(), qPrintable(m_project->said()));
        QVERIFY(m_project->shownDiff().contains("app/router/xs-app.json"_L1));
        QVERIFY(!m_project->has(u"app"_s));
        accept();
        QVERIFY(m_project->has(u"app/router/package.json"_s));
        QVERIFY(m_project->has(u"app/router/default-env.json"_s));
        QVERIFY2(m_project->said().contains("starts only when it is bound to XSUAA"_L1),
                 qPrintable(m_project->said()));
        QVERIFY(!m_project->said().contains("npm start"_L1)); // it would stop at once
        QTRY_COMPARE(stateOf(u"A login for the browser"_s), u"✓ done"_s);
        Q_EMIT m_project->page->steps()->approuterWanted(); // once more: refused
        QVERIFY(m_project->said().contains("app/router/xs-app.json stays as it is"_L1));
    }

    void anApprouterIsBoundToTheInstanceOfTheProject()
    {
        m_project->write(u".git/HEAD"_s, "");
        m_project->write(u".gitignore"_s, ".cdsrc-private.json\n");
        m_project->write(u"gen/csn.json"_s,
                         R"({"definitions":{"Shop":{"kind":"service","@path":"/shop"}}})");
        bindToKey();
        accept();
        QTRY_COMPARE(stateOf(u"An instance of XSUAA to try it with"_s), u"✓ done"_s);
        Q_EMIT m_project->page->steps()->approuterWanted();
        accept();
        QVERIFY(m_project->shownDiff().contains("+default-env.json"_L1)); // git would take it in
        accept();
        QCOMPARE(m_project->read(u"app/router/.gitignore"_s), QByteArray("default-env.json\n"));
        QVERIFY2(m_project->shownDiff().contains("+  \"VCAP_SERVICES\": {"_L1),
                 qPrintable(m_project->shownDiff()));
        QVERIFY(!m_project->shownDiff().contains("geheim"_L1));
        QVERIFY(!m_project->read(u"app/router/default-env.json"_s).contains("geheim"));
        accept();
        const auto written = text::parseJson(m_project->read(u"app/router/default-env.json"_s));
        QVERIFY(written);
        QCOMPARE((*written)[u"destinations"].size(), 1);
        const auto &bound = (*written)[u"VCAP_SERVICES"][u"xsuaa"].elements().front();
        QCOMPARE(bound[u"credentials"][u"clientsecret"].toString(), u"geheim"_s);
        QVERIFY2(m_project->said().endsWith(
                     "npm install --prefix app/router && npm start --prefix app/router"_L1),
                 qPrintable(m_project->said()));
    }

    void anApprouterIsBoundToTheSandboxLater()
    {
        m_project->write(u"app/router/package.json"_s, "{}");
        m_project->write(u"app/router/xs-app.json"_s, "{}");
        QVERIFY(m_project->open());
        m_project->page->steps()->chooseStep(u"approuter"_s);
        m_project->page->findChild<ui::Panel *>()->setCurrentIndex(4);
        auto *bind = OpenProject::button(m_project->page, u"Bind the approuter"_s);
        QVERIFY(bind);
        bind->click();
        QVERIFY(m_project->said().contains("no XSUAA to bind the approuter to"_L1));
        QVERIFY(m_project->startSandbox());
        bind->click();
        accept();
        const auto written = text::parseJson(m_project->read(u"app/router/default-env.json"_s));
        QVERIFY(written);
        QCOMPARE((*written)[u"VCAP_SERVICES"].members().size(), size_t(1)); // xsuaa alone
        QVERIFY2(m_project->said().contains("&& NODE_EXTRA_CA_CERTS="_L1),
                 qPrintable(m_project->said()));
    }

    void aWrongDescriptorIsBroughtInLineFromItsStep()
    {
        m_project->write(u"gen/csn.json"_s,
                         R"({"definitions":{"S":{"kind":"service","@requires":"editor"}}})");
        m_project->write(u"xs-security.json"_s, "{\n  \"xsappname\": \"shop\"\n}\n");
        QVERIFY(m_project->open());
        m_project->page->findChild<ui::Panel *>()->setCurrentIndex(4);
        m_project->page->steps()->chooseStep(u"xs-security"_s);
        auto *bring = OpenProject::button(m_project->page->steps(), u"Bring in line"_s);
        QVERIFY(bring);
        bring->click();
        QVERIFY(m_project->dialog());
        QVERIFY(m_project->shownDiff().contains("$XSAPPNAME.editor"_L1));
    }

    void anApprouterIsTakenBackAsAWhole()
    {
        m_project->write(u"gen/csn.json"_s,
                         R"({"definitions":{"Shop":{"kind":"service","@path":"/shop"}}})");
        QVERIFY(m_project->open());
        Q_EMIT m_project->page->steps()->approuterWanted();
        accept();
        undo();
        QVERIFY(!m_project->has(u"app"_s));
    }
};

QTEST_MAIN(TestProjectSteps)
#include "tst_projectsteps.moc"
