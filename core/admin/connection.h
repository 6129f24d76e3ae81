// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/request.h"
#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/xsuaa/servicekey.h"

#include <QObject>

namespace tokentrail::admin {

// The administration of one subaccount: where it is reached, and with which key. The token is
// fetched with the first call and kept until shortly before its end.
class Connection : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        xsuaa::ServiceKey key; // of plan apiaccess, or of btp security/api-credential
        http::TlsSettings tls;
        int waitUnitMs = 1'000; // what a second of Retry-After takes
    };
    Connection(http::Client &client, Input input, QObject *parent = nullptr);
    ~Connection() override;

    QUrl apiUrl() const; // empty: the key cannot administer
    const Input &input() const { return m_input; }
    http::Client &client() { return m_client; }

    // Of the token that is at hand; empty: none, or about to end.
    const Secret &token() const;
    void setToken(const Secret &token, qint64 lifeSeconds);
    void dropToken() { m_token = {}; }
    Result<http::ClientRequest> tokenRequest() const;
    Result<http::ClientRequest> apiRequest(const Request &request) const;

Q_SIGNALS:
    void exchanged(const tokentrail::http::Exchange &exchange); // for those who show the wire

private:
    http::Client &m_client;
    Input m_input;
    Secret m_token;
    qint64 m_tokenEndsSeconds = 0;
};

// The endpoint of the key; says what is missing where a key cannot administer.
Result<QUrl> apiUrlOf(const xsuaa::ServiceKey &key);

} // namespace tokentrail::admin
