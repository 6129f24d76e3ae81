// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/authorizationrequest.h"

#include "core/http/message.h"
#include "core/oauth/tokenresponse.h"

namespace tokentrail::oauth {

using namespace Qt::StringLiterals;

QUrl urlOf(const AuthorizationRequest &request)
{
    QList<std::pair<QString, QString>> fields{
        {u"response_type"_s, u"code"_s},
        {u"client_id"_s, request.clientId},
        {u"redirect_uri"_s, request.redirectUri},
        {u"state"_s, request.state},
        {u"code_challenge"_s, QString::fromLatin1(request.challenge)},
        {u"code_challenge_method"_s, u"S256"_s},
    };
    if (!request.scope.isEmpty())
        fields.append({u"scope"_s, request.scope});
    if (!request.origin.isEmpty())
        fields.append({u"login_hint"_s, loginHint(request.origin)});
    auto url = request.authorizeUrl;
    const auto query = QString::fromLatin1(http::toForm(fields));
    url.setQuery(url.hasQuery() ? QString(url.query(QUrl::FullyEncoded) + u'&' + query) : query);
    return url;
}

Callback readCallback(const QByteArray &query, const QString &state)
{
    Callback callback;
    const auto given = http::formField(query, u"state");
    if (state.isEmpty() || !Secret(given).equals(Secret(state)))
        return callback;
    const auto error = http::formField(query, u"error");
    const auto code = http::formField(query, u"code");
    if (!error.isEmpty() || code.isEmpty()) {
        const auto description = http::formField(query, u"error_description");
        callback.kind = CallbackKind::Refused;
        callback.refusal = error.isEmpty() ? u"The login came back without a code."_s
                                           : explainAuthorizationError(error, description);
        return callback;
    }
    callback.kind = CallbackKind::Code;
    callback.code = Secret(code);
    return callback;
}

} // namespace tokentrail::oauth
