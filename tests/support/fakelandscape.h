// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/sandbox/party.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace tokentrail::test {

// A landscape without state: what a test puts in is all there is.
class FakeLandscape : public sandbox::Landscape
{
public:
    FakeLandscape();

    ManualClock time{1'800'000'000'000};
    sandbox::Endpoints where;
    QList<text::Json> knownDestinations; // alice's: S4_PP and its like, see addDestination()
    QList<text::Json> instanceDestinations;
    QHash<QString, text::Json> fragments;
    QList<text::Json> keyStores;
    text::Json connector; // configuration of the Cloud Connector; null: as it comes
    QHash<QString, sandbox::BackendUser> mapping; // by user name: alice, carol
    QHash<QString, QString> faults;
    mutable QSet<QString> askedFaults; // what the parties looked for
    http::TlsSettings trust;

    text::Json &addDestination(const QString &name, const QString &authentication);
    // A token of a person for the sample application, or of a client for itself.
    QByteArray userToken(const QString &userName, const text::Json &more = text::Json::object());
    QByteArray clientToken(const QString &clientId, const text::Json &more = text::Json::object());
    jose::JwkSet keySet() const;

    const Clock &clock() const override { return time; }
    const sandbox::Endpoints &endpoints() const override { return where; }
    http::Client &client() override { return m_client; }
    http::TlsSettings tls() const override { return trust; }
    http::Journal &journal() override { return m_journal; }
    Result<text::Json> verifyToken(const QByteArray &compact, bool lenient = false) const override;
    QByteArray signClaims(const text::Json &claims) const override;
    Result<QByteArray> signBytes(const QByteArray &content) const override;
    bool verifyBytes(const QByteArray &content, const QByteArray &signature) const override;
    QString zoneId() const override { return QStringLiteral("zone-dev"); }
    text::Json xsuaaCredentials() const override;
    text::Json destinationCredentials() const override;
    text::Json connectivityCredentials() const override;
    std::optional<text::Json> destination(Level level, const QString &name) const override;
    QList<text::Json> destinations(Level level) const override
    {
        return level == Level::Subaccount ? knownDestinations : instanceDestinations;
    }
    std::optional<text::Json> fragment(const QString &name) const override;
    QList<text::Json> certificates() const override { return keyStores; }
    text::Json cloudConnector() const override { return connector; }
    bool isClient(const QString &clientId, const Secret &secret) const override
    {
        return secret.equals(Secret(QString(u"secret of " + clientId)));
    }
    Result<void> putDestination(Level level, const text::Json &properties) override;
    Result<void> removeDestination(Level level, const QString &name) override;
    std::optional<sandbox::BackendUser> backendUserOf(const QString &userName) const override;
    std::optional<sandbox::BackendUser> backendLogon(const QString &backendUser,
                                                     const QString &password) const override;
    QString fault(QStringView name) const override
    {
        askedFaults.insert(name.toString());
        return faults.value(name.toString());
    }

private:
    text::Json credentials(const QString &clientId) const;

    jose::Jwk m_key;
    http::Client m_client;
    http::Journal m_journal;
};

inline constexpr auto sampleClient = u"sb-tokentrail-sample!t1";
inline constexpr auto destinationClient = u"sb-destination!b1";
inline constexpr auto connectivityClient = u"sb-connectivity!b1";
inline constexpr auto s4Client = u"sb-s4!t1";

// An answer that a party gave at once or later, with its notes.
struct Answer
{
    bool given = false;
    http::Response response;
    text::Json notes = text::Json::object();

    QByteArray header(const char *name) const { return response.headers.value(name); }
    text::Json json() const;
};

// Hands a request to a party. The answer is filled when it comes.
std::shared_ptr<Answer> ask(sandbox::Party &party, const http::Request &request);

} // namespace tokentrail::test
