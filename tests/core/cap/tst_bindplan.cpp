// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/bindplan.h"
#include "core/cap/envmask.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using cap::BindingPlace;
using cap::GitState;
using text::Json;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

cap::ServiceToBind service(const QString &label, const QString &name, const QString &clientId)
{
    const auto credentials =
        Json::object({{u"clientid"_s, clientId}, {u"clientsecret"_s, u"geheim"_s}});
    return {
        label,
        name,
        Json::object({{u"label"_s, label}, {u"name"_s, name}, {u"credentials"_s, credentials}})};
}

} // namespace

class TestBindPlan : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString file(const QString &name) const { return m_dir->filePath(name); }
    Result<cap::BindPlan> plan(BindingPlace place, const QString &clientId = u"sb-shop"_s) const
    {
        return cap::planBinding(
            m_dir->path(), place, {service(u"xsuaa"_s, u"shop-auth"_s, clientId)});
    }
    cap::BindingEffect effect(const cap::BindPlan &made) const
    {
        return cap::effectOf(made, m_dir->filePath(u"home"_s), {});
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        put(file(u"package.json"_s), "{}");
    }

    void bindsAProjectWithoutEitherFile_data()
    {
        QTest::addColumn<BindingPlace>("place");
        QTest::addColumn<QString>("command");
        QTest::newRow("cdsrc-private")
            << BindingPlace::CdsrcPrivate << u"cds watch --profile hybrid"_s;
        QTest::newRow("default-env")
            << BindingPlace::DefaultEnv
            << u"CDS_REQUIRES_AUTH_KIND=xsuaa cds watch --profile hybrid"_s;
    }

    void bindsAProjectWithoutEitherFile()
    {
        QFETCH(BindingPlace, place);
        QFETCH(QString, command);
        const auto made = plan(place);
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        QVERIFY(made->diff().contains("sb-shop"_L1));
        QVERIFY2(!made->diff().contains("geheim"_L1), qPrintable(made->diff()));
        QVERIFY(!QFile::exists(made->before.path)); // nothing yet
        QVERIFY(cap::carryOut(*made));
        QCOMPARE(QFile::permissions(made->before.path)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions());
        const auto told = effect(*made);
        QVERIFY2(told.isEffective, qPrintable(told.obstacle));
        QCOMPARE(told.command, command);
        const auto again = plan(place);
        QVERIFY(again && again->changesNothing());
        QVERIFY(text::takeBack(made->before, made->after));
        QVERIFY(!QFile::exists(made->before.path));
    }

    void onlyTheBindingChanges_data()
    {
        QTest::addColumn<BindingPlace>("place");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray entry = R"({"kind":"xsuaa","vcap":{"label":"xsuaa","name":"shop-auth"},)"
                                 R"("credentials":{"clientid":"sb-shop","clientsecret":"geheim"}})";
        const auto row = [](const char *name,
                            BindingPlace place,
                            const QByteArray &before,
                            const QByteArray &after) {
            QTest::newRow(name) << place << before << after;
        };
        const auto cdsrc = BindingPlace::CdsrcPrivate;
        const auto env = BindingPlace::DefaultEnv;
        row("other settings",
            cdsrc,
            R"({ "log" : 1.0,"requires":{"db":"sql"}})",
            QByteArray(R"({ "log" : 1.0,"requires":{"db":"sql","[hybrid]":{"auth":)") + entry
                + "}}}");
        row("wrapped",
            cdsrc,
            R"({"cds":{"a":[1,  2]}})",
            QByteArray(R"({"cds":{"a":[1,  2],"requires":{"[hybrid]":{"auth":)") + entry + "}}}}");
        row("profile outside",
            cdsrc,
            R"({"[hybrid]":{"requires":{"db":"sql"}}})",
            QByteArray(R"({"[hybrid]":{"requires":{"db":"sql","auth":)") + entry + "}}}");
        row("what cds bind left",
            cdsrc,
            R"({"requires":{"[hybrid]":{"auth":{"binding":{"type":"cf"},"kind":"jwt-auth","vcap":{"name":"auth"}}}}})",
            R"({"requires":{"[hybrid]":{"auth":{"kind":"jwt-auth","vcap":{"name":"shop-auth"},"credentials":{"clientid":"sb-shop","clientsecret":"geheim"}}}}})");
        row("a kind that checks no tokens",
            cdsrc,
            R"({"requires":{"[hybrid]":{"auth":{"kind":"mocked","x":[ ]}}}})",
            R"({"requires":{"[hybrid]":{"auth":{"kind":"xsuaa","x":[ ],"credentials":{"clientid":"sb-shop","clientsecret":"geheim"}}}}})");
        row("only a word",
            cdsrc,
            R"({"requires":{"[hybrid]":{"auth":"mocked"},"a":1}})",
            QByteArray(R"({"requires":{"[hybrid]":{"auth":)") + entry + R"(},"a":1}})");
        const QByteArray instance =
            R"({"label":"xsuaa","name":"shop-auth","credentials":{"clientid":"sb-shop","clientsecret":"geheim"}})";
        row("destinations stay",
            env,
            R"({"destinations":[ {"name":"a"}]})",
            QByteArray(R"({"destinations":[ {"name":"a"}],"VCAP_SERVICES":{"xsuaa":[)") + instance
                + "]}}");
        row("another instance",
            env,
            R"({"VCAP_SERVICES":{"xsuaa":[{"name":"old"}]}})",
            QByteArray(R"({"VCAP_SERVICES":{"xsuaa":[)") + instance + R"(,{"name":"old"}]}})");
        row("the same instance",
            env,
            R"({"VCAP_SERVICES":{"xsuaa":[{"name":"shop-auth","tags":[ ],"credentials":{"clientid":"old"}}]}})",
            R"({"VCAP_SERVICES":{"xsuaa":[{"name":"shop-auth","tags":[ ],"credentials":{"clientid":"sb-shop","clientsecret":"geheim"}}]}})");
        row("the same instance, not the first",
            env,
            R"({"VCAP_SERVICES":{"xsuaa":[{"name":"old"},{"name":"shop-auth","tags":[]}]}})",
            R"({"VCAP_SERVICES":{"xsuaa":[{"name":"shop-auth","tags":[],"credentials":{"clientid":"sb-shop","clientsecret":"geheim"}},{"name":"old"}]}})");
    }

    void onlyTheBindingChanges()
    {
        QFETCH(BindingPlace, place);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto changed = cap::withBindings(
            before, place, {service(u"xsuaa"_s, u"shop-auth"_s, u"sb-shop"_s)}, {});
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().toString()));
        // Blanks within what is new follow the file's style; they do not matter here.
        const auto bare = [](QByteArray text) {
            return text.replace("\n", "").replace(" ", "");
        };
        QCOMPARE(bare(*changed), bare(after));
        // And what was there before stands there as it did.
        for (const auto *kept : {"{ \"log\" : 1.0,",
                                 "\"a\":[1,  2]",
                                 "\"x\":[ ]",
                                 "[ {\"name\":\"a\"}]",
                                 "\"tags\":[ ]"})
            QCOMPARE(changed->contains(kept), before.contains(kept));
    }

    void whatCannotBeKeptIsRefused_data()
    {
        QTest::addColumn<BindingPlace>("place");
        QTest::addColumn<QByteArray>("before");
        const auto cdsrc = BindingPlace::CdsrcPrivate;
        const auto env = BindingPlace::DefaultEnv;
        QTest::newRow("comment") << cdsrc << QByteArray("// mine\n{}");
        QTest::newRow("byte order mark") << cdsrc << QByteArray("\xEF\xBB\xBF{}");
        QTest::newRow("a list") << cdsrc << QByteArray("[]");
        QTest::newRow("no object on the way") << cdsrc << QByteArray(R"({"requires":true})");
        QTest::newRow("services as text") << env << QByteArray(R"({"VCAP_SERVICES":"{}"})");
        QTest::newRow("no JSON") << env << QByteArray("VCAP_SERVICES={}");
    }

    void whatCannotBeKeptIsRefused()
    {
        QFETCH(BindingPlace, place);
        QFETCH(QByteArray, before);
        put(file(cap::fileNameOf(place)), before);
        const auto made = plan(place);
        QVERIFY(!made);
        QVERIFY(!made.error().sentence.isEmpty());
        QCOMPARE(contentOf(file(cap::fileNameOf(place))), before);
    }

    void theKindThatTheProjectWantsStays()
    {
        put(file(u"package.json"_s), R"({"cds":{"requires":{"[hybrid]":{"auth":"jwt"}}}})");
        const auto made = plan(BindingPlace::CdsrcPrivate);
        QVERIFY(made);
        QVERIFY2(made->after.contains(R"("kind": "jwt")"), made->after.constData());
    }

    void keysOfOtherServicesAreRefused()
    {
        xsuaa::ServiceKey key;
        key.kind = xsuaa::ServiceKind::Other;
        key.name = u"hana"_s;
        QVERIFY(!cap::serviceOf(key));
        key.kind = xsuaa::ServiceKind::Identity;
        const auto identity = cap::serviceOf(key);
        QVERIFY(identity);
        QCOMPARE(identity->label, u"identity"_s);
        QVERIFY(!cap::kindFits(u"xsuaa"_s, *identity));
        const auto changed =
            cap::withBindings({}, BindingPlace::CdsrcPrivate, {*identity}, u"xsuaa"_s);
        QVERIFY(changed && changed->contains(R"("kind": "ias")"));
    }

    void saysWhatIsStronger()
    {
        put(file(u"default-env.json"_s),
            "{\"VCAP_SERVICES\":\n{\"xsuaa\":[{\"label\":\"xsuaa\",\"name\":\"other\","
            "\"credentials\":{\n"
            "\"clientid\":\"sb-other\"}}]}}");
        const auto made = plan(BindingPlace::CdsrcPrivate);
        QVERIFY(made && cap::carryOut(*made));
        const auto told = effect(*made);
        QVERIFY(!told.isEffective);
        QVERIFY2(told.obstacle.contains("default-env.json"_L1), qPrintable(told.obstacle));
    }

    void secretsStayOutOfGit()
    {
        put(file(u".git/HEAD"_s), "");
        const auto made = plan(BindingPlace::DefaultEnv);
        QVERIFY(made);
        QCOMPARE(made->git, GitState::Visible);
        const auto refused = cap::carryOut(*made);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(!cap::carryOut(*made, true)); // that is only for files that git has
        QVERIFY(!QFile::exists(file(u"default-env.json"_s)));
        const auto edit = cap::ignoreEdit(m_dir->path(), u"default-env.json"_s);
        QVERIFY(edit && text::writeEdited(edit->before, edit->after));
        QVERIFY(cap::carryOut(*made));
    }

    void aTrackedFileWantsToBeConfirmed()
    {
        put(file(u".git/HEAD"_s), "");
        put(file(u".gitignore"_s), "*.json\n");
        put(file(u"default-env.json"_s), "{}\n");
        // gitformat-index(5): one entry, of which only the name counts here.
        QByteArray index("DIRC\0\0\0\2\0\0\0\1", 12);
        index += QByteArray(60, '\0') + QByteArray("\0\x10", 2) + "default-env.json";
        index += QByteArray(8, '\0');
        put(file(u".git/index"_s), index);
        const auto made = plan(BindingPlace::DefaultEnv);
        QVERIFY(made);
        QCOMPARE(made->git, GitState::Tracked);
        QVERIFY(!cap::carryOut(*made));
        QCOMPARE(contentOf(file(u"default-env.json"_s)), QByteArray("{}\n"));
        QVERIFY(cap::carryOut(*made, true));
        QCOMPARE(contentOf(file(u"default-env.json"_s)), made->after);
    }

    void nothingIsWrittenThroughALink()
    {
        put(file(u"tracked.json"_s), "{}\n");
        QVERIFY(QFile::link(file(u"tracked.json"_s), file(u"default-env.json"_s)));
        QVERIFY(!plan(BindingPlace::DefaultEnv));
        QVERIFY(plan(BindingPlace::CdsrcPrivate));
        QCOMPARE(contentOf(file(u"tracked.json"_s)), QByteArray("{}\n"));
    }

    void norThroughOneThatCameMeanwhile()
    {
        put(file(u"default-env.json"_s), "{}\n");
        const auto made = plan(BindingPlace::DefaultEnv);
        QVERIFY(made);
        QVERIFY(QFile::rename(file(u"default-env.json"_s), file(u"tracked.json"_s)));
        QVERIFY(QFile::link(file(u"tracked.json"_s), file(u"default-env.json"_s)));
        QVERIFY(!cap::carryOut(*made));
        QCOMPARE(contentOf(file(u"tracked.json"_s)), QByteArray("{}\n"));
    }

    void aFileThatOthersCouldReadIsClosedFirst()
    {
        const auto path = file(u".cdsrc-private.json"_s);
        put(path, "{\"log\":1}");
        QVERIFY(
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto made = plan(BindingPlace::CdsrcPrivate);
        QVERIFY(made && cap::carryOut(*made));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aFileThatChangedMeanwhileStays()
    {
        const auto made = plan(BindingPlace::CdsrcPrivate);
        put(file(u".cdsrc-private.json"_s), "{\"mine\":1}");
        QVERIFY(!cap::carryOut(*made));
        QCOMPARE(contentOf(file(u".cdsrc-private.json"_s)), QByteArray("{\"mine\":1}"));
    }

    void secretsOfNeighboursAreDotsToo()
    {
        put(file(u"default-env.json"_s),
            "{\"VCAP_SERVICES\":{\"hana\":[{\"credentials\":{\"password\":\"p1\","
            "\"url\":\"jdbc://u:p2@db\"}}]}}");
        const auto made = plan(BindingPlace::DefaultEnv);
        QVERIFY(made);
        QVERIFY2(!made->diff().contains("p1"_L1), qPrintable(made->diff()));
        QVERIFY2(!made->diff().contains("p2"_L1), qPrintable(made->diff()));
    }

    void foldersThatAreNoProjectAreRefused()
    {
        const auto made = cap::planBinding(file(u"nowhere"_s), BindingPlace::DefaultEnv, {});
        QVERIFY(!made);
        QVERIFY(made.error().sentence.contains("package.json"_L1));
    }
};

QTEST_GUILESS_MAIN(TestBindPlan)
#include "tst_bindplan.moc"
