// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/callconductor.h"
#include "app/console/destinationsdesk.h"
#include "app/console/findingsdesk.h"
#include "app/console/keysdesk.h"
#include "app/console/options.h"
#include "app/console/projectdesk.h"
#include "app/console/rolesdesk.h"
#include "app/console/sandboxdesk.h"
#include "app/console/signindesk.h"
#include "app/console/tokensdesk.h"
#include "app/console/trailsdesk.h"
#include "app/console/usersdesk.h"
#include "app/console/workbench.h"

#include <QPointer>

namespace tokentrail::console {

// The composition root: sandbox, client, sessions and window, joined.
class Console : public QObject
{
    Q_OBJECT

public:
    Console(ui::MainWindow &window, Options options, QObject *parent = nullptr);
    ~Console() override;

    void start();

Q_SIGNALS:
    void ready(); // the landscape answers, or there is none
    void outcomeShown();

private:
    void connectPage();
    void connectSignIn(ui::SignInSheet *sheet);
    void startSandbox(const QString &stateDir);
    void sandboxStarted();
    void sandboxFailed(const Error &error);
    void readLandscape();
    void showSessions();
    void choose(const QString &sessionId);
    void send(const ui::CallDraft &draft);
    void take(const ui::CallOutcome &outcome);
    void showPlan();
    void showPrediction();
    void showPlace();
    void testify(const ui::CallDraft &draft, diagnosis::Case &about);
    CallConductor::Inputs inputsFor(const ui::CallDraft &draft);

    ui::MainWindow &m_window;
    Options m_options;
    Workbench m_bench;
    TrailBook m_book;
    TrailsDesk m_trails;
    FindingsDesk m_findings;
    TokensDesk m_tokens;
    UsersDesk m_users;
    ProjectDesk m_project;
    KeysDesk m_keys;
    SandboxDesk m_sandboxDesk;
    RolesDesk m_roles;
    DestinationsDesk m_destinations;
    SignInDesk m_signIn;
    QList<ui::UserCardView> m_userCards; // of the sign-in sheet
    QList<ui::CallOutcome> m_outcomes;
    QPointer<CallConductor> m_call;
};

} // namespace tokentrail::console
