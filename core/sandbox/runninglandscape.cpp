// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/runninglandscape.h"

#include "core/base/logging.h"
#include "core/sandbox/adminparty.h"
#include "core/sandbox/backend.h"
#include "core/sandbox/connectivityproxy.h"
#include "core/sandbox/destinationservice.h"
#include "core/sandbox/openfiles.h"
#include "core/sandbox/sampleservice.h"
#include "core/sandbox/xsuaaparty.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray destinationPrefix = "/destination-configuration/";

// A port that others have in their bindings: rather an error than another one.
Result<quint16> listenFixed(Listener &listener,
                            int asked,
                            quint16 remembered,
                            const QString &option,
                            const std::optional<http::ServerTls> &tls)
{
    const auto port = asked >= 0 ? quint16(asked) : remembered;
    auto listening = listener.listen(port, tls);
    if (listening || asked >= 0 || remembered == 0)
        return listening;
    return Error{
        ErrorCode::Conflict,
        u"Port %1 of the last run is taken. Free it, or choose another with %2 (0: any free one) and give the applications their bindings anew."_s
            .arg(QString::number(remembered), option)};
}

Result<quint16> listenRemembered(Listener &listener,
                                 quint16 remembered,
                                 const std::optional<http::ServerTls> &tls = {})
{
    auto listening = listener.listen(remembered, tls);
    if (listening || remembered == 0)
        return listening;
    qCWarning(logSandbox) << "port" << remembered << "of the last run is taken, another is used";
    return listener.listen(0, tls);
}

} // namespace

RunningLandscape::RunningLandscape(const Parts &parts)
    : m_parts(parts)
    , m_landscape({parts.registry, parts.keys, parts.clock, m_client, parts.journal}, {})
    , m_handover(std::make_shared<PrincipalHandover>())
    , m_admin(std::make_unique<AdminParty>(m_landscape, parts.registry, parts.changed))
    , m_xsuaa(std::make_unique<XsuaaParty>(m_landscape, parts.registry))
    , m_destination(std::make_unique<DestinationService>(m_landscape))
    , m_proxy(std::make_unique<ConnectivityProxy>(m_landscape, m_handover))
    , m_backend(std::make_unique<Backend>(m_landscape, m_handover))
    , m_service(std::make_unique<SampleService>(m_landscape))
{
    using Check = Listener::HostCheck;
    QList<Listener::Route> front{{destinationPrefix, m_destination.get()}};
    for (const auto &prefix : AdminParty::prefixes())
        front.append(Listener::Route{prefix, m_admin.get()});
    front.append(Listener::Route{{}, m_xsuaa.get()});
    m_http = listener(front, Check::Loopback);
    m_https = listener(front, Check::Loopback);
    m_proxyPort = listener({{{}, m_proxy.get()}}, Check::None);
    m_backendPort = listener({{{}, m_backend.get()}}, Check::Loopback);
    m_backendTlsPort = listener({{{}, m_backend.get()}}, Check::Loopback);
    m_servicePort = listener({{{}, m_service.get()}}, Check::Loopback);
}

RunningLandscape::~RunningLandscape() = default;

std::unique_ptr<Listener> RunningLandscape::listener(QList<Listener::Route> routes,
                                                     Listener::HostCheck check)
{
    const auto faultValue = [this](QStringView name) {
        return m_parts.registry.fault(name);
    };
    return std::make_unique<Listener>(
        m_parts.journal, m_parts.clock, faultValue, std::move(routes), check);
}

Result<http::ServerTls> RunningLandscape::tlsFor(const QString &defect) const
{
    http::ServerTls tls;
    tls.certificateChainPem = m_parts.keys.server.pem;
    tls.keyPem = m_parts.keys.server.keyPem;
    tls.clientCaPem = m_parts.keys.authority.pem; // of clients with X.509 keys
    if (defect.isNull())
        return tls;
    const auto broken =
        issueBrokenCertificate(m_parts.keys.authority, defect, m_parts.clock.nowSeconds());
    if (!broken)
        return broken.error();
    tls.certificateChainPem = broken->pem;
    tls.keyPem = broken->keyPem;
    return tls;
}

Result<void> RunningLandscape::faultsChanged()
{
    m_service->restart();
    return applyCertificateFaults();
}

Result<void> RunningLandscape::applyCertificateFaults()
{
    struct Port
    {
        Listener &listener;
        QString fault;
        QString &shown;
    };
    for (const auto &port : {Port{*m_https, u"xsuaa.certificate"_s, m_xsuaaDefect},
                             Port{*m_backendTlsPort, u"backend.certificate"_s, m_backendDefect}}) {
        const auto asked = m_parts.registry.fault(port.fault);
        if (asked == port.shown)
            continue;
        const auto tls = tlsFor(asked);
        const auto done = tls ? port.listener.listenAgain(*tls) : Result<quint16>(tls.error());
        if (!done)
            return done.error();
        port.shown = asked;
    }
    return {};
}

Result<Ports> RunningLandscape::listen(const StartOptions &options,
                                       const Ports &remembered,
                                       const QString &caFile)
{
    allowManyConnections();
    const auto made = tlsFor({});
    if (!made)
        return made.error();
    const auto tls = *made;
    const Result<quint16> all[] = {
        listenFixed(*m_http, options.httpPort, remembered.http, u"--http-port"_s, {}),
        listenFixed(*m_https, options.httpsPort, remembered.https, u"--https-port"_s, tls),
        listenRemembered(*m_proxyPort, remembered.proxy),
        listenRemembered(*m_backendPort, remembered.backend),
        listenRemembered(*m_servicePort, remembered.service),
        listenRemembered(*m_backendTlsPort, remembered.backendTls, tls)};
    for (const auto &port : all) {
        if (!port)
            return port.error();
    }
    const Ports ports{*all[0], *all[1], *all[2], *all[3], *all[4], *all[5]};
    m_landscape.setEndpoints(endpointsFor(ports, caFile));
    if (const auto applied = applyCertificateFaults(); !applied)
        return applied.error();
    return ports;
}

} // namespace tokentrail::sandbox
