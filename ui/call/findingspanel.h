// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"
#include "ui/widgets/panel.h"

class QScrollArea;
class QVBoxLayout;

namespace tokentrail::ui {

// What the call means: findings, what was ruled out, what could not be seen.
class FindingsPanel : public Panel
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    void clear();
    void setRunning(const QString &step);
    void setOutcome(const CallOutcome &outcome);

Q_SIGNALS:
    void hopActivated(const QString &hopId);
    void copyRequested(const QString &text, const QString &whatWasCopied);
    void diffRequested(const QString &title, const QString &diff);
    void assignmentRequested(const tokentrail::diagnosis::Assignment &assignment);

private:
    enum Tab { Findings, RuledOut, NotVisible, TabCount };
    QVBoxLayout *emptied(Tab tab); // the layout of a tab, without its former content
    void tell(Tab tab, const QString &sentence);
    void retitle(qsizetype findings, qsizetype ruledOut, qsizetype notVisible);
    void addCards(const CallOutcome &outcome);
    QWidget *healthyCard(const CallOutcome &outcome);

    QScrollArea *m_areas[TabCount] = {};
};

} // namespace tokentrail::ui
