// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/sandbox/party.h"

namespace tokentrail::sandbox {

// What a SAML 2.0 assertion says (SAML Core §2.3.3), as far as bearer assertions need it.
struct SamlAssertion
{
    QString issuer = QStringLiteral("cfapps.tokentrail.sandbox"); // the sandbox's own
    QString nameId;
    QString nameIdFormat = QStringLiteral("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");
    QString audience;
    QString recipient; // the token endpoint
    QString authnContext = QStringLiteral("urn:oasis:names:tc:SAML:2.0:ac:classes:PreviousSession");
    QList<std::pair<QString, QStringList>> attributes;
    qint64 notBeforeSeconds = 0;
    qint64 notOnOrAfterSeconds = 0;
};

// Signed with RSA-SHA256 (XML Signature, enveloped, exclusive canonical form: it is written in
// that form). Any SAML library can verify it.
Result<QByteArray> signedSaml(const SamlAssertion &assertion, const Landscape &landscape);

// Verifies and reads one. It must stand there in exclusive canonical form, as signers write it:
// nothing is canonicalised here. Assertions that are not from the sandbox's issuer, that are out
// of their time, or that hold a second assertion are refused.
Result<SamlAssertion> verifiedSaml(const QByteArray &xml, const Landscape &landscape);

// As a value of the form field "assertion": base64url (RFC 7522 §2.1), or base64.
QByteArray decodedSaml(const QString &field);

} // namespace tokentrail::sandbox
