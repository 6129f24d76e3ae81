// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/endpoints.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto loopback = u"127.0.0.1"_s;

QUrl loopbackUrl(const QString &scheme, quint16 port, const QString &path = {})
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(loopback);
    url.setPort(port);
    url.setPath(path);
    return url;
}

} // namespace

Endpoints endpointsFor(const Ports &ports, const QString &caFile)
{
    Endpoints endpoints;
    endpoints.xsuaaUrl = loopbackUrl(u"https"_s, ports.https);
    endpoints.xsuaaHttpUrl = loopbackUrl(u"http"_s, ports.http);
    endpoints.uaaDomain = loopback + u':' + QString::number(ports.https);
    // The Destination service over http: its clients trust no private authority of their own
    // accord, and no token of a person is at stake on loopback.
    endpoints.destinationUri = loopbackUrl(u"http"_s, ports.http);
    endpoints.proxyHost = loopback;
    endpoints.proxyPort = ports.proxy;
    endpoints.backendUrl = loopbackUrl(u"http"_s, ports.backend);
    endpoints.backendTlsUrl = loopbackUrl(u"https"_s, ports.backendTls);
    endpoints.serviceUrl = loopbackUrl(u"http"_s, ports.service);
    endpoints.caFile = caFile;
    return endpoints;
}

Json Endpoints::toJson() const
{
    return Json::object(
        {{u"xsuaa"_s, Json::object({{u"url"_s, xsuaaUrl.toString()}, {u"uaadomain"_s, uaaDomain}})},
         {u"destination"_s, Json::object({{u"uri"_s, destinationUri.toString()}})},
         {u"connectivity"_s, Json::object({{u"host"_s, proxyHost}, {u"port"_s, int(proxyPort)}})},
         {u"backend"_s,
          Json::object(
              {{u"url"_s, backendUrl.toString()}, {u"tlsUrl"_s, backendTlsUrl.toString()}})},
         {u"service"_s, Json::object({{u"url"_s, serviceUrl.toString()}})},
         {u"ca"_s, caFile}});
}

Json toJson(const Ports &ports)
{
    return Json::object({{u"http"_s, int(ports.http)},
                         {u"https"_s, int(ports.https)},
                         {u"proxy"_s, int(ports.proxy)},
                         {u"backend"_s, int(ports.backend)},
                         {u"service"_s, int(ports.service)},
                         {u"backendTls"_s, int(ports.backendTls)}});
}

Ports portsFromJson(const Json &json)
{
    const auto port = [&json](QStringView name) {
        const auto number = json[name].toInteger();
        return quint16(number > 0 && number <= 65535 ? number : 0);
    };
    return {port(u"http"),
            port(u"https"),
            port(u"proxy"),
            port(u"backend"),
            port(u"service"),
            port(u"backendTls")};
}

} // namespace tokentrail::sandbox
