// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sandbox/sandboxvalues.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokentrail::ui {

class WrappedLabel;

// One scenario in words: what is seen, what is made wrong, what is to be learnt.
class ScenarioDetail : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioDetail(QWidget *parent = nullptr);

    void show(const ScenarioView &scenario);
    void setRunning(bool running); // the landscape; without it nothing can be shown

Q_SIGNALS:
    void demonstrationRequested(const QString &id);

private:
    WrappedLabel *addPart(const QString &title);
    void update();

    ScenarioView m_scenario;
    bool m_running = false;
    QList<QWidget *> m_parts; // of no use where there is no scenario
    WrappedLabel *m_title = nullptr;
    WrappedLabel *m_symptom = nullptr;
    WrappedLabel *m_setUp = nullptr;
    WrappedLabel *m_call = nullptr;
    WrappedLabel *m_learn = nullptr;
    WrappedLabel *m_hint = nullptr;
    QPushButton *m_show = nullptr;
};

} // namespace tokentrail::ui
