// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/scenariorun.h"

#include <QTemporaryDir>

namespace tokentrail::ctl {

// Carries scenarios out one after the other in a sandbox that is made for them and thrown away,
// so that nothing of the user's is touched.
class ScenarioJob : public QObject
{
    Q_OBJECT

public:
    ScenarioJob(Invocation &invocation, const QList<sandbox::Scenario> &scenarios);

    void start();

private:
    void next();
    void take(const ScenarioRun &run);
    void end();
    static bool isKnown(const QString &findingId);

    Invocation &m_invocation;
    QList<sandbox::Scenario> m_waiting;
    QTemporaryDir m_state;
    sandbox::Sandbox m_sandbox;
    text::Json m_results = text::Json::array();
    QString m_text;
    int m_right = 0;
    int m_wrong = 0;
    int m_unknown = 0; // whose finding does not exist yet: never passed
};

} // namespace tokentrail::ctl
