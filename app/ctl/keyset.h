// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"

namespace tokentrail::ctl {

// A file of keys: a JWK, a JWK set or PEM. The error names file, line and column.
Result<jose::JwkSet> readKeySet(const QString &name);
Result<jose::JwkSet> parseKeySet(const QByteArray &source, const QString &file);

} // namespace tokentrail::ctl
