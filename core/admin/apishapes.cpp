// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/directoryread.h"

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// An empty list of default values means that there are none, where a descriptor without the
// member says the same.
void dropEmptyDefaults(Json &app)
{
    auto *templates = app.find(u"role-templates");
    if (templates == nullptr)
        return;
    for (auto &item : templates->elements()) {
        auto *references = item.find(u"attribute-references");
        if (references == nullptr)
            continue;
        for (auto &reference : references->elements()) {
            const auto *values = reference.find(u"default-values");
            if (values != nullptr && values->size() == 0)
                reference.remove(u"default-values");
        }
    }
}

xsuaa::User userOf(const Json &json)
{
    xsuaa::User user;
    user.origin = json[u"origin"].toString(user.origin);
    user.id = json[u"id"].toString();
    user.email = json[u"email"].toString();
    user.givenName = json[u"givenName"].toString();
    user.familyName = json[u"familyName"].toString();
    return user;
}

} // namespace

Result<xsuaa::Application> applicationFromApi(const Json &json)
{
    auto descriptor = json;
    dropEmptyDefaults(descriptor);
    auto app = xsuaa::applicationFromJson(descriptor);
    if (!app)
        return app;
    app->appId = json[u"appid"].toString();
    if (app->xsappname.isEmpty())
        app->xsappname = app->appId.section(u'!', 0, 0);
    return app;
}

Result<xsuaa::Role> roleFromApi(const Json &json)
{
    auto role = xsuaa::roleFromJson(json);
    if (role)
        role->readOnly = json[u"isReadOnly"].toBool();
    return role;
}

QList<xsuaa::User> usersOfCollection(const Json &json)
{
    QList<xsuaa::User> users;
    for (const auto &item : json[u"userReferences"].elements()) {
        auto user = userOf(item);
        user.userName = item[u"username"].toString();
        users.append(user);
    }
    return users;
}

xsuaa::User userFromScim(const Json &json)
{
    auto user = userOf(json);
    user.userName = json[u"userName"].toString();
    user.givenName = json[u"name"][u"givenName"].toString();
    user.familyName = json[u"name"][u"familyName"].toString();
    const auto &emails = json[u"emails"].elements();
    if (!emails.empty())
        user.email = emails.front()[u"value"].toString();
    return user;
}

} // namespace tokentrail::admin
