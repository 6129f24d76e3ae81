// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/callplace.h"

#include "core/sandbox/landscapekeys.h"

namespace tokentrail::console {

Result<CallPlace> placeOf(sandbox::Sandbox &sandbox)
{
    auto keys = sandbox::keysOf(sandbox);
    if (!keys)
        return keys.error();
    CallPlace place;
    place.appKey = std::move(keys->application);
    place.destinationKey = std::move(keys->destination);
    place.connectivityKey = std::move(keys->connectivity);
    place.keys = std::move(keys->signing);
    place.tls.extraCaPem = sandbox.caPem();
    place.serviceUrl = sandbox.endpoints().serviceUrl;
    return place;
}

} // namespace tokentrail::console
