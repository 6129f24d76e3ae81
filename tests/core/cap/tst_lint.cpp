// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/guidesteps.h"
#include "core/cap/lintsarif.h"
#include "core/text/phrasebook.h"
#include "tests/core/cap/lintproject.h"
#include "tests/core/cap/lintrows.h"
#include "tests/support/englishwords.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

QByteArray requiring(const QByteArray &requires_)
{
    return lintrows::requiring(requires_);
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

    static void addRows(const QList<lintrows::Row> &rows)
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        for (const auto &row : rows)
            QTest::newRow(row.name)
                << QString::fromUtf8(row.file) << row.text << QString::fromUtf8(row.expected);
    }

    static void checkRow()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(file, text);
        QCOMPARE(project.ids().join(u','), expected);
    }

private Q_SLOTS:
    void readsTheConfiguration_data() { addRows(lintrows::configurationRows()); }
    void readsTheConfiguration() { checkRow(); }
    void looksAtMockUsers_data() { addRows(lintrows::userRows()); }
    void looksAtMockUsers() { checkRow(); }
    void readsCode_data() { addRows(lintrows::codeRows()); }
    void readsCode() { checkRow(); }

    void speaksGermanToo()
    {
        text::setLanguage(u"de"_s);
        QStringList left;
        int told = 0;
        const auto look = [&](const LintProject &project) {
            const auto report = project.lint();
            for (const auto &finding : report.findings) {
                ++told;
                for (const auto &sentence : {finding.sentence, finding.advice}) {
                    if (!test::englishIn(sentence).isEmpty())
                        left << finding.id + u": "_s + sentence;
                }
            }
            for (const auto &step : cap::guideSteps(project.input(), {})) {
                if (!test::englishIn(step.title + u' ' + step.sentence).isEmpty())
                    left << step.id + u": "_s + step.title + u' ' + step.sentence;
            }
        };
        for (const auto &row :
             lintrows::configurationRows() + lintrows::userRows() + lintrows::codeRows()) {
            LintProject project;
            project.write(u"package.json"_s, requiring("{}"));
            project.write(QString::fromUtf8(row.file), row.text);
            look(project);
        }
        QFile model(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/lint/model.json"));
        QVERIFY(model.open(QIODevice::ReadOnly));
        LintProject project;
        project.write(u"gen/csn.json"_s, model.readAll());
        look(project);
        text::setLanguage(u"en"_s);
        QVERIFY2(told > 50, qPrintable(QString::number(told)));
        left.removeDuplicates();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void saysWhereAndHow()
    {
        LintProject project;
        project.write(u"package.json"_s,
                      "{\n  \"cds\": {\n    \"requires\": {\n      \"auth\": {\n"
                      "        \"strategy\": \"mock\"\n      }\n    }\n  }\n}\n");
        const auto report = project.lint();
        QCOMPARE(report.findings.size(), size_t(2)); // the other one: @sap/xssec is missing
        const auto &finding = report.findings.back();
        QCOMPARE(finding.id, u"auth-strategy-ignored"_s);
        QCOMPARE(finding.place().toString(), u"package.json:5:21"_s);
        QVERIFY2(finding.fix.contains("+        \"kind\": \"mocked\""_L1), qPrintable(finding.fix));
        QVERIFY(finding.edit);
        QVERIFY(finding.edit->after.contains("\"kind\": \"mocked\""));
    }

    void showsNoSecretInADiff()
    {
        LintProject project;
        project.write(u".gitignore"_s, "node_modules\n");
        project.write(u"package.json"_s,
                      lintrows::withUsers(R"({"zoe":{"password":"geheim","roles":"admin"}})"));
        project.write(u"default-env.json"_s, R"({"clientid":"c","clientsecret":"geheim"})");
        bool hasDiff = false;
        for (const auto &finding : project.lint().findings) {
            hasDiff = hasDiff || !finding.fix.isEmpty();
            QVERIFY2(!finding.fix.contains("geheim"_L1), qPrintable(finding.id));
            QVERIFY2(!finding.sentence.contains("geheim"_L1), qPrintable(finding.id));
        }
        QVERIFY(hasDiff);
        QVERIFY(project.ids().contains("secrets-not-ignored"_L1));
    }

    void asksGitsIgnoreFile()
    {
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(u"default-env.json"_s, R"({"VCAP_SERVICES":{},"client":"secret"})");
        project.write(u".gitignore"_s, "# keys\n/default-env.json\n");
        QVERIFY(!project.ids().contains("secrets-not-ignored"_L1));
        project.write(u".gitignore"_s, "*.env\n");
        QVERIFY(project.ids().contains("secrets-not-ignored"_L1));
    }

    void saysOfASecretThatGitHasHowToTakeItOut()
    {
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(u"default-env.json"_s, R"({"VCAP_SERVICES":{},"client":"secret"})");
        project.write(u".gitignore"_s, "default-env.json\n");
        // gitformat-index(5): one entry, of which only the name counts here.
        QByteArray index("DIRC\0\0\0\2\0\0\0\1", 12);
        index += QByteArray(60, '\0') + QByteArray("\0\x10", 2) + "default-env.json";
        project.write(u".git/index"_s, index + QByteArray(8, '\0'));
        const auto report = project.lint();
        const auto found =
            std::find_if(report.findings.begin(), report.findings.end(), [](const auto &finding) {
                return finding.id == "secrets-not-ignored"_L1;
            });
        QVERIFY(found != report.findings.end());
        QVERIFY2(found->advice.contains("git rm --cached"_L1), qPrintable(found->advice));
        QVERIFY(!found->edit);
    }

    void followsNoLinkOutOfTheProject()
    {
        LintProject outside;
        outside.write(u"key.json"_s, R"({"clientid":"c"})");
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        QVERIFY(QFile::link(outside.path(u"key.json"_s), project.path(u"xs-security.json"_s)));
        const auto report = project.lint();
        QVERIFY(report.notes.join(u' ').contains("leads out of the project"_L1));
    }

    // The root of a monorepo has a package.json and is no application.
    void onlyApplicationsNeedTheirLibraries()
    {
        LintProject project;
        project.write(u"package.json"_s, R"({"name":"root","workspaces":["*"]})");
        QVERIFY(project.lint().findings.empty());
        project.write(u"package.json"_s, R"({"dependencies":{"@sap/cds":"^9"}})");
        QCOMPARE(project.lint().findings.size(), size_t(1));
        QCOMPARE(project.lint().findings[0].id, u"xssec-missing"_s);
        QCOMPARE(project.lint().findings[0].severity, cap::ProblemSeverity::Hint);
    }

    void readsTheApprouter()
    {
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(u"app/xs-app.json"_s,
                      R"({"routes":[{"source":"^/a","destination":"srv-api","scope":"admin"},
                         {"source":"^/b","destination":"other","authenticationType":"none"}]})");
        project.write(u"app/default-env.json"_s,
                      R"({"destinations":[{"name":"srv-api","url":"u"},
                         {"name":"other","url":"u"}]})");
        QCOMPARE(project.ids(),
                 QStringList({u"route-does-not-forward-token"_s, u"route-scope-without-prefix"_s}));
        project.write(
            u"app/xs-app.json"_s,
            R"({"authenticationMethod":"none","routes":[{"source":"^/a","destination":"srv-api"}]})");
        project.write(u"app/default-env.json"_s,
                      R"({"destinations":[{"name":"srv-api","url":"u","forwardAuthToken":true}]})");
        QCOMPARE(project.ids(), QStringList({u"approuter-login-switched-off"_s}));
    }

    void theGuideKnowsTheApprouterWhereverItMayLie_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto *file : {"app/router/xs-app.json",
                                 "app/xs-app.json",
                                 "app/browse/xs-app.json",
                                 "approuter/xs-app.json",
                                 "router/xs-app.json",
                                 "xs-app.json"})
            QTest::newRow(file) << QString::fromLatin1(file);
        QTest::newRow("none") << QString();
    }

    void theGuideKnowsTheApprouterWhereverItMayLie()
    {
        QFETCH(QString, file);
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        if (!file.isEmpty())
            project.write(file, "{}");
        const auto steps = cap::guideSteps(project.input(), {});
        QVERIFY(!steps.empty());
        QCOMPARE(steps.back().id, u"approuter"_s);
        using State = cap::GuideStep::State;
        QCOMPARE(steps.back().state, file.isEmpty() ? State::Open : State::Done);
        QVERIFY(steps.back().sentence.startsWith(file));
    }

    void theGuideCallsTheInstanceLikeTheProject()
    {
        LintProject project;
        for (const auto &[package, instance] : QList<std::pair<QByteArray, QString>>{
                 {R"({"name":"shop"})", u"shop-auth"_s},
                 {R"({"name":"@capire/book shop"})", u"capire-book-shop-auth"_s},
                 {"{}", u"myapp-auth"_s}}) {
            project.write(u"package.json"_s, package);
            for (const auto &step : cap::guideSteps(project.input(), {})) {
                if (step.id == "binding"_L1)
                    QCOMPARE(step.command.split(u'\n').at(1),
                             QString(u"cds bind --to "_s + instance));
            }
        }
    }

    void theGuideSaysWhyABindingIsNotTaken()
    {
        LintProject project;
        project.write(u"package.json"_s, requiring("{}")); // mocked
        const auto binding = [&project] {
            for (const auto &step : cap::guideSteps(project.input(), {})) {
                if (step.id == "binding"_L1)
                    return step;
            }
            return cap::GuideStep();
        };
        QCOMPARE(binding().sentence, u"the profile hybrid has no binding"_s);
        project.write(
            u"default-env.json"_s,
            R"({"VCAP_SERVICES":{"xsuaa":[{"label":"xsuaa","credentials":{"clientid":"a"}}]}})");
        QCOMPARE(binding().sentence,
                 u"an instance is bound in default-env.json, but the kind of the profile hybrid is "
                 "mocked"_s);
        QCOMPARE(binding().state, cap::GuideStep::State::Open);
        project.write(u"package.json"_s, requiring(R"({"auth":"xsuaa"})"));
        QCOMPARE(binding().state, cap::GuideStep::State::Done);
    }

    // tests/data/cap/lint/README.md
    void readsTheModel_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("expected");
        const QList<std::pair<const char *, const char *>> rows = {
            {"my.Open.GrantUpsert", "grant-spelling error"},
            {"my.Open.GrantLower",
             "grant-spelling warning,restriction-without-matching-grant hint"},
            {"my.Open.ActionOnly", "no-crud-grant error"},
            {"my.Open.EmptyRole", "empty-role error"},
            {"my.Open.NoRole", "condition-without-role warning"},
            {"my.Open.CreateWhere", "create-not-checked warning"},
            {"my.Open.Numbers", "number-comparison warning"},
            {"my.Open.Tenants", "tenant-is-an-attribute error"},
            {"my.Open.Unreadable", "condition-unreadable error"},
            {"my.Open.WriteOnly", "restriction-without-matching-grant hint"},
            {"my.Open.Nobody", "requires-empty-list warning"},
            {"my.Open.Joined", "join-drops-restrictions error"},
            {"my.Open.Drafts", "draft-without-create error"},
            {"my.Whole", "service-condition-ignored error"},
            {"my.Closed", "requires-empty-list error"},
            {"my.Tree.Items", "composition-child error,expand-into-restricted warning"},
            {"my.Expanding.Heads", "expand-into-restricted warning,unrestricted-entity warning"},
            {"my.Shown.OpenHeads", "unrestricted-entity warning"},
            {"my.Open.OkGrants", ""},
            {"my.Open.OkActions", ""},
            {"my.Open.OkCondition", ""},
            {"my.Open.OkDrafts", ""},
            {"my.OkService", ""},
            {"my.OkService.Rows", ""},
            {"my.OkHidden.Heads", ""},
            {"my.OkHidden.Items", ""},
            {"my.Shown.Items", "expand-into-restricted warning"},
            {"my.Tree.Heads", ""},
            {"my.Tree.Secrets", ""}};
        for (const auto &[entity, expected] : rows)
            QTest::newRow(entity) << QString::fromUtf8(entity) << QString::fromUtf8(expected);
    }

    void readsTheModel()
    {
        QFETCH(QString, entity);
        QFETCH(QString, expected);
        QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/lint/model.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(u"gen/csn.json"_s, text);
        // The lines of the entity: from its name to the name of the next one.
        const auto begin = text.indexOf(QByteArray("\n  \"" + entity.toUtf8() + "\": {"));
        QVERIFY(begin > 0);
        const auto first = placeOf(text, begin + 1).line;
        const auto last = placeOf(text, text.indexOf("\n  }", begin)).line;
        QStringList found;
        for (const auto &finding : project.lint().findings) {
            if (finding.file == "gen/csn.json"_L1 && finding.line >= first && finding.line <= last)
                found << finding.id.section(u'.', -1) + u' ' + cap::nameOf(finding.severity);
        }
        found.sort();
        QCOMPARE(found.join(u','), expected);
    }

    void tellsAnEntityThatWasLeftOpenBesideARestrictedOne_data()
    {
        QTest::addColumn<QByteArray>("service"); // members of the service
        QTest::addColumn<QByteArray>("entity"); // of the entity beside the restricted one
        QTest::addColumn<QByteArray>("restriction"); // of that one
        QTest::addColumn<bool>("told");
        const QByteArray admin = R"(,"@requires":"admin")";
        const auto row = [](const char *name,
                            const QByteArray &service,
                            const QByteArray &entity,
                            const QByteArray &restriction,
                            bool told) {
            QTest::newRow(name) << service << entity << restriction << told;
        };
        row("left out", "", "", admin, true);
        row("beside one that is restricted by rows",
            "",
            "",
            R"(,"@restrict":[{"grant":"READ","to":"viewer"}])",
            true);
        row("all are open", "", "", "", false);
        row("the other is open on purpose", "", "", R"(,"@requires":"any")", false);
        row("the service demands a login",
            R"(,"@requires":"authenticated-user")",
            "",
            admin,
            false);
        row("the service is open on purpose", R"(,"@requires":"any")", "", admin, false);
        row("not served", R"(,"@protocol":"none")", "", admin, false);
        row("open on purpose", "", R"(,"@requires":"any")", admin, false);
        row("restricted", "", R"(,"@restrict":[{"grant":"*","to":"editor"}])", admin, false);
        row("read only", "", R"(,"@readonly":true)", admin, false);
        row("nothing can be changed",
            "",
            R"(,"@Capabilities.InsertRestrictions.Insertable":false,)"
            R"("@Capabilities.UpdateRestrictions.Updatable":false,)"
            R"("@Capabilities.DeleteRestrictions.Deletable":false)",
            admin,
            false);
        row("all but deletion can be changed",
            "",
            R"(,"@Capabilities.DeleteRestrictions.Deletable":false)",
            admin,
            true);
        row("a code list", "", R"(,"@cds.autoexpose":true)", admin, false);
        row("put there by the compiler", "", R"(,"@cds.autoexposed":true)", admin, false);
        row("computed",
            "",
            R"(,"query":{"SELECT":{"from":{"ref":["S.Secrets"]},"groupBy":[{"ref":["ID"]}]}})",
            admin,
            false);
    }

    void tellsAnEntityThatWasLeftOpenBesideARestrictedOne()
    {
        QFETCH(QByteArray, service);
        QFETCH(QByteArray, entity);
        QFETCH(QByteArray, restriction);
        QFETCH(bool, told);
        const QByteArray elements = R"(,"elements":{"ID":{"key":true,"type":"cds.Integer"}}})";
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(u"gen/csn.json"_s,
                      R"({"definitions":{"S":{"kind":"service")" + service
                          + R"(},"S.Rows":{"kind":"entity")" + entity + elements
                          + R"(,"S.Secrets":{"kind":"entity")" + restriction + elements + "}}");
        QStringList sentences;
        for (const auto &finding : project.lint().findings) {
            if (finding.id != "open-to-anonymous.unrestricted-entity"_L1)
                continue;
            QCOMPARE(finding.severity, cap::ProblemSeverity::Warning);
            sentences << finding.sentence.section(u' ', 0, 0);
        }
        QCOMPARE(sentences, told ? QStringList{u"S.Rows"_s} : QStringList());
    }

    void comparesRolesWithTheDescriptor()
    {
        LintProject project;
        project.write(u"package.json"_s, requiring("{}"));
        project.write(u"gen/csn.json"_s,
                      R"({"definitions":{"S":{"kind":"service","@requires":["admin","viewer"]}}})");
        project.write(
            u"xs-security.json"_s,
            "{\n \"scopes\": [{\"name\":\"$XSAPPNAME.admin\",\"description\":\"a\"},"
            "{\"name\":\"$XSAPPNAME.old\",\"description\":\"o\"}],\n \"attributes\": [],\n"
            " \"role-templates\": [{\"name\":\"admin\",\"description\":\"a\","
            "\"scope-references\":[\"$XSAPPNAME.admin\",\"$XSAPPNAME.old\"]}]\n}\n");
        const auto report = project.lint();
        QStringList found;
        for (const auto &finding : report.findings) {
            found << finding.id;
            if (finding.id == "role-template-missing"_L1) {
                QVERIFY(finding.sentence.contains("viewer"_L1));
                QVERIFY2(finding.fix.contains("+"_L1), qPrintable(finding.fix));
                QVERIFY(finding.edit && finding.edit->after.contains("$XSAPPNAME.viewer"));
            }
        }
        QVERIFY2(found.contains("role-template-missing"_L1), qPrintable(found.join(u' ')));
        QVERIFY(found.contains("role-not-in-model"_L1));
    }

    void listsEveryRuleOnce()
    {
        QStringList ids;
        for (const auto &rule : cap::lintRules()) {
            QVERIFY(!rule.title.isEmpty());
            QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
            ids << rule.id;
        }
    }

    void printsSarif()
    {
        LintProject project;
        project.write(u"package.json"_s, requiring(R"({"auth":"mocked"})"));
        const auto sarif = cap::toSarif(project.lint());
        const auto &run = sarif[u"runs"].elements().front();
        QCOMPARE(run[u"tool"][u"driver"][u"rules"].size(), qsizetype(cap::lintRules().size()));
        const auto &result = run[u"results"].elements().front();
        QCOMPARE(result[u"ruleId"].toString(), u"mocked-auth-in-production"_s);
        const auto &place = result[u"locations"].elements().front()[u"physicalLocation"];
        QCOMPARE(place[u"artifactLocation"][u"uri"].toString(), u"package.json"_s);
        QCOMPARE(place[u"region"][u"startLine"].toInteger(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
