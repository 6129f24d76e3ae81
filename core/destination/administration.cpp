// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/administration.h"

#include "core/base/redactor.h"

#include <QMetaObject>

namespace tokentrail::destination {

using namespace Qt::StringLiterals;
using text::Json;
using Verb = AdministrationInput::Verb;

namespace {

QByteArray methodOf(Verb verb)
{
    switch (verb) {
    case Verb::List:
    case Verb::Get:
    case Verb::Find:
        return "GET";
    case Verb::Create:
        return "POST";
    case Verb::Update:
        return "PUT";
    case Verb::Remove:
        return "DELETE";
    }
    return "GET";
}

QUrl urlOf(const AdministrationInput &input)
{
    QByteArray url = input.key.destinationUri.toEncoded();
    while (url.endsWith('/'))
        url.chop(1);
    url += "/destination-configuration/v1/";
    url += input.verb == Verb::Find        ? "destinations"
        : input.level == Level::Subaccount ? "subaccountDestinations"
                                           : "instanceDestinations";
    if (input.verb == Verb::Get || input.verb == Verb::Remove || input.verb == Verb::Find)
        url += '/' + QUrl::toPercentEncoding(input.name);
    return QUrl::fromEncoded(url);
}

http::ClientRequest tokenRequest(const AdministrationInput &input)
{
    const auto &client = input.key.client;
    const auto endpoint = xsuaa::tokenEndpoint(client);
    http::ClientRequest request;
    request.method = "POST";
    request.url = endpoint.url;
    request.tls = input.tls;
    request.callee = u"xsuaa"_s;
    request.headers = {{"Accept", "application/json"},
                       {"User-Agent", "tokentrail-console"},
                       {"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"}};
    QList<std::pair<QString, QString>> fields{{u"grant_type"_s, u"client_credentials"_s},
                                              {u"client_id"_s, client.clientId}};
    if (client.certificatePem.isEmpty()) {
        fields.append({u"client_secret"_s, QString::fromUtf8(client.clientSecret.reveal())});
    } else {
        request.tls.clientCertificatePem = client.certificatePem;
        request.tls.clientKeyPem = client.keyPem;
    }
    request.body = http::toForm(fields);
    return request;
}

QString said(const http::Response &response)
{
    const auto json = text::parseJson(response.body);
    for (const auto &name : {u"ErrorMessage"_s, u"error_description"_s, u"message"_s}) {
        if (json && (*json)[name].isString())
            return redactor::text((*json)[name].toString());
    }
    return redactor::text(QString::fromUtf8(response.body.left(200)));
}

ErrorCode codeOf(int status)
{
    return status == 404 ? ErrorCode::NotFound
        : status == 409  ? ErrorCode::Conflict
                         : ErrorCode::Refused;
}

} // namespace

QString nameOf(Level level)
{
    return level == Level::Subaccount ? u"subaccount"_s : u"instance"_s;
}

AdministrationJob::AdministrationJob(http::Client &client,
                                     AdministrationInput input,
                                     QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_input(std::move(input))
    , m_result(Json())
{ }

void AdministrationJob::start()
{
    QMetaObject::invokeMethod(this, &AdministrationJob::begin, Qt::QueuedConnection);
}

void AdministrationJob::begin()
{
    if (m_input.key.destinationUri.isEmpty() || m_input.key.client.clientId.isEmpty())
        return end(Error{ErrorCode::InvalidInput,
                         u"This is no complete key of a Destination service: uri and clientid are "
                         u"needed."_s});
    send(tokenRequest(m_input), &AdministrationJob::takeToken);
}

void AdministrationJob::send(const http::ClientRequest &request,
                             void (AdministrationJob::*then)(const http::Exchange &))
{
    auto *job = m_client.send(request, this);
    connect(job, &http::ClientJob::finished, this, [this, then](http::ClientJob *done) {
        m_exchanges.append(done->exchange());
        done->deleteLater();
        (this->*then)(m_exchanges.constLast());
    });
    job->start();
}

void AdministrationJob::takeToken(const http::Exchange &exchange)
{
    if (exchange.failure)
        return end(*exchange.failure);
    const auto json = text::parseJson(exchange.response.body);
    const auto token = json ? (*json)[u"access_token"].toString() : QString();
    if (exchange.response.status != 200 || token.isEmpty())
        return end(Error{ErrorCode::Refused,
                         u"The token service answered %1 to the client of the key: %2"_s.arg(
                             QString::number(exchange.response.status), said(exchange.response))});
    http::ClientRequest request;
    request.method = methodOf(m_input.verb);
    request.url = urlOf(m_input);
    request.tls = m_input.tls;
    request.callee = u"destination"_s;
    request.headers = {{"Accept", "application/json"},
                       {"User-Agent", "tokentrail-console"},
                       {"Authorization", "Bearer " + token.toLatin1()}};
    if (m_input.verb == Verb::Find && !m_input.userToken.isEmpty())
        request.headers.add("X-user-token", m_input.userToken.reveal());
    if (m_input.verb == Verb::Create || m_input.verb == Verb::Update) {
        request.headers.add("Content-Type", "application/json");
        request.body = m_input.properties.toCompact();
    }
    send(request, &AdministrationJob::takeAnswer);
}

void AdministrationJob::takeAnswer(const http::Exchange &exchange)
{
    if (exchange.failure)
        return end(*exchange.failure);
    const auto status = exchange.response.status;
    if (status < 200 || status > 299)
        return end(Error{codeOf(status),
                         u"The Destination service answered %1: %2"_s.arg(
                             QString::number(status), said(exchange.response))});
    if (exchange.response.body.trimmed().isEmpty())
        return end(Json::object());
    const auto json = text::parseJson(exchange.response.body);
    if (!json)
        return end(Error{ErrorCode::Refused,
                         u"The Destination service answered something that is no JSON."_s});
    end(*json);
}

void AdministrationJob::end(const Result<Json> &result)
{
    m_result = result;
    Q_EMIT finished(this);
}

} // namespace tokentrail::destination
