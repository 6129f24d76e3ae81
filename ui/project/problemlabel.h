// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"
#include "ui/widgets/wrappedlabel.h"

namespace tokentrail::ui {

// What is wrong with the thing above it, one sentence a line, in the ink of the worst.
class ProblemLabel : public WrappedLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void clearProblems();
    void addProblem(Tone tone, const QString &sentence);

    static bool isWorse(Tone one, Tone other);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Tone m_worst = Tone::Neutral;
};

} // namespace tokentrail::ui
