// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/destinationtokens.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

using destination::Authentication;

namespace {

text::Json headerFor(const QString &value)
{
    return text::Json::object({{u"key"_s, u"Authorization"_s}, {u"value"_s, value}});
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

DestinationTokens::DestinationTokens(http::Client &client, Input input, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_input(std::move(input))
{ }

void DestinationTokens::start()
{
    QMetaObject::invokeMethod(this, &DestinationTokens::begin, Qt::QueuedConnection);
}

void DestinationTokens::begin()
{
    const auto &properties = m_input.destination.properties;
    switch (m_input.destination.authentication) {
    case Authentication::NoAuthentication:
    case Authentication::PrincipalPropagation:
    case Authentication::ClientCertificateAuthentication:
        Q_EMIT finished(this);
        return;
    case Authentication::BasicAuthentication:
        end(basicToken(properties));
        return;
    case Authentication::OAuth2ClientCredentials:
        request({{u"grant_type"_s, u"client_credentials"_s}});
        return;
    case Authentication::OAuth2Password:
        request({{u"grant_type"_s, u"password"_s},
                 {u"username"_s, properties[u"User"].toString()},
                 {u"password"_s, properties[u"Password"].toString()}});
        return;
    case Authentication::OAuth2UserTokenExchange:
    case Authentication::OAuth2JWTBearer:
        if (m_input.userToken.isEmpty()) {
            fail(u"Retrieval of OAuthToken failed: %1 needs a user token, and none came with the "
                 u"call."_s.arg(m_input.destination.authenticationName));
            return;
        }
        request({{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s},
                 {u"assertion"_s, QString::fromLatin1(m_input.userToken)}});
        return;
    case Authentication::OAuth2SAMLBearerAssertion:
    case Authentication::SAMLAssertion:
    case Authentication::OAuth2RefreshToken:
    case Authentication::OAuth2TechnicalUserPropagation:
    case Authentication::OAuth2AuthorizationCode:
    case Authentication::Unknown:
        break;
    }
    fail(u"The sandbox does not emulate the authentication type %1 yet."_s.arg(
        m_input.destination.authenticationName));
}

void DestinationTokens::request(const QList<std::pair<QString, QString>> &fields)
{
    const auto &properties = m_input.destination.properties;
    const QUrl url(properties[u"tokenServiceURL"].toString(), QUrl::StrictMode);
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
    request.body = http::toForm(fields
                                + QList<std::pair<QString, QString>>{
                                    {u"client_id"_s, properties[u"clientId"].toString()},
                                    {u"client_secret"_s, properties[u"clientSecret"].toString()}});
    request.tls = m_input.tls;
    request.observer = u"destination"_s;
    request.callee = u"xsuaa"_s;
    auto *job = m_client.send(request, this);
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
        end(bearerToken(*answer));
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
