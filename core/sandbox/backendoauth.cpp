// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/backendoauth.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/randomtext.h"
#include "core/sandbox/samlassertion.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 lifeSeconds = 3600;
constexpr qsizetype maxTokens = 1000;

Error refused(const QString &sentence)
{
    return Error{ErrorCode::Refused, sentence};
}

// Id and secret by Basic, or in the body.
std::pair<QString, Secret> clientOf(const http::Request &request, const Form &form)
{
    const auto credentials = http::credentialsOf(request.headers.value("Authorization"));
    if (credentials.scheme.toLower() != "basic")
        return {form.value(u"client_id"), Secret(form.value(u"client_secret"))};
    const auto pair = QString::fromUtf8(QByteArray::fromBase64(credentials.value));
    return {pair.section(u':', 0, 0), Secret(pair.section(u':', 1))};
}

} // namespace

Result<BackendUser> BackendOAuth::userOfAssertion(const QByteArray &xml) const
{
    const auto saml = verifiedSaml(xml, m_landscape);
    if (!saml)
        return saml.error();
    if (saml->audience != QStringView(audience))
        return refused(u"The assertion is meant for \"%1\", not for \"%2\""_s.arg(
            saml->audience, QStringView(audience)));
    // By the name as it is, or by what stands before the @ of a mail address.
    for (const auto &name : {saml->nameId, saml->nameId.section(u'@', 0, 0)}) {
        if (auto user = m_landscape.backendUserOf(name))
            return *user;
    }
    if (saml->nameId.compare("TECHUSER"_L1, Qt::CaseInsensitive) == 0)
        return BackendUser{u"TECHUSER"_s, true, {}};
    return refused(u"No user of this system is mapped to "_s + saml->nameId);
}

Result<BackendUser> BackendOAuth::granted(const Form &form) const
{
    const auto grant = form.value(u"grant_type");
    if (grant == "urn:ietf:params:oauth:grant-type:saml2-bearer"_L1)
        return userOfAssertion(decodedSaml(form.value(u"assertion")));
    if (grant == "client_credentials"_L1)
        return BackendUser{u"TECHUSER"_s, true, {}};
    if (grant == "password"_L1) {
        const auto user =
            m_landscape.backendLogon(form.value(u"username").toUpper(), form.value(u"password"));
        return user ? Result<BackendUser>(*user) : refused(u"User name or password is wrong"_s);
    }
    if (grant == "refresh_token"_L1) {
        const auto found = m_refreshTokens.constFind(form.value(u"refresh_token"));
        return found == m_refreshTokens.constEnd() ? refused(u"The refresh token is not valid"_s)
                                                   : Result<BackendUser>(*found);
    }
    return Error{ErrorCode::Usage, u"Unsupported grant type: "_s + grant};
}

http::Response BackendOAuth::answer(const http::Request &request, const Party::Note &note)
{
    if (request.method != "POST")
        return oauthError(405, u"invalid_request"_s, u"The token endpoint takes POST alone"_s);
    const Form form(request.body);
    const auto [id, secret] = clientOf(request, form);
    note(u"grant"_s, form.value(u"grant_type"));
    note(u"client"_s, id);
    if (!m_landscape.isClient(id, secret))
        return oauthError(401, u"invalid_client"_s, u"Client authentication failed"_s);
    const auto user = granted(form);
    if (!user)
        return oauthError(400,
                          user.error().code == ErrorCode::Usage ? u"unsupported_grant_type"_s
                                                                : u"invalid_grant"_s,
                          u"Provided authorization grant is invalid. Exception was "_s
                              + user.error().sentence);
    note(u"backendUser"_s, user->name);
    return issue(*user);
}

http::Response BackendOAuth::issue(const BackendUser &user)
{
    const auto now = m_landscape.clock().nowMs();
    m_tokens.removeIf([now](const auto &entry) { return entry.value().expiresMs <= now; });
    if (m_tokens.size() >= maxTokens)
        m_tokens.clear();
    if (m_refreshTokens.size() >= maxTokens)
        m_refreshTokens.clear();
    const auto token = randomText(32);
    const auto refreshToken = randomText(32);
    m_tokens.insert(token, {user, now + lifeSeconds * 1000});
    m_refreshTokens.insert(refreshToken, user);
    return oauthAnswer(Json::object({{u"access_token"_s, token},
                                     {u"token_type"_s, u"Bearer"_s},
                                     {u"expires_in"_s, lifeSeconds},
                                     {u"refresh_token"_s, refreshToken},
                                     {u"scope"_s, u"API_FUNCTIONALLOCATION_0001"_s}}));
}

std::optional<BackendUser> BackendOAuth::userOf(const QByteArray &token) const
{
    const auto found = m_tokens.constFind(QString::fromLatin1(token));
    if (found == m_tokens.constEnd() || found->expiresMs <= m_landscape.clock().nowMs())
        return std::nullopt;
    return found->user;
}

} // namespace tokentrail::sandbox
