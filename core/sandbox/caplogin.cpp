// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/caplogin.h"

#include "core/jose/jwt.h"
#include "core/sandbox/boundkey.h"
#include "core/sandbox/nodewords.h"
#include "core/xsuaa/validation.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

constexpr qint64 keySetLifeMs = 30LL * 60 * 1000;
constexpr qint64 refreshAfterMs = 15LL * 60 * 1000;
constexpr int fetchTimeoutMs = 2000;

CapLogin unauthenticated(const QString &error)
{
    CapLogin login;
    login.refusedWith = 401;
    login.log = u"[auth] - Unauthenticated request: "_s + error;
    return login;
}

CapLogin broken(const QString &error)
{
    CapLogin login;
    login.refusedWith = 500;
    login.log = u"[auth] - Error while authenticating user: "_s + error;
    return login;
}

// The class of error that @sap/xssec throws for a check.
QString errorFor(const xsuaa::Check &check, const text::Json &header)
{
    switch (check.id) {
    case xsuaa::CheckId::Parsed:
        return u"InvalidJwtError: JWT could not be parsed: "_s + check.sentence;
    case xsuaa::CheckId::NotExpired:
        return check.finding == u"token-expired" ? u"ExpiredTokenError: Token is expired."_s
                                                 : QString(u"InvalidJwtError: "_s + check.sentence);
    case xsuaa::CheckId::AlreadyValid:
        return u"NotYetValidTokenError: "_s + check.sentence;
    case xsuaa::CheckId::Audience:
        return u"WrongAudienceError: "_s + check.sentence;
    case xsuaa::CheckId::KeyIdPresent:
        return u"MissingKidError: Token header contained no kid."_s;
    case xsuaa::CheckId::KeySetAvailable:
        return u"RequestError: "_s + check.sentence;
    case xsuaa::CheckId::KeyIdKnown:
        return u"MissingKidError: JWKS does not contain a key for kid=%1"_s.arg(
            header[u"kid"].toString());
    case xsuaa::CheckId::AlgorithmAccepted:
        return u"UnsupportedAlgorithmError: Algorithm %1 specified in token header is not "
               u"supported."_s.arg(header[u"alg"].toString());
    case xsuaa::CheckId::Signature:
        return u"InvalidTokenSignatureError: Token signature is invalid."_s;
    }
    return {};
}

QUrl keySetUrl(const xsuaa::ServiceKey &key, const QString &zone)
{
    // The rule of @sap/xssec: https and uaadomain, else the url of the key; never jku or iss.
    const QByteArray base = key.client.uaaDomain.isEmpty()
        ? key.client.url.toEncoded(QUrl::StripTrailingSlash)
        : "https://" + key.client.uaaDomain.toUtf8();
    QByteArray url = base + "/token_keys";
    if (!zone.isEmpty())
        url += "?zid=" + QUrl::toPercentEncoding(zone);
    return QUrl::fromEncoded(url);
}

} // namespace

CapAuthentication::CapAuthentication(Landscape &landscape)
    : m_landscape(landscape)
    , m_context(std::make_unique<QObject>())
{ }

CapAuthentication::~CapAuthentication() = default;

void CapAuthentication::login(const http::Request &request,
                              const QByteArray &correlationId,
                              const Done &done)
{
    if (!request.headers.contains("Authorization")) {
        done({});
        return;
    }
    // The scheme is not looked at, and exactly one blank separates: all as @sap/xssec does.
    const auto words = request.headers.value("Authorization").split(' ');
    const QByteArray token = words.size() > 1 ? words[1] : QByteArray();
    if (token.isEmpty()) {
        done(unauthenticated(u"MissingJwtError: Request contains no jwt bearer token and neither a "
                             u"jwt nor a decoded Token was passed."_s));
        return;
    }
    // What can be told without the key set is told without fetching it.
    const auto early = decide(token, nullptr);
    if (early.refusedWith != 0) {
        done(early);
        return;
    }
    const QString zone = jose::decodeToken(token).claims[u"zid"].toString();
    const auto cached = m_keySets.constFind(zone);
    const auto now = m_landscape.clock().nowMs();
    if (cached != m_keySets.constEnd() && now - cached->fetchedMs < keySetLifeMs) {
        if (now - cached->fetchedMs >= refreshAfterMs)
            refreshKeys(zone, correlationId);
        done(decide(token, &cached->keys));
        return;
    }
    fetchKeys(zone,
              correlationId,
              [this, token, done](const Result<jose::JwkSet> &keys, const CapLogin &refusal) {
                  done(keys ? decide(token, &*keys) : refusal);
              });
}

void CapAuthentication::forgetKeySets()
{
    m_keySets.clear();
}

CapLogin CapAuthentication::decide(const QByteArray &token, const jose::JwkSet *keys) const
{
    const auto key = boundKey(xsuaa::ServiceKind::Xsuaa, m_landscape.xsuaaCredentials());
    if (!key)
        return broken(key.error().sentence);
    const auto decoded = jose::decodeToken(token);
    const auto validation =
        xsuaa::validateLikeXssec({decoded, *key, keys, m_landscape.clock().nowSeconds()});
    if (const auto *failure = validation.firstFailure())
        return unauthenticated(errorFor(*failure, decoded.header));
    if (!decoded.isReadable())
        return unauthenticated(u"InvalidJwtError: JWT could not be parsed."_s);
    if (!decoded.claims.contains(u"scope"))
        return broken(u"TypeError: payload.scope is not iterable"_s);
    CapLogin login;
    login.anonymous = false;
    login.token = token;
    login.user = xsuaa::capUserOf(decoded.claims, key->xsappname);
    return login;
}

void CapAuthentication::fetchKeys(const QString &zone, const QByteArray &id, const Fetched &fetched)
{
    const auto key = boundKey(xsuaa::ServiceKind::Xsuaa, m_landscape.xsuaaCredentials());
    http::ClientRequest request;
    request.url = keySetUrl(*key, zone); // decide() has seen that there is one
    request.headers = {{"accept", "application/json"}, {"x-vcap-request-id", id}};
    request.tls = m_landscape.tls();
    request.limits.totalTimeoutMs = fetchTimeoutMs;
    request.observer = u"service"_s;
    request.callee = u"xsuaa"_s;
    auto *job = m_landscape.client().send(request, m_context.get());
    QObject::connect(job,
                     &http::ClientJob::finished,
                     m_context.get(),
                     [this, zone, fetched](http::ClientJob *finished) {
                         finished->deleteLater();
                         take(finished->exchange(), zone, fetched);
                     });
    job->start();
}

// In the background: the calls meanwhile, and those after a failure, are judged by the old keys.
void CapAuthentication::refreshKeys(const QString &zone, const QByteArray &id)
{
    if (m_refreshing.contains(zone))
        return;
    m_refreshing.insert(zone);
    fetchKeys(zone, id, [this, zone](const Result<jose::JwkSet> & /*keys*/, const CapLogin &) {
        m_refreshing.remove(zone);
    });
}

void CapAuthentication::take(const http::Exchange &exchange,
                             const QString &zone,
                             const Fetched &fetched)
{
    const QString url = QString::fromUtf8(exchange.url());
    const Error failed{ErrorCode::Network, u"There is no key set."_s};
    if (exchange.failure) {
        // The issuer may not have heard of it, so that its own record lacks.
        auto own = exchange;
        own.id = m_landscape.journal().nextId(u"x");
        m_landscape.journal().append(own);
        const bool late = exchange.notes[u"failure"].toString() == "timed-out"_L1;
        const QString request = u"HTTP request [XsuaaService.fetchJwks] to "_s + url;
        return fetched(
            failed,
            broken(
                late ? u"TimeoutError: %1 timed out after %2 ms."_s.arg(request).arg(fetchTimeoutMs)
                     : u"RequestError: %1 could not be sent due to: FetchError: request to %2 "
                       u"failed, reason: %3."_s.arg(request, url, nodeReason(exchange))));
    }
    const auto &response = exchange.response;
    const QString body = QString::fromUtf8(response.body);
    if (response.status == 400)
        return fetched(failed,
                       unauthenticated(u"WrongAudienceError: The online validation in the JWKS "
                                       u"endpoint of the XSUAA server responded with 400: '"_s
                                       + body + u'\''));
    if (response.status != 200)
        return fetched(
            failed,
            broken(u"ResponseError: HTTP response from %1 was %2: "_s.arg(url).arg(response.status)
                   + body + u'.'));
    const auto json = text::parseJson(response.body);
    if (!json)
        return fetched(failed, broken(nodeSyntaxError(response.body)));
    const auto keys = jose::JwkSet::fromJson(*json);
    if (!keys)
        return fetched(failed, broken(u"TypeError: "_s + keys.error().sentence));
    m_keySets.insert(zone, {*keys, m_landscape.clock().nowMs()});
    fetched(*keys, {});
}

} // namespace tokentrail::sandbox
