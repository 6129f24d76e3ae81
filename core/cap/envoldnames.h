// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/envnode.h"

namespace tokentrail::cap {

// cds.data, cds.service and cds.sql_mapping of old are accessors: what is written there arrives
// elsewhere (requires.db, folders, sql.names), and they are not printed.
bool isOldName(const QString &name);
void setOldName(const EnvNodePtr &root, const QString &name, const EnvNodePtr &value);

} // namespace tokentrail::cap
