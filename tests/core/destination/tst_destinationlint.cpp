// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/lint.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json with(std::initializer_list<std::pair<QString, QString>> changes)
{
    auto json = Json::object({{u"Name"_s, u"S4"_s},
                              {u"Type"_s, u"HTTP"_s},
                              {u"URL"_s, u"https://s4.example.com"_s},
                              {u"ProxyType"_s, u"Internet"_s},
                              {u"Authentication"_s, u"NoAuthentication"_s}});
    for (const auto &[name, value] : changes) {
        if (value.isNull())
            json.remove(name);
        else
            json.set(name, value);
    }
    return json;
}

QStringList idsOf(const Json &properties)
{
    QStringList ids;
    for (const auto &problem : destination::lint(properties))
        ids << problem.id + u' ' + problem.property;
    return ids;
}

} // namespace

class TestDestinationLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<Json>("properties");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, const Json &json, const QStringList &ids) {
            QTest::newRow(name) << json << ids;
        };
        const QString none;
        const auto http = u"http://s4virtual:44300"_s;
        row("nothing", with({}), {});
        row("no name", with({{u"Name"_s, none}}), {u"destination-incomplete Name"_s});
        row("no URL", with({{u"URL"_s, none}}), {u"destination-incomplete URL"_s});
        row("no scheme",
            with({{u"URL"_s, u"s4.example.com"_s}}),
            {u"destination-incomplete URL"_s});
        row("proxy type in lower case",
            with({{u"ProxyType"_s, u"onpremise"_s}}),
            {u"proxy-type-misspelt ProxyType"_s});
        row("proxy type unknown",
            with({{u"ProxyType"_s, u"Direct"_s}}),
            {u"proxy-type-misspelt ProxyType"_s});
        row("principal propagation over the Internet",
            with({{u"Authentication"_s, u"PrincipalPropagation"_s}}),
            {u"principal-propagation-over-internet ProxyType"_s});
        row("healthy principal propagation",
            with({{u"Authentication"_s, u"PrincipalPropagation"_s},
                  {u"ProxyType"_s, u"OnPremise"_s},
                  {u"URL"_s, http},
                  {u"sap-client"_s, u"100"_s}}),
            {});
        row("virtual host over https, client missing",
            with({{u"ProxyType"_s, u"OnPremise"_s}, {u"URL"_s, u"https://v:1"_s}}),
            {u"virtual-host-over-https URL"_s, u"backend-client-missing sap-client"_s});
        row("virtual host without proxy",
            with({{u"URL"_s, http}}),
            {u"virtual-host-without-proxy ProxyType"_s});
        row("localhost is no virtual host", with({{u"URL"_s, u"http://localhost:4004"_s}}), {});
        row("location id over the Internet",
            with({{u"CloudConnectorLocationId"_s, u"A"_s}}),
            {u"destination-property-without-effect CloudConnectorLocationId"_s});
        row("Basic without a password",
            with({{u"Authentication"_s, u"BasicAuthentication"_s}, {u"User"_s, u"u"_s}}),
            {u"destination-incomplete Password"_s});
        row("client credentials with a certificate",
            with({{u"Authentication"_s, u"OAuth2ClientCredentials"_s},
                  {u"tokenServiceURL"_s, u"https://uaa.example.com/oauth/token"_s},
                  {u"clientId"_s, u"c"_s},
                  {u"tokenService.KeyStoreLocation"_s, u"c.p12"_s}}),
            {});
        row("client credentials without anything",
            with({{u"Authentication"_s, u"OAuth2ClientCredentials"_s}}),
            {u"destination-incomplete tokenServiceURL"_s,
             u"destination-incomplete clientId"_s,
             u"destination-incomplete clientSecret"_s});
        row("token URL without a path",
            with({{u"Authentication"_s, u"OAuth2UserTokenExchange"_s},
                  {u"tokenServiceURL"_s, u"https://uaa.example.com"_s},
                  {u"clientId"_s, u"c"_s},
                  {u"clientSecret"_s, u"s"_s}}),
            {u"destination-token-url-without-path tokenServiceURL"_s});
        row("a template for tenants",
            with({{u"Authentication"_s, u"OAuth2ClientCredentials"_s},
                  {u"tokenServiceURL"_s, u"https://{tenant}.uaa.example.com/oauth/token"_s},
                  {u"tokenServiceURLType"_s, u"Common"_s},
                  {u"clientId"_s, u"c"_s},
                  {u"clientSecret"_s, u"s"_s}}),
            {});
        row("authentication type unknown",
            with({{u"Authentication"_s, u"principalPropagation"_s}}),
            {u"destination-type-unsupported Authentication"_s});
        row("no authentication",
            with({{u"Authentication"_s, none}}),
            {u"destination-incomplete Authentication"_s});
        row("RFC", with({{u"Type"_s, u"RFC"_s}}), {u"destination-type-unsupported Type"_s});
        row("a property in another case",
            with({{u"tokenServiceUrl"_s, u"x"_s}}),
            {u"destination-property-misspelt tokenServiceUrl"_s});
        row("blanks",
            with({{u"sap-client"_s, u"100 "_s}}),
            {u"destination-value-with-blanks sap-client"_s});
        row("TrustAll",
            with({{u"TrustAll"_s, u"true"_s}}),
            {u"destination-trusts-every-certificate TrustAll"_s});
        row("forwarded token beside Basic",
            with({{u"Authentication"_s, u"BasicAuthentication"_s},
                  {u"User"_s, u"u"_s},
                  {u"Password"_s, u"p"_s},
                  {u"HTML5.ForwardAuthToken"_s, u"true"_s}}),
            {u"destination-forwards-token Authentication"_s});
        row("secrets in clear",
            with({{u"Authentication"_s, u"BasicAuthentication"_s},
                  {u"URL"_s, u"http://s4.example.com"_s},
                  {u"User"_s, u"u"_s},
                  {u"Password"_s, u"p"_s}}),
            {u"destination-secret-in-clear URL"_s});
        row("secrets in clear to a name that begins like loopback",
            with({{u"Authentication"_s, u"BasicAuthentication"_s},
                  {u"URL"_s, u"http://127.example.com"_s},
                  {u"User"_s, u"u"_s},
                  {u"Password"_s, u"p"_s}}),
            {u"destination-secret-in-clear URL"_s});
        row("nothing leaves this machine",
            with({{u"Authentication"_s, u"BasicAuthentication"_s},
                  {u"URL"_s, u"http://dev.localhost:4004"_s},
                  {u"User"_s, u"u"_s},
                  {u"Password"_s, u"p"_s}}),
            {});
    }

    void tells()
    {
        QFETCH(Json, properties);
        QTEST(idsOf(properties), "ids");
    }

    void aBoundInstanceOfThatNameComesFirst()
    {
        const auto problems = destination::lint(with({}), {u"S4"_s});
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems.front().id, u"destination-shadowed-by-binding"_s);
        QVERIFY(destination::lint(with({}), {u"other"_s}).empty());
    }

    void aMisspeltAuthenticationIsPutRight()
    {
        const auto problems =
            destination::lint(with({{u"Authentication"_s, u"PrincipalPropagtion"_s}}));
        QCOMPARE(problems.size(), size_t(1));
        QVERIFY2(problems.front().sentence.contains(u"PrincipalPropagation"_s),
                 qPrintable(problems.front().sentence));
    }
};

QTEST_GUILESS_MAIN(TestDestinationLint)
#include "tst_destinationlint.moc"
