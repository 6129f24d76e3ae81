// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"
#include "core/sandbox/identityproviders.h"
#include "core/sandbox/storedlandscape.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto documentName = u"tenant-settings"_s;

// What may be set besides the token policy, and what it is before anybody does.
const Json &defaults()
{
    static const auto json =
        Json::object({{u"iframeDomains"_s, QString()},
                      {u"links"_s, Json::object({{u"homeRedirect"_s, QString()}})},
                      {u"defaultIdp"_s, QString::fromLatin1(xsuaa::defaultOrigin)},
                      {u"corsDefaultOrigins"_s, Json::array()},
                      {u"corsXhrOrigins"_s, Json::array()},
                      {u"treatUsersWithSameEmailAsSameUser"_s, false},
                      {u"useIdpUserNameInTokens"_s, false},
                      {u"customEmailDomains"_s, Json::array()},
                      {u"cmkEnabled"_s, u"false"_s},
                      {u"partitionedCookies"_s, false}});
    return json;
}

// -1: what the landscape has.
const Json &policyDefaults()
{
    static const auto json = Json::object({{u"accessTokenValidity"_s, -1},
                                           {u"refreshTokenValidity"_s, -1},
                                           {u"refreshTokenUnique"_s, false}});
    return json;
}

Json storedSettings(Registry &registry)
{
    auto settings = defaults();
    const auto stored = registry.state().document(QString::fromLatin1(kind::setting), documentName);
    if (stored) {
        for (const auto &member : stored->members())
            settings.set(member.name, member.value);
    }
    return settings;
}

Json settingsShape(Registry &registry)
{
    auto shape = storedSettings(registry);
    auto policy = policyDefaults();
    for (const auto &member : registry.securitySettings().members())
        policy.set(member.name, member.value);
    shape.set(u"tokenPolicySettings"_s, policy);
    shape.set(u"samlConfigSettings"_s, Json::object({{u"disableInResponseToCheck"_s, false}}));
    shape.set(u"credentialTypeInfos"_s, Json::array());
    return shape;
}

bool sameKind(const Json &wanted, const Json &usual)
{
    if (wanted.kind() != usual.kind())
        return false;
    return !wanted.isArray()
        || std::all_of(wanted.elements().begin(), wanted.elements().end(), [](const Json &one) {
               return one.isString();
           });
}

QString policyProblem(const Json &policy)
{
    if (!policy.isObject())
        return u"tokenPolicySettings must be an object."_s;
    for (const auto &member : policy.members()) {
        const auto *usual = policyDefaults().find(member.name);
        if (!usual)
            return u"The sandbox does not take tokenPolicySettings.%1."_s.arg(member.name);
        if (!sameKind(member.value, *usual))
            return u"tokenPolicySettings.%1 is of the wrong kind."_s.arg(member.name);
        const auto seconds = member.value.toInteger();
        if (usual->isNumber() && seconds != -1 && seconds < 60)
            return u"tokenPolicySettings.%1 is at least 60 seconds, or -1."_s.arg(member.name);
    }
    return {};
}

QString problemOf(const Registry &registry, const Json &wanted)
{
    if (!wanted.isObject())
        return u"The settings are an object."_s;
    for (const auto &member : wanted.members()) {
        if (member.name == "tokenPolicySettings"_L1) {
            if (const auto problem = policyProblem(member.value); !problem.isEmpty())
                return problem;
            continue;
        }
        const auto *usual = defaults().find(member.name);
        if (!usual)
            return u"The sandbox does not take %1."_s.arg(member.name);
        if (!sameKind(member.value, *usual))
            return u"%1 is of the wrong kind."_s.arg(member.name);
    }
    if (wanted.contains(u"defaultIdp")
        && !identityProvider(registry, wanted[u"defaultIdp"].toString()))
        return u"defaultIdp names no identity provider of the subaccount."_s;
    return {};
}

http::Response read(Registry &registry, const AdminRequest &)
{
    return jsonAnswer(200, settingsShape(registry));
}

// Both documents in one change: a half of it would be worse than none.
http::Response patch(Registry &registry, const AdminRequest &request)
{
    if (const auto problem = problemOf(registry, request.body); !problem.isEmpty())
        return badRequest(problem);
    auto settings = storedSettings(registry);
    auto policy = registry.securitySettings();
    for (const auto &member : request.body.members()) {
        if (member.name != "tokenPolicySettings"_L1) {
            settings.set(member.name, member.value);
            continue;
        }
        for (const auto &one : member.value.members())
            policy.set(one.name, one.value);
    }
    const auto done = registry.change({document(kind::setting, documentName, settings),
                                       document(kind::setting, u"security-settings"_s, policy)});
    return done ? jsonAnswer(200, settingsShape(registry)) : refused(done.error());
}

const Subaccount *subaccountOf(const Registry &registry, const AdminRequest &request)
{
    const auto subdomain = request.request.queryItem(u"subdomain");
    const auto tenantId = request.request.queryItem(u"tenantId");
    for (const auto &subaccount : registry.subaccounts()) {
        if (subaccount.subdomain == subdomain || subaccount.zoneId == tenantId)
            return &subaccount;
    }
    return nullptr;
}

// What a login page needs; here, too, for those who hold a token.
http::Response readPublic(Registry &registry, const AdminRequest &request)
{
    if (request.request.query().isEmpty())
        return badRequest(u"Either subdomain or tenantId is needed."_s);
    if (!subaccountOf(registry, request))
        return missing(u"There is no such subaccount."_s);
    const auto settings = storedSettings(registry);
    return jsonAnswer(200,
                      Json::object({{u"iframeDomains"_s, settings[u"iframeDomains"]},
                                    {u"defaultIdp"_s, settings[u"defaultIdp"]},
                                    {u"partitionedCookies"_s, settings[u"partitionedCookies"]}}));
}

http::Response zoneInfo(Registry &registry, const AdminRequest &request)
{
    const auto endpoints = storedEndpoints(registry.state());
    for (const auto &subaccount : registry.subaccounts()) {
        if (subaccount.subdomain != request.names[0] || !endpoints)
            continue;
        const auto at = [&endpoints](const QString &path) {
            return Json(QString(endpoints->xsuaaUrl.toString() + path));
        };
        return jsonAnswer(
            200,
            Json::object({{u"status"_s, u"ACTIVE"_s},
                          {u"zoneId"_s, subaccount.zoneId},
                          {u"authentication"_s, u"XSUAA"_s},
                          {u"authorization_endpoint"_s, at(u"/oauth/authorize"_s)},
                          {u"token_endpoint"_s, at(u"/oauth/token"_s)},
                          {u"userinfo_endpoint"_s, at(u"/userinfo"_s)},
                          {u"end_session_endpoint"_s, at(u"/logout.do"_s)},
                          {u"oidc_metadata"_s, at(u"/.well-known/openid-configuration"_s)},
                          {u"app_tid"_s, subaccount.zoneId},
                          {u"partitionedCookies"_s, false}}));
    }
    return jsonAnswer(200,
                      Json::object({{u"status"_s, u"NOT_FOUND"_s},
                                    {u"error_details"_s, u"There is no such subdomain."_s}}));
}

} // namespace

QList<AdminRow> adminSettingRows()
{
#define V2 "/sap/rest/authorization/v2"
    return {{"GET", V2 "/securitySettings", read},
            {"PATCH", V2 "/securitySettings", patch},
            {"GET", V2 "/securitySettings/public", readPublic},
            {"GET", V2 "/zoneinfo/{subdomain}", zoneInfo},
            {"GET", "/sap/rest/tenantLoginInfo/{subdomain}", zoneInfo}};
#undef V2
}

} // namespace tokentrail::sandbox
