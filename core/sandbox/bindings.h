// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/certificates.h"
#include "core/sandbox/registry.h"
#include "core/sandbox/sandbox.h"

namespace tokentrail::sandbox {

struct BindingInput
{
    const Registry &registry;
    const Endpoints &endpoints;
    QByteArray verificationKeyPem;
    bool plainHttp = false; // url over http and no uaadomain: needs no certificate authority
    // Makes keys of the credential type x509: with a new certificate instead of the secret.
    const Certificate *authority = nullptr;
    int certificateDays = 7;
    qint64 nowSeconds = 0;
};

// Credentials as a service key of that instance holds them.
text::Json credentialsOf(const OAuthClient &client, const BindingInput &input);

// service: an instance; or an application, by any of its names, which stands for its own XSUAA
// instance with destination and connectivity; empty: the sample application.
Result<text::Json>
bindingDocument(const BindingInput &input, BindingFormat format, const QString &service);

std::optional<BindingFormat> bindingFormatFromName(QStringView name); // "default-env", "vcap", …

} // namespace tokentrail::sandbox
