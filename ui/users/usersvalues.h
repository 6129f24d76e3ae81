// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tokentrail::ui {

struct UserWarning
{
    QString sentence;
    bool severe = false;
};

// One entry of requires.auth.users, as the page shows it.
struct MockUserRow
{
    QString login;
    QString id; // empty: as the login
    QStringList roles;
    QString attributes; // "level = 2, 3", one a line
    QString tenant;
    QString features; // "isbn, *"
    bool hasPassword = false;
    bool passwordNeverMatches = false;
    bool enabled = true; // false: the entry is false
    bool own = false; // stands in a file of the project; else cds ships it
    QString source; // "package.json:12"
    QList<UserWarning> warnings;
};

struct TenantRow
{
    QString name;
    QString features;
};

// What the Users page shows of a project.
struct MockProjectView
{
    QString folder; // empty: none is open
    QString kind;
    QString kindSource;
    QString profile; // "" stands for development
    bool usesMockUsers = true;
    bool anybody = false; // "*" is true
    QString anybodySource;
    QString serviceUrl; // where "Act as" sends to
    QList<UserWarning> notes; // about the project as a whole; broken files with their place
    QList<MockUserRow> users;
    QList<TenantRow> tenants;
    QString undo; // what Undo would take back; empty: nothing
};

// The form as it stands.
struct MockUserDraft
{
    QString before; // the login of the entry that is edited; empty: a new one
    QString login;
    QString id;
    bool anyPassword = true;
    std::optional<Secret> password; // a new one was typed
    QStringList roles;
    QString attributes;
    QString tenant;
    QString features;
};

} // namespace tokentrail::ui
