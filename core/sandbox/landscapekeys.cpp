// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/landscapekeys.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

Result<LandscapeKeys> keysOf(Sandbox &sandbox)
{
    const auto vcap = sandbox.bindings(BindingFormat::Vcap);
    if (!vcap)
        return vcap.error();
    const auto read = xsuaa::readServiceKeys(vcap->toCompact());
    if (!read)
        return read.error();
    LandscapeKeys keys;
    for (const auto &key : *read) {
        switch (key.kind) {
        case xsuaa::ServiceKind::Xsuaa:
            keys.application = key;
            break;
        case xsuaa::ServiceKind::Destination:
            keys.destination = key;
            break;
        case xsuaa::ServiceKind::Connectivity:
            keys.connectivity = key;
            break;
        case xsuaa::ServiceKind::Identity:
        case xsuaa::ServiceKind::Other:
            break;
        }
    }
    if (const auto keySet = sandbox.command(u"key-set"_s, text::Json::object())) {
        if (auto set = jose::JwkSet::fromJson(*keySet))
            keys.signing = std::move(*set);
    }
    return keys;
}

} // namespace tokentrail::sandbox
