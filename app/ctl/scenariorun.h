// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/callrunner.h"
#include "core/call/tokenfetch.h"
#include "core/diagnosis/diagnose.h"
#include "core/sandbox/landscapekeys.h"
#include "core/sandbox/scenario.h"

namespace tokentrail::ctl {

// What came of a scenario.
struct ScenarioOutcome
{
    int status = 0; // of the call; 0: it was never answered, or never made
    trail::Trail trail;
    diagnosis::Diagnosis diagnosis;
    QString failure; // why the scenario could not be carried out; then nothing was compared
    QStringList differences; // from what was expected, in words; empty: as expected
};

// Carries out one scenario in a sandbox of its own: sets it up, makes the call, diagnoses what
// every party saw, puts everything back.
class ScenarioRun : public QObject
{
    Q_OBJECT

public:
    ScenarioRun(sandbox::Sandbox &sandbox, const sandbox::Scenario &scenario, QObject *parent);

    void start(); // finished() once, later
    const sandbox::Scenario &scenario() const { return m_scenario; }
    const ScenarioOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void finished();

private:
    bool setUp(); // false: the failure is in the outcome
    void putBack();
    void signIn();
    void send(const call::Session &session);
    void conclude(const QString &correlationId);
    void compare();
    QList<http::Exchange> recorded() const;
    bool command(const QString &verb, const text::Json &arguments);

    sandbox::Sandbox &m_sandbox;
    sandbox::Scenario m_scenario;
    sandbox::LandscapeKeys m_keys;
    http::Client m_client;
    http::TlsSettings m_tls;
    QList<http::Exchange> m_own;
    qint64 m_startMs = 0;
    ScenarioOutcome m_outcome;
};

} // namespace tokentrail::ctl
