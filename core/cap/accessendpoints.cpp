// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesspath.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// CatalogService → catalog, foo_bar → foo-bar, AdminUI → admin-ui
QString slugOf(const QString &serviceName)
{
    auto name = serviceName.section(u'.', -1);
    if (name.endsWith("Service"_L1))
        name.chop(7);
    name.replace(u'_', u'-');
    QString slug;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const auto c = name[i];
        const auto before = i > 0 ? name[i - 1] : QChar();
        const bool follows =
            (before >= u'a' && before <= u'z') || (before >= u'0' && before <= u'9');
        if (c >= u'A' && c <= u'Z' && follows)
            slug += u'-';
        slug += c.toLower();
    }
    return slug;
}

struct KnownProtocol
{
    QStringView kind;
    QStringView path;
    Protocol protocol;
};
constexpr KnownProtocol protocols[] = {{u"odata-v4", u"/odata/v4", Protocol::OData},
                                       {u"odata-v2", u"/odata/v2", Protocol::Other},
                                       {u"odata", u"/odata/v4", Protocol::OData},
                                       {u"rest", u"/rest", Protocol::Rest},
                                       {u"hcql", u"/hcql", Protocol::Other}};

const KnownProtocol *protocolOf(QStringView kind)
{
    const auto found = std::find_if(std::begin(protocols),
                                    std::end(protocols),
                                    [kind](const auto &each) { return each.kind == kind; });
    return found == std::end(protocols) ? nullptr : found;
}

void addEndpoint(std::vector<Endpoint> &endpoints,
                 const Definition &service,
                 QStringView kind,
                 QString path)
{
    const auto *protocol = protocolOf(kind);
    if (!protocol)
        return;
    if (path.isEmpty())
        path = (*service.json)[u"@path"].toString();
    if (path.isEmpty())
        path = slugOf(service.name);
    if (!path.startsWith(u'/'))
        path = protocol->path.toString() + u'/' + path;
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    endpoints.push_back({&service, protocol->protocol, path});
}

QString kindOf(const Json &protocol)
{
    if (protocol.isString())
        return protocol.toString();
    return protocol[u"kind"].toString(protocol[u"="].toString());
}

// @protocol: 'rest', ['odata','rest'], [{kind:'rest', path:'/x'}]
void addAnnotated(std::vector<Endpoint> &endpoints,
                  const Definition &service,
                  const Json &annotation)
{
    if (!annotation.isArray())
        return addEndpoint(endpoints, service, kindOf(annotation), annotation[u"path"].toString());
    for (const auto &each : annotation.elements())
        addEndpoint(endpoints, service, kindOf(each), each[u"path"].toString());
}

bool isTruthy(const Json &json)
{
    return json.isObject() || json.isArray() || Value::of(json).isTruthy();
}

void addEndpointsOf(std::vector<Endpoint> &endpoints, const Definition &service)
{
    const auto &json = *service.json;
    if (isTruthy(json[u"@cds.external"]) || kindOf(json[u"@protocol"]) == "none"_L1)
        return;
    if (isTruthy(json[u"@protocol"]))
        return addAnnotated(endpoints, service, json[u"@protocol"]);
    const auto before = endpoints.size();
    for (const auto &protocol : protocols) {
        const QStringList names = {u"@"_s + protocol.kind, u"@protocol."_s + protocol.kind};
        for (const auto &name : names) {
            const auto &annotation = json[name];
            if (isTruthy(annotation)) {
                addEndpoint(endpoints, service, protocol.kind, annotation.toString());
                break;
            }
        }
    }
    if (endpoints.size() == before)
        addEndpoint(endpoints, service, u"odata", {});
}

} // namespace

std::vector<Endpoint> endpointsOf(const Csn &csn)
{
    std::vector<Endpoint> endpoints;
    for (const auto &definition : csn.definitions()) {
        if (definition->kind == Definition::Kind::Service)
            addEndpointsOf(endpoints, *definition);
    }
    return endpoints;
}

const Endpoint *findEndpoint(const std::vector<Endpoint> &endpoints, QStringView path)
{
    const Endpoint *best = nullptr;
    for (const auto &endpoint : endpoints) {
        const bool lies = path.startsWith(endpoint.path)
            && (path.size() == endpoint.path.size() || path[endpoint.path.size()] == u'/'
                || endpoint.path == "/"_L1);
        if (lies && (!best || endpoint.path.size() > best->path.size()))
            best = &endpoint;
    }
    return best;
}

} // namespace tokentrail::cap
