// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"
#include "ui/widgets/choicebutton.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tokentrail::ui {

// The call as one sentence: as alice GET /… to Sample service via direct, Send.
class CallBar : public QWidget
{
    Q_OBJECT

public:
    explicit CallBar(QWidget *parent = nullptr);

    void setSessions(const QList<Choice> &sessions);
    void addSessionCommand(QAction *action);
    void setTargets(const QList<Choice> &targets);
    void setVias(const QList<Choice> &vias);
    void setDraft(const CallDraft &draft); // no signal
    void fill(CallDraft &draft) const; // headers and body are left as they are
    void setUrl(const QString &url);
    QString url() const;
    void setRunning(bool running);
    void focusUrl();
    void selectUrl(); // to be typed anew

Q_SIGNALS:
    void edited();
    void sendRequested();
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ChoiceButton *m_session = nullptr;
    ChoiceButton *m_method = nullptr;
    QLineEdit *m_url = nullptr;
    ChoiceButton *m_target = nullptr;
    ChoiceButton *m_via = nullptr;
    QPushButton *m_send = nullptr;
    bool m_running = false;
};

} // namespace tokentrail::ui
