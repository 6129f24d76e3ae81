// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"

#include <QScrollArea>

class QVBoxLayout;

namespace tokentrail::ui {

// In the trail's place before the first call: what Send will do, step by step, and calls to try.
class Welcome : public QScrollArea
{
    Q_OBJECT

public:
    explicit Welcome(QWidget *parent = nullptr);

    void setPlan(const QStringList &steps);
    void setExamples(const QList<ExampleCall> &examples);

Q_SIGNALS:
    void exampleChosen(const tokentrail::ui::CallDraft &draft);

private:
    QVBoxLayout *m_steps = nullptr;
    QVBoxLayout *m_examples = nullptr;
    QWidget *m_examplesBox = nullptr;
};

} // namespace tokentrail::ui
