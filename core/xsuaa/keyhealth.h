// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/servicekey.h"

namespace tokentrail::xsuaa {

struct CertificateInfo
{
    QString subject; // "sb-app!t1" where it has a common name
    QString issuer;
    QString serial;
    qint64 notBefore = 0; // epoch seconds
    qint64 notAfter = 0;
};

// The chain of an X.509 key as it stands in it, leaf first.
std::vector<CertificateInfo> certificateChain(const ClientCredentials &client);

// How long a key still serves, and what its kind means; one sentence each.
struct KeyRemark
{
    enum class Severity { Hint, Warning, Error };
    Severity severity = Severity::Hint;
    QString id; // "expired", "expires-soon", "instance-secret", …
    QString sentence;
};
std::vector<KeyRemark> keyRemarks(const ServiceKey &key, qint64 nowSeconds);

// Whole days until the first certificate of the chain ends, below 0 once it has; none for secrets.
std::optional<qint64> daysLeft(const ServiceKey &key, qint64 nowSeconds);

} // namespace tokentrail::xsuaa
