// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/env.h"
#include "core/cap/envmask.h"
#include "tests/core/cap/envcases.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

const char *const asPeopleWriteIt = "'use strict'\n"
                                    "// what we need\n"
                                    "module.exports = {\n"
                                    "  requires: {\n"
                                    "    auth: 'dummy', /* not in production */\n"
                                    "  },\n"
                                    "  n: -1.5,\n"
                                    "  'l': ['it\\'s', null,],\n"
                                    "}\n";

} // namespace

class TestEnv : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &text)
    {
        const auto path = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    cap::EnvInput input(int version = 10) const
    {
        cap::EnvInput input;
        input.projectDir = m_folder.path();
        input.home = m_folder.filePath(u"home"_s);
        input.cdsVersion = version;
        return input;
    }

    // The expected members of an object; cds env prints more of them than were recorded.
    static Json restrictedTo(const Json &value, const Json &pattern)
    {
        if (!pattern.isObject() || !value.isObject())
            return value;
        auto result = Json::object();
        for (const auto &member : pattern.members()) {
            if (const auto *found = value.find(member.name))
                result.set(member.name, *found);
        }
        return result;
    }

    static void compare(const cap::EffectiveEnv &env, const QString &key, const Json &expected)
    {
        const auto value = env.value(key);
        QVERIFY2(value, qPrintable(key + u" is undefined"_s));
        const auto shown = restrictedTo(*value, expected);
        const QByteArray difference =
            key.toUtf8() + ": got " + shown.toCompact() + "\nwanted " + expected.toCompact();
        QVERIFY2(shown == expected, difference.constData());
    }

    // The names that cds env --sources has for what was read, in ours.
    static QString shownSource(QString name)
    {
        if (name.startsWith("$CDS/"_L1))
            return u"the defaults of cds"_s;
        if (name.startsWith("$CDS-fiori/"_L1))
            return u"@sap/cds-fiori"_s;
        return name.replace(u"$HOME"_s, u"~"_s).remove(u"$PROJECT/"_s);
    }

private Q_SLOTS:
    void init()
    {
        for (const auto &name :
             QDir(m_folder.path())
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            const QFileInfo info(m_folder.filePath(name));
            QVERIFY(info.isDir() ? QDir(info.filePath()).removeRecursively()
                                 : QFile::remove(info.filePath()));
        }
    }

    void printsWhatCdsPrints_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("version");
        const auto names = envcases::names();
        QVERIFY(names.size() >= 100);
        for (const auto &name : names) {
            for (const int version : {9, 10})
                QTest::addRow("%s cds %d", qPrintable(name), version) << name << version;
        }
    }

    void printsWhatCdsPrints()
    {
        QFETCH(QString, name);
        QFETCH(int, version);
        const auto entry = envcases::load(name);
        const auto expected = envcases::expected(entry, version);
        QVERIFY(expected.isObject());
        const auto input = envcases::input(name, entry, version);
        const auto env = cap::effectiveEnv(input);
        if (expected[u"exitCode"].toInteger() != 0) {
            QVERIFY(!env);
            QVERIFY(!env.error().sentence.isEmpty());
            QVERIFY(env.error().place);
            return;
        }
        QVERIFY2(env, env ? "" : qPrintable(env.error().toString()));
        QCOMPARE(env->profiles, expected[u"profiles"].toStringList());
        QStringList sources;
        for (const auto &source : expected[u"sources"].toStringList())
            sources << shownSource(source);
        auto loaded = env->loadedNames();
        for (auto &source : loaded)
            source.remove(input.projectDir + u'/'); // where a variable named the whole path
        QCOMPARE(loaded, sources);
        if (expected[u"told"].toBool())
            QVERIFY(!env->problems.empty());

        auto services = *env->value(u"requires"_s);
        for (const auto &unrecorded : {u"middlewares"_s, u"queue"_s, u"scheduling"_s})
            services.remove(unrecorded);
        auto wanted = expected[u"requires"].toCompact();
        wanted.replace("$PROJECT", input.projectDir.toUtf8());
        QCOMPARE(services.toCompact(), text::parseJson(wanted)->toCompact()); // in order, too
        for (const auto &key : {u"production"_s, u"features"_s, u"server"_s, u"log"_s})
            compare(*env, key, expected[key]);
        for (const auto &key : entry[u"pick"].toStringList())
            compare(*env, key, expected[key]);
        for (const auto &member : expected[u"processEnv"].members())
            QCOMPARE(env->value(u"process.env."_s + member.name).value_or(Json()), member.value);
    }

    void seesWhatTheRunningServiceSees_data() { printsWhatCdsPrints_data(); }

    void seesWhatTheRunningServiceSees()
    {
        QFETCH(QString, name);
        QFETCH(int, version);
        const auto entry = envcases::load(name);
        const auto expected = envcases::expected(entry, version);
        if (!expected[u"runtime"].isObject())
            return; // recorded for a part of the cases only
        auto input = envcases::input(name, entry, version);
        input.commandLine = false;
        const auto env = cap::effectiveEnv(input);
        QVERIFY(env);
        QCOMPARE(*env->value(u"production"_s), expected[u"runtime"][u"production"]);
        QCOMPARE(*env->value(u"log.format"_s), expected[u"runtime"][u"logFormat"]);
    }

    void tellsWhatOnlyJavaScriptCouldTell_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("computed") << QByteArray(
            "module.exports = { requires: { auth: process.env.KIND } }");
        QTest::newRow("spread") << QByteArray("module.exports = { ...require('./other') }");
        QTest::newRow("more follows")
            << QByteArray("module.exports = { a: 1 }\nmodule.exports.requires = { auth: 'dummy' }");
        QTest::newRow("called at once")
            << QByteArray("module.exports = function () { return { a: 1 } }()");
        QTest::newRow("behind a function")
            << QByteArray("module.exports = () => {}; module.exports.requires = { auth: 'dummy' }");
        QTest::newRow("behind a function without a semicolon") << QByteArray(
            "module.exports = () => ({})\nmodule.exports.requires = { auth: 'dummy' }");
        QTest::newRow("behind a comma")
            << QByteArray("module.exports = x => x, module.exports.a = 1");
        QTest::newRow("behind a class")
            << QByteArray("module.exports = class A {}\nmodule.exports.a = 1");
        QTest::newRow("escape") << QByteArray("module.exports = { a: '\\u0041' }");
        QTest::newRow("template") << QByteArray("module.exports = { a: `x${1}` }");
        QTest::newRow("sum") << QByteArray("module.exports = { a: 1 + 1 }");
        QTest::newRow("other module system") << QByteArray("export default { a: 1 }");
        QTest::newRow("not closed") << QByteArray("module.exports = { a: [1, ");
        QTest::newRow("empty") << QByteArray("");
    }

    void tellsWhatOnlyJavaScriptCouldTell()
    {
        QFETCH(QByteArray, text);
        write(u".cdsrc.js"_s, text);
        const auto env = cap::effectiveEnv(input());
        QVERIFY(env);
        QCOMPARE(env->problems.size(), size_t(1));
        QCOMPARE(env->problems[0].code, ErrorCode::Unsupported);
        QVERIFY(env->problems[0].sentence.contains(u".cdsrc.js"_s));
        QCOMPARE(env->value(u"requires.auth.kind"_s)->toString(), u"mocked"_s);
        QVERIFY(!env->value(u"a"_s));
    }

    void functionsAreNotCalled_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("arrow") << QByteArray("module.exports = () => ({ a: 1 })");
        QTest::newRow("one parameter") << QByteArray("module.exports = x => ({ a: 1 })");
        QTest::newRow("async") << QByteArray("module.exports = async (a, b) => ({ a: 1 })");
        QTest::newRow("async of one") << QByteArray("module.exports = async a => { a };;");
        QTest::newRow("expression") << QByteArray(
            "module.exports = () => new Map(a[1]) instanceof require('./b')(2) ? 'c' : { d: 1 };");
        QTest::newRow("async function")
            << QByteArray("module.exports = async function* name(a = {}) {} // the end");
        QTest::newRow("class") << QByteArray("module.exports = class extends Other { a = 1 }");
        QTest::newRow("function") << QByteArray("module.exports = function () { return { a: 1 } }");
    }

    void functionsAreNotCalled()
    {
        QFETCH(QByteArray, text);
        write(u".cdsrc.js"_s, text);
        const auto env = cap::effectiveEnv(input());
        QVERIFY(env);
        QVERIFY(env->problems.empty());
        QVERIFY(env->loadedNames().contains(u".cdsrc.js"_s));
        QVERIFY(!env->value(u"a"_s));
    }

    void readsJavaScriptThatIsPlainData_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("JSON") << QByteArray(
            "module.exports =\n  "
            "{\"requires\":{\"auth\":\"dummy\"},\"n\":-1.5,\"l\":[\"it's\",null]};\n");
        QTest::newRow("as people write it") << QByteArray(asPeopleWriteIt);
        QTest::newRow("wrapped") << QByteArray(
            "module.exports = {cds:{requires:{auth:`dummy`},n:-1.5,l:['it\\'s',null]}}");
    }

    void readsJavaScriptThatIsPlainData()
    {
        QFETCH(QByteArray, text);
        write(u".cdsrc.js"_s, text);
        const auto env = cap::effectiveEnv(input());
        QVERIFY(env);
        QVERIFY(env->problems.empty());
        QCOMPARE(env->value(u"requires.auth.kind"_s)->toString(), u"dummy"_s);
        QCOMPARE(env->value(u"l"_s)->toCompact(), QByteArray("[\"it's\",null]"));
        QCOMPARE(env->value(u"n"_s)->toDouble(), -1.5);
        QCOMPARE(env->place(u"requires.auth.kind"_s).value_or(Place{}).file,
                 m_folder.filePath(u".cdsrc.js"_s)); // the preset's kind, which this file named
    }

    void aHomeThatAVariableNamesIsCalledByItsName()
    {
        write(u"elsewhere/.cdsrc.json"_s, R"({"a":1})");
        auto in = input();
        in.environment.set(u"CDS_USER_HOME"_s, m_folder.filePath(u"elsewhere"_s));
        QVERIFY(cap::effectiveEnv(in)->loadedNames().contains(u"elsewhere/.cdsrc.json"_s));
        in.projectDir = m_folder.filePath(u"project"_s);
        QVERIFY(QDir().mkpath(in.projectDir));
        QVERIFY(cap::effectiveEnv(in)->loadedNames().contains(
            m_folder.filePath(u"elsewhere/.cdsrc.json"_s)));
    }

    void everyValueKnowsWhereItWasWritten()
    {
        write(u"package.json"_s,
              "{\n  \"cds\": {\n    \"requires\": {\n      \"auth\": {\n        \"x\": 1\n      "
              "}\n    }\n  }\n}\n");
        write(u".cdsrc.yaml"_s, "requires:\n  auth:\n    \"[development]\":\n      y: 2\n");
        write(u".env"_s, "# comment\ncds.requires.auth.z=3\n");
        const auto env = cap::effectiveEnv(input());
        QVERIFY(env);
        QCOMPARE(*env->place(u"requires.auth.x"_s),
                 (Place{m_folder.filePath(u"package.json"_s), 5, 14}));
        QCOMPARE(*env->place(u"requires.auth.y"_s),
                 (Place{m_folder.filePath(u".cdsrc.yaml"_s), 4, 10}));
        QCOMPARE(*env->place(u"requires.auth.z"_s), (Place{m_folder.filePath(u".env"_s), 2, 1}));
        QVERIFY(!env->place(u"requires.auth.users.alice"_s)); // a default
    }

    void theKindIsThatOfTheLineThatNamesIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("kind") << QByteArray(R"({"cds":{"requires":{"auth":{"kind":"jwt-auth"}}}})")
                              << 36;
        QTest::newRow("short") << QByteArray(R"({"cds":{"requires":{"auth":"jwt"}}})") << 28;
    }

    void theKindIsThatOfTheLineThatNamesIt()
    {
        QFETCH(QByteArray, text);
        write(u"package.json"_s, text);
        const auto env = cap::effectiveEnv(input());
        QCOMPARE(env->value(u"requires.auth.kind"_s)->toString(), u"jwt"_s);
        QTEST(env->place(u"requires.auth.kind"_s).value_or(Place{}).column, "column");
    }

    void stopsWhereCdsStops_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("package.json") << u"package.json"_s << QByteArray("{\n \"a\": 1,\n}") << 2;
        QTest::newRow(".cdsrc.json") << u".cdsrc.json"_s << QByteArray("{\n// no\n}") << 2;
        QTest::newRow(".cdsrc.yaml") << u".cdsrc.yaml"_s << QByteArray("a: 1\na: 2\n") << 2;
        QTest::newRow("default-env.json") << u"default-env.json"_s << QByteArray("{\"a\":}") << 1;
        QTest::newRow("package.json is null") << u"package.json"_s << QByteArray("null") << 1;
        QTest::newRow(".cdsrc.json is null") << u".cdsrc.json"_s << QByteArray("null") << 1;
        QTest::newRow("null block")
            << u".cdsrc.json"_s << QByteArray("{\"[development]\": null}") << 1;
    }

    void stopsWhereCdsStops()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        write(file, text);
        const auto env = cap::effectiveEnv(input());
        QVERIFY(!env);
        QCOMPARE(env.error().place->file, m_folder.filePath(file));
        QCOMPARE(env.error().place->line, line);
    }

    void linksOutOfTheProjectAreToldAndNotFollowed_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto *file :
             {".cdsrc.json", ".cdsrc.yaml", ".cdsrc-private.json", "package.json", ".env"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void linksOutOfTheProjectAreToldAndNotFollowed()
    {
        QFETCH(QString, file);
        QTemporaryDir elsewhere;
        QFile outside(elsewhere.filePath(u"outside"_s));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        outside.write(R"({"cds":{"requires":{"auth":"jwt"}},"cds.requires.auth":"jwt"})");
        outside.close();
        QVERIFY(QFile::link(outside.fileName(), m_folder.filePath(file)));
        const auto env = cap::effectiveEnv(input());
        QFile::remove(m_folder.filePath(file));
        QVERIFY(env);
        QCOMPARE(env->value(u"requires.auth.kind"_s)->toString(), u"mocked"_s);
        QCOMPARE(env->problems.size(), size_t(1));
        QCOMPARE(env->problems.front().place->file, m_folder.filePath(file));
        QVERIFY(env->problems.front().sentence.contains(u"not followed"));
    }

    void refusesWhatStopsCds_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("below a number") << u"cds_x"_s << u"5"_s;
        QTest::newRow("config is a number") << u"CDS_CONFIG"_s << u"7"_s;
        QTest::newRow("config is nowhere") << u"CDS_CONFIG"_s << u"no/such/file.json"_s;
        QTest::newRow("bindings are nowhere") << u"VCAP_SERVICES_FILE_PATH"_s << u"/no/such"_s;
        QTest::newRow("list is none") << u"VCAP_SERVICES"_s << uR"({"xsuaa":{}})"_s;
    }

    void refusesWhatStopsCds()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        write(u"package.json"_s, R"({"cds":{"requires":{"auth":"xsuaa"}}})");
        auto in = input();
        in.environment.set(variable, value);
        if (variable == u"cds_x"_s)
            in.environment.set(u"cds_x_y"_s, u"1"_s);
        QVERIFY(!cap::effectiveEnv(in));
    }

    void presetsInACircleAreTold()
    {
        write(
            u"package.json"_s,
            R"({"cds":{"requires":{"kinds":{"a":{"kind":"b"},"b":{"kind":"a"}},"x":{"kind":"a"}}}})");
        const auto env = cap::effectiveEnv(input());
        QVERIFY(!env);
        QVERIFY(env.error().sentence.contains(u"circle"_s));
    }

    void arrayElementsThatVariablesSet()
    {
        auto in = input(9);
        in.environment.set(u"cds_requires_auth_users_alice_roles_0"_s, u"boss"_s);
        QCOMPARE(cap::effectiveEnv(in)->value(u"requires.auth.users.alice.roles"_s)->toCompact(),
                 QByteArray(R"(["boss"])"));
        in.cdsVersion = 10;
        QCOMPARE(cap::effectiveEnv(in)->value(u"requires.auth.users.alice.roles"_s)->toCompact(),
                 QByteArray(R"({"0":"boss"})"));
    }

    // As cds env printed it. An array is an object in JavaScript: 9 keeps one and adds names to it.
    void anObjectOverAnArray()
    {
        write(u"home/.cdsrc.json"_s, R"({"requires":{"auth":["mocked"]}})");
        write(u"package.json"_s,
              R"({"cds":{"requires":{"auth":{"kind":"mocked","users":{"carol":true}},
                 "[test]":{"auth":"basic"}}}})");
        auto in = input(9);
        in.arguments = {u"--profile"_s, u"test"_s};
        const QByteArray of9 =
            R"({"0":"mocked","kind":"basic","users":{"carol":true},"tenants":{}})";
        QCOMPARE(cap::effectiveEnv(in)->value(u"requires.auth"_s)->toCompact(), of9);
        in.cdsVersion = 10;
        const QByteArray of10 = R"({"kind":"basic","users":{"carol":true},"tenants":{}})";
        QCOMPARE(cap::effectiveEnv(in)->value(u"requires.auth"_s)->toCompact(), of10);
    }

    // Expectations of these: what cds env printed, 9.9.3 and 10.1.1 alike.
    void oldNamesArriveWhereTheyMean()
    {
        write(
            u"package.json"_s,
            R"({"cds":{"data":{"model":"x","url":"db.sqlite"},"service":{"model":"s"},"sql_mapping":"quoted"}})");
        for (const int version : {9, 10}) {
            const auto env = cap::effectiveEnv(input(version));
            QVERIFY(env);
            QCOMPARE(env->value(u"requires.db"_s)->toCompact(),
                     QByteArray(R"({"model":"x","credentials":{"database":"db.sqlite"}})"));
            QCOMPARE(env->value(u"folders.db"_s)->toString(), u"x"_s);
            QCOMPARE(env->value(u"folders.srv"_s)->toString(), u"s"_s);
            QCOMPARE(env->value(u"sql.names"_s)->toString(), u"quoted"_s);
            QVERIFY(!env->value({})->contains(u"data"));
        }
    }

    void oldSwitchesArriveWhereTheyMean()
    {
        write(u"package.json"_s,
              R"({"cds":{"features":{"[development]":{"fiori_preview":true},"fiori_routes":{"a":1},
                 "string_decimals":false,"ieee754compatible":true},"hana":{"syntax":"hdi"}}})");
        for (const int version : {9, 10}) {
            const auto env = cap::effectiveEnv(input(version));
            QVERIFY(env);
            QCOMPARE(*env->value(u"fiori.preview"_s), Json(true));
            QCOMPARE(env->value(u"fiori.routes"_s)->toCompact(), QByteArray("{\"a\":1}"));
            QVERIFY(!env->value(u"features.fiori_preview"_s));
            QCOMPARE(*env->value(u"features.string_decimals"_s), Json(version == 9));
            QCOMPARE(env->value(u"hana.deploy-format"_s)->toString(), u"hdbtable"_s);
            QVERIFY(!env->value(u"hana.syntax"_s));
        }
        write(u"package.json"_s, R"({"cds":{"features":{"string_decimals":true}}})");
        QVERIFY(!cap::effectiveEnv(input(9))->value(u"features.string_decimals"_s));
    }

    void profilesAsATextArePrinted()
    {
        write(u"package.json"_s, R"({"cds":{"profiles":"qa","[qa]":{"foo":1},"[q]":{"bar":1}}})");
        const auto env = cap::effectiveEnv(input());
        QVERIFY(env);
        QCOMPARE(env->value({})->find(u"profiles")->toString(), u"qa"_s);
        QVERIFY(!env->value(u"foo"_s));
        QCOMPARE(env->value(u"bar"_s)->toInteger(), 1);
        write(u"package.json"_s, R"({"cds":{"profiles":["qa"],"[qa]":{"foo":1}}})");
        const auto list = cap::effectiveEnv(input());
        QVERIFY(!list->value({})->contains(u"profiles"));
        QCOMPARE(list->value(u"profiles"_s)->toCompact(), QByteArray(R"(["qa","development"])"));
    }

    void nullBesideEmulatedBindingsStopsCds()
    {
        write(u"package.json"_s,
              R"({"cds":{"features":{"emulate_vcap_services":true},"requires":{"auth":null}}})");
        QVERIFY(!cap::effectiveEnv(input()));
        write(u"package.json"_s, R"({"cds":{"requires":{"auth":null}}})");
        QVERIFY(cap::effectiveEnv(input()));
    }

    void appIdIsThereWithoutServices()
    {
        write(u"package.json"_s, R"({"cds":{"requires":false}})");
        const auto env = cap::effectiveEnv(input());
        QVERIFY(env);
        QVERIFY(env->value({})->contains(u"appid"));
    }

    void requiresAsATextStopsCds()
    {
        write(u"package.json"_s, R"({"cds":{"requires":"odata"}})");
        const auto env = cap::effectiveEnv(input());
        QVERIFY(!env);
        QCOMPARE(env.error().place->line, 1);
    }

    void findsTheVersionThatTheProjectUses()
    {
        QCOMPARE(cap::cdsVersionOf(m_folder.path()), 0);
        write(u"package.json"_s, R"({"dependencies":{"@sap/cds":"^9.2"}})");
        QCOMPARE(cap::cdsVersionOf(m_folder.path()), 9);
        write(u"node_modules/@sap/cds/package.json"_s, R"({"version":"8.1.0"})");
        QCOMPARE(cap::cdsVersionOf(m_folder.path()), 8);
    }

    void readsTheRangeOfVersions_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("version");
        QTest::newRow("caret") << u"^9.2"_s << 9;
        QTest::newRow("exact") << u"10.1.1"_s << 10;
        QTest::newRow("from") << u">=8"_s << 0; // whatever is newest
        QTest::newRow("any") << u"*"_s << 0;
        QTest::newRow("latest") << u"latest"_s << 0;
        QTest::newRow("either") << u"^8 || ^9"_s << 9;
        QTest::newRow("or newer") << u"^8 || >=9"_s << 0;
        QTest::newRow("below") << u">=8 <10"_s << 9;
        QTest::newRow("up to") << u">=8.1 <=10.9"_s << 10;
        QTest::newRow("hyphen") << u"7.0.0 - 9.4.0"_s << 9;
        QTest::newRow("digit that matters not") << u"~9.8.10"_s << 9;
        QTest::newRow("x") << u"9.x"_s << 9;
    }

    void readsTheRangeOfVersions()
    {
        QFETCH(QString, range);
        const auto package =
            Json::object({{u"dependencies"_s, Json::object({{u"@sap/cds"_s, Json(range)}})}});
        write(u"package.json"_s, package.toCompact());
        QTEST(cap::cdsVersionOf(m_folder.path()), "version");
    }

    void secretsAreMasked()
    {
        const auto value = text::parseJson(
            R"({"credentials":{"clientid":"c","clientsecret":"s3cret"},"users":{"a":"s3cret","b":{"password":"s3cret","roles":["r"]},"n":{"password":5}}})");
        const auto shown = cap::maskedConfig(*value, u"requires.auth"_s).toCompact();
        QVERIFY(!shown.contains("s3cret"));
        QVERIFY(!shown.contains('5'));
        QVERIFY(shown.contains(R"("clientid":"c")"));
        QVERIFY(shown.contains(R"("roles":["r"])"));
        QVERIFY(!cap::maskedConfig(Json(u"s3cret"_s), u"requires.auth.users.a.password"_s)
                     .toCompact()
                     .contains("s3cret"));
    }
};

QTEST_GUILESS_MAIN(TestEnv)
#include "tst_env.moc"
