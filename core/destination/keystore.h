// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/destination/destination.h"

namespace tokentrail::destination {

// What a client shows who authenticates with a certificate.
struct ClientCertificate
{
    QByteArray chainPem; // leaf first
    Secret keyPem;
};

// The certificate that KeyStoreLocation names among certificates[] of an answer of the Destination
// service: PEM, or PKCS #12 opened with KeyStorePassword. Errors in the Cloud SDK's and Node's words.
Result<ClientCertificate> clientCertificateOf(const Destination &destination);

// A PKCS #12 archive (RFC 7292) with one key.
Result<ClientCertificate> readPkcs12(const QByteArray &archive, const Secret &password);

} // namespace tokentrail::destination
