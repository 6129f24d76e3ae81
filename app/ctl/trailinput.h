// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/trail/hop.h"

#include <QByteArray>
#include <QList>

namespace tokentrail::ctl {

// Trails as `call`, `login`, `sandbox trail` and `trail export --format json` print them:
// {"trails":[…]}, {"hops":[…]} or an array of trails. Redacted again on reading.
Result<QList<trail::Trail>> readTrails(const QString &name);
Result<QList<trail::Trail>> parseTrails(const QByteArray &source, const QString &file);

} // namespace tokentrail::ctl
