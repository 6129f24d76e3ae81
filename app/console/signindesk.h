// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/sessionkeeper.h"
#include "core/call/browserlogin.h"
#include "core/xsuaa/keystore.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace tokentrail::console {

// Answers the sign-in sheet: signs in with a key by any grant, keeps the session, and does what
// is asked for with the sessions that there are.
class SignInDesk : public QObject
{
    Q_OBJECT

public:
    explicit SignInDesk(Workbench &bench, QObject *parent = nullptr);

    void tick() { m_keeper.tick(); }

Q_SIGNALS:
    void signedIn(const QString &sessionId);

private:
    void connectSheet(ui::SignInSheet *sheet); // when it is made
    void connectSessions(ui::SessionPanel *panel);
    void logInAgain(const QString &sessionId);
    void askForFile();
    void showKeys();
    void showSessions();
    void signIn(const ui::SignInDraft &draft);
    Result<call::TokenFetchInput> inputOf(const ui::SignInDraft &draft);
    void browse(const call::TokenFetchInput &input);
    void showBrowser(const QUrl &url);
    void hearWindow(const call::LoginWindowReport &report);
    void showWait();
    void countDown();
    void take(const Result<call::Session> &result, QList<http::Exchange> exchanges);
    void cancel();
    QList<http::Exchange> recordedAtXsuaa() const;

    Workbench &m_bench;
    SessionKeeper m_keeper;
    std::vector<xsuaa::KeptKey> m_keys; // as the form lists them
    ui::SignInDraft m_draft; // that is under way
    bool m_exchanges = false; // what somebody looks at, and wants to see the outcome of
    xsuaa::ServiceKey m_key;
    QPointer<call::TokenFetch> m_fetch;
    QPointer<call::BrowserLogin> m_browser;
    QTimer m_second;
    QElapsedTimer m_waited;
    qint64 m_startMs = 0;
};

} // namespace tokentrail::console
