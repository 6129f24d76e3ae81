// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockusers.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

class TestMockUsers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static Json recorded(int version)
    {
        QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/mockusers/cds%1.json").arg(version));
        return file.open(QIODevice::ReadOnly) ? text::parseJson(file.readAll()).value_or(Json())
                                              : Json();
    }

    // The project of a recorded configuration.
    Result<cap::EffectiveEnv> project(const Json &config, int version)
    {
        auto services = config[u"config"].isObject() ? config[u"config"] : Json::object();
        for (const auto &name : {u"users"_s, u"tenants"_s}) {
            if (!config[name].isObject())
                continue;
            auto auth = services[u"auth"].isObject() ? services[u"auth"] : Json::object();
            auth.set(name, config[name]);
            services.set(u"auth"_s, auth);
        }
        QFile file(m_folder.filePath(u"package.json"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return Error{ErrorCode::Io, file.errorString()};
        file.write(
            Json::object({{u"cds"_s, Json::object({{u"requires"_s, services}})}}).toIndented());
        file.close();
        cap::EnvInput input;
        input.projectDir = m_folder.path();
        input.cdsVersion = version;
        input.commandLine = false;
        for (const auto &variable : config[u"env"].members())
            input.environment.set(variable.name, variable.value.toString());
        return cap::effectiveEnv(input);
    }

    static void compareLogin(const cap::MockLogin &login, const Json &who, const QString &name)
    {
        const auto status = who[u"status"].toInteger();
        if (status == 503)
            return; // let in, and then the model of the tenant could not be loaded
        QVERIFY2(login.accepted == (status == 0), qPrintable(name));
        if (status != 0)
            return;
        QCOMPARE(login.anonymous, who[u"anonymous"].toBool());
        QCOMPARE(login.user->id.value_or(QString()), who[u"id"].toString());
        QCOMPARE(login.user->id.has_value(), who[u"id"].isString());
        QStringList roles;
        for (const auto &role : who[u"roles"].members())
            roles << role.name;
        QCOMPARE(login.user->roles, roles);
        QCOMPARE(login.user->attributes, who[u"attr"]);
        QCOMPARE(login.user->tenant, who[u"userTenant"].toString());
        QCOMPARE(login.user->features, who[u"userFeatures"]);
    }

private Q_SLOTS:
    void letsInWhomCapLetsIn_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("name");
        for (const int version : {9, 10}) {
            const auto cases = recorded(version);
            QVERIFY(cases.size() >= 30);
            for (const auto &member : cases.members())
                QTest::addRow("%s cds %d", qPrintable(member.name), version)
                    << version << member.name;
        }
    }

    void letsInWhomCapLetsIn()
    {
        QFETCH(int, version);
        QFETCH(QString, name);
        const auto cases = recorded(version);
        const auto &config = cases[name];
        const auto env = project(config, version);
        QVERIFY(env);
        const auto users = cap::MockUsers::of(*env);
        if (config[u"crashedAtRequest"].toBool()) {
            bool told = !users.startProblem().isEmpty();
            for (const auto &user : users.users())
                told = told || (!user.problems.isEmpty() && config[u"exitCode"].toInteger() == 0);
            QVERIFY2(told, "a configuration that stops the server must be told");
            return;
        }
        QVERIFY2(users.startProblem().isEmpty(), qPrintable(users.startProblem()));
        for (const auto &login : config[u"logins"].members()) {
            const auto credentials =
                login.name == "-"_L1 ? std::nullopt : std::optional(login.name);
            compareLogin(users.logIn(credentials), login.value[u"who"], login.name);
        }
    }

    void tellsWhereAUserIsWritten()
    {
        const auto env =
            project(text::parseJson(R"({"users":{"alice":{"password":"x"},"zoe":{"roles":["a"]}}})")
                        .value(),
                    10);
        const auto users = cap::MockUsers::of(*env);
        QStringList sources;
        for (const auto &user : users.users())
            sources << user.login + u'=' + user.source;
        QCOMPARE(sources.first(), u"alice=package.json"_s);
        QCOMPARE(sources.last(), u"zoe=package.json"_s);
        QVERIFY(sources.contains(u"bob=defaults"_s));
        QCOMPARE(users.users().front().place->line, 7);
        QCOMPARE(users.users().front().roles, QStringList{u"admin"_s});
        QVERIFY(users.users().front().hasPassword);
    }

    void namesWhatCapTripsOver_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("word");
        QTest::newRow("roles text") << QByteArray(R"({"roles":"admin"})") << u"stops"_s;
        QTest::newRow("role false") << QByteArray(R"({"roles":{"admin":false}})") << u"granted"_s;
        QTest::newRow("colon") << QByteArray(R"({"password":"a:b"})") << u"colon"_s;
        QTest::newRow("number") << QByteArray(R"({"password":5})") << u"no text"_s;
        QTest::newRow("null") << QByteArray("null") << u"does not start"_s;
        QTest::newRow("true") << QByteArray("true") << u"no id"_s;
        QTest::newRow("is") << QByteArray(R"({"is":1})") << u"replaces"_s;
        QTest::newRow("old id") << QByteArray(R"({"ID":"x"})") << u"old name"_s;
        QTest::newRow("old attributes")
            << QByteArray(R"({"userAttributes":{"a":["1"]}})") << u"old name"_s;
        QTest::newRow("scalar attribute") << QByteArray(R"({"attr":{"a":1}})") << u"no list"_s;
    }

    void namesWhatCapTripsOver()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QString, word);
        const auto env =
            project(text::parseJson("{\"users\":{\"zoe\":" + entry + "}}").value(), 10);
        const auto users = cap::MockUsers::of(*env);
        const auto &zoe = users.users().back();
        QCOMPARE(zoe.login, u"zoe"_s);
        QCOMPARE(zoe.problems.size(), 1);
        QVERIFY2(zoe.problems[0].contains(word), qPrintable(zoe.problems[0]));
    }

    void ordinaryUsersHaveNoProblem()
    {
        const auto env = project(
            text::parseJson(
                R"({"users":{"zoe":{"password":"x","roles":["a"],"attr":{"c":["DE"]},"tenant":"t1"}}})")
                .value(),
            10);
        const auto users = cap::MockUsers::of(*env);
        for (const auto &user : users.users())
            QVERIFY2(user.problems.isEmpty(), qPrintable(user.problems.join(u' ')));
        QCOMPARE(users.users().back().configuredTenant, u"t1"_s);
        QCOMPARE(users.users().back().tenant, QString());
    }
};

QTEST_GUILESS_MAIN(TestMockUsers)
#include "tst_mockusers.moc"
