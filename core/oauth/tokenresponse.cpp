// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/tokenresponse.h"

#include "core/base/redactor.h"
#include "core/text/json.h"

namespace tokentrail::oauth {

using namespace Qt::StringLiterals;

namespace {

Error refused(const QString &sentence)
{
    return Error{ErrorCode::Refused, sentence};
}

// What the server said, after what it means.
QString withServersWords(const QString &meaning, const QString &error, const QString &description)
{
    auto words = error;
    if (!description.isEmpty())
        words = error.isEmpty() ? description : QString(error + u": "_s + description);
    return words.isEmpty() ? QString(meaning + u'.')
                           : QString(meaning + u" ("_s + redactor::text(words) + u")."_s);
}

QString clientIsWrong(ClientProof proof)
{
    return proof == ClientProof::Secret
        ? u"The client id or its secret is wrong"_s
        : u"The client id is wrong, or the certificate is none of this client"_s;
}

QString whoIsWrong(GrantType grant, ClientProof proof)
{
    const bool bySecret = proof == ClientProof::Secret;
    switch (grant) {
    case GrantType::Password:
        return bySecret
            ? u"The user name or password is wrong, or the client's secret: the server says the same to both"_s
            : u"The user name or password is wrong, or the client's certificate is none of this client: the server says the same to both"_s;
    case GrantType::Passcode:
        return bySecret
            ? u"The passcode is wrong or used up, or the client's secret is wrong"_s
            : u"The passcode is wrong or used up, or the client's certificate is none of this client"_s;
    case GrantType::ClientCredentials:
    case GrantType::AuthorizationCode:
    case GrantType::JwtBearer:
    case GrantType::Saml2Bearer:
    case GrantType::RefreshToken:
        return clientIsWrong(proof);
    }
    return {};
}

QString whatIsStale(GrantType grant)
{
    switch (grant) {
    case GrantType::AuthorizationCode:
        return u"The code is used up, too old, or was issued for another redirect URI"_s;
    case GrantType::RefreshToken:
        return u"The refresh token is expired, revoked or belongs to another client"_s;
    case GrantType::JwtBearer:
    case GrantType::Saml2Bearer:
        return u"The assertion is expired, not trusted or not meant for this client"_s;
    case GrantType::Password:
        return u"The user name or password is wrong"_s;
    case GrantType::Passcode:
        return u"The passcode is wrong or used up"_s;
    case GrantType::ClientCredentials:
        return u"The grant was not accepted"_s;
    }
    return {};
}

bool has(const QString &text, QStringView part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

} // namespace

QString loginHint(const QString &origin)
{
    return QString::fromUtf8(text::Json::object({{u"origin"_s, origin}}).toCompact());
}

QString explainTokenError(int status,
                          const QString &error,
                          const QString &description,
                          GrantType grant,
                          ClientProof proof)
{
    const auto say = [&](const QString &meaning) {
        return withServersWords(meaning, error, description);
    };
    if (has(description, u"No client with requested id"))
        return say(
            u"The server does not know this client; the key belongs to another zone or was deleted"_s);
    if (has(description, u"Missing credentials") || has(description, u"Client authentication"))
        return say(
            u"The client did not show who it is: neither secret nor certificate was accepted"_s);
    if (error == "unauthorized_client"_L1 || has(description, u"Unauthorized grant type"))
        return say(u"This client may not use the grant %1"_s.arg(wireNameOf(grant)));
    if (error == "invalid_grant"_L1)
        return say(whatIsStale(grant));
    if (error == "invalid_scope"_L1 || has(description, u"valid scope"))
        return say(u"A scope that was asked for does not exist or may not be given"_s);
    if (error == "unsupported_grant_type"_L1)
        return say(u"The server does not know the grant %1"_s.arg(wireNameOf(grant)));
    if (error == "invalid_client"_L1 && grant != GrantType::Password)
        return say(clientIsWrong(proof));
    if (has(description, u"locked"))
        return say(u"The account is locked after too many wrong passwords"_s);
    if (has(description, u"expired") || error == "invalid_token"_L1)
        return say(u"The token that was sent along is expired or not valid"_s);
    if (has(description, u"Bad credentials") || error == "unauthorized"_L1
        || error == "invalid_client"_L1)
        return say(whoIsWrong(grant, proof));
    if (error == "invalid_request"_L1)
        return say(u"The server misses something in the request"_s);
    if (status == 429)
        return say(u"The server was asked too often; wait a little"_s);
    return say(u"The token server answered %1"_s.arg(status));
}

QString explainAuthorizationError(const QString &error, const QString &description)
{
    const auto meaning = error == "access_denied"_L1 ? u"The login was refused"_s
        : error == "invalid_scope"_L1
        ? u"A scope that was asked for does not exist or may not be given"_s
        : error == "unauthorized_client"_L1
        ? u"This client may not use the grant authorization_code"_s
        : u"The login ended with an error"_s;
    return withServersWords(meaning, error, description);
}

Result<TokenResponse>
readTokenResponse(const http::Response &response, GrantType grant, ClientProof proof)
{
    const auto json = text::parseJson(response.body);
    if (response.status < 200 || response.status > 299) {
        const auto &body = json ? *json : text::Json();
        return refused(explainTokenError(response.status,
                                         body[u"error"].toString(),
                                         body[u"error_description"].toString(),
                                         grant,
                                         proof));
    }
    if (!json || !json->isObject())
        return refused(
            u"The token server answered %1 with something that is no JSON object; the URL may not be that of a token server."_s
                .arg(response.status));
    const auto &body = *json;
    TokenResponse tokens;
    tokens.accessToken = Secret(body[u"access_token"].toString());
    if (tokens.accessToken.isEmpty())
        return refused(u"The token server's answer holds no access_token."_s);
    tokens.refreshToken = Secret(body[u"refresh_token"].toString());
    tokens.idToken = Secret(body[u"id_token"].toString());
    tokens.tokenType = body[u"token_type"].toString();
    tokens.scope = body[u"scope"].toString();
    tokens.jti = body[u"jti"].toString();
    const auto &life = body[u"expires_in"]; // some servers send it as a string
    tokens.expiresIn = life.isString() ? life.toString().toLongLong() : life.toInteger();
    return tokens;
}

} // namespace tokentrail::oauth
