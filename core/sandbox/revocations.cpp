// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/revocations.h"

#include "core/sandbox/sandboxlandscape.h"
#include "core/xsuaa/claims.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// What was refreshed has the same id and ends later: at most a year from now, the longest that an
// xs-security.json may give.
constexpr qint64 longestLifeSeconds = 31'536'000;

QString ofToken(const QString &id)
{
    return u"token "_s + id;
}

QString ofUser(const QString &id)
{
    return u"user "_s + id;
}

QString ofClient(const QString &id)
{
    return u"client "_s + id;
}

QString ofPair(const QString &userId, const QString &clientId)
{
    return u"user %1 at %2"_s.arg(userId, clientId);
}

qint64 countOf(const Registry &registry, const QString &name)
{
    const auto found = registry.item(kind::revocation, name);
    return found ? (*found)[u"count"].toInteger() : 0;
}

Result<void> countUp(Registry &registry, const QString &name)
{
    return registry.change(
        {document(kind::revocation,
                  name,
                  Json::object({{u"Name"_s, name}, {u"count"_s, countOf(registry, name) + 1}}))});
}

bool isRevoked(const Registry &registry, const Json &accessClaims)
{
    const auto userId = accessClaims[u"user_id"].toString();
    const auto clientId = accessClaims[u"cid"].toString();
    const auto salt = revocationSalt(registry, userId, clientId);
    if (salt.isEmpty())
        return false;
    return accessClaims[u"rev_sig"].toString()
        != xsuaa::revocationSignature(clientId, userId, salt);
}

} // namespace

qint64 userGeneration(const Registry &registry, const QString &userId)
{
    return countOf(registry, ofUser(userId));
}

qint64 clientGeneration(const Registry &registry, const QString &clientId)
{
    return countOf(registry, ofClient(clientId));
}

QString revocationSalt(const Registry &registry, const QString &userId, const QString &clientId)
{
    const auto user = userId.isEmpty() ? 0 : userGeneration(registry, userId);
    const auto client = clientGeneration(registry, clientId);
    return user == 0 && client == 0 ? QString() : u"%1/%2"_s.arg(user).arg(client);
}

bool isRevoked(const Registry &registry, const RefreshToken &token)
{
    return token.userGeneration != userGeneration(registry, token.userId)
        || token.clientGeneration != clientGeneration(registry, token.clientId)
        || token.pairGeneration != countOf(registry, ofPair(token.userId, token.clientId))
        || registry.item(kind::revocation, ofToken(token.id));
}

Result<Json> takenByXsuaa(const SandboxLandscape &landscape, const QByteArray &accessToken)
{
    auto claims = landscape.verifyToken(accessToken);
    if (claims && isRevoked(landscape.registry(), *claims))
        return Error{ErrorCode::Refused, u"The token has been revoked"_s};
    return claims;
}

Result<void> revokeToken(Registry &registry, const RefreshToken &token, qint64 nowSeconds)
{
    std::vector<Document> changes;
    for (const auto &item : registry.items(kind::revocation)) {
        if (item.contains(u"until") && item[u"until"].toInteger() <= nowSeconds)
            changes.push_back(document(kind::revocation, item[u"Name"].toString()));
    }
    const auto name = ofToken(token.id);
    const auto until = std::max(token.expiresSeconds, nowSeconds + longestLifeSeconds);
    changes.push_back(
        document(kind::revocation, name, Json::object({{u"Name"_s, name}, {u"until"_s, until}})));
    return registry.change(changes);
}

Result<void> revokeUser(Registry &registry, const QString &userId)
{
    return countUp(registry, ofUser(userId));
}

Result<void> revokeClient(Registry &registry, const QString &clientId)
{
    return countUp(registry, ofClient(clientId));
}

Result<void> revokeUserAtClient(Registry &registry, const QString &userId, const QString &clientId)
{
    return countUp(registry, ofPair(userId, clientId));
}

void stamp(const Registry &registry, RefreshToken &token)
{
    token.userGeneration = userGeneration(registry, token.userId);
    token.clientGeneration = clientGeneration(registry, token.clientId);
    token.pairGeneration = countOf(registry, ofPair(token.userId, token.clientId));
}

} // namespace tokentrail::sandbox
