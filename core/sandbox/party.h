// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/http/client.h"
#include "core/http/journal.h"
#include "core/http/server.h"
#include "core/sandbox/sandbox.h"
#include "core/text/json.h"

#include <optional>

namespace tokentrail::sandbox {

// Who a backend takes a logon for.
struct BackendUser
{
    QString name; // "ALICE"
    bool authorised = true;
    QString password; // of Basic logon; empty: none
};

// What a party may ask the landscape: the directory, time, keys, faults. Implemented once over
// the state; tests put a stand-in in its place.
class Landscape
{
public:
    virtual ~Landscape() = default;

    virtual const Clock &clock() const = 0;
    virtual const Endpoints &endpoints() const = 0;
    virtual http::Client &client() = 0; // for calls between parties
    virtual http::TlsSettings tls() const = 0; // trusts the sandbox's CA
    virtual http::Journal &journal() = 0;

    // Claims of a token that this sandbox signed and that is valid now (60 s of leeway when
    // lenient); otherwise why not, in the words of the real service.
    virtual Result<text::Json> verifyToken(const QByteArray &compact,
                                           bool lenient = false) const = 0;
    virtual QByteArray signClaims(const text::Json &claims) const = 0;

    // RSA with SHA-256 under the signing key: what SAML assertions carry.
    virtual Result<QByteArray> signBytes(const QByteArray &content) const = 0;
    virtual bool verifyBytes(const QByteArray &content, const QByteArray &signature) const = 0;

    virtual QString zoneId() const = 0; // of the subaccount "dev"
    // Bindings of the sample application: credentials as a service key holds them.
    virtual text::Json xsuaaCredentials() const = 0;
    virtual text::Json destinationCredentials() const = 0;
    virtual text::Json connectivityCredentials() const = 0;

    // Destinations are kept by the subaccount, or by a service instance and found before those.
    enum class Level { Subaccount, Instance };
    virtual std::optional<text::Json> destination(Level level,
                                                  const QString &name) const = 0; // properties
    virtual QList<text::Json> destinations(Level level) const = 0;
    virtual std::optional<text::Json> fragment(const QString & /*name*/) const
    {
        return std::nullopt; // properties that a lookup lays over a destination
    }
    // {"Name","Content" (base64),"Type"} of the Destination service's certificate store.
    virtual QList<text::Json> certificates() const { return {}; }
    // How the Cloud Connector is set up; null: as in the beginning. See CloudConnector.
    virtual text::Json cloudConnector() const { return {}; }
    // Whether that is a client with that secret.
    virtual bool isClient(const QString &clientId, const Secret &secret) const = 0;
    virtual Result<void> putDestination(Level level, const text::Json &properties) = 0;
    virtual Result<void> removeDestination(Level level, const QString &name) = 0;
    virtual std::optional<BackendUser>
    backendUserOf(const QString &userName) const = 0; // the mapping of certificates
    virtual std::optional<BackendUser> backendLogon(const QString &backendUser,
                                                    const QString &password) const = 0;

    // Value of a fault switch that is set now, e.g. fault(u"proxy.cloud-connector-down"); null: not set.
    virtual QString fault(QStringView name) const = 0;
};

// One server of the landscape. Answers later if it likes; records nothing itself: the listener
// puts every exchange into the journal under observer(), with the notes that came along.
class Party
{
public:
    virtual ~Party() = default;
    virtual QString observer() const = 0; // "xsuaa", "destination", "proxy", "backend", "service"
    // note(name, value) adds what only this party knows to the exchange in the journal.
    using Note = std::function<void(const QString &name, const text::Json &value)>;
    virtual void handle(const http::Request &request,
                        const http::Connection &connection,
                        const Note &note,
                        http::Responder respond) = 0;
};

} // namespace tokentrail::sandbox
