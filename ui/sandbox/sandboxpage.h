// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sandbox/sandboxvalues.h"

#include <QMap>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace tokentrail::ui {

class Banner;
class Chip;
class FaultModel;
class Panel;
class QuietTable;
class ScenarioDetail;
class ScenarioList;

// The emulated landscape: what can be made to go wrong in it and what that teaches, faults as
// switches, and what a program needs to run against it.
class SandboxPage : public QWidget
{
    Q_OBJECT

public:
    explicit SandboxPage(QWidget *parent = nullptr);

    void setScenarios(const QList<ScenarioView> &scenarios);
    void setView(const SandboxView &view);
    void tellError(const QString &sentence);
    void tellCopied(const QString &format); // the bindings are on the clipboard

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void demonstrationRequested(const QString &scenarioId);
    void faultSet(const QString &name, const QString &value);
    void faultCleared(const QString &name); // empty: all
    void bindingsRequested(const QString &format); // onto the clipboard
    void addressCopied(const QString &value);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildScenarios();
    QWidget *buildDetail();
    QWidget *buildFaults();
    QWidget *buildAddresses();
    void showScenario(const QString &id);
    void showAddresses(const QList<AddressView> &addresses);

    QList<ScenarioView> m_scenarios;
    bool m_running = false;
    bool m_wasShown = false;
    Chip *m_state = nullptr;
    QLabel *m_folder = nullptr;
    QPushButton *m_startStop = nullptr;
    QPushButton *m_behave = nullptr;
    Banner *m_banner = nullptr;
    ScenarioList *m_list = nullptr;
    ScenarioDetail *m_detail = nullptr;
    Panel *m_right = nullptr;
    FaultModel *m_faults = nullptr;
    QuietTable *m_faultTable = nullptr;
    QFormLayout *m_addresses = nullptr;
    QList<AddressView> m_addressesShown;
    QMap<QString, QPushButton *> m_bindings; // by format
};

} // namespace tokentrail::ui
