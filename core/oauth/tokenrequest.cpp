// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/tokenrequest.h"

#include "core/oauth/tokenresponse.h"

namespace tokentrail::oauth {

using namespace Qt::StringLiterals;

namespace {

using Fields = QList<std::pair<QString, QString>>;

QString textOf(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

// RFC 7522 §2.1 wants base64url; files hold XML or the base64 of it.
QString samlAssertion(const Secret &assertion)
{
    constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    auto bytes = assertion.reveal().trimmed();
    if (bytes.startsWith('<'))
        return QString::fromLatin1(bytes.toBase64(base64Url));
    bytes.replace('\n', "").replace('\r', "").replace('+', '-').replace('/', '_');
    return QString::fromLatin1(bytes);
}

QString missing(const TokenRequest &request)
{
    switch (request.grant) {
    case GrantType::Password:
        return request.userName.isEmpty() ? u"a user name"_s
            : request.password.isEmpty()  ? u"a password"_s
                                          : QString();
    case GrantType::Passcode:
        return request.password.isEmpty() ? u"a passcode"_s : QString();
    case GrantType::ClientCredentials:
        return {};
    case GrantType::AuthorizationCode:
        return request.code.isEmpty() ? u"a code"_s : QString();
    case GrantType::JwtBearer:
        return request.assertion.isEmpty() ? u"the token that is to be exchanged"_s : QString();
    case GrantType::Saml2Bearer:
        return request.assertion.isEmpty() ? u"a SAML assertion"_s : QString();
    case GrantType::RefreshToken:
        return request.refreshToken.isEmpty() ? u"a refresh token"_s : QString();
    }
    return {};
}

Fields grantFields(const TokenRequest &request)
{
    Fields fields{{u"grant_type"_s, wireNameOf(request.grant)}};
    switch (request.grant) {
    case GrantType::Password:
        fields.append({u"username"_s, request.userName});
        fields.append({u"password"_s, textOf(request.password)});
        break;
    case GrantType::Passcode:
        fields.append({u"passcode"_s, textOf(request.password)});
        break;
    case GrantType::ClientCredentials:
        break;
    case GrantType::AuthorizationCode:
        fields.append({u"redirect_uri"_s, request.redirectUri});
        fields.append({u"code"_s, textOf(request.code)});
        if (!request.codeVerifier.isEmpty())
            fields.append({u"code_verifier"_s, textOf(request.codeVerifier)});
        break;
    case GrantType::JwtBearer:
        fields.append({u"assertion"_s, QString::fromUtf8(request.assertion.reveal().trimmed())});
        break;
    case GrantType::Saml2Bearer:
        fields.append({u"assertion"_s, samlAssertion(request.assertion)});
        break;
    case GrantType::RefreshToken:
        fields.append({u"refresh_token"_s, textOf(request.refreshToken)});
        break;
    }
    return fields;
}

} // namespace

QString wireNameOf(GrantType grant)
{
    switch (grant) {
    case GrantType::Password:
    case GrantType::Passcode:
        return u"password"_s;
    case GrantType::ClientCredentials:
        return u"client_credentials"_s;
    case GrantType::AuthorizationCode:
        return u"authorization_code"_s;
    case GrantType::JwtBearer:
        return u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s;
    case GrantType::Saml2Bearer:
        return u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s;
    case GrantType::RefreshToken:
        return u"refresh_token"_s;
    }
    return {};
}

Result<http::Request> buildTokenRequest(const TokenRequest &request)
{
    if (request.client.clientId.isEmpty())
        return Error{ErrorCode::InvalidInput, u"The key names no client (clientid)."_s};
    if (const auto what = missing(request); !what.isEmpty()) {
        return Error{ErrorCode::Usage,
                     u"Nothing was sent: this way to sign in needs %1."_s.arg(what)};
    }
    auto fields = grantFields(request);
    fields.append({u"client_id"_s, request.client.clientId});
    if (!request.client.clientSecret.isEmpty())
        fields.append({u"client_secret"_s, textOf(request.client.clientSecret)});
    if (!request.scope.isEmpty())
        fields.append({u"scope"_s, request.scope});
    if (!request.origin.isEmpty())
        fields.append({u"login_hint"_s, loginHint(request.origin)});

    http::Request wire;
    wire.method = "POST";
    wire.target = request.client.endpoint.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority
                                                    | QUrl::RemoveFragment);
    wire.headers.add("Accept", "application/json");
    wire.headers.add("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    if (!request.client.zoneHeader.isEmpty())
        wire.headers.add("x-zid", request.client.zoneHeader.toUtf8());
    wire.body = http::toForm(fields);
    return wire;
}

} // namespace tokentrail::oauth
