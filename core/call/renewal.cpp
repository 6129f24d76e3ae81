// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/renewal.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;

bool canRenew(const Session &session)
{
    return !session.refreshToken.isEmpty() || session.grant == Grant::ClientCredentials
        || (session.grant == Grant::Password && !session.password.isEmpty());
}

bool isDue(const Session &session, qint64 nowSeconds)
{
    if (session.accessToken.isEmpty())
        return true;
    return session.expiresAt > 0 && session.expiresAt - renewBeforeSeconds <= nowSeconds;
}

Result<TokenFetchInput>
renewalOf(const Session &session, const xsuaa::ServiceKey &key, const http::TlsSettings &tls)
{
    if (!canRenew(session))
        return Error{ErrorCode::Refused,
                     u"%1 has no refresh token and has to log in again."_s.arg(
                         session.title.isEmpty() ? u"The session"_s : session.title)};
    const auto endpoint = xsuaa::tokenEndpoint(key.client).url;
    // A refresh token shown to another token service would be given away to it.
    if (!session.tokenUrl.isEmpty() && session.tokenUrl.authority() != endpoint.authority())
        return Error{ErrorCode::Conflict,
                     u"The session came from %1, and this key is for %2."_s.arg(
                         session.tokenUrl.authority(), endpoint.authority())};
    TokenFetchInput input;
    input.key = key;
    input.tls = tls;
    input.grant = session.grant;
    if (session.grant == Grant::Password && !session.password.isEmpty()) {
        input.userName = session.userName;
        input.origin = session.origin;
        input.password = session.password;
    }
    if (!session.refreshToken.isEmpty()) {
        input.grant = Grant::RefreshToken;
        input.refreshToken = session.refreshToken;
        input.password = {};
    }
    return input;
}

Session renewed(const Session &before, const Session &fresh)
{
    auto session = before;
    session.accessToken = fresh.accessToken;
    session.expiresAt = fresh.expiresAt;
    session.tokenUrl = fresh.tokenUrl;
    if (!fresh.refreshToken.isEmpty()) // else the old one goes on (RFC 6749 §6)
        session.refreshToken = fresh.refreshToken;
    return session;
}

} // namespace tokentrail::call
