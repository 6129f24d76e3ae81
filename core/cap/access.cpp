// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/access.h"

#include "core/cap/accessbatch.h"
#include "core/cap/accesshandler.h"
#include "core/cap/accesslists.h"
#include "core/cap/say.h"

#include <QDateTime>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

AccessDecision decided(int status, const QString &because)
{
    AccessDecision decision;
    decision.status = status;
    decision.because = because;
    return decision;
}

QString timestamp(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

// Outside of services there is no authentication: the index, the health check, files.
AccessDecision decideUnserved(const QString &path, const AccessOptions &options)
{
    if (path == "/health"_L1)
        return decided(200, say(u"because.health"));
    if (path == "/"_L1 && !options.production)
        return decided(200, say(u"because.index"));
    return decided(404, say(u"because.no-service-here"));
}

} // namespace

QString decisionOf(int status)
{
    if (status >= 200 && status < 300)
        return u"ok"_s;
    switch (status) {
    case 401:
        return u"unauthenticated"_s;
    case 403:
        return u"forbidden"_s;
    case 404:
        return u"not-found"_s;
    case 405:
        return u"method-not-allowed"_s;
    default:
        break;
    }
    if (status >= 400 && status < 500)
        return u"bad-request"_s;
    return status >= 500 ? u"error"_s : u"unknown"_s;
}

QString AccessDecision::decision() const
{
    return decisionOf(status);
}

AccessModel::AccessModel(const Csn &csn,
                         AccessOptions options,
                         const Json *users,
                         const Json *data,
                         const Json *credentials)
    : m_csn(csn)
    , m_options(options)
    , m_users(users)
    , m_credentials(credentials)
    , m_endpoints(endpointsOf(csn))
    , m_rows(csn, data, timestamp(options.nowSeconds))
{ }

AccessModel::~AccessModel() = default;

bool AccessModel::restrictsAllServices() const
{
    return m_options.production
        && m_options.restrictAllServices.value_or(m_options.kind != AuthKind::Mocked);
}

Login AccessModel::logIn(const Caller &caller) const
{
    const auto *users = m_users;
    if (!users && m_options.kind == AuthKind::Mocked)
        users = &builtInUsers();
    return cap::logIn(
        caller,
        {m_options.kind, m_options.loginRequired, users, m_credentials, m_options.nowSeconds});
}

AccessDecision AccessModel::decide(const AccessRequest &request) const
{
    const auto path = request.url.section(u'?', 0, 0);
    const auto *endpoint = findEndpoint(m_endpoints, path);
    if (!endpoint)
        return decideUnserved(path, m_options);
    if (endpoint->protocol == Protocol::Other)
        return decided(0, say(u"because.protocol", {{u"service", endpoint->service->name}}));
    return decideServed(request, *endpoint);
}

AccessDecision AccessModel::decideServed(const AccessRequest &request,
                                         const Endpoint &endpoint) const
{
    const auto login = logIn(request.caller);
    if (login.undecided)
        return decided(0, login.because);
    if (login.refusedWith != 0)
        return decided(login.refusedWith, login.because);
    const auto entered = checkService(login.user, *endpoint.service, restrictsAllServices());
    if (!entered.passed()) {
        auto refused = decided(entered.status, sentenceOf(entered, login.user));
        refused.brief = briefOf(entered);
        return refused;
    }

    const auto below = request.url.section(u'?', 0, 0).mid(endpoint.path.size());
    const auto path =
        resolvePath(m_csn, endpoint, below, request.url.section(u'?', 1), m_options.cds);
    if (path.isBatch)
        return decideBatch(request, endpoint, login);
    if (path.isRoot || path.isMetadata) {
        const bool reads =
            request.method == "GET"_L1 || (path.isRoot && request.method == "HEAD"_L1);
        if (!reads)
            return decided(405, say(u"because.document-read"));
        auto decision = decided(200, sentenceOf(entered, login.user));
        if (path.isRoot && endpoint.protocol == Protocol::OData)
            decision.ids = exposedNames(m_csn, *endpoint.service);
        return decision;
    }
    return AccessHandler(*this, request, login.user, endpoint, path).handle();
}

// Every part is decided by itself. With Basic logins a 401 ends it: the whole answer is 401 when
// nothing was answered before, else the parts up to there stand. Changesets answer together.
AccessDecision AccessModel::decideBatch(const AccessRequest &request,
                                        const Endpoint &endpoint,
                                        const Login &login) const
{
    const auto &requests = request.body[u"requests"];
    if (request.method != "POST"_L1)
        return decided(405, say(u"because.batch-post"));
    if (request.body.isNull())
        return decided(0, say(u"because.batch-json"));
    if (!isBatch(requests))
        return decided(400, say(u"because.batch-malformed"));
    auto decision = decided(200, say(u"because.batch-parts"));
    const bool isBasic = m_options.kind == AuthKind::Mocked || m_options.kind == AuthKind::Basic;
    size_t answered = 0;
    QString openGroup;
    for (const auto &part : requests.elements()) {
        const auto [path, query] = std::pair(part[u"url"].toString().section(u'?', 0, 0),
                                             part[u"url"].toString().section(u'?', 1));
        AccessRequest single;
        single.method = part[u"method"].toString().toUpper();
        single.body = part[u"body"];
        single.sendsNull = part.contains(u"body");
        single.headers = part[u"headers"];
        const auto resource = resolvePath(m_csn, endpoint, path, query, m_options.cds);
        const auto answer = dependsOnRefused(requests, part, decision.parts)
            ? decided(424, say(u"because.batch-dependency"))
            : AccessHandler(*this, single, login.user, endpoint, resource).handle();
        const auto group = part[u"atomicityGroup"].toString();
        if (group.isEmpty() || group != openGroup)
            answered = decision.parts.size();
        openGroup = group;
        if (answer.status == 401 && isBasic) {
            decision.parts.resize(answered);
            decision.status = answered == 0 ? 401 : 200;
            decision.because =
                say(u"because.batch-login",
                    {{u"part", part[u"id"].toString()}, {u"because", answer.because}});
            return decision;
        }
        if (answer.status == 0)
            return answer;
        decision.parts.push_back({part[u"id"].toString(), answer.status});
    }
    return decision;
}

Authorization
AccessModel::judge(const AccessUser &user, const Definition &entity, Event event) const
{
    std::vector<Segment> segments(1);
    segments.front().entity = &entity;
    return authorize({user, entity.service, segments, event, nullptr, false, m_options.cds});
}

} // namespace tokentrail::cap
