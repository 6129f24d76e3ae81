// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/connection.h"

#include <QPointer>
#include <QTimer>

namespace tokentrail::admin {

// One request with everything that belongs to it: a token where there is none, a new one where
// it was refused, patience where the service asks for it (429, Retry-After).
class Call : public QObject
{
    Q_OBJECT

public:
    Call(Connection &connection, Request request, QObject *parent = nullptr);
    ~Call() override;

    void start(); // finished() once, later
    void cancel(); // finished() with an error of kind Cancelled, unless it has ended
    const Result<text::Json> &result() const { return m_result; } // null where no body came
    int status() const { return m_status; } // 0: none came

Q_SIGNALS:
    void waiting(int seconds); // the service asked for patience
    void finished(tokentrail::admin::Call *call);

private:
    void next();
    void send(const Result<http::ClientRequest> &request,
              void (Call::*take)(const http::Exchange &exchange));
    void takeToken(const http::Exchange &exchange);
    void takeAnswer(const http::Exchange &exchange);
    bool waitsFor(const http::Exchange &exchange);
    void end(Result<text::Json> result);

    Connection &m_connection;
    Request m_request;
    Result<text::Json> m_result;
    QPointer<http::ClientJob> m_job;
    QTimer m_patience;
    int m_status = 0;
    int m_waits = 0;
    bool m_started = false;
    bool m_ended = false;
    bool m_renewed = false; // the token, after a 401
};

// Why the interface said no, in plain words; request names what was wanted.
Error refusalOf(const Request &request, const http::Response &response);

} // namespace tokentrail::admin
