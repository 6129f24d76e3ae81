// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/revokeendpoint.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/revocations.h"

#include <QUrl>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr QByteArrayView prefix = "/oauth/token/revoke/";

http::Response noSuchThing()
{
    return oauthError(404, u"invalid_token"_s, u"Resource not found"_s);
}

http::Response forbidden()
{
    return jsonAnswer(
        403,
        Json::object({{u"error"_s, u"insufficient_scope"_s},
                      {u"error_description"_s, u"Insufficient scope for this resource"_s},
                      {u"scope"_s, u"tokens.revoke"_s}}));
}

http::Response done(const Result<void> &stored)
{
    return stored ? http::Response{200, {}, {}, {}}
                  : oauthError(500, u"server_error"_s, stored.error().sentence);
}

// Who asks, and for what.
struct Asked
{
    Registry &registry;
    const SandboxLandscape &landscape;
    QStringList path; // behind the prefix
    QString userId;
    QString clientId;
    bool mayAll = false;
};

http::Response oneToken(const Asked &asked)
{
    const auto token = opened(asked.path[0], asked.landscape.keys().refreshSecret);
    if (!token || isRevoked(asked.registry, *token))
        return asked.mayAll ? noSuchThing() : forbidden(); // nobody else learns what there is
    const bool own = token->clientId == asked.clientId
        || (!asked.userId.isEmpty() && token->userId == asked.userId);
    return own || asked.mayAll
        ? done(revokeToken(asked.registry, *token, asked.landscape.clock().nowSeconds()))
        : forbidden();
}

http::Response allOfUser(const Asked &asked)
{
    const auto &userId = asked.path[1];
    if (userId != asked.userId && !asked.mayAll)
        return forbidden();
    return asked.registry.userById(userId) ? done(revokeUser(asked.registry, userId))
                                           : noSuchThing();
}

http::Response allOfClient(const Asked &asked)
{
    if (!asked.mayAll)
        return forbidden();
    return asked.registry.client(asked.path[1]) ? done(revokeClient(asked.registry, asked.path[1]))
                                                : noSuchThing();
}

http::Response ofUserAtClient(const Asked &asked)
{
    const bool own = asked.path[1] == asked.userId && asked.path[3] == asked.clientId;
    return own || asked.mayAll
        ? done(revokeUserAtClient(asked.registry, asked.path[1], asked.path[3]))
        : forbidden();
}

} // namespace

bool isRevocation(const http::Request &request)
{
    return request.path().startsWith(prefix);
}

http::Response
revoke(Registry &registry, const SandboxLandscape &landscape, const http::Request &request)
{
    const auto bearer = bearerOf(request.headers);
    if (bearer.isEmpty())
        return bearerError(u"Full authentication is required to access this resource"_s);
    const auto claims = takenByXsuaa(landscape, bearer);
    if (!claims)
        return bearerError(claims.error().sentence);
    QStringList path;
    for (const auto &segment : request.path().sliced(prefix.size()).split('/'))
        path.append(QUrl::fromPercentEncoding(segment));
    const auto scopes = (*claims)[u"scope"].toStringList();
    const bool isAdmin = scopes.contains("uaa.admin"_L1) && path[0] == "user"_L1;
    const Asked asked{registry,
                      landscape,
                      path,
                      (*claims)[u"user_id"].toString(),
                      (*claims)[u"cid"].toString(),
                      isAdmin || scopes.contains("tokens.revoke"_L1)};
    if (path.size() == 1 && !path[0].isEmpty()) {
        if (request.method == "DELETE")
            return oneToken(asked);
        auto wrong =
            oauthError(405, u"method_not_allowed"_s, u"The method is not supported here"_s);
        wrong.headers.set("Allow", "DELETE");
        return wrong;
    }
    if (path.size() == 2 && path[0] == "user"_L1)
        return allOfUser(asked);
    if (path.size() == 2 && path[0] == "client"_L1)
        return allOfClient(asked);
    if (path.size() == 4 && path[0] == "user"_L1 && path[2] == "client"_L1)
        return ofUserAtClient(asked);
    return noSuchThing();
}

} // namespace tokentrail::sandbox
