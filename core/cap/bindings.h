// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/cap/envnode.h"

#include <QString>

namespace tokentrail::cap {

// Gives every cds.requires.<name> the credentials of the first bound service that fits: by its own
// vcap predicate, by name, by the tag cds:<name>, by tag, label or type equal to its kind.
// `services` is VCAP_SERVICES: arrays of service instances. The result: whether one was found.
Result<bool> addBindings(const EnvNodePtr &requires_, const EnvNodePtr &services);

// A folder of Kubernetes service bindings (servicebinding.io) in the shape of VCAP_SERVICES; null
// where there is none.
Result<text::Json> readServiceBindingRoot(const QString &folder);

// VCAP_SERVICES as features.emulate_vcap_services writes it, from the credentials that are there.
text::Json emulatedVcapServices(const EnvNode &requires_);

} // namespace tokentrail::cap
