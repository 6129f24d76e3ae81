// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/http/client.h"
#include "core/xsuaa/servicekey.h"

#include <QObject>

namespace tokentrail::destination {

enum class Level { Subaccount, Instance };
QString nameOf(Level level); // "subaccount", "instance"

// One call of the Destination service's own interface (REST API v1, "Destination Service" on the
// SAP Business Accelerator Hub).
struct AdministrationInput
{
    enum class Verb {
        List, // GET    …/v1/subaccountDestinations
        Get, // GET    …/v1/subaccountDestinations/{name}
        Create, // POST   …/v1/subaccountDestinations, answered 201
        Update, // PUT    …/v1/subaccountDestinations, answered {"Count":1}
        Remove, // DELETE …/v1/subaccountDestinations/{name}, answered {"Count":1}
        Find, // GET    …/v1/destinations/{name}: on all levels, with the tokens for the target
    };
    xsuaa::ServiceKey key; // of a destination instance
    Verb verb = Verb::List;
    Level level = Level::Subaccount;
    QString name;
    text::Json properties; // of Create and Update
    Secret userToken; // of Find: whom the tokens are for; empty: nobody
    http::TlsSettings tls;
};

// Gets a token of the key's client, then makes the call.
class AdministrationJob : public QObject
{
    Q_OBJECT

public:
    AdministrationJob(http::Client &client, AdministrationInput input, QObject *parent = nullptr);

    void start(); // finished() once, later
    const Result<text::Json> &result() const { return m_result; }
    const QList<http::Exchange> &exchanges() const { return m_exchanges; }

Q_SIGNALS:
    void finished(tokentrail::destination::AdministrationJob *job);

private:
    void begin();
    void send(const http::ClientRequest &request,
              void (AdministrationJob::*then)(const http::Exchange &));
    void takeToken(const http::Exchange &exchange);
    void takeAnswer(const http::Exchange &exchange);
    void end(const Result<text::Json> &result);

    http::Client &m_client;
    AdministrationInput m_input;
    Result<text::Json> m_result;
    QList<http::Exchange> m_exchanges;
};

} // namespace tokentrail::destination
