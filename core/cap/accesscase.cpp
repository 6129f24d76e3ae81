// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscase.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Caller callerOf(const Json &json)
{
    Caller caller;
    const auto &user = json[u"token"].isObject() ? json : json[u"user"];
    if (user.isObject()) {
        caller.token = user.find(u"token");
        caller.credentials = user.find(u"credentials");
        if (caller.token && caller.token->isString()) {
            caller.authorization = u"Bearer "_s + caller.token->toString();
            caller.sendsAuthorization = true;
            caller.token = nullptr;
        }
        return caller;
    }
    const auto name = user.toString(u"raw"_s);
    if (name == "raw"_L1) {
        for (const auto &header : json[u"headers"].members()) {
            if (header.name.compare("authorization"_L1, Qt::CaseInsensitive) == 0) {
                caller.authorization = header.value.toString();
                caller.sendsAuthorization = !caller.authorization.isEmpty();
            }
        }
    } else if (name != "-"_L1) {
        caller.authorization = basicAuthorization(name);
        caller.sendsAuthorization = true;
    }
    return caller;
}

} // namespace

AccessCase AccessCase::read(const Json &json)
{
    AccessCase result;
    result.json = &json;
    result.request.caller = callerOf(json);
    result.request.method = json[u"method"].toString(u"GET"_s).toUpper();
    const auto &url = json.contains(u"url") ? json[u"url"] : json[u"path"];
    result.request.url = url.toString();
    result.isRequest = url.isString();
    result.request.body = json[u"body"];
    result.request.sendsNull = json.contains(u"body");
    result.request.headers = json[u"headers"];
    result.sequence = json[u"sequence"].toString();
    return result;
}

const Json &casesIn(const Json &document)
{
    if (document.isObject())
        return document.contains(u"rows") ? document[u"rows"] : document[u"cases"];
    return document;
}

namespace {

// READ of a whole entity is the request for its list, whose rows may be known.
std::optional<AccessRequest> listRequest(const AccessModel &model, const AccessCase &each)
{
    const auto &json = *each.json;
    const auto entity = json[u"entity"].toString();
    if (entity.isEmpty() || json[u"event"].toString() != "READ"_L1)
        return {};
    for (const auto &endpoint : model.endpoints()) {
        if (endpoint.service->name != json[u"service"].toString()
            || endpoint.protocol == Protocol::Other)
            continue;
        auto request = each.request;
        const QString prefix = endpoint.service->name + u'.';
        auto name = entity.startsWith(prefix) ? entity.mid(prefix.size()) : entity;
        request.method = u"GET"_s;
        request.url = endpoint.path + u'/' + name.replace(u'.', u'_');
        return request;
    }
    return {};
}

AccessDecision decideCell(const AccessModel &model, const AccessCase &each)
{
    const auto login = model.logIn(each.request.caller);
    AccessDecision decision;
    decision.because = login.because;
    if (login.undecided)
        return decision;
    decision.status = login.refusedWith;
    if (login.refusedWith != 0)
        return decision;
    const auto &json = *each.json;
    if (const auto request = listRequest(model, each))
        return model.decide(*request);
    return model.decide(login.user,
                        json[u"service"].toString(),
                        json[u"entity"].toString(),
                        json[u"event"].toString());
}

} // namespace

std::vector<AccessDecision> decideCases(const AccessModel &model, const Json &cases)
{
    std::vector<AccessDecision> decisions;
    decisions.reserve(cases.elements().size());
    QHash<QString, DraftStore> sequences;
    for (const auto &json : cases.elements()) {
        auto each = AccessCase::read(json);
        if (!each.sequence.isEmpty())
            each.request.drafts = &sequences[each.sequence];
        decisions.push_back(each.isRequest ? model.decide(each.request) : decideCell(model, each));
    }
    return decisions;
}

Json toJson(const AccessDecision &decision)
{
    auto json =
        Json::object({{u"decision"_s, decision.decision()}, {u"status"_s, decision.status}});
    if (decision.ids) {
        auto ids = Json::array();
        for (const auto &id : *decision.ids)
            ids.append(id.toJson());
        json.set(u"ids"_s, ids);
    }
    if (!decision.where.isEmpty())
        json.set(u"where"_s, decision.where);
    json.set(u"because"_s, decision.because);
    if (!decision.parts.empty()) {
        auto parts = Json::array();
        for (const auto &[id, status] : decision.parts)
            parts.append(Json::object(
                {{u"id"_s, id}, {u"decision"_s, decisionOf(status)}, {u"status"_s, status}}));
        json.set(u"responses"_s, parts);
    }
    return json;
}

} // namespace tokentrail::cap
