// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/workbench.h"
#include "core/sandbox/scenario.h"
#include "ui/sandbox/sandboxpage.h"

#include <QPointer>

namespace tokentrail::console {

// Answers the Sandbox page: starts and stops the landscape, sets faults, and shows a scenario by
// breaking the landscape and sending the scenario's call on the Call page.
class SandboxDesk : public QObject
{
    Q_OBJECT

public:
    SandboxDesk(Workbench &bench, const QString &stateDir, QObject *parent = nullptr);

Q_SIGNALS:
    void startWanted();

private:
    QWidget *makePage();
    void show();
    void stop();
    bool command(const QString &verb, const text::Json &arguments);
    void demonstrate(const QString &id);
    void signInThenBreak(const sandbox::Scenario &scenario);
    void breakAndSend(const sandbox::Scenario &scenario);
    void copyBindings(const QString &format);

    Workbench &m_bench;
    QString m_stateDir;
    QPointer<ui::SandboxPage> m_page; // null until it is first shown
};

} // namespace tokentrail::console
