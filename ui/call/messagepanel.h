// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"
#include "ui/widgets/panel.h"

class QPlainTextEdit;
class QToolButton;

namespace tokentrail::ui {

class BodyView;
class CodeView;
class TimingView;

// What is sent besides the line above, and what came back.
class MessagePanel : public Panel
{
    Q_OBJECT

public:
    enum Tab { Request, Response, Headers, Timing };

    explicit MessagePanel(QWidget *parent = nullptr);

    void setDraft(const CallDraft &draft); // no signal
    void fill(CallDraft &draft) const; // headers and body
    void setUrl(const QString &url); // shows its parameters
    void clearResponse();
    void setOutcome(const CallOutcome &outcome);

Q_SIGNALS:
    void edited();
    void urlEdited(const QString &url); // the parameters were edited
    void copyRequested(const QString &text);

private:
    QWidget *makeRequestPage();
    QWidget *makeResponsePage();
    void showBody();

    CodeView *m_parameters = nullptr;
    CodeView *m_headers = nullptr;
    CodeView *m_body = nullptr;
    BodyView *m_response = nullptr;
    CodeView *m_responseHeaders = nullptr;
    TimingView *m_timing = nullptr;
    QToolButton *m_raw = nullptr;
    QString m_url;
    CallOutcome m_outcome;
};

// "name = value" a line, percent-decoded, from a URL's query, and back into it.
QString parametersOf(const QString &url);
QString withParameters(const QString &url, const QString &parameters);

} // namespace tokentrail::ui
