// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/callplace.h"
#include "app/console/sessionsignin.h"
#include "core/call/callrunner.h"
#include "core/diagnosis/diagnose.h"
#include "core/http/journal.h"
#include "core/trail/hop.h"
#include "ui/call/callvalues.h"

#include <QElapsedTimer>

namespace tokentrail::console {

// One call from Send to its outcome: sign in where needed, send, gather what the parties
// recorded, build the trail, diagnose. finished() or failed() comes once.
class CallConductor : public QObject
{
    Q_OBJECT

public:
    struct Inputs
    {
        http::Client &client;
        SessionBook &sessions;
        std::shared_ptr<vault::SecretStore> store; // where sessions are kept
        http::Journal *journal = nullptr; // of the sandbox; null: none
        CallPlace place;
        ui::CallDraft draft;
        QList<trail::Trail> earlier;
        // Adds what is known beside the call of who may what, once it was refused; may be null.
        std::function<void(diagnosis::Case &)> testify = {};
    };

    explicit CallConductor(Inputs inputs, QObject *parent = nullptr);

    // What Send would do, in words; nothing is sent.
    static QStringList plan(const Inputs &inputs);

    void start();
    void cancel();

Q_SIGNALS:
    void stepStarted(const QString &inWords);
    void signedIn();
    void finished(const tokentrail::ui::CallOutcome &outcome);
    void failed(const QString &sentence);

private:
    static Result<call::CallInput> inputOf(const Inputs &inputs);
    void signIn(const SessionBook::Entry &entry);
    void takeToken(const SessionSignIn &signIn);
    void send();
    void awaitJournal();
    void conclude();
    void finishWith(ui::CallOutcome outcome, const http::Response &response);
    QList<http::Exchange> recordedSince(qint64 ms) const;

    Inputs m_inputs;
    call::CallRunner *m_runner = nullptr;
    QElapsedTimer m_timer;
    qint64 m_startMs = 0;
    qint64 m_tookMs = 0;
    bool m_done = false;
};

} // namespace tokentrail::console
