// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/backendlogon.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/certificates.h"
#include "core/xsuaa/capuser.h"

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

// Query option before header, as an ICM does; nothing means client 000, where nobody can log on.
QString sapClientOf(const http::Request &request)
{
    const QString option = request.queryItem(u"sap-client");
    const QString client =
        option.isEmpty() ? QString::fromLatin1(request.headers.value("sap-client")) : option;
    return client.isEmpty() ? u"000"_s : client;
}

Logon refused(const QString &id)
{
    return {{}, id};
}

} // namespace

BackendLogon::BackendLogon(Landscape &landscape,
                           std::shared_ptr<PrincipalHandover> handover,
                           const BackendOAuth &oauth)
    : m_landscape(landscape)
    , m_handover(std::move(handover))
    , m_oauth(oauth)
{ }

Logon BackendLogon::check(const http::Request &request,
                          const http::Connection &connection,
                          const Party::Note &note) const
{
    const QString client = sapClientOf(request);
    note(u"client"_s, client);
    // The ticket is spent whatever the outcome, so who it is comes first.
    auto logon = identify(request, connection, note);
    if (client != u"100")
        return refused(u"backend-client-missing"_s);
    if (logon.user)
        note(u"backendUser"_s, logon.user->name);
    return logon;
}

Logon BackendLogon::identify(const http::Request &request,
                             const http::Connection &connection,
                             const Party::Note &note) const
{
    const auto certificate = request.headers.value(PrincipalHandover::headerName);
    if (!certificate.isEmpty()) {
        if (auto principal = m_handover->redeem(certificate, m_landscape.clock().nowMs()))
            return byCertificate(*principal, note);
    }
    const auto credentials = http::credentialsOf(request.headers.value("Authorization"));
    const auto scheme = credentials.scheme.toLower();
    if (scheme == "basic")
        return byBasic(credentials.value);
    if (scheme == "bearer")
        return byToken(credentials.value, note);
    if (scheme == "saml2.0")
        return byAssertion(QByteArray::fromBase64(credentials.value), note);
    // Mutual TLS: a client that has nothing else to show is who its certificate says.
    if (connection.clientCertificateTrusted && credentials.scheme.isEmpty())
        return byCertificate(
            {connection.clientCertificateSubject, commonNameOf(connection.clientCertificatePem)},
            note);
    return refused(u"backend-credentials-refused"_s);
}

Logon BackendLogon::byCertificate(const PrincipalHandover::Principal &principal,
                                  const Party::Note &note) const
{
    note(u"certificateSubject"_s, principal.subject);
    if (principal.userName == "TECHUSER"_L1)
        return {BackendUser{u"TECHUSER"_s, true, {}}, {}};
    const bool nobody = !m_landscape.fault(u"backend.user-unmapped").isNull();
    if (auto user = nobody ? std::nullopt : m_landscape.backendUserOf(principal.userName))
        return {user, {}};
    return refused(u"backend-user-not-mapped"_s);
}

Logon BackendLogon::byBasic(const QByteArray &credentials) const
{
    const auto pair = QString::fromUtf8(QByteArray::fromBase64(credentials));
    const auto colon = pair.indexOf(u':');
    if (colon > 0) {
        // Names of backend users know no case.
        if (auto user = m_landscape.backendLogon(pair.left(colon).toUpper(), pair.mid(colon + 1)))
            return {user, {}};
    }
    return refused(u"backend-credentials-refused"_s);
}

Logon BackendLogon::byAssertion(const QByteArray &xml, const Party::Note &note) const
{
    const auto user = m_oauth.userOfAssertion(xml);
    if (user)
        return {*user, {}};
    note(u"reason"_s, user.error().sentence);
    return refused(u"backend-credentials-refused"_s);
}

Logon BackendLogon::byToken(const QByteArray &token, const Party::Note &note) const
{
    if (auto user = m_oauth.userOf(token))
        return {user, {}};
    const auto claims = m_landscape.verifyToken(token);
    if (!claims) {
        note(u"reason"_s, claims.error().sentence);
        return refused(u"backend-credentials-refused"_s);
    }
    if (xsuaa::kindOf(*claims) == xsuaa::TokenKind::User) {
        const bool nobody = !m_landscape.fault(u"backend.user-unmapped").isNull();
        auto user =
            nobody ? std::nullopt : m_landscape.backendUserOf((*claims)[u"user_name"].toString());
        if (user)
            return {user, {}};
        return refused(u"backend-user-not-mapped"_s);
    }
    // Its OAuth clients all work as the technical user.
    return {BackendUser{u"TECHUSER"_s, true, {}}, {}};
}

} // namespace tokentrail::sandbox
