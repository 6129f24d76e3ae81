// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockusers.h"

#include "core/cap/mocklogin.h"
#include "core/cap/mockuserentry.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// The strongest source that says anything about a value.
EnvOrigin strongestOrigin(const EnvNode &node)
{
    auto strongest = node.origin();
    for (const auto &member : node.members()) {
        const auto inner = strongestOrigin(*member.value);
        const bool variable = inner.source < 0; // process.env beats every file
        if (strongest.source >= 0 && (variable || inner.source > strongest.source))
            strongest = inner;
    }
    return strongest;
}

QString whyNoStart(const QString &kind, const EnvNodePtr &auth)
{
    if (const auto impl = auth->find(u"impl"); impl && impl->isTruthy())
        return {};
    static const QStringList known{
        u"mocked"_s, u"basic"_s, u"dummy"_s, u"jwt"_s, u"xsuaa"_s, u"ias"_s};
    if (!known.contains(kind))
        return kind.isEmpty()
            ? u"No kind of authentication is configured: the server does not start."_s
            : u"There is no authentication of kind \"%1\": the server does not start."_s.arg(kind);
    const bool token = known.indexOf(kind) > 2;
    const auto credentials = auth->find(u"credentials");
    if (token && !(credentials && credentials->isTruthy()))
        return u"Authentication of kind \"%1\" has no credentials, as no service instance is bound: the server does not start."_s
            .arg(kind);
    return {};
}

QString missingImplementation(const EnvNodePtr &auth, const QString &projectDir)
{
    const auto impl = auth->find(u"impl");
    if (!impl || !impl->isString() || projectDir.isEmpty() || impl->string().startsWith(u'@'))
        return {};
    for (const auto &suffix : {u""_s, u".js"_s, u".ts"_s, u"/index.js"_s}) {
        if (QFileInfo::exists(QDir(projectDir).filePath(impl->string() + suffix)))
            return {};
    }
    return u"The implementation %1 of requires.auth does not exist: the server does not start."_s
        .arg(impl->string());
}

} // namespace

MockUsers MockUsers::of(const EffectiveEnv &env)
{
    MockUsers result;
    result.m_entries = Json::object();
    const auto auth = findPath(env.root, u"requires.auth"_s);
    if (!auth || auth->isScalar()) {
        result.m_startProblem = whyNoStart({}, EnvNode::object());
        return result;
    }
    const auto kind = auth->find(u"kind");
    result.m_kind = kind ? kind->string() : QString();
    result.m_startProblem = whyNoStart(result.m_kind, auth);
    if (result.m_startProblem.isEmpty())
        result.m_startProblem = missingImplementation(auth, env.projectDir);
    const auto isOn = [&env](const QString &path) {
        const auto node = findPath(env.root, path);
        return node && node->isTruthy();
    };
    const bool tenants = isOn(u"requires.multitenancy"_s);
    result.m_loginRequired = isOn(u"requires.auth.login_required"_s) || tenants
        || (isOn(u"requires.auth.credentials"_s) && isOn(u"production"_s));

    const auto users = auth->find(u"users");
    const auto features = auth->find(u"tenants");
    if (!users || users->isScalar())
        return result;
    for (const auto &member : users->members()) {
        const auto entry = member.value->toJson();
        auto user = readMockUser(member.name, entry, tenants);
        const auto origin = strongestOrigin(*member.value);
        user.source = origin.source >= 0 && env.place(origin) == std::nullopt
            ? u"defaults"_s
            : env.sourceName(origin);
        user.place = env.place(origin);
        const auto tenant =
            features && !user.tenant.isEmpty() ? features->find(user.tenant) : nullptr;
        const auto toggles = tenant ? tenant->find(u"features") : nullptr;
        if (toggles && user.features.isNull())
            user.features = toggles->toJson();
        if (entry.isNull() && result.usesMockUsers() && result.m_startProblem.isEmpty())
            result.m_startProblem =
                u"The mock user \"%1\" is null: the server does not start."_s.arg(member.name);
        result.m_users.push_back(std::move(user));
        result.m_entries.members().push_back({member.name, entry});
    }
    return result;
}

MockLogin MockUsers::logIn(const std::optional<QString> &credentials) const
{
    if (m_kind == "dummy"_L1) {
        MockUser everybody;
        everybody.id = u"privileged"_s;
        return {true, false, everybody, u"Kind dummy lets everybody do everything."_s};
    }
    if (!credentials) {
        if (m_loginRequired)
            return {false, true, std::nullopt, u"A login is required for every request."_s};
        MockUser nobody;
        nobody.id = u"anonymous"_s;
        return {true, true, nobody, u"A request without credentials is anonymous."_s};
    }
    return verify(*credentials);
}

MockLogin MockUsers::verify(const QString &credentials) const
{
    const auto match = matchMockUser(m_entries, credentials);
    MockUser user;
    user.login = match.name;
    switch (match.outcome) {
    case MockMatch::Outcome::Configured:
        user = *std::find_if(m_users.rbegin(), m_users.rend(), [&match](const MockUser &known) {
            return known.login == match.entry->name;
        });
        return {true, false, user, u"The mock user is configured."_s};
    case MockMatch::Outcome::WrongPassword:
        return {false, false, std::nullopt, u"The password is wrong."_s};
    case MockMatch::Outcome::Inherited:
        return {true, false, user, u"Every JavaScript object has a member of that name."_s};
    case MockMatch::Outcome::Anybody:
        user.id = match.name;
        return {true, false, user, u"\"*\" lets unknown users in, without roles."_s};
    case MockMatch::Outcome::Unknown:
        break;
    }
    return {false, false, std::nullopt, u"There is no mock user of that name."_s};
}

} // namespace tokentrail::cap
