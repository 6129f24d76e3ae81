// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envmask.h"
#include "core/cap/mockuseredit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestMockUserEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row =
            [](const char *name, const char *file, const char *before, const char *after) {
                QTest::newRow(name)
                    << QString::fromUtf8(file) << QByteArray(before) << QByteArray(after);
            };
        row("new file",
            ".cdsrc.json",
            "",
            "{\n  \"requires\": {\n    \"auth\": {\n      \"users\": {\n        \"zoe\": {\n"
            "          \"roles\": [\"admin\"]\n        }\n      }\n    }\n  }\n}\n");
        row("package.json wants cds around it",
            "package.json",
            "{\"name\":\"x\"}",
            "{\"name\":\"x\",\"cds\":{\"requires\":{\"auth\":{\"users\":{\"zoe\":{\"roles\":["
            "\"admin\"]}}}}}}");
        row("a kind makes room",
            ".cdsrc.json",
            "{\"requires\": {\"auth\": \"mocked\"}}",
            "{\"requires\": {\"auth\": {\"kind\": \"mocked\", \"users\": {\"zoe\": {\"roles\": "
            "[\"admin\"]}}}}}");
        row("roles are replaced",
            ".cdsrc.json",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"password\": \"p\", \"roles\": [ "
            "\"a\" ]}}}}}",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"password\": \"p\", \"roles\": "
            "[ \"admin\" ]}}}}}");
        row("a text was the password",
            ".cdsrc.json",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": \"p\"}}}}",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"roles\": [\"admin\"], "
            "\"password\": \"p\"}}}}}");
        row("true becomes a user",
            ".cdsrc.json",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": true}}}}",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"roles\": [\"admin\"]}}}}}");
        row("wrapped in cds",
            ".cdsrc.json",
            "{\"cds\": {\"requires\": {\"auth\": {\"kind\": \"basic\"}}}}",
            "{\"cds\": {\"requires\": {\"auth\": {\"kind\": \"basic\", \"users\": {\"zoe\": "
            "{\"roles\": [\"admin\"]}}}}}}");
        row("in a profile block",
            ".cdsrc.json",
            "{\"requires\": {\"[development]\": {\"auth\": {\"users\": {\"zoe\": {}}}}}}",
            "{\"requires\": {\"[development]\": {\"auth\": {\"users\": {\"zoe\": {\"roles\": "
            "[\"admin\"]}}}}}}");
        row("YAML: new file",
            ".cdsrc.yaml",
            "# mine\n",
            "# mine\nrequires: {\"auth\": {\"users\": {\"zoe\": {\"roles\": [\"admin\"]}}}}\n");
        row("YAML: beside another",
            ".cdsrc.yaml",
            "requires:\n  auth:\n    users: # who\n      al: # c\n        roles: [a] # d\n    "
            "kind: mocked\n",
            "requires:\n  auth:\n    users: # who\n      al: # c\n        roles: [a] # d\n      "
            "zoe: {\"roles\": [\"admin\"]}\n    kind: mocked\n");
        row("YAML: other roles",
            ".cdsrc.yaml",
            "requires:\n  auth:\n    users:\n      zoe:\n        roles:\n          - a\n          "
            "- b\n        tenant: t1 # x\n",
            "requires:\n  auth:\n    users:\n      zoe:\n        roles: [\"admin\"]\n        "
            "tenant: t1 # x\n");
        row("YAML: Windows",
            ".cdsrc.yaml",
            "requires:\r\n  auth:\r\n    users:\r\n      al: true\r\n",
            "requires:\r\n  auth:\r\n    users:\r\n      al: true\r\n      zoe: {\"roles\": "
            "[\"admin\"]}\r\n");
        row("already so",
            ".cdsrc.json",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"roles\":[\"admin\"]}}}}}",
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"roles\":[\"admin\"]}}}}}");
    }

    void changes()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const cap::MockUserChange change{u"zoe"_s, {}, QStringList{u"admin"_s}, {}, {}};
        const auto changed = cap::withMockUser({before, file}, change);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().toString()));
        QCOMPARE(*changed, after);
    }

    void setsEveryProperty()
    {
        const QByteArray before = "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"x\": 1}}}}}";
        cap::MockUserChange change{u"zoe"_s, Secret("pw"_ba), QStringList{}, {}, u"t1"_s};
        change.attributes = {{u"country"_s, {u"DE"_s, u"FR"_s}}};
        const auto changed = cap::withMockUser({before, u".cdsrc.json"_s}, change).value();
        QCOMPARE(
            changed,
            QByteArray(
                "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"x\": 1, \"password\": \"pw\", "
                "\"roles\": [], \"attr\": {\"country\": [\"DE\", \"FR\"]}, \"tenant\": "
                "\"t1\"}}}}}"));
        cap::MockUserChange back{u"zoe"_s, Secret(QByteArray()), {}, {}, QString(u""_s)};
        const auto without = cap::withMockUser({changed, u".cdsrc.json"_s}, back).value();
        QVERIFY(!without.contains("password"));
        QVERIFY(!without.contains("tenant"));
    }

    void removes()
    {
        const QByteArray text = "{\n  \"requires\": {\n    \"auth\": {\n      \"users\": {\n"
                                "        \"a\": {},\n        \"zoe\": {}\n      }\n    }\n  }\n}\n";
        const auto changed = cap::withoutMockUser({text, u".cdsrc.json"_s}, u"zoe"_s).value();
        auto expected = text;
        expected.replace(",\n        \"zoe\": {}", "");
        QCOMPARE(changed, expected);
        const auto none = cap::withoutMockUser({text, u".cdsrc.json"_s}, u"alice"_s);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
    }

    void removesFromYaml()
    {
        const QByteArray text =
            "requires:\n  auth:\n    users:\n      zoe: # z\n        roles: [a]\n      al: {}\n";
        QCOMPARE(cap::withoutMockUser({text, u".cdsrc.yaml"_s}, u"zoe"_s).value(),
                 QByteArray("requires:\n  auth:\n    users:\n      al: {}\n"));
        QCOMPARE(cap::withoutMockUser(
                     {"requires:\n  auth:\n    users:\n      zoe: {}\nb: 1\n", u".cdsrc.yaml"_s},
                     u"zoe"_s)
                     .value(),
                 QByteArray("requires:\n  auth:\n    users: {}\nb: 1\n"));
    }

    void editsTheEntryThatCounts_data()
    {
        QTest::addColumn<QStringList>("profiles");
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("no profile is known: the first") << QStringList() << "\"p\""_ba;
        QTest::newRow("a block that is on") << QStringList{u"test"_s} << "[test]"_ba;
        QTest::newRow("of two the earlier profile")
            << QStringList{u"hybrid"_s, u"test"_s} << "[hybrid]"_ba;
        QTest::newRow("none is on") << QStringList{u"development"_s} << "\"p\""_ba;
        QTest::newRow("with production the later in the document")
            << QStringList{u"test"_s, u"hybrid"_s, u"production"_s} << "[hybrid]"_ba;
    }

    void editsTheEntryThatCounts()
    {
        QFETCH(QStringList, profiles);
        QFETCH(QByteArray, block);
        const QByteArray before =
            "{\"requires\": {\"auth\": {\"users\": {\"zoe\": {\"password\": \"p\"}}},\n"
            "\"[test]\": {\"auth\": {\"users\": {\"zoe\": {\"password\": \"t\"}}}},\n"
            "\"[hybrid]\": {\"auth\": {\"users\": {\"zoe\": {\"password\": \"h\"}}}}}}";
        const cap::MockUserChange change{u"zoe"_s, Secret("new"_ba), {}, {}, {}};
        const auto after = cap::withMockUser({before, u".cdsrc.json"_s, profiles}, change).value();
        const auto changedFrom = block == "\"p\"" ? "\"p\"" : block == "[test]" ? "\"t\"" : "\"h\"";
        auto expected = before;
        QCOMPARE(after, expected.replace(changedFrom, "\"new\""));
    }

    void aBlockThatIsOffTakesNoUser()
    {
        const QByteArray before = R"({"requires": {"[production]": {"auth": "jwt"}}})";
        const cap::MockUserChange change{u"zoe"_s, {}, QStringList{}, {}, {}};
        QCOMPARE(
            cap::withMockUser({before, u".cdsrc.json"_s, {u"development"_s}}, change).value(),
            R"({"requires": {"[production]": {"auth": "jwt"}, "auth": {"users": {"zoe": {"roles": []}}}}})"_ba);
    }

    void changesIdFeaturesAttributesAndName()
    {
        const QByteArray before =
            R"({"requires": {"auth": {"users": {"al": 1, "zoe": {"ID": "Z", "userAttributes": {"level": ["1"]}, "attr": {"a": ["x"], "b": 1e0}, "features": ["f"]}, "me": {}}}}})";
        cap::MockUserChange change{u"zoe"_s, {}, {}, {{u"level"_s, {u"2"_s}}}, {}};
        change.id = u"ZZ"_s;
        change.features = text::Json(u"*"_s);
        change.attributesGone = QStringList{u"a"_s};
        change.newLogin = u"zora"_s;
        QCOMPARE(
            cap::withMockUser({before, u".cdsrc.json"_s}, change).value(),
            R"({"requires": {"auth": {"users": {"al": 1, "zora": {"ID": "ZZ", "userAttributes": {"level": ["2"]}, "attr": {"b": 1e0}, "features": "*"}, "me": {}}}}})"_ba);
        change.newLogin = u"me"_s;
        QCOMPARE(cap::withMockUser({before, u".cdsrc.json"_s}, change).error().code,
                 ErrorCode::Conflict);
    }

    void changesTheRestOfAuthentication()
    {
        const QByteArray before = R"({"requires": {"auth": {"users": {"*": true}}}})";
        const auto file = u".cdsrc.json"_s;
        QCOMPARE(cap::withAuthValue({before, file}, {u"users"_s, u"*"_s}, false).value(),
                 R"({"requires": {"auth": {"users": {"*": false}}}})"_ba);
        QCOMPARE(
            cap::withAuthValue(
                {before, file}, {u"tenants"_s, u"t1"_s, u"features"_s}, text::Json::array({u"f"_s}))
                .value(),
            R"({"requires": {"auth": {"users": {"*": true}, "tenants": {"t1": {"features": ["f"]}}}}})"_ba);
        QCOMPARE(cap::withoutAuthValue({before, file}, {u"users"_s, u"*"_s}).value(),
                 R"({"requires": {"auth": {"users": {}}}})"_ba);
        QVERIFY(!cap::withoutAuthValue({before, file}, {u"tenants"_s}));
        QCOMPARE(cap::withAuthKind({before, file}, u"basic"_s).value(),
                 R"({"requires": {"auth": {"users": {"*": true}, "kind": "basic"}}})"_ba);
        QCOMPARE(
            cap::withAuthKind({R"({"requires": {"auth": "mocked"}})", file}, u"basic"_s).value(),
            R"({"requires": {"auth": "basic"}})"_ba);
        QCOMPARE(
            cap::withAuthKind({"requires:\n  db: sql # x\n", u".cdsrc.yaml"_s}, u"basic"_s).value(),
            "requires:\n  db: sql # x\n  auth: \"basic\"\n"_ba);
    }

    void keepsAByteOrderMarkWhereCapForgivesIt()
    {
        const cap::MockUserChange change{u"zoe"_s, {}, QStringList{}, {}, {}};
        const QByteArray before = "\xEF\xBB\xBF{\"cds\": {}}";
        const auto after = cap::withMockUser({before, u"package.json"_s}, change).value();
        QVERIFY(after.startsWith("\xEF\xBB\xBF{\"cds\": {"));
        const auto skipped = cap::withMockUser({before, u".cdsrc-private.json"_s}, change);
        QCOMPARE(skipped.error().place->line, 1);
    }

    void refuses()
    {
        const cap::MockUserChange change{u"zoe"_s, {}, QStringList{}, {}, {}};
        QCOMPARE(cap::withMockUser({"x", u".cdsrc.js"_s}, change).error().code,
                 ErrorCode::Unsupported);
        const auto broken = cap::withMockUser({"{\n\"a\":}", u".cdsrc.json"_s}, change);
        QCOMPARE(broken.error().place->line, 2);
        QVERIFY(!cap::withMockUser({"{\"requires\":{\"auth\":false}}", u".cdsrc.json"_s}, change));
        QVERIFY(!cap::withMockUser({"{\"requires\":5}", u".cdsrc.json"_s}, change));
    }

    void picksTheFileThatHasTheUser()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QCOMPARE(cap::fileForMockUser(folder.path(), u"zoe"_s), folder.filePath(u"package.json"_s));
        QVERIFY(write(u".cdsrc.json"_s, "{\"requires\":{\"auth\":{\"kind\":\"mocked\"}}}"));
        QCOMPARE(cap::fileForMockUser(folder.path(), u"zoe"_s), folder.filePath(u".cdsrc.json"_s));
        QVERIFY(write(u".cdsrc-private.json"_s,
                      "{\"requires\":{\"[hybrid]\":{\"auth\":{\"users\":{\"zoe\":{}}}}}}"));
        QCOMPARE(cap::fileForMockUser(folder.path(), u"zoe"_s),
                 folder.filePath(u".cdsrc-private.json"_s));
    }

    void shownYamlHoldsNoSecret()
    {
        const QByteArray text =
            "requires:\n  auth:\n    users:\n      a: {password: s3cret} # c\n      b: s3cret\n";
        QCOMPARE(cap::maskedConfigText(text, {}),
                 QByteArray("requires:\n  auth:\n    users:\n      a: {password: \"•••\"} # c\n    "
                            "  b: \"•••\"\n"));
    }

    void shownChangesHoldNoSecret()
    {
        const QByteArray before = "{\"requires\":{\"auth\":{\"users\":{\"a\":\"s3cret\",\"b\":{"
                                  "\"password\":\"s3cret\"}}}}}";
        auto after = before;
        after.replace("\"password\":\"s3cret\"", "\"password\":\"0ther\"");
        const auto shown = cap::maskedConfigText(after, before);
        QVERIFY(!shown.contains("s3cret"));
        QVERIFY(!shown.contains("0ther"));
        QVERIFY(shown != cap::maskedConfigText(before, {})); // that it changed can be seen
    }
};

QTEST_GUILESS_MAIN(TestMockUserEdit)
#include "tst_mockuseredit.moc"
