// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/backend.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/odatav2.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

constexpr auto root = "/sap/opu/odata/sap/";
constexpr auto sessionCookie = "SAP_SESSIONID_S4H_100";
constexpr qsizetype maxSessions = 1000;

http::Response logonFailed()
{
    auto response = htmlAnswer(
        401,
        "<!DOCTYPE html>\n<html><head><title>Logon failed</title></head>"
        "<body><h1>Logon failed</h1><p>What has happened? The URL was not called due to an error: "
        "no logon to the system was possible.</p></body></html>\n");
    response.headers.add("WWW-Authenticate",
                         "Basic realm=\"SAP NetWeaver Application Server [S4H/100]\"");
    return response;
}

QByteArray cookieOf(const http::Request &request)
{
    for (const auto &line : request.headers.values("cookie")) {
        for (const auto &pair : line.split(';')) {
            const auto trimmed = pair.trimmed();
            const auto equals = trimmed.indexOf('=');
            if (trimmed.left(equals) == sessionCookie)
                return trimmed.mid(equals + 1);
        }
    }
    return {};
}

QByteArray randomValue()
{
    return QUuid::createUuid().toRfc4122().toBase64(QByteArray::Base64UrlEncoding
                                                    | QByteArray::OmitTrailingEquals);
}

bool isReading(const QByteArray &method)
{
    return method == "GET" || method == "HEAD";
}

} // namespace

Backend::Backend(Landscape &landscape, std::shared_ptr<PrincipalHandover> handover)
    : m_landscape(landscape)
    , m_oauth(landscape)
    , m_logon(landscape, std::move(handover), m_oauth)
    , m_model(BackendModel::sample())
{ }

Backend::~Backend() = default;

void Backend::handle(const http::Request &request,
                     const http::Connection &connection,
                     const Note &note,
                     http::Responder respond)
{
    auto response = answerTo(request, connection, note);
    // By this header (and by its own 401) a reader tells the backend's answers from a proxy's.
    response.headers.add("sap-server", "true");
    if (request.method == "HEAD")
        response.body.clear();
    respond(std::move(response));
}

http::Response Backend::answerTo(const http::Request &request,
                                 const http::Connection &connection,
                                 const Note &note)
{
    if (!m_landscape.fault(u"backend.unavailable").isNull())
        return htmlAnswer(503, "<html><body><h1>503 Service Unavailable</h1></body></html>\n");
    if (!m_landscape.fault(u"backend.login-page").isNull())
        return htmlAnswer(200, "<html><body><form>User Password</form></body></html>\n");
    if (request.path() == BackendOAuth::path)
        return m_oauth.answer(request, note);
    const auto logon = m_logon.check(request, connection, note);
    if (!logon.user) {
        note(u"refused"_s, logon.refused);
        return logonFailed();
    }
    const auto &user = *logon.user;
    if (!user.authorised) {
        // Told per service, but who may call nothing is told so for every path below the root.
        const QString path = QUrl::fromPercentEncoding(request.path());
        const QString service = path.mid(qsizetype(qstrlen(root))).section(u'/', 0, 0);
        if (m_model.find(service)) {
            note(u"refused"_s, u"backend-role-missing"_s);
            return odataV2Error(403,
                                u"/IWFND/CM_BEC/026"_s,
                                u"No authorization to access Service '%1_0001'"_s.arg(service));
        }
    }
    return serve(request, user.name, note);
}

http::Response Backend::serve(const http::Request &request, const QString &user, const Note &note)
{
    const QByteArray rawPath = request.path();
    if (!rawPath.startsWith(root))
        return htmlAnswer(404, "<html><body><h1>404 Resource not found</h1></body></html>\n");
    const QString path = QUrl::fromPercentEncoding(rawPath.mid(qsizetype(qstrlen(root))));
    const QString name = path.section(u'/', 0, 0);
    auto *service = m_model.find(name);
    if (!service)
        return odataV2Error(
            404,
            u"/IWFND/MED/170"_s,
            u"No service found for namespace '', name '%1', version '0001'"_s.arg(name));
    if (auto refusal = checkCsrf(request, user, note))
        return *refusal;
    const QString base = u"http://"_s + QString::fromLatin1(request.headers.value("Host"))
        + QString::fromLatin1(root) + name;
    QString rest = path.section(u'/', 1);
    while (rest.endsWith(u'/'))
        rest.chop(1);
    auto response = ODataV2(*service, base, user).answer(request, rest);
    offerCsrf(request, user, response);
    return response;
}

std::optional<http::Response>
Backend::checkCsrf(const http::Request &request, const QString &user, const Note &note) const
{
    if (isReading(request.method))
        return {};
    const auto session = m_sessions.constFind(cookieOf(request));
    if (session != m_sessions.constEnd() && session->user == user
        && session->token == request.headers.value("x-csrf-token"))
        return {};
    note(u"refused"_s, u"backend-csrf-token-missing"_s);
    auto response = textAnswer(403, "CSRF token validation failed");
    response.headers.add("x-csrf-token", "Required");
    return response;
}

void Backend::offerCsrf(const http::Request &request, const QString &user, http::Response &response)
{
    if (!isReading(request.method) || request.headers.value("x-csrf-token").toLower() != "fetch")
        return;
    if (m_sessions.size() >= maxSessions)
        m_sessions.clear();
    const auto id = randomValue();
    const CsrfSession session{randomValue(), user};
    m_sessions.insert(id, session);
    response.headers.add("x-csrf-token", session.token);
    response.headers.add("set-cookie", QByteArray(sessionCookie) + '=' + id + "; path=/; HttpOnly");
}

} // namespace tokentrail::sandbox
