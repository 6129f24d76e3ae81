// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/roleseffective.h"

#include "app/ctl/input.h"
#include "app/ctl/rolesjob.h"
#include "app/ctl/rolestext.h"
#include "core/base/clock.h"
#include "core/jose/jwt.h"
#include "core/sandbox/control.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// What the identity provider says of the user: of a sandbox, it is the directory that says it.
// Of a subaccount nobody knows it before a login.
bool takeAttributes(const RolesJob &job, xsuaa::User &user)
{
    if (job.stateDir().isEmpty())
        return false;
    const auto users = sandbox::callSandbox(
        job.stateDir(),
        u"user.list"_s,
        Json::object({{u"name"_s, user.userName}, {u"origin"_s, user.origin}}));
    if (!users)
        return false;
    for (const auto &item : users->elements()) {
        const auto known = xsuaa::userFromJson(item);
        if (known && known->userName == user.userName && known->origin == user.origin) {
            user.attributes = known->attributes;
            user.groups = known->groups;
            user.givenName = known->givenName;
            user.familyName = known->familyName;
            return true;
        }
    }
    return false;
}

Result<const xsuaa::Application *> applicationIn(const Invocation &invocation,
                                                 const xsuaa::Directory &directory)
{
    const auto name = invocation.value(u"--app"_s);
    if (name.isEmpty() && directory.applications.size() == 1)
        return &directory.applications.constFirst();
    QStringList known;
    for (const auto &app : directory.applications)
        known << app.appId;
    const auto *app = directory.application(name);
    if (app != nullptr)
        return app;
    return Error{ErrorCode::Usage,
                 u"Say with --app for which application: %1."_s.arg(known.join(u", "_s))};
}

xsuaa::LoginFrame frameOf(const RolesJob &job, const xsuaa::Application &app)
{
    xsuaa::LoginFrame frame;
    frame.clientId = u"sb-"_s + app.appId;
    frame.nowSeconds = Clock::system().nowSeconds();
    if (job.stateDir().isEmpty())
        return frame;
    const auto key = sandbox::callSandbox(
        job.stateDir(),
        u"bindings"_s,
        Json::object({{u"format"_s, u"service-key"_s}, {u"service"_s, app.appId}}));
    if (key) {
        frame.zoneId = (*key)[u"zoneid"].toString();
        frame.issuer = (*key)[u"url"].toString() + u"/oauth/token"_s;
    }
    return frame;
}

Json differencesJson(const QList<xsuaa::ClaimDifference> &differences)
{
    auto list = Json::array();
    for (const auto &difference : differences)
        list.append(Json::object({{u"claim"_s, difference.claim},
                                  {u"expected"_s, Json::array(difference.expected)},
                                  {u"found"_s, Json::array(difference.found)},
                                  {u"sentence"_s, difference.sentence}}));
    return list;
}

// --token-file: the preview beside a token that a login really gave.
Result<QList<xsuaa::ClaimDifference>> compared(Invocation &invocation, const Json &preview)
{
    const auto token = readTokenInput(invocation, invocation.value(u"--token-file"_s));
    if (!token)
        return token.error();
    const auto decoded = jose::decodeToken(*token);
    if (!decoded.claims.isObject())
        return Error{ErrorCode::InvalidInput, u"The file holds no token with claims."_s};
    return xsuaa::comparePreview(preview, decoded.claims);
}

void answer(Invocation &invocation, const RolesJob &job, xsuaa::Directory directory)
{
    const auto name = invocation.positional(0);
    const auto origin = invocation.value(u"--origin"_s, QString::fromLatin1(xsuaa::defaultOrigin));
    const auto app = applicationIn(invocation, directory);
    if (!app)
        return invocation.fail(app.error());
    const auto *known = directory.user(name, origin);
    if (known == nullptr)
        return invocation.fail(
            {ErrorCode::NotFound, u"There is no user %1 of the origin %2."_s.arg(name, origin)});
    auto user = *known;
    const bool attributes = takeAttributes(job, user);
    for (const auto &collection : invocation.values(u"--toggle"_s)) {
        if (directory.roleCollection(collection) == nullptr)
            return invocation.fail(
                {ErrorCode::NotFound, u"There is no role collection \"%1\"."_s.arg(collection)});
        const auto after = xsuaa::withToggled(directory, user, collection);
        user.roleCollections = after.user(name, origin)->roleCollections;
        directory = after;
    }
    const auto *application = directory.application((*app)->appId);
    const auto effective = xsuaa::effectivePermission(directory, user, *application, attributes);
    const auto preview =
        xsuaa::previewClaims(directory, user, *application, frameOf(job, *application));
    auto json = effectiveJson(effective);
    json.set(u"attributesKnown"_s, attributes);
    json.set(u"preview"_s, preview);
    auto text = effectiveText(effective);
    if (!attributes)
        text += u"What the identity provider sends along is known only after a login.\n"_s;
    if (!invocation.has(u"--token-file"_s)) {
        invocation.answer(json, text);
        return invocation.finish(Ok);
    }
    const auto differences = compared(invocation, preview);
    if (!differences)
        return invocation.fail(differences.error());
    json.set(u"differences"_s, differencesJson(*differences));
    text += differences->isEmpty() ? u"The token says what the preview says.\n"_s
                                   : u"The token differs from the preview:\n"_s;
    for (const auto &difference : *differences)
        text += u"  "_s + difference.sentence + u'\n';
    invocation.answer(json, text);
    invocation.finish(differences->isEmpty() ? Ok : DoesNotHold);
}

void effectiveOf(Invocation &invocation)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"roles effective needs one USER"_s);
    auto *job = new RolesJob(invocation);
    job->read([&invocation, job](const xsuaa::Directory &directory) {
        answer(invocation, *job, directory);
    });
}

} // namespace

Command rolesEffectiveCommand()
{
    return {
        u"roles effective"_s,
        u"USER"_s,
        u"What a user may do and why, and the token that a login would give"_s,
        rolesOptions()
            + QList<Option>{{u"--origin"_s,
                             u"ORIGIN"_s,
                             u"identity provider; default sap.default"_s},
                            {u"--app"_s, u"APP"_s, u"the application that the token is for"_s},
                            {u"--toggle"_s,
                             u"COLLECTION"_s,
                             u"what if: given or taken (repeatable)"_s},
                            {u"--token-file"_s, u"FILE"_s, u"compare with a token of a login"_s}},
        effectiveOf};
}

} // namespace tokentrail::ctl
