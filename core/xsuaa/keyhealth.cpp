// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/keyhealth.h"

#include "core/jose/jwk.h"

#include <QDateTime>
#include <QSslCertificate>

#include <algorithm>
#include <cmath>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using Severity = KeyRemark::Severity;

namespace {

constexpr qint64 daySeconds = 86'400;
constexpr qint64 soonDays = 7; // what SAP gives an X.509 key by default

QString nameOf(const QSslCertificate &certificate, bool issuer)
{
    for (const auto attribute : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const auto values =
            issuer ? certificate.issuerInfo(attribute) : certificate.subjectInfo(attribute);
        if (!values.isEmpty())
            return values.join(u", "_s);
    }
    return issuer ? certificate.issuerDisplayName() : certificate.subjectDisplayName();
}

const CertificateInfo *firstToEnd(const std::vector<CertificateInfo> &chain)
{
    const auto first =
        std::min_element(chain.begin(), chain.end(), [](const auto &a, const auto &b) {
            return a.notAfter < b.notAfter;
        });
    return first == chain.end() ? nullptr : &*first;
}

QString dayOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-dd"_s);
}

qint64 daysBetween(qint64 from, qint64 to)
{
    return qint64(std::floor(double(to - from) / double(daySeconds)));
}

void remarkOnLife(const std::vector<CertificateInfo> &chain,
                  qint64 now,
                  std::vector<KeyRemark> &remarks)
{
    const auto *first = firstToEnd(chain);
    if (!first)
        return;
    const auto days = daysBetween(now, first->notAfter);
    if (first->notAfter <= now)
        remarks.push_back({Severity::Error,
                           u"expired"_s,
                           u"The certificate “%1” expired on %2; XSUAA no longer takes it. Create "
                           u"a new service key."_s.arg(first->subject, dayOf(first->notAfter))});
    else if (days < soonDays)
        remarks.push_back({Severity::Warning,
                           u"expires-soon"_s,
                           u"The certificate “%1” expires on %2, %3."_s.arg(
                               first->subject,
                               dayOf(first->notAfter),
                               days == 0 ? u"within a day"_s : u"in %1 days"_s.arg(days))});
    if (chain.front().notBefore > now)
        remarks.push_back(
            {Severity::Error,
             u"not-yet-valid"_s,
             u"The certificate “%1” is valid from %2 only; look at the clock of this machine."_s
                 .arg(chain.front().subject, dayOf(chain.front().notBefore))});
}

void remarkOnChain(const ServiceKey &key,
                   const std::vector<CertificateInfo> &chain,
                   std::vector<KeyRemark> &remarks)
{
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (chain[i - 1].issuer == chain[i].subject)
            continue;
        remarks.push_back(
            {Severity::Warning,
             u"broken-chain"_s,
             u"The chain is out of order: “%1” was issued by “%2”, but “%3” stands "
             u"next."_s.arg(chain[i - 1].subject, chain[i - 1].issuer, chain[i].subject)});
    }
    const auto certificate = jose::Jwk::fromPem(key.client.certificatePem);
    const auto secret = jose::Jwk::fromPem(key.client.keyPem.reveal());
    if (certificate && secret && certificate->thumbprint() != secret->thumbprint())
        remarks.push_back({Severity::Error,
                           u"foreign-private-key"_s,
                           u"The private key does not belong to the certificate; no TLS "
                           u"connection can be made with this key."_s});
}

} // namespace

std::vector<CertificateInfo> certificateChain(const ClientCredentials &client)
{
    std::vector<CertificateInfo> chain;
    for (const auto &certificate : QSslCertificate::fromData(client.certificatePem)) {
        chain.push_back({nameOf(certificate, false),
                         nameOf(certificate, true),
                         QString::fromLatin1(certificate.serialNumber()),
                         certificate.effectiveDate().toSecsSinceEpoch(),
                         certificate.expiryDate().toSecsSinceEpoch()});
    }
    return chain;
}

std::optional<qint64> daysLeft(const ServiceKey &key, qint64 nowSeconds)
{
    const auto chain = certificateChain(key.client);
    const auto *first = firstToEnd(chain);
    return first ? std::optional(daysBetween(nowSeconds, first->notAfter)) : std::nullopt;
}

std::vector<KeyRemark> keyRemarks(const ServiceKey &key, qint64 nowSeconds)
{
    std::vector<KeyRemark> remarks;
    if (key.credentialType == CredentialType::X509) {
        const auto chain = certificateChain(key.client);
        remarkOnLife(chain, nowSeconds, remarks);
        remarkOnChain(key, chain, remarks);
    }
    if (key.credentialType == CredentialType::InstanceSecret)
        remarks.push_back({Severity::Warning,
                           u"instance-secret"_s,
                           u"This is an instance secret: all bindings of the instance share it, "
                           u"and it cannot be rotated by itself. SAP refuses this kind for new "
                           u"keys since 2026-01-19; use binding-secret or x509."_s});
    // A form's decoder makes a blank of it; whoever encodes it is not understood everywhere.
    if (key.client.clientSecret.reveal().contains('+'))
        remarks.push_back(
            {Severity::Hint,
             u"secret-with-plus"_s,
             u"The secret holds a \"+\". Where a client is refused with this key "
             u"alone, it sends the secret encoded, or raw, in the Basic header: send "
             u"it in the body of the POST, or with X-CF-ENCODED-CREDENTIALS: true."_s});
    return remarks;
}

} // namespace tokentrail::xsuaa
