// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/understand.h"

namespace tokentrail::trail {

// The same exchange recorded by its caller and by its callee becomes one hop with two observers.
// Clocks of observers may differ a little; the callee's times are kept, since what it did
// meanwhile was recorded by that clock.
QList<Understood> joinEnds(QList<Understood> all);

// What reaches the backend while the proxy is asked for the same comes from the Cloud Connector,
// whether or not a certificate tells so. The hops stand by start.
void findCloudConnector(QList<Understood> &all);

} // namespace tokentrail::trail
