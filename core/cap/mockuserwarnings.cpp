// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuserwarnings.h"

#include "core/cap/mockuserentry.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

constexpr auto neverMatches = "mock-password-never-matches"_L1;
constexpr auto crashes = "mock-roles-crash-server"_L1;
constexpr auto unusual = "mock-user-unusual"_L1;

// Sentences of the reader that a warning with an id of its own already says.
bool isSaidOtherwise(const QString &problem)
{
    return problem.startsWith("The password "_L1) || problem.startsWith("roles is neither"_L1);
}

} // namespace

std::vector<MockWarning> warningsOf(const MockUser &user)
{
    std::vector<MockWarning> warnings;
    const bool everybody = user.login == "*"_L1;
    if (user.rolesStopServer)
        warnings.push_back({crashes,
                            u"The roles are neither a list nor an object: the first check of a "
                            u"role stops the whole server."_s,
                            true});
    if (user.passwordNeverMatches)
        warnings.push_back({neverMatches,
                            u"Nobody can log in with this password: CAP cuts what is sent at "
                            u"every colon, and compares with texts alone."_s,
                            true});
    if (user.enabled && everybody)
        warnings.push_back({u"mock-user-wildcard"_s,
                            u"Any other name gets in, too, with any password and without roles."_s,
                            false});
    else if (user.enabled && !user.hasPassword)
        warnings.push_back({u"mock-user-accepts-any-password"_s,
                            u"Any password will do, none included."_s,
                            false});
    for (const auto &problem : user.problems) {
        if (!isSaidOtherwise(problem))
            warnings.push_back({unusual, problem, false});
    }
    return warnings;
}

std::vector<MockWarning> warningsOf(const MockUsers &users, const EffectiveEnv &env)
{
    std::vector<MockWarning> warnings;
    if (!users.startProblem().isEmpty())
        warnings.push_back({u"auth-kind-unknown"_s, users.startProblem(), true});
    const bool open = users.usesMockUsers() || users.kind() == "dummy"_L1;
    if (open && env.profiles.contains("production"_L1))
        warnings.push_back({u"mocked-auth-in-production"_s,
                            u"Kind %1 is in effect in production: whoever knows a name gets "
                            u"in."_s.arg(users.kind()),
                            true});
    for (const auto &source : env.sources) { // the preset hides it from the effective values
        if (source.file.isEmpty() || !source.text.contains("\"strategy\""))
            continue;
        const auto json = text::parseJson(source.text);
        if (!json)
            continue;
        const auto &config = (*json)[u"cds"].isObject() ? (*json)[u"cds"] : *json;
        if (config[u"requires"][u"auth"].contains(u"strategy"))
            warnings.push_back({u"auth-strategy-ignored"_s,
                                u"%1 sets requires.auth.strategy, which cds drops without a word; "
                                u"it is called kind today."_s.arg(source.name),
                                false});
    }
    return warnings;
}

} // namespace tokentrail::cap
