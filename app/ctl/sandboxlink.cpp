// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxlink.h"

#include "core/http/loopback.h"
#include "core/sandbox/control.h"

#include <QFile>

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int answerMs = 2'000;

QByteArray authorityOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const auto host = url.host() == "localhost"_L1 ? u"127.0.0.1"_s : url.host();
    return (host + u':' + QString::number(port)).toLatin1();
}

// The addresses in the answer, with the party that is found there.
QList<std::pair<QString, QByteArray>> partiesOf(const Json &endpoints)
{
    const auto urlOf = [&endpoints](QStringView party, QStringView name) {
        return authorityOf(QUrl(endpoints[party][name].toString()));
    };
    const auto &proxy = endpoints[u"connectivity"];
    return {{u"service"_s, urlOf(u"service", u"url")},
            {u"backend"_s, urlOf(u"backend", u"url")},
            {u"xsuaa"_s, urlOf(u"xsuaa", u"url")},
            {u"destination"_s, urlOf(u"destination", u"uri")},
            {u"proxy"_s,
             proxy[u"host"].toString().toLatin1() + ':'
                 + QByteArray::number(proxy[u"port"].toInteger())}};
}

} // namespace

bool RunningSandbox::serves(const QUrl &url) const
{
    return http::isLoopbackHost(url.host()) && !partyAt(authorityOf(url)).isEmpty();
}

QString RunningSandbox::partyAt(const QByteArray &authority) const
{
    for (const auto &[party, address] : partiesOf(endpoints)) {
        if (address == authority)
            return party;
    }
    return {};
}

Result<QByteArray> RunningSandbox::caPem() const
{
    QFile file(endpoints[u"ca"].toString());
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     u"The sandbox's CA certificate %1 cannot be read."_s.arg(file.fileName())};
    return file.readAll();
}

QList<RunningSandbox> sandboxesNear(const QList<QUrl> &urls)
{
    QList<RunningSandbox> found;
    const auto isHere = [](const QUrl &url) {
        return http::isLoopbackHost(url.host());
    };
    if (std::none_of(urls.cbegin(), urls.cend(), isHere))
        return found;
    const auto folders = sandbox::runningSandboxes();
    for (const auto &folder : folders) {
        auto endpoints = sandbox::callSandbox(folder, u"endpoints"_s, Json::object(), answerMs);
        if (endpoints)
            found.append({folder, std::move(*endpoints)});
    }
    return found;
}

Result<QStringList> appendToJournal(const RunningSandbox &sandbox,
                                    const QList<http::Exchange> &exchanges)
{
    QStringList ids;
    for (const auto &exchange : exchanges) {
        const auto answer =
            sandbox::callSandbox(sandbox.stateDir,
                                 u"journal.append"_s,
                                 Json::object({{u"exchange"_s, http::toJson(exchange)}}),
                                 answerMs);
        if (!answer)
            return answer.error();
        ids << (*answer)[u"id"].toString();
    }
    return ids;
}

Result<QList<http::Exchange>> readJournal(const RunningSandbox &sandbox, qint64 sinceMs)
{
    const auto answer = sandbox::callSandbox(
        sandbox.stateDir, u"journal.read"_s, Json::object({{u"since"_s, sinceMs}}), answerMs);
    if (!answer)
        return answer.error();
    QList<http::Exchange> exchanges;
    for (const auto &json : (*answer)[u"exchanges"].elements()) {
        auto exchange = http::exchangeFromJson(json);
        if (exchange)
            exchanges.append(std::move(*exchange));
    }
    return exchanges;
}

} // namespace tokentrail::ctl
