// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/authorizeendpoint.h"

#include "core/sandbox/loginpage.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/redirectrules.h"
#include "core/sandbox/zoneofrequest.h"

#include <QUrl>

#include <utility>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

http::Response redirect(const QByteArray &location)
{
    http::Response response;
    response.status = 302;
    response.reason = http::reasonPhrase(302);
    response.headers = {{"Location", location}, {"Cache-Control", "no-store"}};
    return response;
}

void setCookie(http::Response &response, const QString &sessionId)
{
    // Not Secure: the same name comes over http too, and a browser would refuse that one then.
    const QByteArray life = sessionId.isEmpty() ? "; Max-Age=0" : "";
    response.headers.add("Set-Cookie",
                         QByteArray(AuthorizeEndpoint::cookieName) + '=' + sessionId.toLatin1()
                             + "; Path=/; HttpOnly; SameSite=Lax" + life);
}

// As it stood in the query, still encoded: clients compare state byte by byte.
QByteArray rawQueryItem(const http::Request &request, QByteArrayView name)
{
    for (const auto &item : request.query().split('&')) {
        const auto equals = item.indexOf('=');
        if (equals >= 0 && QByteArrayView(item).first(equals) == name)
            return item.sliced(equals + 1);
    }
    return {};
}

} // namespace

// A checked authorization request.
struct AuthorizeEndpoint::Asked
{
    const OAuthClient *client = nullptr;
    QString zoneId;
    QString redirectUri;
    QByteArray state;
    QStringList scopes;
    QString challenge;
    QString challengeMethod;
    QString nonce;

    QByteArray target(const QByteArray &parameters) const
    {
        auto target = QUrl(redirectUri).toEncoded();
        target += target.contains('?') ? '&' : '?';
        target += parameters;
        if (!state.isEmpty())
            target += "&state=" + state;
        return target;
    }

    http::Response error(const QString &code, const QString &description) const
    {
        return redirect(target("error=" + QUrl::toPercentEncoding(code)
                               + "&error_description=" + QUrl::toPercentEncoding(description)));
    }
};

QStringList AuthorizeEndpoint::redirectPatterns(const OAuthClient &client) const
{
    const auto *app = m_landscape.registry().directory().application(client.appId);
    return app == nullptr ? QStringList() : app->oauth.redirectUris;
}

QString AuthorizeEndpoint::sessionIdOf(const http::Request &request) const
{
    const QByteArray prefix = QByteArray(cookieName) + '=';
    for (const auto &header : request.headers.values("Cookie")) {
        for (const auto &part : header.split(';')) {
            if (part.trimmed().startsWith(prefix))
                return QString::fromLatin1(part.trimmed().sliced(prefix.size()));
        }
    }
    return {};
}

http::Response AuthorizeEndpoint::authorize(const http::Request &request, const Party::Note &note)
{
    Asked asked;
    const auto zone = zoneOfRequest(m_landscape.registry(), request);
    if (!zone)
        return problemPage(404, u"Where to?"_s, zone.error().sentence);
    asked.zoneId = *zone;
    const auto clientId = request.queryItem(u"client_id");
    asked.client = m_landscape.registry().client(clientId);
    if (asked.client == nullptr
        || !m_landscape.registry().isApplicationIn(*asked.client, asked.zoneId))
        return problemPage(401, u"Unknown client"_s, u"No client with requested id: "_s + clientId);
    note(u"client"_s, clientId);
    asked.redirectUri = request.queryItem(u"redirect_uri");
    const auto patterns = redirectPatterns(*asked.client);
    if (!isRedirectAllowed(asked.redirectUri, patterns))
        return problemPage(
            400,
            u"Invalid redirect"_s,
            u"Invalid redirect: %1 does not match one of the registered values: [%2]"_s.arg(
                asked.redirectUri, patterns.join(u", "_s)));
    asked.state = rawQueryItem(request, "state");
    asked.scopes = request.queryItem(u"scope").split(u' ', Qt::SkipEmptyParts);
    asked.nonce = request.queryItem(u"nonce");
    asked.challenge = request.queryItem(u"code_challenge");
    asked.challengeMethod = request.queryItem(u"code_challenge_method");
    if (asked.challengeMethod.isEmpty())
        asked.challengeMethod = u"plain"_s; // RFC 7636 §4.3
    if (request.queryItem(u"response_type") != "code"_L1)
        return asked.error(u"unsupported_response_type"_s,
                           u"Unsupported response types: ["_s + request.queryItem(u"response_type")
                               + u']');
    if (asked.challengeMethod != "S256"_L1 && asked.challengeMethod != "plain"_L1)
        return asked.error(u"invalid_request"_s,
                           u"Unsupported code challenge method. Supported: [S256, plain]"_s);

    auto *session = m_sessions.find(sessionIdOf(request));
    if (session != nullptr && std::exchange(session->denied, false))
        return asked.error(u"access_denied"_s, u"User denied access"_s);
    const bool known = session != nullptr && !session->userId.isEmpty()
        && m_landscape.registry().userById(session->userId) != nullptr;
    if (!known || request.queryItem(u"prompt") == "login"_L1)
        return askToLogIn(request);
    return redirectWithCode(asked, *session);
}

http::Response AuthorizeEndpoint::askToLogIn(const http::Request &request)
{
    auto id = sessionIdOf(request);
    if (m_sessions.find(id) == nullptr)
        id = m_sessions.create();
    QByteArray target = request.path();
    if (!request.query().isEmpty())
        target += '?' + request.query();
    target.replace("&prompt=login", "").replace("?prompt=login&", "?");
    m_sessions.find(id)->continueTo = target;
    auto response = redirect("/login");
    setCookie(response, id);
    return response;
}

http::Response AuthorizeEndpoint::redirectWithCode(const Asked &asked, const LoginSession &session)
{
    AuthorizationCode code;
    code.clientId = asked.client->clientId;
    code.redirectUri = asked.redirectUri;
    code.userId = session.userId;
    code.zoneId = asked.zoneId;
    code.scopes = asked.scopes;
    code.challenge = asked.challenge;
    code.challengeMethod = asked.challengeMethod;
    code.nonce = asked.nonce;
    code.authTimeSeconds = session.authTimeSeconds;
    return redirect(asked.target("code=" + m_sessions.addCode(code).toLatin1()));
}

http::Response AuthorizeEndpoint::passcode(const http::Request &request)
{
    const auto *session = m_sessions.find(sessionIdOf(request));
    if (session == nullptr || m_landscape.registry().userById(session->userId) == nullptr)
        return askToLogIn(request);
    return passcodePage(m_sessions.addPasscode(session->userId));
}

http::Response AuthorizeEndpoint::page(LoginSession &session, int status, const QString &problem)
{
    return loginPageAnswer(status,
                           {m_landscape.registry().directory().users,
                            session.csrfToken,
                            problem,
                            !session.continueTo.isEmpty()});
}

http::Response AuthorizeEndpoint::loginPage(const http::Request &request)
{
    auto id = sessionIdOf(request);
    if (m_sessions.find(id) == nullptr)
        id = m_sessions.create();
    auto response = page(*m_sessions.find(id), 200, {});
    setCookie(response, id);
    return response;
}

const xsuaa::User *AuthorizeEndpoint::chosenUser(const http::Request &request) const
{
    const Form form(request.body);
    const auto &registry = m_landscape.registry();
    // A card is the user: identities are invented, and whoever sees the page may have them all.
    if (form.has(u"card"))
        return registry.userById(form.value(u"card"));
    return registry.logon(form.value(u"username"),
                          QString::fromLatin1(xsuaa::defaultOrigin),
                          Secret(form.value(u"password")));
}

http::Response AuthorizeEndpoint::login(const http::Request &request, const Party::Note &note)
{
    const auto id = sessionIdOf(request);
    auto *session = m_sessions.find(id);
    const Form form(request.body);
    const bool genuine =
        session != nullptr && Secret(form.value(u"X-Uaa-Csrf")).equals(Secret(session->csrfToken));
    if (!genuine)
        return problemPage(
            403,
            u"The page was too old"_s,
            u"This login does not belong to a login page of this browser. Start again from the application."_s);
    if (form.has(u"cancel") && !session->continueTo.isEmpty()) {
        session->denied = true;
        return redirect(std::exchange(session->continueTo, {}));
    }
    const auto *user = chosenUser(request);
    if (user == nullptr)
        return page(*session, 401, u"Unknown user or wrong password."_s);
    note(u"user"_s, user->userName);
    session->userId = user->id;
    session->authTimeSeconds = m_landscape.issuerNowSeconds();
    auto target = std::exchange(session->continueTo, {});
    auto response = redirect(target.isEmpty() ? "/login" : target);
    setCookie(response, m_sessions.renamed(id));
    return response;
}

http::Response AuthorizeEndpoint::logout(const http::Request &request)
{
    m_sessions.remove(sessionIdOf(request));
    const auto *client = m_landscape.registry().client(request.queryItem(u"client_id"));
    auto target = request.queryItem(u"redirect");
    if (target.isNull())
        target = request.queryItem(u"post_logout_redirect_uri");
    const auto patterns = client == nullptr ? QStringList() : redirectPatterns(*client);
    const bool allowed = !target.isEmpty() && isRedirectAllowed(target, patterns);
    auto response = redirect(allowed ? QUrl(target).toEncoded() : QByteArray("/login"));
    setCookie(response, {});
    return response;
}

} // namespace tokentrail::sandbox
