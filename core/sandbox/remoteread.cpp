// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/remoteread.h"

#include "core/destination/sdktexts.h"
#include "core/sandbox/answers.h"
#include "core/sandbox/boundkey.h"
#include "core/sandbox/capanswers.h"

#include <QDateTime>
#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

constexpr auto remoteColumns =
    "FunctionalLocation,FunctionalLocationName,FunctionalLocationCategory,MaintenancePlant,"
    "CreationDate,LastChangedByUser";

// As CAP turns rows of V2 into its own: no __metadata, dates in ISO 8601.
text::Json rowFromV2(const text::Json &row)
{
    auto out = text::Json::object();
    for (const auto &member : row.members()) {
        if (member.name == u"__metadata")
            continue;
        const QString value = member.value.toString();
        if (value.startsWith(u"/Date("_s)) {
            const auto ms = QStringView(value).sliced(6, value.size() - 8).toLongLong();
            const auto moment = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
            out.set(member.name, moment.toString(u"yyyy-MM-dd"_s));
        } else {
            out.set(member.name, member.value);
        }
    }
    return out;
}

// error.message.value of V2, error.message of V4, else what axios says.
QString messageOf(const http::Response &response)
{
    const auto json = text::parseJson(response.body);
    const auto message = json ? (*json)[u"error"][u"message"] : text::Json();
    if (message[u"value"].isString())
        return message[u"value"].toString();
    return message.isString() ? message.toString()
                              : destination::sdk::statusFailed(response.status);
}

} // namespace

RemoteRead::RemoteRead(Landscape &landscape, Input input, QObject *parent)
    : QObject(parent)
    , m_landscape(landscape)
    , m_input(std::move(input))
{ }

void RemoteRead::start()
{
    QMetaObject::invokeMethod(this, &RemoteRead::begin, Qt::QueuedConnection);
}

void RemoteRead::begin()
{
    auto input = chainInput();
    if (!input) {
        fail({input.error().sentence});
        return;
    }
    auto *chain = new destination::Chain(m_landscape.client(), std::move(input).value(), this);
    connect(chain, &destination::Chain::finished, this, &RemoteRead::take);
    chain->start();
}

Result<destination::ChainInput> RemoteRead::chainInput() const
{
    destination::ChainInput input;
    input.destinationName = m_input.destination;
    auto destinationKey =
        boundKey(xsuaa::ServiceKind::Destination, m_landscape.destinationCredentials());
    if (!destinationKey)
        return destinationKey.error();
    input.destinationKey = std::move(destinationKey).value();
    if (!m_landscape.fault(u"service.wrong-destination-secret").isNull())
        input.destinationKey.client.clientSecret = Secret(QByteArray("not-the-secret"));
    if (m_landscape.fault(u"service.no-connectivity-binding").isNull()) {
        auto key =
            boundKey(xsuaa::ServiceKind::Connectivity, m_landscape.connectivityCredentials());
        if (!key)
            return key.error();
        input.connectivityKey = std::move(key).value();
    }
    input.userToken = Secret(m_input.userToken);
    input.pathAndQuery = "/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$select="
        + QByteArray(remoteColumns) + "&$top=" + QByteArray::number(m_input.top);
    input.headers = {{"accept", "application/json,text/plain"}};
    input.tls = m_landscape.tls();
    input.observer = u"service"_s;
    input.correlationId = m_input.correlationId;
    if (m_input.warmCache) {
        if (const auto known =
                m_landscape.destination(Landscape::Level::Subaccount, m_input.destination)) {
            auto parsed = destination::destinationFromJson(*known);
            if (parsed)
                input.cached = std::move(parsed).value();
        }
    }
    return input;
}

void RemoteRead::take(const destination::Chain *chain)
{
    if (chain->error()) {
        fail(chain->messages());
        return;
    }
    const auto &response = chain->exchanges().constLast().response;
    if (response.status < 200 || response.status > 299) {
        fail({messageOf(response)});
        return;
    }
    if (response.headers.value("content-type").contains("text/html")) {
        fail({u"Received content-type 'text/html' which is not part of accepted content types"_s});
        return;
    }
    const auto json = text::parseJson(response.body);
    succeed(json ? *json : text::Json());
}

void RemoteRead::succeed(const text::Json &answer)
{
    auto value = text::Json::array();
    for (const auto &row : answer[u"d"][u"results"].elements())
        value.append(rowFromV2(row));
    m_response =
        jsonAnswer(200,
                   text::Json::object({{u"@odata.context"_s, u"$metadata#FunctionalLocation"_s},
                                       {u"value"_s, value}}));
    m_response.headers.add("OData-Version", "4.0");
    Q_EMIT finished(this);
}

void RemoteRead::fail(const QStringList &messages)
{
    const QString message = u"Error during request to remote service: "_s + messages.constFirst();
    m_log = u"[remote] - Error: "_s + message;
    for (const auto &cause : messages.sliced(1))
        m_log += u" Caused by: "_s + cause;
    m_response = capError(502, message);
    Q_EMIT finished(this);
}

} // namespace tokentrail::sandbox
