// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/tokenfetch.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tokentrail::call {

// Logs a person in with a browser: authorization code with PKCE, answered on loopback. Whoever
// starts it shows the URL of browserWanted() in whatever browser there is.
class BrowserLogin : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        quint16 port = 0; // of the redirect URI; 0: any free
        QString path = QStringLiteral("/login/callback");
        int timeLimitMs = 300'000;
    };

    // Of the input: key, origin, scope, tls.
    BrowserLogin(http::Client &client,
                 TokenFetchInput input,
                 const Options &options,
                 QObject *parent = nullptr);
    ~BrowserLogin() override;

    void start(); // finished() once, later
    const Result<Session> &result() const;
    const QList<http::Exchange> &exchanges() const; // ours, with how the browser came back

Q_SIGNALS:
    void browserWanted(const QUrl &url);
    void finished(tokentrail::call::BrowserLogin *login);

private:
    void begin();
    void exchange(const Secret &code);
    void end(const Result<Session> &result);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
