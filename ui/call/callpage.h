// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace tokentrail::ui {

class Banner;
class CallBar;
class Chip;
class ChipButton;
class FindingsPanel;
class MessagePanel;
class Seams;
class Toast;
class TrailPanel;
class TrailSaver;
class WrappedLabel;

// Make one call, see its trail and what it means. Knows nothing of how it is carried out.
class CallPage : public QWidget
{
    Q_OBJECT

public:
    explicit CallPage(Seams &seams, QWidget *parent = nullptr);

    void setSessions(const QList<Choice> &sessions);
    void addSessionCommand(QAction *action);
    void setTargets(const QList<Choice> &targets);
    void setVias(const QList<Choice> &vias);
    void setExamples(const QList<ExampleCall> &examples);
    void setPlan(const QStringList &steps);
    // What the model of the open project says to the draft; empty: nothing.
    void setPrediction(const QString &text, bool refuses);

    void setDraft(const CallDraft &draft);
    CallDraft draft() const;
    void setRunning(const QString &step); // a call is under way: what it does now
    void setOutcome(const CallOutcome &outcome);
    void setComparable(bool comparable); // an earlier call worked
    void tellError(const QString &sentence); // the call could not even be made
    void offerFreshSandbox(const QString &why); // the usual one belongs to somebody else
    const std::optional<CallOutcome> &outcome() const { return m_outcome; }

    void send(); // as the button does
    void cancel(); // what Esc does: stop the call, or close the hop
    void focusUrl();
    void selectUrl(); // to be typed anew
    void showExamples();
    TrailPanel *trailPanel() const { return m_trail; }
    FindingsPanel *findingsPanel() const { return m_findings; }
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void sendRequested(const tokentrail::ui::CallDraft &draft);
    void cancelRequested();
    void freshSandboxRequested();
    void compareRequested(); // the call in sight with the last that worked
    void predictionActivated(); // show why
    void assignmentRequested(const tokentrail::diagnosis::Assignment &assignment);
    void draftChanged(const tokentrail::ui::CallDraft &draft);

private:
    QWidget *makeStatusLine();
    void makeBody();
    void connectParts();
    void announceDraft();
    void stopRunning();

    Seams &m_seams;
    CallBar *m_bar = nullptr;
    WrappedLabel *m_says = nullptr;
    ChipButton *m_prediction = nullptr;
    Chip *m_status = nullptr;
    Banner *m_banner = nullptr;
    bool m_bannerIsOfDraft = false; // why it was not sent
    Toast *m_toast = nullptr;
    TrailSaver *m_saver = nullptr;
    FindingsPanel *m_findings = nullptr;
    MessagePanel *m_message = nullptr;
    TrailPanel *m_trail = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_left = nullptr;
    bool m_running = false;
    std::optional<CallOutcome> m_outcome;
};

} // namespace tokentrail::ui
