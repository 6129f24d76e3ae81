// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QString>

namespace tokentrail::sandbox {

struct Certificate
{
    QByteArray pem;
    Secret keyPem; // PKCS #8
};

// A certificate authority that can vouch for this machine's loopback names and nothing else
// (RFC 5280 §4.2.1.10), so that trusting it risks nothing.
Result<Certificate> makeAuthority(qint64 nowSeconds);

// For localhost, *.localhost, 127.0.0.1 and ::1; the chain holds the leaf alone.
Result<Certificate> issueServerCertificate(const Certificate &authority, qint64 nowSeconds);

// One that no client may accept, as the fault asks for: "untrusted" (another authority),
// "wrong-name" or "expired".
Result<Certificate>
issueBrokenCertificate(const Certificate &authority, QStringView defect, qint64 nowSeconds);

// For a client of the XSUAA (RFC 8705 §2.1): proves who it is, serves nothing.
Result<Certificate> issueClientCertificate(const Certificate &authority,
                                           const QByteArray &commonName,
                                           int days,
                                           qint64 nowSeconds);

// As a key store that a destination may name (PKCS #12).
Result<QByteArray> keyStoreOf(const Certificate &certificate, const Secret &password);

qint64 expiryOf(const QByteArray &certificatePem); // seconds since 1970; 0: unreadable
QString commonNameOf(const QByteArray &certificatePem); // empty: unreadable
QString thumbprintOf(const QByteArray &certificatePem); // x5t#S256 (RFC 8705 §3.1)
bool isIssuedBy(const QByteArray &certificatePem, const QByteArray &authorityPem);

} // namespace tokentrail::sandbox
