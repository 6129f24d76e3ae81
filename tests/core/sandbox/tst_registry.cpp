// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/bindings.h"
#include "core/sandbox/certificates.h"
#include "core/sandbox/endpoints.h"
#include "core/sandbox/keymaterial.h"
#include "core/sandbox/redirectrules.h"
#include "core/sandbox/registry.h"
#include "core/sandbox/revocations.h"
#include "core/xsuaa/authorizations.h"
#include "core/xsuaa/servicekey.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::sandbox;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

struct Opened
{
    QTemporaryDir dir;
    std::unique_ptr<State> state;
    std::unique_ptr<Registry> registry;

    Opened()
    {
        state = std::move(*State::open(dir.path() + u"/state"_s, State::Missing::Create));
        registry = std::move(*Registry::load(*state));
    }
};

Json parsed(const QByteArray &source)
{
    auto json = text::parseJson(source);
    if (!json)
        qFatal("%s", qPrintable(json.error().toString()));
    return *json;
}

QString problem(const Result<void> &result)
{
    return result ? QString() : result.error().sentence;
}

const QByteArray bookshop = R"({"xsappname":"bookshop",
  "scopes":[{"name":"$XSAPPNAME.admin"}],
  "attributes":[{"name":"country","valueRequired":false}],
  "role-templates":[{"name":"admin","scope-references":["$XSAPPNAME.admin"]},
    {"name":"userattributes","attribute-references":["country"]}],
  "role-collections":[{"name":"Bookshop Admins",
    "role-template-references":["$XSAPPNAME.admin"]}]})";

} // namespace

class TestRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newSandboxHoldsWhatIsPromised()
    {
        Opened opened;
        const auto &registry = *opened.registry;
        const auto &directory = registry.directory();
        QCOMPARE(directory.applications.size(), 1);
        QCOMPARE(directory.applications.constFirst().appId, u"tokentrail-sample!t1"_s);
        QStringList users;
        for (const auto &user : directory.users) {
            users.append(user.userName);
            QVERIFY(registry.logon(user.userName, user.origin, Secret(user.userName)) == &user);
            QVERIFY(registry.logon(user.userName, user.origin, Secret(u"x"_s)) == nullptr);
        }
        QCOMPARE(users, QStringList({u"alice"_s, u"bob"_s, u"carol"_s, u"dave"_s}));
        QStringList destinations;
        for (const auto &destination : registry.destinations())
            destinations.append(destination[u"Name"].toString());
        QCOMPARE(destinations,
                 QStringList({u"S4_BASIC"_s,
                              u"S4_PP"_s,
                              u"S4_UTE"_s,
                              u"S4_SAML"_s,
                              u"S4_CC"_s,
                              u"S4_PP_BADLOC"_s,
                              u"S4_PP_NOHOST"_s,
                              u"S4_PP_HTTPS"_s,
                              u"S4_BADCC"_s,
                              u"S4_BASIC_OP"_s}));
        QCOMPARE(registry.backendUserOf(u"alice"_s)->name, u"ALICE"_s);
        QVERIFY(!registry.backendUserOf(u"bob"_s));
        QVERIFY(!registry.backendUserOf(u"carol"_s)->authorised);
        const auto password = registry.destinations().constFirst()[u"Password"].toString();
        QVERIFY(registry.backendLogon(u"techuser"_s, password));
        QVERIFY(!registry.backendLogon(u"ALICE"_s, {}));
        QVERIFY(registry.fault(u"xsuaa.rogue-key").isNull());
    }

    void secretsDifferFromSandboxToSandbox()
    {
        Opened one;
        Opened other;
        QVERIFY(one.registry->zoneId() != other.registry->zoneId());
        QVERIFY(!one.registry->clients().constFirst().secret.equals(
            other.registry->clients().constFirst().secret));
    }

    void deployedApplicationGetsNumberClientAndCollections()
    {
        Opened opened;
        auto &registry = *opened.registry;
        QCOMPARE(problem(registry.putApp(parsed(bookshop))), QString());
        const auto *client = registry.client(u"sb-bookshop!t2"_s);
        QVERIFY(client != nullptr);
        const auto secret = client->secret;
        QVERIFY(registry.directory().roleCollection(u"Bookshop Admins"));
        QCOMPARE(problem(registry.putUser(
                     parsed(R"({"userName":"erin","roleCollections":["Bookshop Admins"]})"))),
                 QString());
        const auto *erin = registry.directory().user(u"erin");
        QCOMPARE(xsuaa::authorizationsOf(
                     registry.directory(), *erin, *registry.directory().application(u"bookshop"))
                     .scopes,
                 QStringList{u"bookshop!t2.admin"_s});

        QCOMPARE(problem(registry.putApp(parsed(bookshop))), QString());
        QCOMPARE(registry.directory().applications.size(), 2);
        QVERIFY(registry.client(u"sb-bookshop!t2"_s)->secret.equals(secret));

        QCOMPARE(problem(registry.removeApp(u"bookshop"_s)), QString());
        QVERIFY(registry.client(u"sb-bookshop!t2"_s) == nullptr);
        QVERIFY(!registry.directory().roleCollection(u"Bookshop Admins"));
    }

    void roleCollectionMayBringRolesAlong()
    {
        Opened opened;
        auto &registry = *opened.registry;
        QCOMPARE(problem(registry.putApp(parsed(bookshop))), QString());
        QCOMPARE(problem(registry.putRoleCollection(parsed(
                     R"({"name":"Germans","roleReferences":[
                       {"roleTemplateAppId":"bookshop","roleTemplateName":"userattributes",
                        "name":"German","attributeList":[
                          {"attributeName":"country","attributeValues":["DE"]}]}]})"))),
                 QString());
        QCOMPARE(problem(registry.putUser(
                     parsed(R"({"userName":"erin","roleCollections":["Germans"]})"))),
                 QString());
        const auto all = xsuaa::authorizationsOf(registry.directory(),
                                                 *registry.directory().user(u"erin"),
                                                 *registry.directory().application(u"bookshop"));
        QCOMPARE(all.attributes.value(u"country"_s), QStringList{u"DE"_s});
    }

    void userKeepsIdAndPasswordWhenReplaced()
    {
        Opened opened;
        auto &registry = *opened.registry;
        const auto id = registry.directory().user(u"alice")->id;
        QCOMPARE(problem(registry.putUser(
                     parsed(R"({"userName":"alice","password":"new","givenName":"A"})"))),
                 QString());
        QCOMPARE(problem(registry.putUser(parsed(R"({"userName":"alice"})"))), QString());
        const auto *alice = registry.logon(u"alice"_s, u"sap.default"_s, Secret(u"new"_s));
        QVERIFY(alice != nullptr);
        QCOMPARE(alice->id, id);
        QVERIFY(alice->roleCollections.isEmpty());
    }

    void nonsenseIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("word");
        QTest::newRow("user without name") << u"user"_s << QByteArray("{}") << u"userName"_s;
        QTest::newRow("user no object") << u"user"_s << QByteArray("7") << u"object"_s;
        QTest::newRow("user of unknown collection")
            << u"user"_s << QByteArray(R"({"userName":"x","roleCollections":["No"]})")
            << u"\"No\""_s;
        QTest::newRow("app without name") << u"app"_s << QByteArray("{}") << u"xsappname"_s;
        QTest::newRow("app with ending")
            << u"app"_s << QByteArray(R"({"xsappname":"a!t1"})") << u"!"_s;
        QTest::newRow("destination without name")
            << u"destination"_s << QByteArray("{}") << u"Name"_s;
        QTest::newRow("destination with list")
            << u"destination"_s << QByteArray(R"({"Name":"X","URL":[]})") << u"URL"_s;
        QTest::newRow("collection of unknown app")
            << u"collection"_s << QByteArray(R"({"name":"x","roleReferences":[
                 {"roleTemplateAppId":"no!t1","roleTemplateName":"a"}]})")
            << u"no!t1"_s;
        QTest::newRow("collection of unknown role")
            << u"collection"_s << QByteArray(R"({"name":"x","roleReferences":[
                 {"roleTemplateAppId":"tokentrail-sample!t1","roleTemplateName":"admin"}]})")
            << u"attributeList"_s;
    }

    void nonsenseIsRefusedAndChangesNothing()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, document);
        QFETCH(QString, word);
        Opened opened;
        auto &registry = *opened.registry;
        const auto json = parsed(document);
        const auto done = what == "user"_L1 ? registry.putUser(json)
            : what == "app"_L1              ? registry.putApp(json)
            : what == "destination"_L1      ? registry.putDestination(json)
                                            : registry.putRoleCollection(json);
        QVERIFY(!done);
        QVERIFY2(done.error().sentence.contains(word), qPrintable(done.error().sentence));
        QCOMPARE(registry.directory().users.size(), 4);
        QCOMPARE(registry.directory().applications.size(), 1);
        QCOMPARE(registry.destinations().size(), 10);
    }

    void faultsTakeOnlyWhatTheyMean()
    {
        Opened opened;
        auto &registry = *opened.registry;
        QVERIFY(!registry.setFault(u"no.such"_s, {}));
        QVERIFY(!registry.setFault(u"xsuaa.token-status"_s, u"42"_s));
        QVERIFY(!registry.setFault(u"xsuaa.token-life"_s, u"long"_s));
        QVERIFY(!registry.setFault(u"xsuaa.rogue-key"_s, u"off"_s));
        QVERIFY(registry.setFault(u"xsuaa.token-life"_s, u"7"_s));
        QVERIFY(registry.setFault(u"proxy.cloud-connector-down"_s, {}));
        QCOMPARE(registry.fault(u"xsuaa.token-life"), u"7"_s);
        QCOMPARE(registry.fault(u"proxy.cloud-connector-down"), u"on"_s);
        QVERIFY(registry.clearFaults(u"xsuaa.token-life"_s));
        QVERIFY(registry.fault(u"xsuaa.token-life").isNull());
        QVERIFY(registry.clearFaults());
        QVERIFY(registry.fault(u"proxy.cloud-connector-down").isNull());
    }

    void bindingsAreWhatTheClientsRead_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("plainHttp");
        for (const bool plain : {false, true}) {
            const auto *suffix = plain ? "http" : "https";
            QTest::addRow("default-env %s", suffix) << int(BindingFormat::DefaultEnv) << plain;
            QTest::addRow("vcap %s", suffix) << int(BindingFormat::Vcap) << plain;
            QTest::addRow("service-key %s", suffix) << int(BindingFormat::ServiceKey) << plain;
            QTest::addRow("cdsrc-private %s", suffix) << int(BindingFormat::CdsrcPrivate) << plain;
        }
    }

    void bindingsAreWhatTheClientsRead()
    {
        QFETCH(int, format);
        QFETCH(bool, plainHttp);
        Opened opened;
        const auto endpoints = endpointsFor({4600, 4601, 4602, 4603, 4604}, u"/ca.pem"_s);
        const auto document =
            bindingDocument({*opened.registry, endpoints, "-----BEGIN PUBLIC KEY-----", plainHttp},
                            BindingFormat(format),
                            {});
        QVERIFY(document);
        const auto keys = xsuaa::readServiceKeys(document->toCompact());
        QVERIFY(keys);
        const bool lone = BindingFormat(format) == BindingFormat::ServiceKey;
        QCOMPARE(keys->size(), lone ? size_t(1) : size_t(3));
        const auto &xsuaa = keys->front();
        QCOMPARE(xsuaa.kind, xsuaa::ServiceKind::Xsuaa);
        QCOMPARE(xsuaa.xsappname, u"tokentrail-sample!t1"_s);
        QCOMPARE(xsuaa.client.clientId, u"sb-tokentrail-sample!t1"_s);
        QCOMPARE(xsuaa.client.zoneId, opened.registry->zoneId());
        QCOMPARE(xsuaa.client.uaaDomain, plainHttp ? QString() : u"127.0.0.1:4601"_s);
        QCOMPARE(xsuaa.client.url.toString(),
                 plainHttp ? u"http://127.0.0.1:4600"_s : u"https://127.0.0.1:4601"_s);
        // Beside a uaadomain of 127.0.0.1 clients would make a host name of it that is none.
        QCOMPARE(xsuaa.credentials[u"identityzone"].toString(), plainHttp ? u"dev"_s : QString());
        QVERIFY(!xsuaa.credentials[u"serviceInstanceId"].toString().isEmpty());
        if (lone)
            return;
        QVERIFY(!keys->at(1).credentials[u"instanceid"].toString().isEmpty());
        QVERIFY(keys->at(1).credentials[u"instanceid"] != keys->at(2).credentials[u"instanceid"]);
        QCOMPARE(keys->at(1).destinationUri.toString(), u"http://127.0.0.1:4600"_s);
        QCOMPARE(keys->at(2).proxyHost, u"127.0.0.1"_s);
        QCOMPARE(keys->at(2).proxyPort, quint16(4602));
        QVERIFY(keys->at(2).credentials[u"onpremise_proxy_port"].isString());
    }

    void bindingsOfOneServiceOrAnotherApplication()
    {
        Opened opened;
        QCOMPARE(problem(opened.registry->putApp(parsed(bookshop))), QString());
        const auto endpoints = endpointsFor({1, 2, 3, 4, 5}, {});
        const BindingInput input{*opened.registry, endpoints, "PEM", false};
        const auto names = [&](const QString &service) {
            const auto document = bindingDocument(input, BindingFormat::Vcap, service);
            QStringList all;
            if (document) {
                for (const auto &member : document->members())
                    all.append(member.value.elements().at(0)[u"instance_name"].toString());
            }
            return all.join(u' ');
        };
        QCOMPARE(names(u"bookshop"_s),
                 u"bookshop-xsuaa tokentrail-sample-destination tokentrail-sample-connectivity"_s);
        QCOMPARE(names(u"bookshop-xsuaa"_s), u"bookshop-xsuaa"_s);
        QCOMPARE(names(u"connectivity"_s), u"tokentrail-sample-connectivity"_s);
        QVERIFY(!bindingDocument(input, BindingFormat::Vcap, u"nothing"_s));
    }

    void keysStayAndTheServerCertificateIsRenewedInTime()
    {
        constexpr qint64 now = 1700000000;
        constexpr qint64 day = 86400;
        const auto first = completeKeyMaterial(Json::object(), now);
        QVERIFY(first);
        QVERIFY(first->changed);
        QVERIFY(first->signing->keyId().startsWith(u"default-jwt-key-"_s));
        QVERIFY(isIssuedBy(first->server.pem, first->authority.pem));
        const auto stored = toJson(*first);

        const auto later = completeKeyMaterial(stored, now + 300 * day);
        QVERIFY(later && !later->changed);
        QCOMPARE(later->signing->keyId(), first->signing->keyId());
        QCOMPARE(later->signing->thumbprint(), first->signing->thumbprint());
        QCOMPARE(later->server.pem, first->server.pem);

        const auto renewed = completeKeyMaterial(stored, now + 380 * day);
        QVERIFY(renewed && renewed->changed);
        QCOMPARE(renewed->authority.pem, first->authority.pem);
        QVERIFY(renewed->server.pem != first->server.pem);
        QVERIFY(isIssuedBy(renewed->server.pem, first->authority.pem));
        QCOMPARE(renewed->signing->thumbprint(), first->signing->thumbprint());
    }

    void redirectsGoOnlyWhereTheyMay_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("localhost") << u"http://localhost:5000/login/callback"_s << true;
        QTest::newRow("localhost https") << u"https://localhost/x"_s << true;
        QTest::newRow("registered host") << u"https://app.example.com/login/callback"_s << true;
        QTest::newRow("case of host") << u"https://APP.example.com/login/callback"_s << true;
        QTest::newRow("two levels") << u"https://a.b.example.com/x/y?z=1"_s << true;
        QTest::newRow("root") << u"https://app.example.com"_s << true;
        QTest::newRow("exact") << u"http://127.0.0.1:7000/cb"_s << true;
        QTest::newRow("star in path") << u"https://one.test/a/anything/z"_s << true;
        QTest::newRow("star stops at slash") << u"https://one.test/a/b/c/z"_s << false;
        QTest::newRow("other port") << u"http://127.0.0.1:7001/cb"_s << false;
        QTest::newRow("other path") << u"http://127.0.0.1:7000/cb2"_s << false;
        QTest::newRow("other scheme") << u"http://app.example.com/x"_s << false;
        QTest::newRow("other host") << u"https://example.org/x"_s << false;
        QTest::newRow("suffix") << u"https://app.example.com.evil.org/x"_s << false;
        QTest::newRow("user info") << u"https://app.example.com@evil.org/x"_s << false;
        QTest::newRow("user info at localhost") << u"http://localhost@evil.org/"_s << false;
        QTest::newRow("localhost in name") << u"http://localhost.evil.org/"_s << false;
        QTest::newRow("backslash") << u"https://evil.org\\.example.com/x"_s << false;
        QTest::newRow("slash in star") << u"https://evil.org/.example.com/x"_s << false;
        QTest::newRow("query before host") << u"https://evil.org?.example.com/x"_s << false;
        QTest::newRow("fragment") << u"https://app.example.com/x#y"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("line break") << u"http://localhost/\r\nX: y"_s << false;
        QTest::newRow("relative") << u"/login/callback"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void redirectsGoOnlyWhereTheyMay()
    {
        QFETCH(QString, target);
        QFETCH(bool, allowed);
        const QStringList patterns{u"https://*.example.com/**"_s,
                                   u"http://127.0.0.1:7000/cb"_s,
                                   u"https://one.test/a/*/z"_s};
        QCOMPARE(isRedirectAllowed(target, patterns), allowed);
    }

    void aChangedUserIsWhatALoadWouldGive()
    {
        Opened opened;
        auto &registry = *opened.registry;
        const auto bob = registry.directory().user(u"bob")->id;
        QCOMPARE(problem(registry.putUser(
                     parsed(R"({"userName":"bob","givenName":"Bobby","roleCollections":[]})"))),
                 QString());
        QCOMPARE(problem(registry.putUser(parsed(R"({"userName":"eve","origin":"corp"})"))),
                 QString());
        QCOMPARE(problem(registry.removeUser(u"dave"_s)), QString());
        const auto fresh = std::move(*Registry::load(*opened.state));
        const auto listed = [](const Registry &one) {
            QStringList users;
            for (const auto &user : one.directory().users)
                users << QString::fromUtf8(xsuaa::toJson(user).toCompact());
            return users;
        };
        QCOMPARE(listed(registry), listed(*fresh));
        QCOMPARE(registry.userById(bob)->givenName, u"Bobby"_s);
        for (const auto *one : {&registry, fresh.get()}) {
            QVERIFY(one->logon(u"bob"_s, u"sap.default"_s, Secret(u"bob"_s)) != nullptr);
            QVERIFY(one->logon(u"eve"_s, u"corp"_s, Secret(u"eve"_s)) != nullptr);
            QVERIFY(one->logon(u"dave"_s, u"sap.default"_s, Secret(u"dave"_s)) == nullptr);
        }
    }

    void everybodyIsFoundAfterOneHasGone()
    {
        Opened box;
        for (const auto &name : {u"x"_s, u"y"_s, u"z"_s})
            QVERIFY(box.registry->putUser(Json::object({{u"userName"_s, name}})));
        const auto gone = box.registry->user(u"y"_s, u"sap.default"_s)->id;
        QVERIFY(box.registry->removeUser(u"y"_s));
        QVERIFY(box.registry->putUser(Json::object({{u"userName"_s, u"w"_s}})));
        for (const auto &user : box.registry->directory().users) {
            QCOMPARE(box.registry->user(user.userName, user.origin), &user);
            QCOMPARE(box.registry->userById(user.id), &user);
        }
        QCOMPARE(box.registry->user(u"y"_s, u"sap.default"_s), nullptr);
        QCOMPARE(box.registry->userById(gone), nullptr);
        QVERIFY(box.registry->logon(u"z"_s, u"sap.default"_s, Secret(u"z"_s)) != nullptr);
        QCOMPARE(box.registry->logon(u"y"_s, u"sap.default"_s, Secret(u"y"_s)), nullptr);
    }

    void aDeletedCollectionIsTakenFromItsUsers()
    {
        Opened opened;
        auto &registry = *opened.registry;
        QCOMPARE(problem(registry.removeRoleCollection(u"Sample Viewers"_s)), QString());
        QCOMPARE(registry.directory().user(u"bob")->roleCollections, QStringList());
        QVERIFY(registry.logon(u"bob"_s, u"sap.default"_s, Secret(u"bob"_s)) != nullptr);
    }

    void aRevocationIsForgottenOnceNothingOfItCanBeTaken()
    {
        const Opened opened;
        auto &registry = *opened.registry;
        const auto token = [](const QString &id, qint64 expiresSeconds) {
            RefreshToken made;
            made.id = id;
            made.expiresSeconds = expiresSeconds;
            return made;
        };
        constexpr qint64 year = 31'536'000;
        QVERIFY(revokeUser(registry, u"alice"_s)); // a count, which never ends
        QVERIFY(revokeToken(registry, token(u"first"_s, 200), 100));
        QVERIFY(revokeToken(registry, token(u"second"_s, 200), 100 + year - 1));
        // One that was refreshed from it may live as long.
        QVERIFY(isRevoked(registry, token(u"first"_s, 100 + year)));
        QVERIFY(revokeToken(registry, token(u"third"_s, 200), 100 + year));
        QVERIFY(!registry.item(kind::revocation, u"token first"_s));
        QCOMPARE(registry.items(kind::revocation).size(), 3);
        QCOMPARE(userGeneration(registry, u"alice"_s), 1);
        QVERIFY(isRevoked(registry, token(u"second"_s, 200)));
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
