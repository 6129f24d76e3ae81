// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/env.h"

#include <optional>

namespace tokentrail::cap {

// One entry of cds.requires.auth.users as kinds mocked and basic understand it.
struct MockUser
{
    QString login; // the name to log in with; "*" stands for everybody else
    std::optional<QString> id; // of the user that the service sees; nothing: undefined
    QStringList roles; // in the order of the configuration
    text::Json attributes = text::Json::object(); // null where CAP has null
    QString tenant; // as it arrives in the service: none unless multitenancy is on
    QString configuredTenant;
    text::Json features; // those that count: its own, else its tenant's; null: none
    text::Json ownFeatures; // null: none of its own
    bool hasPassword = false;
    bool passwordNeverMatches = false; // no text, or a colon in it
    bool rolesStopServer = false; // neither a list nor an object
    bool enabled = true; // false: the entry is false
    QString source; // "package.json"; "defaults" for what cds ships
    std::optional<Place> place;
    QStringList problems; // what CAP would trip over, a sentence each
};

// Who gets in, and as whom.
struct MockLogin
{
    bool accepted = false;
    bool anonymous = false;
    std::optional<MockUser> user;
    QString because;
};

// The mock users of a project with its effective configuration.
class MockUsers
{
public:
    static MockUsers of(const EffectiveEnv &env);

    const std::vector<MockUser> &users() const { return m_users; }
    QString kind() const { return m_kind; }
    bool usesMockUsers() const
    {
        return m_kind == QStringLiteral("mocked") || m_kind == QStringLiteral("basic");
    }
    bool loginRequired() const { return m_loginRequired; }

    // Why a server would not start with this authentication; empty: it would.
    const QString &startProblem() const { return m_startProblem; }

    // What a request gets; no credentials: it has no Basic header. They are "user:password".
    MockLogin logIn(const std::optional<QString> &credentials) const;

    // requires.auth.users as configured; holds the passwords.
    const text::Json &entries() const { return m_entries; }

private:
    MockLogin verify(const QString &credentials) const;

    QString m_kind;
    std::vector<MockUser> m_users;
    text::Json m_entries;
    QString m_startProblem;
    bool m_loginRequired = false;
};

} // namespace tokentrail::cap
