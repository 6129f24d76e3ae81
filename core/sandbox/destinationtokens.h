// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/destination.h"
#include "core/sandbox/party.h"

#include <QObject>

#include <optional>

namespace tokentrail::sandbox {

// One entry of authTokens for a destination: built at once, or got from its token service.
class DestinationTokens : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        destination::Destination destination;
        QByteArray userToken; // of the person that the lookup is made for; empty: nobody
        http::TlsSettings tls;
        QString refreshToken = {}; // X-refresh-token
        QString code = {}; // X-code, X-redirect-uri, X-code-verifier
        QString redirectUri = {};
        QString codeVerifier = {};
        QString tenant = {}; // X-tenant: subdomain for a common token service
    };
    DestinationTokens(Landscape &landscape, Input input, QObject *parent);

    void start(); // finished() once, later
    const text::Json &authTokens() const { return m_tokens; } // null: this type has none

Q_SIGNALS:
    void finished(tokentrail::sandbox::DestinationTokens *tokens);

private:
    using Fields = QList<std::pair<QString, QString>>;
    void begin();
    void exchangeUser();
    void refresh();
    void redeemCode();
    void samlBearer();
    void samlAssertion();
    Result<QByteArray> assertion() const; // XML about the person, or about SystemUser
    Result<QString> principal(const text::Json &claims) const;
    QUrl tokenServiceUrl() const;
    void request(const Fields &fields);
    void take(http::ClientJob *job);
    void end(const text::Json &token);
    void fail(const QString &error);
    QString property(QStringView name) const;

    Landscape &m_landscape;
    Input m_input;
    text::Json m_tokens;
};

} // namespace tokentrail::sandbox
