// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tokentrail {

using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray errors;

    text::Json json() const
    {
        const auto parsed = text::parseJson(out);
        return parsed ? *parsed : text::Json();
    }
};

Run run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(TOKENTRAILCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run result;
    if (process.waitForFinished())
        result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

QString recorded(const QString &name)
{
    return QStringLiteral(TOKENTRAIL_TEST_DATA "/trails/") + name;
}

QStringList idsOf(const text::Json &answer)
{
    QStringList ids;
    for (const auto &finding : answer[u"findings"].elements())
        ids << finding[u"id"].toString();
    return ids;
}

} // namespace

class TestDiagnoseCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrailTellsItsCause();
    void aHealthyTrailIsOk();
    void aLoneAnswerNamesSeveralCauses();
    void aLogAloneIsEnough();
    void aProjectShowsWhatHasNoEffect();
    void anAnswerMayComeWithItsHeaders();
    void aLogTellsWhenItWas();
    void questionsAreAnsweredInOrder();
    void assignmentsTellWhichCollectionWouldDo();
    void theModelNamesTheRoleThatTheAnswerDoesNot();
    void anAssignmentThatTheTokenShowsIsNotTheCause();
    void theListHoldsEveryFinding();
    void withoutEvidenceItIsUsage();
    void brokenTrailsAreUnreadableWithTheirPlace();
    void exportsComeInEveryFormat();
    void anExportIsATrailAgain();
    void unknownFormatsAreUsage();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestDiagnoseCommands::aTrailTellsItsCause()
{
    const auto result =
        run({u"diagnose"_s, u"--json"_s, u"--trail"_s, recorded(u"sample-lost-ext.json"_s)});
    QCOMPARE(result.exitCode, 1);
    const auto answer = result.json();
    QCOMPARE(idsOf(answer), (QStringList{u"user-lost-inside-cap"_s, u"user-token-absent"_s}));
    const auto &first = answer[u"findings"].elements().front();
    QCOMPARE(first[u"severity"].toString(), u"error"_s);
    QVERIFY(first[u"confidence"].toDouble() > 0.9);
    QVERIFY(first[u"evidence"].size() > 0);
    QVERIFY(first[u"counterEvidence"].isArray());
    QVERIFY(!first[u"fix"][u"text"].toString().isEmpty());
    QVERIFY(answer[u"ruledOut"].size() > 0);
    QVERIFY(answer[u"notVisible"].isArray());
}

void TestDiagnoseCommands::aHealthyTrailIsOk()
{
    const auto result =
        run({u"diagnose"_s, u"--json"_s, u"--trail"_s, recorded(u"sample-healthy-pp.json"_s)});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(idsOf(result.json()).isEmpty());
}

void TestDiagnoseCommands::aLoneAnswerNamesSeveralCauses()
{
    const auto body = write(u"body"_s,
                            R"({"error":{"message":"Error during request to remote service: )"
                            R"(Failed to load destination.","code":"502"}})");
    const auto answer =
        run({u"diagnose"_s, u"--json"_s, u"--status"_s, u"502"_s, u"--body-file"_s, body}).json();
    const auto ids = idsOf(answer);
    QVERIFY(ids.contains(u"user-token-absent"_s));
    QVERIFY(ids.contains(u"connectivity-binding-missing"_s));
    for (const auto &finding : answer[u"findings"].elements()) {
        if (finding[u"severity"].toString() == "error"_L1)
            QVERIFY(finding[u"confidence"].toDouble() <= 0.5);
    }
}

void TestDiagnoseCommands::aLogAloneIsEnough()
{
    const auto result = run({u"diagnose"_s, u"--json"_s, u"--log"_s, u"-"_s},
                            "[auth] - Unauthenticated request: ExpiredTokenError: Token is "
                            "expired.\n");
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(idsOf(result.json()), QStringList{u"token-expired"_s});
}

void TestDiagnoseCommands::aProjectShowsWhatHasNoEffect()
{
    write(u"project/package.json"_s,
          R"({"cds":{"requires":{"S4":{"kind":"odata-v2","credentials":)"
          R"({"destination":"S4_PP","forwardAuthToken":true}}}}})");
    const auto result =
        run({u"diagnose"_s, u"--json"_s, u"--project"_s, m_folder.filePath(u"project"_s)});
    QCOMPARE(idsOf(result.json()).value(0), u"forward-auth-token-without-effect"_s);
    QCOMPARE(result.exitCode, 0); // a warning
}

void TestDiagnoseCommands::anAnswerMayComeWithItsHeaders()
{
    const auto result = run({u"diagnose"_s, u"--json"_s, u"--body-file"_s, u"-"_s},
                            "HTTP/1.1 503 Service Unavailable\r\nx-error-message: There is no SAP "
                            "Cloud Connector (SCC) connected, SCC location ID 'A'\r\n\r\n");
    QCOMPARE(idsOf(result.json()), QStringList{u"location-id-unknown"_s});
}

// The token was good when the log was written.
void TestDiagnoseCommands::aLogTellsWhenItWas()
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const auto token = write(
        u"token"_s,
        part(R"({"alg":"RS256","kid":"k"})") + '.'
            + part(
                R"({"exp":1700003600,"scope":["openid"],"user_name":"alice","grant_type":"password"})")
            + ".c2ln");
    const auto log =
        write(u"log"_s,
              R"({"timestamp":"2023-11-14T22:20:00.000Z","msg":"Unauthenticated request: )"
              R"(MissingKidError: JWKS does not contain a key for kid=k"})");
    const auto answer =
        run({u"diagnose"_s, u"--json"_s, u"--token-file"_s, token, u"--log"_s, log}).json();
    QVERIFY(!idsOf(answer).contains(u"token-expired"_s));
    QCOMPARE(idsOf(answer).value(0), u"key-id-unknown"_s);
}

void TestDiagnoseCommands::questionsAreAnsweredInOrder()
{
    const auto answer = run({u"diagnose"_s,
                             u"--json"_s,
                             u"--guided"_s,
                             u"--trail"_s,
                             recorded(u"sample-lost-ext.json"_s)})
                            .json();
    QStringList outcomes;
    for (const auto &check : answer[u"checks"].elements())
        outcomes << check[u"id"].toString() + u'=' + check[u"outcome"].toString();
    QCOMPARE(outcomes.value(0), u"token-sent=passed"_s);
    QCOMPARE(outcomes.value(1), u"token-accepted=passed"_s);
    QCOMPARE(outcomes.value(2), u"destination-found=passed"_s);
    QCOMPARE(outcomes.value(3), u"token-at-lookup=failed"_s);
    QCOMPARE(outcomes.value(4), u"call-went-on=failed"_s);
    QCOMPARE(outcomes.value(5), u"person-carried=not-visible"_s);
    const auto healthy = run({u"diagnose"_s,
                              u"--json"_s,
                              u"--guided"_s,
                              u"--trail"_s,
                              recorded(u"sample-healthy-pp.json"_s)})
                             .json();
    for (const auto &check : healthy[u"checks"].elements())
        QVERIFY2(check[u"outcome"].toString() == "passed"_L1, check.toCompact().constData());
}

void TestDiagnoseCommands::assignmentsTellWhichCollectionWouldDo()
{
    const auto ids = [this](const QByteArray &users) {
        const auto file = write(
            u"assignments.json"_s,
            "{\"users\":" + users
                + R"(,"roleCollections":[{"name":"Admins","roleReferences":[{"roleTemplateAppId":"a!t1","roleTemplateName":"admin","name":"admin"}]}]})");
        return idsOf(run({u"diagnose"_s,
                          u"--json"_s,
                          u"--trail"_s,
                          recorded(u"cap-role-missing.json"_s),
                          u"--assignments"_s,
                          file})
                         .json());
    };
    QCOMPARE(ids(R"([{"userName":"bob","origin":"sap.default","roleCollections":[]}])").value(0),
             u"role-collection-not-assigned"_s);
    QCOMPARE(
        ids(R"([{"userName":"bob","origin":"sap.default","roleCollections":["Admins"]}])").value(0),
        u"assigned-after-login"_s);
    QCOMPARE(ids(R"([{"userName":"bob","origin":"sap.default","roleCollections":[]},)"
                 R"({"userName":"bob","origin":"ias","roleCollections":["Admins"]}])")
                 .value(0),
             u"assigned-to-other-origin"_s);
}

// Of an entity CAP answers nothing but "Forbidden".
void TestDiagnoseCommands::theModelNamesTheRoleThatTheAnswerDoesNot()
{
    write(u"shop/package.json"_s, R"({"dependencies":{"@sap/cds":"^9"}})");
    write(
        u"shop/gen/csn.json"_s,
        R"({"definitions":{"CustomerService":{"kind":"service","@path":"customer"},)"
        R"("CustomerService.Approval":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}},)"
        R"("@restrict":[{"grant":"READ","to":"admin"}]}}})");
    const auto file = write(
        u"assigned.json"_s,
        R"({"users":[{"userName":"dave","origin":"sap.default","roleCollections":[]}],)"
        R"("roleCollections":[{"name":"Admins","roleReferences":[{"roleTemplateAppId":"a!t1",)"
        R"("roleTemplateName":"admin","name":"admin"}]}]})");
    QStringList words{u"diagnose"_s,
                      u"--json"_s,
                      u"--trail"_s,
                      recorded(u"sample-role-missing.json"_s),
                      u"--assignments"_s,
                      file};
    QCOMPARE(idsOf(run(words).json()).value(0), u"role-missing"_s);
    words << u"--project"_s << m_folder.filePath(u"shop"_s);
    const auto answer = run(words).json();
    QCOMPARE(idsOf(answer).value(0), u"role-collection-not-assigned"_s);
    const auto &assignment = answer[u"findings"].elements().front()[u"fix"][u"assignment"];
    QCOMPARE(assignment[u"roleCollection"].toString(), u"Admins"_s);
    QCOMPARE(assignment[u"user"].toString(), u"dave"_s);

    // Where a CSRF token was wanted no role is missing, whatever the model would let in.
    QFile trail(recorded(u"sample-role-missing.json"_s));
    QVERIFY(trail.open(QIODevice::ReadOnly));
    auto source = trail.readAll();
    const auto headers = source.indexOf("\"headers\"", source.indexOf("\"response\""));
    QVERIFY(headers > 0);
    source.insert(source.indexOf('[', headers) + 1,
                  R"({"name":"x-csrf-token","value":"Required"},)");
    words[words.indexOf(u"--trail"_s) + 1] = write(u"csrf.json"_s, source);
    const auto ids = idsOf(run(words).json());
    QVERIFY2(!ids.contains(u"role-collection-not-assigned"_s), qPrintable(ids.join(u' ')));
    QVERIFY2(!ids.isEmpty(), "the refusal still has a cause");
}

// A passport user's roles are lost inside the service; the assignment is as it should be.
void TestDiagnoseCommands::anAssignmentThatTheTokenShowsIsNotTheCause()
{
    const auto file = write(
        u"assigned.json"_s,
        R"({"users":[{"userName":"alice","origin":"sap.default","roleCollections":["Admins"]}],)"
        R"("roleCollections":[{"name":"Admins","roleReferences":[{"roleTemplateAppId":"a!t1",)"
        R"("roleTemplateName":"admin","name":"admin"}]}]})");
    const auto ids = idsOf(run({u"diagnose"_s,
                                u"--json"_s,
                                u"--trail"_s,
                                recorded(u"cds9-Q6-call.json"_s),
                                u"--assignments"_s,
                                file})
                               .json());
    QCOMPARE(ids.value(0), u"passport-user-without-roles"_s);
    QVERIFY(!ids.contains(u"assigned-after-login"_s));
}

void TestDiagnoseCommands::theListHoldsEveryFinding()
{
    const auto list = run({u"diagnose"_s, u"--list"_s, u"--json"_s}).json();
    QVERIFY(list.size() > 110);
    for (const auto &entry : list.elements()) {
        QVERIFY(!entry[u"id"].toString().isEmpty());
        QVERIFY(!entry[u"title"].toString().isEmpty());
        QVERIFY(QStringList({u"error"_s, u"warning"_s, u"hint"_s})
                    .contains(entry[u"severity"].toString()));
    }
}

void TestDiagnoseCommands::withoutEvidenceItIsUsage()
{
    QCOMPARE(run({u"diagnose"_s}).exitCode, 2);
    QCOMPARE(run({u"diagnose"_s, u"--status"_s, u"teapot"_s}).exitCode, 2);
}

void TestDiagnoseCommands::brokenTrailsAreUnreadableWithTheirPlace()
{
    const auto file = write(u"broken.json"_s, "{\"trails\":[\n  {\"hops\":[{\"id\":\"h1\"}]}]}");
    const auto result = run({u"diagnose"_s, u"--trail"_s, file});
    QCOMPARE(result.exitCode, 3);
    QVERIFY2(result.errors.contains("broken.json:2:3"), result.errors.constData());
    QCOMPARE(run({u"diagnose"_s, u"--trail"_s, u"nowhere.json"_s}).exitCode, 3);
    QCOMPARE(run({u"diagnose"_s, u"--trail"_s, u"-"_s}, "{").exitCode, 3);
}

void TestDiagnoseCommands::exportsComeInEveryFormat()
{
    const QList<std::pair<QString, QByteArray>> formats{{u"mermaid"_s, "sequenceDiagram"},
                                                        {u"svg"_s, "<svg "},
                                                        {u"markdown"_s, "# GET /ext/"},
                                                        {u"har"_s, "{"},
                                                        {u"json"_s, "{"}};
    for (const auto &[format, begin] : formats) {
        const auto result = run(
            {u"trail"_s, u"export"_s, recorded(u"sample-lost-ext.json"_s), u"--format"_s, format});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.startsWith(begin), qPrintable(format));
    }
}

void TestDiagnoseCommands::anExportIsATrailAgain()
{
    const auto first =
        run({u"trail"_s, u"export"_s, recorded(u"sample-lost-ext.json"_s), u"--format=json"_s});
    const auto second = run({u"trail"_s, u"export"_s, u"--format=json"_s, u"-"_s}, first.out);
    QCOMPARE(second.out, first.out);
    const auto judged = run({u"diagnose"_s, u"--json"_s, u"--trail"_s, u"-"_s}, first.out);
    QVERIFY(idsOf(judged.json()).contains(u"user-token-absent"_s));
}

void TestDiagnoseCommands::unknownFormatsAreUsage()
{
    QCOMPARE(run({u"trail"_s, u"export"_s, u"-"_s, u"--format"_s, u"pdf"_s}).exitCode, 2);
    QCOMPARE(run({u"trail"_s, u"export"_s, u"-"_s}).exitCode, 2);
}

} // namespace tokentrail

QTEST_GUILESS_MAIN(tokentrail::TestDiagnoseCommands)
#include "tst_diagnosecommands.moc"
