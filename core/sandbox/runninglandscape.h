// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/endpoints.h"
#include "core/sandbox/listener.h"
#include "core/sandbox/principalhandover.h"
#include "core/sandbox/sandboxlandscape.h"

#include <memory>

namespace tokentrail::sandbox {

class SampleService;

// All parties with their ports, while they run.
class RunningLandscape
{
public:
    struct Parts
    {
        Registry &registry;
        const KeyMaterial &keys;
        const Clock &clock;
        http::Journal &journal;
        std::function<void()> changed; // the administration changed the directory
    };
    explicit RunningLandscape(const Parts &parts);
    ~RunningLandscape();

    // remembered: ports of the last run; options say otherwise for two of them. Returns those
    // that it is now.
    Result<Ports>
    listen(const StartOptions &options, const Ports &remembered, const QString &caFile);
    const Endpoints &endpoints() const { return m_landscape.endpoints(); }
    // After a change of the faults: shows the certificates that they ask for. The sample service
    // is as after a restart, or what is wrong with keys would show half an hour later.
    Result<void> faultsChanged();
    const Landscape &landscape() const { return m_landscape; }
    void takeKeys() { m_landscape.takeKeys(); } // after a rotation

private:
    Result<void> applyCertificateFaults();
    Result<http::ServerTls> tlsFor(const QString &defect) const; // null: none
    std::unique_ptr<Listener> listener(QList<Listener::Route> routes, Listener::HostCheck check);

    Parts m_parts;
    http::Client m_client;
    SandboxLandscape m_landscape;
    std::shared_ptr<PrincipalHandover> m_handover;
    std::unique_ptr<Party> m_admin;
    std::unique_ptr<Party> m_xsuaa;
    std::unique_ptr<Party> m_destination;
    std::unique_ptr<Party> m_proxy;
    std::unique_ptr<Party> m_backend;
    std::unique_ptr<SampleService> m_service;
    QString m_xsuaaDefect; // of the certificates that are shown now
    QString m_backendDefect;
    std::unique_ptr<Listener> m_http;
    std::unique_ptr<Listener> m_https;
    std::unique_ptr<Listener> m_proxyPort;
    std::unique_ptr<Listener> m_backendPort;
    std::unique_ptr<Listener> m_backendTlsPort;
    std::unique_ptr<Listener> m_servicePort;
};

} // namespace tokentrail::sandbox
