// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/loginwindowwire.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;
using text::Json;
using Kind = LoginWindowReport::Kind;

namespace {

constexpr std::pair<Kind, const char16_t *> names[] = {
    {Kind::Shown, u"shown"},
    {Kind::Visited, u"visited"},
    {Kind::Held, u"held"},
    {Kind::Distrusted, u"distrusted"},
    {Kind::Closed, u"closed"},
    {Kind::Failed, u"failed"},
};

QByteArray lineOf(const Json &json)
{
    return json.toCompact() + '\n';
}

Error notOurs(const QString &what)
{
    return Error{ErrorCode::InvalidInput, u"This is no %1 of a login window."_s.arg(what)};
}

} // namespace

QByteArray toLine(const LoginWindowOrder &order)
{
    return lineOf(Json::object({{u"url"_s, QString::fromLatin1(order.url.toEncoded())},
                                {u"correlationId"_s, QString::fromLatin1(order.correlationId)},
                                {u"origins"_s, Json::array(order.origins)},
                                {u"authority"_s, QString::fromLatin1(order.authorityPem)},
                                {u"authorityWords"_s, order.authorityWords}}));
}

Result<LoginWindowOrder> orderFromLine(const QByteArray &line)
{
    const auto json = text::parseJson(line.trimmed());
    if (!json)
        return json.error();
    LoginWindowOrder order;
    order.url = QUrl::fromEncoded((*json)[u"url"].toString().toLatin1(), QUrl::StrictMode);
    order.correlationId = (*json)[u"correlationId"].toString().toLatin1();
    order.origins = (*json)[u"origins"].toStringList();
    order.authorityPem = (*json)[u"authority"].toString().toLatin1();
    order.authorityWords = (*json)[u"authorityWords"].toString();
    if (originOf(order.url).isEmpty())
        return notOurs(u"order"_s);
    return order;
}

QByteArray toLine(const LoginWindowReport &report)
{
    auto json = Json::object();
    for (const auto &[kind, name] : names) {
        if (kind == report.kind)
            json.set(u"report"_s, QString::fromUtf16(name));
    }
    if (!report.text.isEmpty())
        json.set(u"text"_s, report.text);
    if (report.visit)
        json.set(u"visit"_s, http::toJson(*report.visit));
    return lineOf(json);
}

Result<LoginWindowReport> reportFromLine(const QByteArray &line)
{
    const auto json = text::parseJson(line.trimmed());
    if (!json)
        return json.error();
    const auto word = (*json)[u"report"].toString();
    for (const auto &[kind, name] : names) {
        if (word != QStringView(name))
            continue;
        LoginWindowReport report{kind, (*json)[u"text"].toString(), {}};
        if (kind != Kind::Visited)
            return report;
        auto visit = http::exchangeFromJson((*json)[u"visit"]);
        if (!visit)
            return visit.error();
        report.visit = std::move(*visit);
        return report;
    }
    return notOurs(u"report"_s);
}

QString originOf(const QUrl &url)
{
    const auto scheme = url.scheme();
    const bool encrypted = scheme == "https"_L1;
    if ((!encrypted && scheme != "http"_L1) || url.host().isEmpty())
        return {};
    const auto host = url.host().contains(u':') ? QString(u'[' + url.host() + u']') : url.host();
    const auto usual = encrypted ? 443 : 80;
    const auto port = url.port(usual);
    return port == usual ? QString(scheme + u"://"_s + host)
                         : u"%1://%2:%3"_s.arg(scheme, host).arg(port);
}

} // namespace tokentrail::call
