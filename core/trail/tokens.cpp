// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/tokens.h"

#include "core/base/secret.h"
#include "core/jose/jwt.h"
#include "core/trail/redaction.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

void add(QList<RawToken> &tokens, TokenRole role, const QByteArray &value)
{
    if (!value.isEmpty())
        tokens.append({role, value});
}

bool looksLikeJwt(const QByteArray &value)
{
    return value.startsWith("eyJ") && value.count('.') >= 1;
}

// xssec takes the second word, whatever the first is; a raw token counts where it is one.
void addAuthorization(QList<RawToken> &tokens, TokenRole role, const QByteArray &header)
{
    const auto trimmed = header.trimmed();
    const auto blank = trimmed.indexOf(' ');
    const auto scheme = blank < 0 ? QByteArray() : trimmed.first(blank).toLower();
    const auto value = blank < 0 ? trimmed : trimmed.sliced(blank + 1).trimmed();
    if (scheme == "saml2.0")
        add(tokens, TokenRole::Saml, value);
    else if (scheme == "bearer" || looksLikeJwt(value))
        add(tokens, role, value);
}

void addRequestHeaders(QList<RawToken> &tokens, const http::Headers &headers)
{
    addAuthorization(tokens, TokenRole::Bearer, headers.value("authorization"));
    addAuthorization(tokens, TokenRole::ProxyAuthorization, headers.value("proxy-authorization"));
    addAuthorization(tokens,
                     TokenRole::ConnectivityAuthentication,
                     headers.value("sap-connectivity-authentication"));
    addAuthorization(tokens,
                     TokenRole::TechnicalAuthentication,
                     headers.value("sap-connectivity-technical-authentication"));
    addAuthorization(
        tokens, TokenRole::ApprouterAuthorization, headers.value("x-approuter-authorization"));
    add(tokens, TokenRole::UserToken, headers.value("x-user-token"));
    add(tokens, TokenRole::Refresh, headers.value("x-refresh-token"));
}

void addTokenRequest(QList<RawToken> &tokens, const QByteArray &form)
{
    const auto grant = http::formField(form, u"grant_type");
    const auto field = [&form](QStringView name) {
        return http::formField(form, name).toUtf8();
    };
    add(tokens,
        grant.contains("saml2"_L1) ? TokenRole::Saml : TokenRole::Assertion,
        field(u"assertion"));
    if (grant == "authorization_code"_L1)
        add(tokens, TokenRole::Code, field(u"code"));
    add(tokens, TokenRole::Refresh, field(u"refresh_token"));
}

// Tokens that an answer hands out: of a token endpoint, or in authTokens of the Destination service.
void addIssued(QList<RawToken> &tokens, const http::Response &response)
{
    if (!response.body.contains("\"access_token\"") && !response.body.contains("\"authTokens\""))
        return;
    const auto parsed = text::parseJson(response.body);
    if (!parsed)
        return;
    add(tokens, TokenRole::Issued, (*parsed)[u"access_token"].toString().toUtf8());
    add(tokens, TokenRole::Refresh, (*parsed)[u"refresh_token"].toString().toUtf8());
    for (const auto &token : (*parsed)[u"authTokens"].elements()) {
        if (token[u"type"].toString().compare("Basic"_L1, Qt::CaseInsensitive) != 0)
            add(tokens, TokenRole::Issued, token[u"value"].toString().toUtf8());
    }
}

void addCodes(QList<RawToken> &tokens, const http::Exchange &exchange)
{
    if (exchange.request.path().endsWith("/callback"))
        add(tokens, TokenRole::Code, exchange.request.queryItem(u"code").toUtf8());
    const auto location = exchange.response.headers.value("location");
    if (location.contains("code=")) {
        const QUrlQuery query(QUrl(QString::fromUtf8(location)));
        add(tokens, TokenRole::Code, query.queryItemValue(u"code"_s, QUrl::FullyDecoded).toUtf8());
    }
}

} // namespace

QList<RawToken> tokensIn(const http::Exchange &exchange)
{
    QList<RawToken> tokens;
    addRequestHeaders(tokens, exchange.request.headers);
    if (exchange.request.body.contains("grant_type="))
        addTokenRequest(tokens, exchange.request.body);
    addCodes(tokens, exchange);
    addIssued(tokens, exchange.response);
    return tokens;
}

TokenSeen tokenSeen(const RawToken &token)
{
    TokenSeen seen;
    seen.role = token.role;
    seen.fingerprint = fingerprint(token.value);
    if (looksLikeJwt(token.value)) {
        const auto decoded = jose::decodeToken(token.value);
        seen.header = redactedStrings(decoded.header);
        seen.claims = redactedStrings(decoded.claims);
        seen.jti = decoded.claims[u"jti"].toString();
    }
    return seen;
}

const TokenSeen *tokenWithRole(const Hop &hop, TokenRole role)
{
    const auto found = std::find_if(hop.tokens.begin(),
                                    hop.tokens.end(),
                                    [role](const auto &token) { return token.role == role; });
    return found == hop.tokens.end() ? nullptr : &*found;
}

} // namespace tokentrail::trail
