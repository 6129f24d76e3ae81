// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/keymaterial.h"
#include "core/sandbox/party.h"
#include "core/sandbox/registry.h"
#include "core/sandbox/tokensigner.h"

namespace tokentrail::sandbox {

// The landscape over its state, with everything that only a running one has.
class SandboxLandscape final : public Landscape
{
public:
    struct Parts
    {
        Registry &registry;
        const KeyMaterial &keys;
        const Clock &clock;
        http::Client &client;
        http::Journal &journal;
    };
    SandboxLandscape(const Parts &parts, const Endpoints &endpoints);

    void setEndpoints(const Endpoints &endpoints);
    void takeKeys(); // after a rotation
    const Registry &registry() const { return m_parts.registry; }
    const KeyMaterial &keys() const { return m_parts.keys; }
    QString issuer() const;
    qint64 issuerNowSeconds() const; // of the XSUAA, whose clock may be set wrong on purpose
    int faultNumber(QStringView name, int fallback) const;

    const Clock &clock() const override { return m_parts.clock; }
    const Endpoints &endpoints() const override { return m_endpoints; }
    http::Client &client() override { return m_parts.client; }
    http::TlsSettings tls() const override;
    http::Journal &journal() override { return m_parts.journal; }

    Result<text::Json> verifyToken(const QByteArray &compact, bool lenient = false) const override;
    QByteArray signClaims(const text::Json &claims) const override;
    Result<QByteArray> signBytes(const QByteArray &content) const override;
    bool verifyBytes(const QByteArray &content, const QByteArray &signature) const override;

    QString zoneId() const override { return m_parts.registry.zoneId(); }
    text::Json xsuaaCredentials() const override;
    text::Json destinationCredentials() const override;
    text::Json connectivityCredentials() const override;

    std::optional<text::Json> destination(Level level, const QString &name) const override;
    QList<text::Json> destinations(Level level) const override;
    std::optional<text::Json> fragment(const QString &name) const override;
    QList<text::Json> certificates() const override;
    text::Json cloudConnector() const override { return m_parts.registry.cloudConnector(); }
    bool isClient(const QString &clientId, const Secret &secret) const override;
    Result<void> putDestination(Level level, const text::Json &properties) override;
    Result<void> removeDestination(Level level, const QString &name) override;
    std::optional<BackendUser> backendUserOf(const QString &userName) const override;
    std::optional<BackendUser> backendLogon(const QString &backendUser,
                                            const QString &password) const override;
    QString fault(QStringView name) const override { return m_parts.registry.fault(name); }

private:
    const QList<text::Json> &stored(Level level) const; // URLs unresolved
    text::Json credentialsByLabel(const QString &label) const;

    Parts m_parts;
    Endpoints m_endpoints;
    TokenSigner m_signer;
};

} // namespace tokentrail::sandbox
