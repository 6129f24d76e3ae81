// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QStringView>

#include <functional>

namespace tokentrail::sandbox {

// Makes the claims wrong on purpose, as the faults of the XSUAA say; valueOf gives null for a
// fault that is not set.
void twistClaims(text::Json &claims, const std::function<QString(QStringView fault)> &valueOf);

} // namespace tokentrail::sandbox
