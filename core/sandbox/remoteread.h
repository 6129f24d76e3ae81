// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/chain.h"
#include "core/sandbox/party.h"

#include <QObject>

namespace tokentrail::sandbox {

// What the sample service does for each of its routes: SELECT from FunctionalLocation of the
// backend, through a destination, as a CAP service with an imported OData V2 service does it.
class RemoteRead : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        QString destination;
        QByteArray userToken; // empty: none
        bool warmCache = false;
        QString correlationId;
        qsizetype top = 1000;
    };
    RemoteRead(Landscape &landscape, Input input, QObject *parent);

    void start(); // finished() once, later
    // 200 with the rows, or CAP's 502.
    const http::Response &response() const { return m_response; }
    const QString &log() const { return m_log; } // what CAP writes when it fails

Q_SIGNALS:
    void finished(tokentrail::sandbox::RemoteRead *read);

private:
    void begin();
    Result<destination::ChainInput> chainInput() const;
    void take(const destination::Chain *chain);
    void succeed(const text::Json &answer);
    void fail(const QStringList &messages);

    Landscape &m_landscape;
    Input m_input;
    http::Response m_response;
    QString m_log;
};

} // namespace tokentrail::sandbox
