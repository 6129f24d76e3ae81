// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/backendoauth.h"
#include "core/sandbox/party.h"
#include "core/sandbox/principalhandover.h"

#include <memory>

namespace tokentrail::sandbox {

// Who a call to the backend is: a user of client 100, or why nobody.
struct Logon
{
    std::optional<BackendUser> user;
    QString refused; // id of the finding when there is no user
};

class BackendLogon
{
public:
    BackendLogon(Landscape &landscape,
                 std::shared_ptr<PrincipalHandover> handover,
                 const BackendOAuth &oauth);

    // Notes what it saw: client, certificate subject, backend user.
    Logon check(const http::Request &request,
                const http::Connection &connection,
                const Party::Note &note) const;

private:
    Logon identify(const http::Request &request,
                   const http::Connection &connection,
                   const Party::Note &note) const;
    Logon byAssertion(const QByteArray &xml, const Party::Note &note) const;
    Logon byCertificate(const PrincipalHandover::Principal &principal,
                        const Party::Note &note) const;
    Logon byBasic(const QByteArray &credentials) const;
    Logon byToken(const QByteArray &token, const Party::Note &note) const;

    Landscape &m_landscape;
    std::shared_ptr<PrincipalHandover> m_handover;
    const BackendOAuth &m_oauth;
};

} // namespace tokentrail::sandbox
