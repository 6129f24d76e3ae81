// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/destinationtokens.h"

#include "core/jose/base64url.h"
#include "core/sandbox/samlassertion.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

using destination::Authentication;

namespace {

constexpr qint64 assertionLifeSeconds = 600;

text::Json headerFor(const QString &value, const QString &name = u"Authorization"_s)
{
    return text::Json::object({{u"key"_s, name}, {u"value"_s, value}});
}

text::Json basicToken(const text::Json &properties)
{
    const QString pair = properties[u"User"].toString() + u':' + properties[u"Password"].toString();
    const QString value = QString::fromLatin1(pair.toUtf8().toBase64());
    return text::Json::object({{u"type"_s, u"Basic"_s},
                               {u"value"_s, value},
                               {u"http_header"_s, headerFor(u"Basic "_s + value)}});
}

// Everything is a string there, seconds too, and "error" must be absent.
text::Json bearerToken(const text::Json &answer)
{
    const QString value = answer[u"access_token"].toString();
    const auto &seconds = answer[u"expires_in"];
    auto token = text::Json::object(
        {{u"type"_s, u"Bearer"_s},
         {u"value"_s, value},
         {u"http_header"_s, headerFor(u"Bearer "_s + value)},
         {u"expires_in"_s,
          seconds.isString() ? seconds.toString() : QString::number(seconds.toInteger())}});
    if (answer.contains(u"scope"))
        token.set(u"scope"_s, answer[u"scope"].toString());
    return token;
}

} // namespace

DestinationTokens::DestinationTokens(Landscape &landscape, Input input, QObject *parent)
    : QObject(parent)
    , m_landscape(landscape)
    , m_input(std::move(input))
{ }

void DestinationTokens::start()
{
    QMetaObject::invokeMethod(this, &DestinationTokens::begin, Qt::QueuedConnection);
}

QString DestinationTokens::property(QStringView name) const
{
    return m_input.destination.properties[name].toString();
}

void DestinationTokens::begin()
{
    if (const auto error = m_landscape.fault(u"destination.token-error"); !error.isNull())
        return fail(error);
    switch (m_input.destination.authentication) {
    case Authentication::NoAuthentication:
    case Authentication::PrincipalPropagation:
    case Authentication::ClientCertificateAuthentication:
        Q_EMIT finished(this);
        return;
    case Authentication::BasicAuthentication:
        return end(basicToken(m_input.destination.properties));
    case Authentication::OAuth2ClientCredentials:
    case Authentication::OAuth2TechnicalUserPropagation:
        return request({{u"grant_type"_s, u"client_credentials"_s}});
    case Authentication::OAuth2Password:
        return request({{u"grant_type"_s, u"password"_s},
                        {u"username"_s, property(u"User")},
                        {u"password"_s, property(u"Password")}});
    case Authentication::OAuth2UserTokenExchange:
    case Authentication::OAuth2JWTBearer:
        return exchangeUser();
    case Authentication::OAuth2SAMLBearerAssertion:
        return samlBearer();
    case Authentication::SAMLAssertion:
        return samlAssertion();
    case Authentication::OAuth2RefreshToken:
        return refresh();
    case Authentication::OAuth2AuthorizationCode:
        return redeemCode();
    case Authentication::Unknown:
        break;
    }
    fail(u"The authentication type %1 is not known."_s.arg(m_input.destination.authenticationName));
}

void DestinationTokens::exchangeUser()
{
    if (m_input.userToken.isEmpty())
        return fail(u"Retrieval of OAuthToken failed: %1 needs a user token, and none came with "
                    u"the call."_s.arg(m_input.destination.authenticationName));
    request({{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s},
             {u"assertion"_s, QString::fromLatin1(m_input.userToken)}});
}

void DestinationTokens::refresh()
{
    if (m_input.refreshToken.isEmpty())
        return fail(u"Retrieval of OAuthToken failed: the header X-refresh-token is missing."_s);
    request({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, m_input.refreshToken}});
}

void DestinationTokens::redeemCode()
{
    if (m_input.code.isEmpty())
        return fail(u"Retrieval of OAuthToken failed: the header X-code is missing."_s);
    Fields fields{{u"grant_type"_s, u"authorization_code"_s},
                  {u"code"_s, m_input.code},
                  {u"redirect_uri"_s, m_input.redirectUri}};
    if (!m_input.codeVerifier.isEmpty())
        fields.append({u"code_verifier"_s, m_input.codeVerifier});
    request(fields);
}

// Whom the assertion is about: the claim that userIdSource names, or what the format asks for.
Result<QString> DestinationTokens::principal(const text::Json &claims) const
{
    auto source = property(u"userIdSource");
    if (source.isEmpty())
        source =
            property(u"nameIdFormat").endsWith("emailAddress"_L1) ? u"email"_s : u"user_name"_s;
    if (const auto name = claims[source].toString(); !name.isEmpty())
        return name;
    return Error{
        ErrorCode::Refused,
        u"Cannot determine user to propagate for %1 destination: the user token has no claim %2."_s
            .arg(m_input.destination.authenticationName, source)};
}

Result<QByteArray> DestinationTokens::assertion() const
{
    SamlAssertion saml;
    saml.nameId = property(u"SystemUser");
    if (saml.nameId.isEmpty()) {
        if (m_input.userToken.isEmpty())
            return Error{ErrorCode::Refused,
                         u"%1 needs a user token, and none came with the call."_s.arg(
                             m_input.destination.authenticationName)};
        const auto claims = m_landscape.verifyToken(m_input.userToken);
        const auto name = claims ? principal(*claims) : Result<QString>(claims.error());
        if (!name)
            return name.error();
        saml.nameId = *name;
        const auto groups = (*claims)[u"xs.system.attributes"][u"xs.saml.groups"].toStringList();
        if (!groups.isEmpty())
            saml.attributes.append({u"Groups"_s, groups});
    }
    if (!property(u"nameIdFormat").isEmpty())
        saml.nameIdFormat = property(u"nameIdFormat");
    if (!property(u"authnContextClassRef").isEmpty())
        saml.authnContext = property(u"authnContextClassRef");
    saml.audience = property(u"audience");
    saml.recipient = tokenServiceUrl().toString();
    saml.notBeforeSeconds = m_landscape.clock().nowSeconds();
    saml.notOnOrAfterSeconds = saml.notBeforeSeconds + assertionLifeSeconds;
    return signedSaml(saml, m_landscape);
}

void DestinationTokens::samlBearer()
{
    const auto xml = assertion();
    if (!xml)
        return fail(u"Retrieval of OAuthToken failed due to: "_s + xml.error().sentence);
    request({{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s},
             {u"assertion"_s, QString::fromLatin1(jose::toBase64Url(*xml))}});
}

void DestinationTokens::samlAssertion()
{
    const auto xml = assertion();
    if (!xml)
        return fail(u"Creation of the SAML assertion failed due to: "_s + xml.error().sentence);
    const auto value = QString::fromLatin1(xml->toBase64());
    end(text::Json::object({{u"type"_s, u"SAML2.0"_s},
                            {u"value"_s, value},
                            {u"http_header"_s, headerFor(u"SAML2.0 "_s + value)},
                            {u"expires_in"_s, QString::number(assertionLifeSeconds)}}));
}

// A common token service has a host for every tenant.
QUrl DestinationTokens::tokenServiceUrl() const
{
    auto text = property(u"tokenServiceURL");
    if (!m_input.tenant.isEmpty() && property(u"tokenServiceURLType") == "Common"_L1) {
        if (text.contains("{tenant}"_L1))
            text.replace("{tenant}"_L1, m_input.tenant);
        else
            text.replace("://"_L1, u"://"_s + m_input.tenant + u'.');
    }
    return QUrl(text, QUrl::StrictMode);
}

void DestinationTokens::request(const Fields &asked)
{
    const auto url = tokenServiceUrl();
    if (!url.isValid() || url.host().isEmpty()) {
        fail(u"Retrieval of OAuthToken failed: the property tokenServiceURL is missing or no "
             u"URL."_s);
        return;
    }
    http::ClientRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Accept", "application/json"},
                       {"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"}};
    auto fields = asked;
    if (!property(u"scope").isEmpty())
        fields.append({u"scope"_s, property(u"scope")});
    // SAML destinations spell it clientKey; the secret of all may also go as Basic.
    const auto id =
        property(u"clientId").isEmpty() ? property(u"clientKey") : property(u"clientId");
    fields.append({u"client_id"_s, id});
    if (const auto user = property(u"tokenServiceUser"); !user.isEmpty()) {
        const QString pair = user + u':' + property(u"tokenServicePassword");
        request.headers.add("Authorization", "Basic " + pair.toUtf8().toBase64());
    } else {
        fields.append({u"client_secret"_s, property(u"clientSecret")});
    }
    request.body = http::toForm(fields);
    request.tls = m_input.tls;
    request.observer = u"destination"_s;
    const auto &backend = m_landscape.endpoints().backendUrl;
    const bool foreign = url.host() == backend.host() && url.port() == backend.port();
    request.callee = foreign ? u"backend"_s : u"xsuaa"_s;
    auto *job = m_landscape.client().send(request, this);
    connect(job, &http::ClientJob::finished, this, &DestinationTokens::take);
    job->start();
}

void DestinationTokens::take(http::ClientJob *job)
{
    job->deleteLater();
    const auto &exchange = job->exchange();
    if (exchange.failure) {
        fail(u"Retrieval of OAuthToken failed due to: "_s + exchange.failure->sentence);
        return;
    }
    const auto answer = text::parseJson(exchange.response.body);
    if (exchange.response.status == 200 && answer
        && !(*answer)[u"access_token"].toString().isEmpty()) {
        const bool technical =
            m_input.destination.authentication == Authentication::OAuth2TechnicalUserPropagation;
        auto token = bearerToken(*answer);
        if (technical) // the proxy's business, not the target's
            token.set(u"http_header"_s,
                      headerFor(u"Bearer "_s + token[u"value"].toString(),
                                u"SAP-Connectivity-Technical-Authentication"_s));
        end(token);
        return;
    }
    fail(u"Retrieval of OAuthToken failed due to: token service answered %1. Response was: "_s.arg(
             exchange.response.status)
         + QString::fromUtf8(exchange.response.body.left(2000)));
}

void DestinationTokens::end(const text::Json &token)
{
    m_tokens = text::Json::array();
    m_tokens.append(token);
    Q_EMIT finished(this);
}

void DestinationTokens::fail(const QString &error)
{
    end(text::Json::object({{u"type"_s, QString()},
                            {u"value"_s, QString()},
                            {u"error"_s, error},
                            {u"expires_in"_s, u"0"_s}}));
}

} // namespace tokentrail::sandbox
