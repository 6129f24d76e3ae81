// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/callplace.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;

Result<CallPlace> placeOf(sandbox::Sandbox &sandbox)
{
    const auto vcap = sandbox.bindings(sandbox::BindingFormat::Vcap);
    if (!vcap)
        return vcap.error();
    const auto keys = xsuaa::readServiceKeys(vcap->toCompact());
    if (!keys)
        return keys.error();
    CallPlace place;
    for (const auto &key : *keys) {
        switch (key.kind) {
        case xsuaa::ServiceKind::Xsuaa:
            place.appKey = key;
            break;
        case xsuaa::ServiceKind::Destination:
            place.destinationKey = key;
            break;
        case xsuaa::ServiceKind::Connectivity:
            place.connectivityKey = key;
            break;
        case xsuaa::ServiceKind::Identity:
        case xsuaa::ServiceKind::Other:
            break;
        }
    }
    if (const auto keySet = sandbox.command(u"key-set"_s, text::Json::object())) {
        if (auto read = jose::JwkSet::fromJson(*keySet))
            place.keys = std::move(*read);
    }
    place.tls.extraCaPem = sandbox.caPem();
    place.serviceUrl = sandbox.endpoints().serviceUrl;
    return place;
}

} // namespace tokentrail::console
