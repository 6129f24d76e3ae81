// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/loginwindow.h"
#include "core/call/tokenfetch.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tokentrail::call {

// Logs a person in with a browser: authorization code with PKCE, answered on loopback. It opens a
// login window; or whoever starts it shows the URL of browserWanted() in whatever browser there is.
class BrowserLogin : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        quint16 port = 0; // of the redirect URI; 0: any free
        QString path = QStringLiteral("/login/callback");
        int timeLimitMs = 300'000;
        QString window = {}; // program of the login window; empty: browserWanted() is heard
        QByteArray authorityPem = {}; // that the window trusts besides the system's
        QString authorityWords = {};
    };

    // Of the input: key, origin, scope, tls.
    BrowserLogin(http::Client &client,
                 TokenFetchInput input,
                 const Options &options,
                 QObject *parent = nullptr);
    ~BrowserLogin() override;

    void start(); // finished() once, later
    const Result<Session> &result() const;
    // Ours, with how the browser came back; of a login window each of its redirects.
    const QList<http::Exchange> &exchanges() const;
    bool wasClosed() const; // the person closed the login window before the code was there

Q_SIGNALS:
    void browserWanted(const QUrl &url);
    void windowReported(const tokentrail::call::LoginWindowReport &report);
    void finished(tokentrail::call::BrowserLogin *login);

private:
    void begin();
    void openWindow(const QUrl &url);
    void hear(const LoginWindowReport &report);
    void exchange(const Secret &code);
    void end(const Result<Session> &result);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
