// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/modelroles.h"

#include "core/cap/accessroles.h"
#include "core/diagnosis/facts.h"
#include "core/xsuaa/capuser.h"

namespace tokentrail::diagnosis {

namespace {

cap::AccessUser userOf(const Facts &facts)
{
    const auto name = facts.input.key ? facts.input.key->xsappname : QString();
    const auto known = xsuaa::capUserOf(facts.claims, name);
    cap::AccessUser user;
    user.id = known.id;
    user.roles = QSet<QString>(known.roles.begin(), known.roles.end());
    user.attributes = known.attributes;
    return user;
}

} // namespace

void askModel(Case &about, const cap::AccessModel &model)
{
    const Facts facts(about);
    if (!facts.call || facts.status != 403 || !facts.claims.isObject())
        return;
    const auto user = userOf(facts);
    cap::AccessRequest request;
    request.caller.user = &user;
    request.method = QString::fromLatin1(facts.call->request.method);
    request.url = QString::fromUtf8(facts.call->request.target);
    request.body = text::parseJson(facts.call->request.body).value_or(text::Json());
    request.headers = text::Json::object();
    about.rolesThatWouldDo = cap::rolesThatWouldDo(model, request);
}

} // namespace tokentrail::diagnosis
