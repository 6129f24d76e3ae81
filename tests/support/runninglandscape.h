// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/backend.h"
#include "core/sandbox/connectivityproxy.h"
#include "core/sandbox/destinationservice.h"
#include "core/sandbox/sampleservice.h"
#include "tests/support/fakelandscape.h"

namespace tokentrail::test {

// Issues tokens for the clients of FakeLandscape: client_credentials and jwt-bearer; key set.
class StandInXsuaa final : public sandbox::Party
{
public:
    explicit StandInXsuaa(FakeLandscape &landscape)
        : m_landscape(landscape)
    { }
    QString observer() const override { return QStringLiteral("xsuaa"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;

    int tokenStatus = 200; // another one: refuse with it

private:
    http::Response token(const http::Request &request) const;

    FakeLandscape &m_landscape;
};

// The parties on real ports, XSUAA over https too, and what was said between them.
class RunningLandscape : public FakeLandscape
{
public:
    RunningLandscape();

    // One line an exchange in the order in which they began, e.g.
    //   "xsuaa https client_credentials sb-destination!b1 zone-dev 200"
    //   "destination S4_PP skip 200", "proxy s4virtual:44300 200", "backend ALICE 200"
    QStringList hops() const;
    http::Exchange last(const QString &observer) const; // an empty one when it heard nothing
    void forget() { m_exchanges.clear(); }

    StandInXsuaa xsuaa{*this};
    std::shared_ptr<sandbox::PrincipalHandover> handover =
        std::make_shared<sandbox::PrincipalHandover>();
    sandbox::DestinationService destinationService{*this};
    sandbox::ConnectivityProxy proxy{*this, handover};
    sandbox::Backend backend{*this, handover};
    sandbox::SampleService service{*this};

private:
    quint16 listen(sandbox::Party &party, bool withTls = false);

    QList<http::Exchange> m_exchanges;
    http::ServerTls m_tls;
    std::vector<std::unique_ptr<http::Server>> m_servers;
};

} // namespace tokentrail::test
