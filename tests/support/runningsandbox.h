// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/sandbox/sandbox.h"

#include <QTemporaryDir>

namespace tokentrail::test {

using Fields = QList<std::pair<QString, QString>>;

// A whole sandbox in this process, reached through real sockets.
class RunningSandbox
{
public:
    // Keeps the folder's content: start() again is the next run.
    Result<void> start(int httpPort = 0, int httpsPort = 0);
    void stop() { m_sandbox.reset(); }

    sandbox::Sandbox &sandbox() { return *m_sandbox; }
    QString stateDir() const { return m_dir.path() + QStringLiteral("/state"); }
    text::Json command(const QString &verb, const text::Json &arguments = text::Json::object());

    // Shown to servers that ask for one.
    void setClientCertificate(const QByteArray &pem, const Secret &keyPem)
    {
        m_certificatePem = pem;
        m_certificateKeyPem = keyPem;
    }
    http::Response send(const QByteArray &method,
                        const QString &pathOrUrl, // a path: of the XSUAA over http
                        const http::Headers &headers = {},
                        const QByteArray &body = {});
    http::Response get(const QString &pathOrUrl, const http::Headers &headers = {})
    {
        return send("GET", pathOrUrl, headers);
    }
    QString failure() const { return m_failure; } // why the last request had no answer
    http::Response post(const QString &pathOrUrl, const Fields &fields, http::Headers headers = {});

    // clientid and clientsecret of an instance, as fields of a form.
    Fields client(const QString &service = {}) const;
    http::Response token(Fields grant, const QString &service = {});
    QString accessToken(const QString &user = QStringLiteral("alice")); // by password
    static text::Json claimsOf(const QString &token); // unverified
    static text::Json json(const http::Response &response);

private:
    QTemporaryDir m_dir;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    http::Client m_client;
    QString m_failure;
    QByteArray m_certificatePem;
    Secret m_certificateKeyPem;
};

} // namespace tokentrail::test
