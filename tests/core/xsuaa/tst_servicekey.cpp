// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jwk.h"
#include "core/xsuaa/keyhealth.h"
#include "core/xsuaa/keytexts.h"
#include "core/xsuaa/servicekey.h"
#include "tests/support/testcertificates.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

namespace {

const QByteArray bare =
    "{\"clientid\":\"sb-shop!t1\",\"clientsecret\":\"s3cr$et=\",\"url\":\"https://"
    "dev.authentication.eu10.hana.ondemand.com\","
    " \"uaadomain\":\"authentication.eu10.hana.ondemand.com\",\"xsappname\":\"shop!t1\",\"zoneid\":"
    "\"z-1\",\"identityzone\":\"dev\",\"credential-type\":\"binding-secret\"}";
const QByteArray destination =
    "{\"clientid\":\"sb-clone!b1|destination-xsappname!b9\",\"clientsecret\":\"x\",\"url\":\"https:"
    "//dev.auth.example\",\"uri\":\"https://"
    "destination-configuration.cfapps.example\",\"xsappname\":\"clone!b1|destination-xsappname!"
    "b9\",\"instanceid\":\"i\"}";
const QByteArray connectivity =
    "{\"clientid\":\"sb-c!b1\",\"clientsecret\":\"x\",\"url\":\"https://"
    "dev.auth.example\",\"onpremise_proxy_host\":\"proxy.internal\",\"onpremise_proxy_http_port\":"
    "\"20003\",\"onpremise_proxy_port\":\"20003\"}";

QByteArray quoted(const QByteArray &json)
{
    return text::Json(QString::fromUtf8(json)).toCompact();
}

QByteArray base64Fields(const QByteArray &json)
{
    const auto parsed = text::parseJson(json).value();
    auto data = text::Json::object();
    for (const auto &member : parsed.members())
        data.set(member.name, QString::fromLatin1(member.value.toString().toUtf8().toBase64()));
    return data.toCompact();
}

// As kubectl prints it: kubectl get secret uaa -o yaml
QByteArray kubernetesYaml(const QByteArray &json)
{
    QByteArray yaml = "apiVersion: v1\ndata:\n";
    const auto fields = text::parseJson(base64Fields(json)).value();
    for (const auto &member : fields.members())
        yaml += "  " + member.name.toUtf8() + ": " + member.value.toString().toUtf8() + '\n';
    return yaml + "kind: Secret\nmetadata:\n  name: uaa\ntype: Opaque\n";
}

QByteArray vcap(const QByteArray &credentials)
{
    return "{\"xsuaa\":[{\"label\":\"xsuaa\",\"name\":\"uaa\",\"instance_name\":\"my-uaa\","
           "\"credentials\":"
        + credentials
        + "}],\"destination\":[{\"label\":\"destination\",\"name\":\"dest\",\"credentials\":"
        + destination + "}]}";
}

bool complains(const ServiceKey &key, QLatin1StringView word)
{
    return std::any_of(key.problems.begin(), key.problems.end(), [word](const Error &problem) {
        return problem.sentence.contains(word);
    });
}

} // namespace

class TestServiceKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShape_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<int>("problems");
        QTest::newRow("bare") << bare << u"service-key"_s << 0;
        QTest::newRow("wrapped") << QByteArray("{\"credentials\":" + bare + '}')
                                 << u"cf service-key"_s << 0;
        QTest::newRow("wrapped twice")
            << QByteArray("{\"credentials\":{\"credentials\":" + bare + "}}") << u"cf service-key"_s
            << 1;
        QTest::newRow("text before, as cf prints") << QByteArray(
            "Getting key k for service instance i as u@example.com...\n\n" + bare + "\n")
                                                   << u"cf service-key"_s << 1;
        QTest::newRow("text before and after")
            << QByteArray("$ cf service-key i k\n{\"credentials\": " + bare + "}\nOK\n")
            << u"cf service-key"_s << 1;
        QTest::newRow("byte order mark")
            << QByteArray("\xEF\xBB\xBF" + bare) << u"cf service-key"_s << 1;
        QTest::newRow("VCAP_SERVICES") << vcap(bare) << u"VCAP_SERVICES"_s << 0;
        QTest::newRow("line of .env")
            << QByteArray("VCAP_SERVICES='" + vcap(bare) + "'\n") << u"VCAP_SERVICES"_s << 1;
        QTest::newRow("default-env.json")
            << QByteArray("{\"PORT\":1,\"VCAP_SERVICES\":" + vcap(bare) + '}')
            << u"default-env.json"_s << 0;
        QTest::newRow("default-env.json with text")
            << QByteArray("{\"VCAP_SERVICES\":" + quoted(vcap(bare)) + '}') << u"default-env.json"_s
            << 0;
        QTest::newRow("user-provided with a tag")
            << QByteArray("{\"user-provided\":[{\"label\":\"user-provided\",\"name\":\"u\","
                          "\"tags\":[\"xsuaa\"],\"credentials\":"
                          + bare + "}]}")
            << u"VCAP_SERVICES"_s << 0;
        QTest::newRow(".cdsrc-private.json") << QByteArray(
            "{\"requires\":{\"auth\":{\"kind\":\"xsuaa\",\"credentials\":" + bare + "}}}")
                                             << u".cdsrc-private.json"_s << 0;
        QTest::newRow(".cdsrc-private.json with a profile")
            << QByteArray("{\"requires\":{\"[hybrid]\":{\"auth\":{\"credentials\":" + bare + "}}}}")
            << u".cdsrc-private.json"_s << 0;
        QTest::newRow("profile outside")
            << QByteArray("{\"[hybrid]\":{\"requires\":{\"auth\":{\"credentials\":" + bare + "}}}}")
            << u".cdsrc-private.json"_s << 0;
        QTest::newRow("package.json") << QByteArray(
            "{\"name\":\"x\",\"cds\":{\"requires\":{\"auth\":{\"[hybrid]\":{\"credentials\":" + bare
            + "}}}}}") << u".cdsrc-private.json"_s
                                      << 0;
        QTest::newRow("service list")
            << QByteArray("[{\"label\":\"xsuaa\",\"name\":\"uaa\",\"credentials\":" + bare + "}]")
            << u"service list"_s << 0;
        QTest::newRow("JSON in a text") << quoted(bare) << u"service-key"_s << 0;
        QTest::newRow("Kubernetes, a field each") << QByteArray(
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"uaa\"},\"data\":"
            + base64Fields(bare) + '}') << u"Kubernetes secret"_s
                                                  << 0;
        QTest::newRow("Kubernetes, one field") << QByteArray(
            "{\"kind\":\"Secret\",\"data\":{\"credentials\":\"" + bare.toBase64() + "\"}}")
                                               << u"Kubernetes secret"_s << 0;
        QTest::newRow("btp services/binding") << QByteArray(
            R"({"id":"b","ready":true,"name":"k","service_instance_id":"i","credentials":)" + bare
            + '}') << u"btp services/binding"_s
                                              << 0;
        QTest::newRow("Base64 around it") << bare.toBase64() << u"service-key"_s << 1;
        QTest::newRow("Kubernetes, as YAML") << kubernetesYaml(bare) << u"Kubernetes secret"_s << 0;
        QTest::newRow("lines, as btp prints them") << QByteArray(
            "Retrieving...\n\nclient id:      sb-shop!t1\nClient-Secret:  s3cr$et=\n"
            "token URL:      https://dev.authentication.eu10.hana.ondemand.com\n"
            "xsappname:      shop!t1\nuaadomain: authentication.eu10.hana.ondemand.com\n"
            "zone id = z-1\nidentityzone: dev\ncredential-type: binding-secret\n\nOK\n")
                                                   << u"btp output"_s << 1;
    }
    void readsEveryShape()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, shape);
        QFETCH(int, problems);
        const auto key = readServiceKey(document, ServiceKind::Xsuaa);
        QVERIFY2(key, key ? "" : key.error().toString().toUtf8().constData());
        QCOMPARE(key->client.clientId, u"sb-shop!t1"_s);
        QCOMPARE(key->client.clientSecret.reveal(), QByteArray("s3cr$et="));
        QCOMPARE(key->xsappname, u"shop!t1"_s);
        QCOMPARE(key->client.uaaDomain, u"authentication.eu10.hana.ondemand.com"_s);
        QCOMPARE(key->client.zoneId, u"z-1"_s);
        QCOMPARE(key->credentialType, CredentialType::BindingSecret);
        QCOMPARE(key->shape, shape);
        QVERIFY2(int(key->problems.size()) == problems,
                 key->problems.empty() ? "none"
                                       : key->problems.front().sentence.toUtf8().constData());
    }

    void tellsServicesApart()
    {
        const QByteArray document = "{\"a\":[{\"credentials\":" + destination
            + "}],\"connectivity\":[{\"credentials\":" + connectivity + "}]}";
        const auto keys = readServiceKeys("[" + destination + ',' + connectivity + ']').value();
        QCOMPARE(keys.size(), size_t(2));
        QCOMPARE(keys[0].kind, ServiceKind::Destination);
        QCOMPARE(keys[0].destinationUri.host(), u"destination-configuration.cfapps.example"_s);
        QCOMPARE(keys[1].kind, ServiceKind::Connectivity);
        QCOMPARE(keys[1].proxyHost, u"proxy.internal"_s);
        QCOMPARE(keys[1].proxyPort, quint16(20003));
        QVERIFY(readServiceKey(document, ServiceKind::Connectivity));
        const auto missing = readServiceKey(document, ServiceKind::Xsuaa, u"f.json"_s);
        QVERIFY(!missing);
        QVERIFY(missing.error().sentence.contains("connectivity"_L1));
    }

    void businessServiceKeepsItsClientInside()
    {
        const auto keys =
            readServiceKeys("{\"endpoints\":{\"api\":\"https://x\"},\"uaa\":" + bare + '}').value();
        QCOMPARE(keys.front().kind, ServiceKind::Other);
        QCOMPARE(keys.front().client.clientId, u"sb-shop!t1"_s);
    }

    void certificateKeysMayHaveEscapedPem()
    {
        const auto jwk = jose::Jwk::generate(jose::Algorithm::ES256).value();
        auto json = text::parseJson(bare).value();
        json.remove(u"clientsecret");
        json.set(u"credential-type"_s, u"x509"_s);
        json.set(u"certurl"_s, u"https://dev.authentication.cert.eu10.hana.ondemand.com"_s);
        auto pem = jwk.toPrivatePem().reveal();
        json.set(u"key"_s, QString::fromLatin1(pem.replace("\n", "\\n")));
        json.set(u"certificate"_s, QString::fromLatin1(jwk.toPublicPem())); // parses as a key
        const auto key = readServiceKeys(json.toCompact())->front();
        QCOMPARE(key.credentialType, CredentialType::X509);
        QVERIFY(key.client.keyPem.reveal().count('\n') > 2);
        QVERIFY2(key.problems.empty(),
                 key.problems.empty() ? "" : key.problems.front().sentence.toUtf8().constData());
        QCOMPARE(tokenEndpoint(key.client).url.host(),
                 u"dev.authentication.cert.eu10.hana.ondemand.com"_s);
        json.remove(u"certurl");
        QVERIFY(complains(readServiceKeys(json.toCompact())->front(), "certurl"_L1));
    }

    void pemIsRepairedAndThatIsTold_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("told");
        QTest::newRow("none") << u"none"_s << QString();
        QTest::newRow("written out") << u"\\n"_s << u"written out"_s;
        QTest::newRow("written out twice") << u"\\\\n"_s << u"written out"_s;
        QTest::newRow("with carriage returns") << u"\\r\\n"_s << u"written out"_s;
        QTest::newRow("lost") << QString() << u"lost"_s;
        QTest::newRow("blanks") << u" "_s << u"lost"_s;
    }
    void pemIsRepairedAndThatIsTold()
    {
        QFETCH(QString, damage);
        QFETCH(QString, told);
        const auto authority = test::Certificate::authority(u"CA"_s);
        const auto leaf = authority.issue(u"sb-shop!t1"_s);
        auto json = text::parseJson(bare).value();
        json.remove(u"clientsecret");
        json.set(u"credential-type"_s, u"x509"_s);
        json.set(u"certurl"_s, u"https://dev.authentication.cert.eu10.hana.ondemand.com"_s);
        const auto damaged = [&damage](const QByteArray &pem) {
            auto text = QString::fromLatin1(pem);
            return damage == "none"_L1 ? text : text.replace(u'\n', damage);
        };
        json.set(u"certificate"_s, damaged(leaf.pem() + authority.pem()));
        json.set(u"key"_s, damaged(leaf.keyPem()));
        const auto key = readServiceKeys(json.toCompact())->front();
        QVERIFY2(key.problems.empty(),
                 key.problems.empty() ? "" : key.problems.front().sentence.toUtf8().constData());
        QCOMPARE(certificateChain(key.client).size(), size_t(2));
        QCOMPARE(key.repairs.size(), told.isEmpty() ? 0 : 2);
        for (const auto &repair : key.repairs)
            QVERIFY2(repair.contains(told), qPrintable(repair));
    }

    void aMountedSecretIsReadFromItsFolder()
    {
        const QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"xsuaa/my-uaa/..data"_s));
        const auto write = [&root](const QString &name, const QByteArray &content) {
            QFile file(root.filePath(u"xsuaa/my-uaa/"_s + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        const auto fields = text::parseJson(bare).value();
        for (const auto &member : fields.members())
            write(member.name, member.value.toString().toUtf8() + '\n');
        write(u"type"_s, "xsuaa");
        write(u".metadata"_s, "{}");
        write(u"..data/clientid"_s, "another");
        const auto document = documentOfFolder(root.path());
        QVERIFY(document);
        const auto keys = readServiceKeys(*document);
        QVERIFY(keys);
        QCOMPARE(keys->size(), size_t(1));
        QCOMPARE(keys->front().client.clientId, u"sb-shop!t1"_s);
        QCOMPARE(keys->front().client.clientSecret.reveal(), QByteArray("s3cr$et="));
        QCOMPARE(keys->front().name, u"my-uaa"_s);
        QCOMPARE(keys->front().kind, ServiceKind::Xsuaa);
        const QTemporaryDir empty;
        QCOMPARE(documentOfFolder(empty.path()).error().code, ErrorCode::NotFound);
    }

    void aSecretThatIsNoBase64IsTold()
    {
        const auto key = readServiceKeys(
            R"({"kind":"Secret","data":{"clientid":"c2ItYQ==","clientsecret":"***"}})");
        QVERIFY(key);
        QVERIFY(complains(key->front(), "clientsecret"_L1));
    }

    void tellsWhatIsMissingOrOdd_data()
    {
        QTest::addColumn<QString>("remove");
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("word");
        const QString none;
        QTest::newRow("no clientid") << u"clientid"_s << none << none << u"clientid"_s;
        QTest::newRow("no secret")
            << u"clientsecret"_s << u"credential-type"_s << none << u"neither"_s;
        QTest::newRow("hidden secret") << u"clientsecret"_s << none << none << u"clientsecret"_s;
        QTest::newRow("no url") << u"url"_s << none << none << u"token service"_s;
        QTest::newRow("no xsappname")
            << u"xsappname"_s << u"apiurl"_s << u"https://x"_s << u"xsappname"_s;
        QTest::newRow("no uaadomain") << u"uaadomain"_s << none << none << u"uaadomain"_s;
        QTest::newRow("relative url") << none << u"url"_s << u"dev.auth.example"_s << u"absolute"_s;
        QTest::newRow("scheme in the domain")
            << none << u"uaadomain"_s << u"http://auth.example"_s << u"http://"_s;
        QTest::newRow("slash in the domain")
            << none << u"uaadomain"_s << u"auth.example/"_s << u"slash"_s;
        QTest::newRow("verification key")
            << none << u"verificationkey"_s << u"-----BEGIN PUBLIC KEY-----"_s
            << u"verificationkey"_s;
    }
    void tellsWhatIsMissingOrOdd()
    {
        QFETCH(QString, remove);
        QFETCH(QString, set);
        QFETCH(QString, value);
        QFETCH(QString, word);
        auto json = text::parseJson(bare).value();
        json.remove(remove);
        if (!set.isEmpty())
            json.set(set, value);
        const auto key = readServiceKeys(json.toCompact())->front();
        QVERIFY(
            std::any_of(key.problems.begin(), key.problems.end(), [&word](const Error &problem) {
                return problem.sentence.contains(word);
            }));
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("cut off") << bare.chopped(1);
        QTest::newRow("comma too many") << QByteArray("{\n\"clientid\": \"x\",\n}");
        QTest::newRow("nothing in it") << QByteArray("{\"a\":1}");
        QTest::newRow("number") << QByteArray("7");
        QTest::newRow("VCAP_SERVICES is no JSON") << QByteArray("{\"VCAP_SERVICES\":\"{\"}");
        QTest::newRow("only bound by name")
            << QByteArray("{\"requires\":{\"auth\":{\"binding\":{\"type\":\"cf\",\"instance\":"
                          "\"i\",\"key\":\"k\"}}}}");
    }
    void refusesWithThePlace()
    {
        QFETCH(QByteArray, document);
        const auto keys = readServiceKeys(document, u"key.json"_s);
        QVERIFY(!keys);
        QVERIFY(keys.error().place.has_value());
        QCOMPARE(keys.error().place->file, u"key.json"_s);
        QVERIFY(keys.error().place->line > 0);
        QVERIFY(keys.error().sentence.endsWith(u'.'));
    }

    void placesCountInTheWholeDocument()
    {
        const auto keys = readServiceKeys("Getting key…\n\n{\n  \"clientid\": x\n}", u"k"_s);
        QCOMPARE(keys.error().place->line, 4);
    }

    // The rule of @sap/xssec 4.
    void tokenEndpointFollowsZoneAndCertificate()
    {
        auto client = readServiceKeys(bare)->front().client;
        QCOMPARE(tokenEndpoint(client).url,
                 QUrl(u"https://dev.authentication.eu10.hana.ondemand.com/oauth/token"_s));
        QCOMPARE(tokenEndpoint(client).zoneHeader, QString());
        const auto zoned = tokenEndpoint(client, u"z-2"_s);
        QCOMPARE(zoned.url, QUrl(u"https://authentication.eu10.hana.ondemand.com/oauth/token"_s));
        QCOMPARE(zoned.zoneHeader, u"z-2"_s);
        client.certificatePem = "x";
        QCOMPARE(tokenEndpoint(client, u"z-2"_s).url.host(),
                 u"authentication.cert.eu10.hana.ondemand.com"_s);
        client = {};
        client.url = QUrl(u"http://localhost:4600/some/path?x=1#f"_s);
        QCOMPARE(tokenEndpoint(client, u"z"_s).url, QUrl(u"http://localhost:4600/oauth/token"_s));
        client.uaaDomain = u"127.0.0.1:4601"_s;
        QCOMPARE(tokenEndpoint(client, u"z"_s).url, QUrl(u"https://127.0.0.1:4601/oauth/token"_s));
    }
};

QTEST_GUILESS_MAIN(TestServiceKey)
#include "tst_servicekey.moc"
