// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/callplace.h"
#include "app/console/knowndirectories.h"
#include "app/console/projectfolders.h"
#include "app/console/sessionsignin.h"
#include "app/console/vaultkeeper.h"
#include "core/http/client.h"
#include "core/sandbox/sandbox.h"
#include "ui/call/callvalues.h"
#include "ui/shell/mainwindow.h"

namespace tokentrail::console {

// What the desks of the pages share: the window, the client, the landscape, who is signed in. A
// desk says here what it changed, and hears here what others did; desks do not know each other.
class Workbench : public QObject
{
    Q_OBJECT

public:
    Workbench(ui::MainWindow &window, const Clock &clock, QObject *parent = nullptr);
    ~Workbench() override;

    ui::MainWindow &window() const { return m_window; }
    ui::Seams &seams() const { return m_window.seams(); }
    const Clock &clock() const { return m_clock; }
    http::Client &client() { return m_client; }
    SessionBook &sessions() { return m_sessions; }
    VaultKeeper &vault() { return m_vault; }
    ProjectFolders &projects() { return m_projects; }
    KnownDirectories &directories() { return m_directories; }
    sandbox::Sandbox *sandbox() const; // null while none is running
    const CallPlace &place() const { return m_place; }

    // Takes the sandbox that is starting; the one before stops.
    sandbox::Sandbox &replaceSandbox();
    void stopSandbox(); // landscapeChanged() follows
    void setPlace(const CallPlace &place); // landscapeChanged() follows
    void useSession(const QString &sessionId); // the Call page calls as this one
    SessionSignIn *signIn(const QString &sessionId, QObject *parent); // not started

Q_SIGNALS:
    void landscapeChanged(); // users, collections, destinations, keys, or another landscape
    void sessionsChanged();
    void keysChanged(); // other keys are kept
    void sessionWanted(const QString &sessionId);
    void signInWanted(const QString &keyName); // somebody, with this kept key
    void logInWanted(const QString &sessionId); // the same person again
    void exchangeWanted(const tokentrail::Secret &token); // for one of another client
    void faultsChanged(); // what the sandbox does wrong on purpose
    void tokensWanted(const QList<tokentrail::Secret> &tokens); // to be looked at
    void assignmentWanted(const tokentrail::diagnosis::Assignment &assignment);
    void outcomeTaken(const tokentrail::ui::CallOutcome &outcome);

private:
    ui::MainWindow &m_window;
    const Clock &m_clock;
    http::Client m_client;
    SessionBook m_sessions;
    VaultKeeper m_vault;
    ProjectFolders m_projects;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    CallPlace m_place;
    KnownDirectories m_directories;
};

} // namespace tokentrail::console
