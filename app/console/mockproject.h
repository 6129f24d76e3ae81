// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/mockuseredit.h"
#include "core/cap/mockusers.h"
#include "ui/users/usersvalues.h"

namespace tokentrail::console {

// A CAP project on disk as the Users page needs it: read anew each time, nothing of it is run.
class MockProject
{
public:
    MockProject() = default;
    explicit MockProject(const QString &folder, const QString &profile = {});

    const QString &folder() const { return m_folder; }
    const QString &profile() const { return m_profile; }
    bool isOpen() const { return !m_folder.isEmpty(); }
    QStringList profiles() const; // effective ones, strongest first
    QStringList profilesInFiles() const; // that a block of a file names

    ui::MockProjectView view() const;
    // Warnings about what the form says, before anything is written.
    QList<ui::UserWarning> warningsFor(const ui::MockUserDraft &draft) const;
    // Only what differs from the entry that is there; the sentence says what cannot be.
    Result<cap::MockUserChange> changeFor(const ui::MockUserDraft &draft) const;

    const cap::MockUsers &users() const { return m_users; }
    QString xsappname() const; // of the project's xs-security.json; empty: it has none

    QString fileFor(const QString &login) const; // empty login: of authentication as a whole
    Secret passwordOf(const QString &login) const; // empty: any will do
    QString urlOfRunningServer() const; // as cds watch registered it; or the usual one

private:
    const cap::MockUser *find(const QString &login) const;

    QString m_folder;
    QString m_profile; // empty: none is asked for
    std::optional<Error> m_problem; // why there is no environment
    cap::EffectiveEnv m_env;
    cap::MockUsers m_users;
};

// "isbn, *" as the value of features; nothing in it: null.
text::Json featuresFromText(const QString &text);

} // namespace tokentrail::console
