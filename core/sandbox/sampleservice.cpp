// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/sampleservice.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/capanswers.h"
#include "core/sandbox/remoteread.h"

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

text::Json logLines(const QString &line)
{
    return text::Json::array(QStringList{line});
}

// Kind mocked with CAP's default users: every name and every password will do.
bool passesMockedBasic(const http::Request &request)
{
    const auto credentials = http::credentialsOf(request.headers.value("Authorization"));
    if (credentials.scheme.toLower() != "basic")
        return false;
    const auto pair = QByteArray::fromBase64(credentials.value);
    return pair.indexOf(':') > 0;
}

// Node.js answers before CAP has heard of the call (--max-http-header-size).
constexpr qsizetype longestHeadBytes = 16 * 1024;

qsizetype headBytesOf(const http::Request &request)
{
    auto size = request.method.size() + request.target.size();
    for (const auto &header : request.headers.fields())
        size += header.name.size() + header.value.size() + 4;
    return size;
}

http::Response headTooLarge()
{
    http::Response response;
    response.status = 431;
    response.headers.set("Connection", "close");
    return response;
}

http::Response frontPage(const http::Request &request)
{
    return request.headers.value("accept").contains("text/html")
        ? htmlAnswer(200, sampleRoutesHtml())
        : jsonAnswer(200, text::Json::object({{u"routes"_s, sampleRoutesJson()}}));
}

bool isBelow(const QByteArray &path, const QByteArray &root)
{
    return path.startsWith(root) && (path.size() == root.size() || path[root.size()] == '/');
}

} // namespace

SampleService::SampleService(Landscape &landscape)
    : m_landscape(landscape)
    , m_authentication(landscape)
    , m_context(std::make_unique<QObject>())
{ }

SampleService::~SampleService() = default;

void SampleService::handle(const http::Request &request,
                           const http::Connection &,
                           const Note &note,
                           http::Responder respond)
{
    if (headBytesOf(request) > longestHeadBytes) {
        respond(headTooLarge());
        return;
    }
    const auto path = request.path();
    const bool reading = request.method == "GET" || request.method == "HEAD";
    if (path == "/" && reading) {
        respond(frontPage(request));
        return;
    }
    if (path == "/health") {
        respond(jsonAnswer(200, text::Json::object({{u"status"_s, u"UP"_s}})));
        return;
    }
    const auto id = correlationIdOf(request.headers);
    const http::Responder withId([respond, id](http::Response response) {
        response.headers.set("X-Correlation-ID", id);
        respond(std::move(response));
    });
    const Call call{request, id, note, withId};
    if (isBelow(path, CustomerService::root))
        handleCustomerService(call);
    else if (const auto *route = findSampleRoute(path); route && reading)
        handleRoute(*route, call);
    else
        respond(expressNotFound(request));
}

bool SampleService::answerRefusal(const CapLogin &login, bool anonymousIsRefused, const Call &call)
{
    if (!login.log.isEmpty())
        call.note(u"log"_s, logLines(login.log));
    if (login.refusedWith == 500)
        call.respond(capInternalError());
    else if (login.refusedWith != 0 || (login.anonymous && anonymousIsRefused))
        call.respond(capUnauthorized());
    else
        return false;
    return true;
}

void SampleService::handleCustomerService(const Call &call)
{
    m_authentication.login(call.request, call.correlationId, [this, call](const CapLogin &login) {
        if (!answerRefusal(login, true, call))
            call.respond(m_customers.answer(call.request, login.user));
    });
}

void SampleService::handleRoute(const SampleRoute &route, const Call &call)
{
    const auto &headers = call.request.headers;
    switch (route.login) {
    case RouteLogin::CapRequired:
    case RouteLogin::CapOptional:
        m_authentication.login(
            call.request, call.correlationId, [this, &route, call](const CapLogin &login) {
                const bool required = route.login == RouteLogin::CapRequired;
                if (!answerRefusal(login, required, call))
                    read(route, call, login.token);
            });
        return;
    case RouteLogin::None:
        read(route, call, {});
        return;
    case RouteLogin::MockedBasic:
        if (passesMockedBasic(call.request))
            read(route, call, {});
        else
            call.respond(capBasicChallenge());
        return;
    case RouteLogin::ApiKey:
        // Nobody checks a Bearer here, and yet it is what CAP hands on.
        if (headers.value("x-api-key") == sampleApiKey)
            read(route, call, bearerOf(headers));
        else
            call.respond(capUnauthorized());
        return;
    }
}

void SampleService::read(const SampleRoute &route, const Call &call, const QByteArray &userToken)
{
    const QString chosen = call.request.queryItem(u"destination");
    bool hasTop = false;
    const auto top = call.request.queryItem(u"$top").toUInt(&hasTop);
    RemoteRead::Input input;
    input.destination = chosen.isEmpty() ? u"S4_PP"_s : chosen;
    input.userToken = route.token == RouteToken::Kept ? userToken : QByteArray();
    input.warmCache = route.token == RouteToken::DroppedWithWarmCache;
    input.correlationId = QString::fromLatin1(call.correlationId);
    if (hasTop)
        input.top = qsizetype(top);
    auto *remote = new RemoteRead(m_landscape, input, m_context.get());
    QObject::connect(remote, &RemoteRead::finished, m_context.get(), [call](RemoteRead *done) {
        done->deleteLater();
        if (!done->log().isEmpty())
            call.note(u"log"_s, logLines(done->log()));
        call.respond(done->response());
    });
    remote->start();
}

} // namespace tokentrail::sandbox
