// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/adminschema.h"
#include "tests/support/runningsandbox.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

// The judge itself, and every operation of the sandbox's administration before it.
class TestAdminSchema : public QObject
{
    Q_OBJECT

    test::AdminSchema m_schema;
    test::RunningSandbox m_sandbox;
    QByteArray m_token;

    http::Exchange
    exchange(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        http::Exchange both;
        both.request = {method, path.toLatin1(), {}, body};
        both.response =
            m_sandbox.send(method, path, {{"Authorization", "Bearer " + m_token}}, body);
        return both;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_schema.operationCount(), 74);
        QVERIFY(m_schema.schemaCount() > 50);
        const auto started = m_sandbox.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().sentence));
        const auto answer =
            m_sandbox.token({{u"grant_type"_s, u"client_credentials"_s}}, u"apiaccess"_s);
        m_token = test::RunningSandbox::json(answer)[u"access_token"].toString().toLatin1();
        QVERIFY(!m_token.isEmpty());
    }

    void theJudgeSeesWhatIsWrong()
    {
        const auto collection = Json::object({{u"description"_s, 1}, {u"colour"_s, u"red"_s}});
        const auto problems = m_schema.problemsOf(collection, u"RoleCollection"_s);
        QCOMPARE(problems,
                 (QStringList{u"RoleCollection lacks name"_s,
                              u"RoleCollection.description is no string"_s,
                              u"RoleCollection.colour is not described"_s}));
        http::Exchange stray;
        stray.request = {"GET", "/sap/rest/authorization/v2/secrets", {}, {}};
        QCOMPARE(m_schema.problems(stray).size(), 1);
        stray.request.target = "/sap/rest/authorization/v2/roles?page=1";
        stray.response = {200, {}, {}, "[]"};
        QCOMPARE(m_schema.problems(stray).size(), 1);
    }

    void everyAnswerIsAsDescribed_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto v2 = u"/sap/rest/authorization/v2"_s;
        const QString app = v2 + u"/apps/tokentrail-sample%21t1"_s;
        const QString role = app + u"/roletemplates/admin/roles/Sample%20Administrator"_s;
        const QString origin = v2 + u"/identity-providers/sap.default"_s;
        const QByteArray newRole =
            R"({"roleTemplateAppId":"tokentrail-sample!t1","roleTemplateName":"admin",)"
            R"("name":"Chief","description":"","scopes":[],"attributeList":[)"
            R"({"attributeName":"country","attributeValueOrigin":"static","attributeValues":["DE"]},)"
            R"({"attributeName":"level","attributeValueOrigin":"unrestricted","attributeValues":[]}]})";
        const auto get = [](const QString &path, int status = 200) {
            QTest::newRow(qPrintable(u"GET "_s + path))
                << QByteArray("GET") << path << QByteArray() << status;
        };
        const auto other =
            [](const char *method, const QString &path, int status, const QByteArray &body = {}) {
                QTest::addRow("%s %s %d", method, qPrintable(path), status)
                    << QByteArray(method) << path << body << status;
            };
        get(v2 + u"/apps"_s);
        get(v2 + u"/apps?onlyForXsappname=tokentrail-sample"_s);
        get(app);
        get(app + u"?hideDetails=true"_s);
        get(v2 + u"/apps/nobody"_s, 404);
        get(v2 + u"/ownapp"_s, 404);
        get(app + u"/scopes"_s);
        get(app + u"/scopes/admin"_s);
        get(app + u"/scopes/nothing"_s, 404);
        get(app + u"/authorities"_s);
        get(app + u"/authorizationData"_s);
        get(app + u"/roles"_s);
        get(app + u"/roletemplates"_s);
        get(app + u"/roletemplates/admin"_s);
        get(v2 + u"/apps/roletemplates?showRoles=true"_s);
        get(v2 + u"/roles"_s);
        get(role);
        get(v2 + u"/rolecollections?showRoles=true&showUsers=true&showGroups=true&skip=1&top=2"_s);
        get(v2 + u"/rolecollections?skip=some"_s, 400);
        get(v2 + u"/rolecollections/pages/0?showUsers=true"_s);
        get(v2 + u"/rolecollections/pages"_s);
        get(v2 + u"/rolecollections/pages/"_s);
        get(v2 + u"/rolecollections/Sample%20Editors"_s);
        get(v2 + u"/rolecollections/None"_s, 404);
        get(v2 + u"/rolecollections/Sample%20Editors/roles"_s);
        get(v2 + u"/rolecollections/roles/tokentrail-sample%21t1/admin/Sample%20Administrator"_s);
        get(u"/Users?startIndex=2&count=2"_s);
        get(u"/Groups"_s);
        get(u"/sap/rest/user/origin"_s);
        get(u"/sap/rest/user/origin/sap.default/name?details=true"_s);
        get(u"/sap/rest/user/origin/sap.default/name/alice"_s);
        get(u"/sap/rest/user/origin/sap.default/name/nobody"_s, 404);
        // Changes, in an order that they can be made in.
        other("POST", v2 + u"/apps/roles"_s, 201, newRole);
        other("POST", v2 + u"/apps/roles"_s, 409, newRole);
        other("PUT", app + u"/roletemplates/admin/roles/Chief"_s, 200, R"({"description":"x"})");
        other("POST", v2 + u"/rolecollections"_s, 201, R"({"name":"A/B","description":"x"})");
        other("PUT", v2 + u"/rolecollections/A%2FB"_s, 200, R"({"description":"y"})");
        const QString chief =
            v2 + u"/rolecollections/A%2FB/roles/tokentrail-sample%21t1/Chief/admin"_s;
        other("PUT", chief, 200);
        other("DELETE", chief, 200);
        other("DELETE", chief, 404);
        const QByteArray reference =
            R"([{"roleTemplateAppId":"tokentrail-sample!t1","roleTemplateName":"admin","name":"Chief"}])";
        other("PUT", v2 + u"/rolecollections/A%2FB/roles"_s, 200, reference);
        other("DELETE", v2 + u"/rolecollections/A%2FB/roles"_s, 200, reference);
        const auto bob = u"/sap/rest/user/origin/sap.default/name/bob/rolecollections/A%2FB"_s;
        other("PUT", bob + u"?createUserIfMissing=true"_s, 200);
        other("DELETE", bob, 200);
        other("PUT", u"/sap/rest/user/origin/corp/name/eve/rolecollections/A%2FB"_s, 404);
        other(
            "POST",
            origin + u"/attributes"_s,
            201,
            R"({"roleCollectionName":"A/B","attributeName":"Groups","attributeValue":"x/y","operator":"equals"})");
        get(origin + u"/attributes/rolecollections"_s);
        get(origin + u"/attributes/Groups/rolecollections/A%2FB"_s);
        get(origin + u"/attributes/Groups/x%2Fy"_s);
        get(origin + u"/rolecollections/A%2FB"_s);
        other("DELETE", origin + u"/attributes/Groups/equals/x%2Fy/rolecollections/A%2FB"_s, 200);
        other("DELETE", app + u"/roletemplates/admin/roles/Chief"_s, 200);
        other("DELETE", v2 + u"/rolecollections/A%2FB"_s, 200);
        other("DELETE", v2 + u"/rolecollections/A%2FB"_s, 404);
        other("POST",
              v2 + u"/rolecollections/bulk"_s,
              201,
              R"({"roleCollections":[{"name":"One"},{"name":"Two","description":"2"}]})");
        other(
            "DELETE", v2 + u"/rolecollections/bulk"_s, 204, R"({"roleCollections":["One","Two"]})");
        other("POST", u"/sap/rest/user"_s, 200, R"({"username":"eve","origin":"corp"})");
        other("PUT", u"/sap/rest/user"_s, 200, R"({"username":"eve","origin":"corp"})");
        other("POST", u"/sap/rest/user/bulk"_s, 200, R"([{"username":"fred","origin":"corp"}])");
        other("DELETE", u"/sap/rest/user/origin/corp/name/eve"_s, 200);
        other("POST", u"/Users"_s, 201, R"({"userName":"gina","origin":"corp"})");
        other("POST", u"/Groups"_s, 201, R"({"displayName":"Gardeners","description":"g"})");
        get(v2 + u"/ownapp/usage"_s, 404);
        const QString settings = v2 + u"/securitySettings"_s;
        get(settings + u"?token=t"_s);
        // moc would take two slashes in a raw string for a comment.
        other(
            "PATCH",
            settings,
            200,
            R"({"tokenPolicySettings":{"accessTokenValidity":600,"refreshTokenUnique":true},)"
            R"("iframeDomains":"https:\/\/shop.example","corsDefaultOrigins":["https:\/\/a.example"],)"
            R"("links":{"homeRedirect":"https:\/\/home.example"}})");
        other("PATCH", settings, 400, R"({"defaultIdp":"nobody"})");
        other("PATCH", settings, 400, R"({"tokenPolicySettings":{"accessTokenValidity":1}})");
        get(settings + u"/public?subdomain=dev"_s);
        get(settings + u"/public?subdomain=nowhere"_s, 404);
        get(settings + u"/public"_s, 400);
        get(v2 + u"/zoneinfo/dev"_s);
        get(v2 + u"/zoneinfo/nowhere"_s);
        get(u"/sap/rest/tenantLoginInfo/dev?iasClient=c"_s);
        get(v2 + u"/users/current/rolecollections"_s, 400); // the caller is no person
        const auto providers = u"/sap/rest/identity-providers"_s;
        get(providers);
        other("POST",
              providers,
              201,
              R"({"name":"Corporate","originKey":"corp-idp","type":"oidc1.0",)"
              R"("config":{"providerDescription":"ours"}})");
        get(providers + u"?activeOnly=true"_s);
        get(providers + u"/sap.default"_s);
        get(providers + u"/nobody"_s, 404);
        other("PUT",
              providers + u"/corp-idp"_s,
              200,
              R"({"name":"Corporate","originKey":"corp-idp","type":"oidc1.0","active":false})");
        get(providers + u"/ias"_s);
        get(providers + u"/ias/status"_s, 404);
        get(providers + u"/ias/some.example"_s, 404);
        other("OPTIONS", providers + u"/btpcli/originKey/corp-idp"_s, 200);
        other("DELETE", providers + u"/originKey/corp-idp"_s, 200);
    }
    void everyAnswerIsAsDescribed()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        const auto both = exchange(method, path, body);
        QTEST(both.response.status, "status");
        const auto problems = m_schema.problems(both);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    // Whatever the description names is there: nothing answers as if it were unknown.
    void everyOperationIsServed()
    {
        int asked = 0;
        for (const auto &[method, path] : m_schema.operations()) {
            auto target = path;
            static const QRegularExpression variable(u"\\{[^}]*\\}"_s);
            target.replace(variable, u"x"_s);
            const auto both = exchange(method, target);
            const auto said = test::RunningSandbox::json(both.response)[u"error_description"];
            QVERIFY2(said.toString() != u"The sandbox does not serve this resource."_s,
                     qPrintable(QString::fromLatin1(method) + u' ' + path));
            ++asked;
        }
        QCOMPARE(asked, 74);
    }

    void settingsAndProvidersOutliveARestart()
    {
        const auto settings = u"/sap/rest/authorization/v2/securitySettings"_s;
        const auto providers = u"/sap/rest/identity-providers"_s;
        const QByteArray domains = R"({"iframeDomains":"https:\/\/kept.example"})";
        QCOMPARE(exchange("PATCH", settings, domains).response.status, 200);
        const QByteArray kept = R"({"name":"Kept","originKey":"kept","type":"saml"})";
        QCOMPARE(exchange("POST", providers, kept).response.status, 201);
        m_sandbox.stop();
        QVERIFY(m_sandbox.start());
        const auto read = exchange("GET", settings + u"?token=t"_s).response;
        QCOMPARE(test::RunningSandbox::json(read)[u"iframeDomains"].toString(),
                 u"https://kept.example"_s);
        QCOMPARE(exchange("GET", providers + u"/kept"_s).response.status, 200);
    }

    void anInactiveProviderLogsNobodyInAndTheDefaultOneStays()
    {
        const auto providers = u"/sap/rest/identity-providers"_s;
        const auto logIn = [this] {
            return m_sandbox
                .token({{u"grant_type"_s, u"password"_s},
                        {u"username"_s, u"hugo"_s},
                        {u"password"_s, u"hugo"_s},
                        {u"login_hint"_s, u"{\"origin\":\"ldap\"}"_s}})
                .status;
        };
        const QByteArray hugo = R"({"username":"hugo","origin":"ldap"})";
        QCOMPARE(exchange("POST", u"/sap/rest/user"_s, hugo).response.status, 200);
        QCOMPARE(logIn(), 200);
        const QByteArray ldap =
            R"({"name":"LDAP","originKey":"ldap","type":"saml","active":false})";
        QCOMPARE(exchange("POST", providers, ldap).response.status, 201);
        QCOMPARE(logIn(), 400);
        QCOMPARE(exchange("DELETE", providers + u"/ldap"_s).response.status, 200);
        QCOMPARE(logIn(), 200);
        QCOMPARE(exchange("DELETE", providers + u"/sap.default"_s).response.status, 403);
    }

    void theSandboxServesNothingElse()
    {
        const auto stray = exchange("GET", u"/sap/rest/authorization/v2/secrets"_s);
        QCOMPARE(stray.response.status, 404);
    }

    void whoMayNotIsToldSo()
    {
        const auto path = u"/sap/rest/authorization/v2/roles"_s;
        QCOMPARE(m_sandbox.get(path).status, 401);
        const auto alice = m_sandbox.accessToken(u"alice"_s).toLatin1();
        QCOMPARE(m_sandbox.get(path, {{"Authorization", "Bearer " + alice}}).status, 403);
    }
};

QTEST_GUILESS_MAIN(TestAdminSchema)
#include "tst_adminschema.moc"
