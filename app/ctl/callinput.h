// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/sandboxlink.h"
#include "core/call/session.h"
#include "core/http/client.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::ctl {

// What login and call both take in.

// --ca FILE, else NODE_EXTRA_CA_CERTS and SSL_CERT_FILE; and the CA of a running sandbox that
// serves one of the URLs. Nothing is read when none of them is https.
Result<http::TlsSettings> readTrust(const Invocation &invocation,
                                    const QList<QUrl> &urls,
                                    const QList<RunningSandbox> &sandboxes);

// The key of that kind in a file, else the first that holds an OAuth client.
Result<xsuaa::ServiceKey> readClientKey(const QString &fileName, xsuaa::ServiceKind kind);

// --password-file, else TOKENTRAIL_PASSWORD; what: "a password" for the message.
Result<Secret> readPassword(const Invocation &invocation, const QString &what);

QList<Option> trustOptions(); // --ca, --insecure

} // namespace tokentrail::ctl
