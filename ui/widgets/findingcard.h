// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "ui/widgets/colours.h"

#include <QFrame>

class QVBoxLayout;

namespace tokentrail::ui {

QString confidenceInWords(double confidence); // "certain", "very likely", …
QString explanationOf(const diagnosis::Finding &finding); // as text to paste into a ticket
Tone toneOf(diagnosis::Severity severity);

// One cause: title, sentence, what speaks for and against it, what to change.
class FindingCard : public QFrame
{
    Q_OBJECT

public:
    explicit FindingCard(const diagnosis::Finding &finding, QWidget *parent = nullptr);

Q_SIGNALS:
    void hopActivated(const QString &hopId);
    void copyRequested(const QString &text, const QString &whatWasCopied);
    void diffRequested(const QString &title, const QString &diff);
    void assignmentRequested(const tokentrail::diagnosis::Assignment &assignment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addEvidence(QVBoxLayout *layout);
    void addFix(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    void ink();

    diagnosis::Finding m_finding;
    Tone m_tone;
    QWidget *m_title = nullptr;
    QWidget *m_footnote = nullptr;
};

} // namespace tokentrail::ui
