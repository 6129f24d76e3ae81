// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/servicekey.h"

namespace tokentrail::cap {

// The two files that bind a project on this machine alone.
enum class BindingPlace : quint8 {
    CdsrcPrivate, // requires.[hybrid].<name>, where `cds bind` writes; only with the profile hybrid
    DefaultEnv, // VCAP_SERVICES as in the cloud; whatever the profile
};
QString fileNameOf(BindingPlace place); // ".cdsrc-private.json", "default-env.json"

// One service instance to bind to, as VCAP_SERVICES has it.
struct ServiceToBind
{
    QString label; // "xsuaa", "identity", "destination", "connectivity"
    QString name; // of the instance
    text::Json instance; // with its credentials
    const text::Json &credentials() const { return instance[u"credentials"]; }
};
std::vector<ServiceToBind> servicesOf(const text::Json &vcapServices);
// An error for a key of a service that CAP does not look for this way.
Result<ServiceToBind> serviceOf(const xsuaa::ServiceKey &key);

// cds.requires.<this> gets the credentials: "auth", "destinations", "connectivity".
QString requiredNameOf(const ServiceToBind &service);
QString kindFor(const ServiceToBind &service); // of authentication: "xsuaa", "ias"
// Whether an authentication of this kind checks tokens of the service; "jwt", "xsuaa-auth", …
bool kindFits(const QString &kind, const ServiceToBind &service);

// The text of such a file, empty where there is none, bound to the services; members that have
// nothing to do with that stay byte for byte. `kind` is that of requires.auth with the profile
// hybrid today: where it fits it stays.
Result<QByteArray> withBindings(const QByteArray &text,
                                BindingPlace place,
                                const std::vector<ServiceToBind> &services,
                                const QString &kind);

} // namespace tokentrail::cap
