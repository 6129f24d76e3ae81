// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/prediction.h"

#include "core/cap/accessroles.h"
#include "core/jose/jwt.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool checksTokens(cap::AuthKind kind)
{
    return kind == cap::AuthKind::Jwt || kind == cap::AuthKind::Xsuaa || kind == cap::AuthKind::Ias;
}

// What the service will be sent; false: it is not known before somebody signed in.
bool fillCaller(cap::Caller &caller,
                Json &token,
                const SessionBook::Entry *entry,
                cap::AuthKind kind)
{
    if (!entry || entry->session.grant == call::Grant::None)
        return true;
    const auto &session = entry->session;
    caller.sendsAuthorization = true;
    if (session.grant == call::Grant::Basic) {
        const QString credentials =
            session.userName + u':' + QString::fromUtf8(session.password.reveal());
        caller.authorization = cap::basicAuthorization(credentials);
        return true;
    }
    if (session.accessToken.isEmpty())
        return false;
    const auto decoded = jose::decodeToken(session.accessToken.reveal());
    caller.authorization = u"Bearer x"_s;
    if (!checksTokens(kind) || !decoded.isReadable())
        return true;
    token = Json::object({{u"header"_s, decoded.header},
                          {u"payload"_s, decoded.claims},
                          {u"signature"_s, u"valid"_s}});
    caller.token = &token;
    return true;
}

QString eventOf(const QByteArray &method, const cap::ResourcePath &path)
{
    if (path.operation)
        return path.operation->name.section(u'.', -1);
    if (path.isRoot || path.isMetadata)
        return u"SERVICE"_s;
    if (method == "POST")
        return u"CREATE"_s;
    if (method == "DELETE")
        return u"DELETE"_s;
    return method == "PUT" || method == "PATCH" ? u"UPDATE"_s : u"READ"_s;
}

QString rowOf(const cap::AccessModel &model,
              const cap::Endpoint &endpoint,
              const QByteArray &method,
              const QString &path)
{
    const auto resource = cap::resolvePath(
        model.csn(), endpoint, path.mid(endpoint.path.size()), {}, model.options().cds);
    const auto *target = resource.target();
    const auto name = target ? target->name : endpoint.service->name;
    return name + u' ' + eventOf(method, resource);
}

} // namespace

std::optional<Prediction>
predict(const cap::AccessModel &model, const ui::CallDraft &draft, const SessionBook::Entry *caller)
{
    const QUrl url(draft.url, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!isHttp || url.host().isEmpty() || !draft.via.isEmpty())
        return {};
    const auto path = url.path(QUrl::FullyEncoded);
    const auto *endpoint = cap::findEndpoint(model.endpoints(), path);
    if (!endpoint || endpoint->protocol == cap::Protocol::Other)
        return {};

    const auto body = text::parseJson(draft.body);
    if (!draft.body.isEmpty() && !body)
        return {}; // what is not JSON is refused for other reasons than those of the model
    cap::AccessRequest request;
    Json token;
    if (!fillCaller(request.caller, token, caller, model.options().kind))
        return {};
    request.method = QString::fromLatin1(draft.method);
    request.url = path;
    if (url.hasQuery())
        request.url += u'?' + url.query(QUrl::FullyEncoded);
    request.body = body.value_or(Json());
    request.headers = Json::object();
    for (const auto &header : draft.headers.fields())
        request.headers.set(QString::fromLatin1(header.name), QString::fromLatin1(header.value));
    const auto decision = model.decide(request);
    if (decision.status == 0)
        return {};
    Prediction prediction;
    prediction.status = decision.status;
    prediction.because = decision.because;
    prediction.brief = decision.brief.isEmpty() ? decision.because : decision.brief;
    if (decision.status == 403)
        prediction.roles = cap::rolesThatWouldDo(model, request);
    prediction.what = rowOf(model, *endpoint, draft.method, path);
    prediction.who = caller && caller->session.grant != call::Grant::None ? caller->session.userName
                                                                          : u"anonymous"_s;
    return prediction;
}

} // namespace tokentrail::console
