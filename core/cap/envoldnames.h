// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/envnode.h"

#include <optional>

namespace tokentrail::cap {

// cds.data, cds.service and cds.sql_mapping of old are accessors: what is written there arrives
// elsewhere (requires.db, folders, sql.names), and they are not printed.
bool isOldName(const QString &name);
void setOldName(const EnvNodePtr &root, const QString &name, const EnvNodePtr &value);

// Old switches within features and hana that stand for a member elsewhere: what to write, and where.
// Without a target nothing is written at all.
struct Redirection
{
    EnvNodePtr target;
    QString name;
    EnvNodePtr value;
};
std::optional<Redirection> redirected(const EnvNodePtr &root,
                                      const EnvNodePtr &target,
                                      const EnvNode::Member &member,
                                      int cdsVersion);
// features.string_decimals of cds 9 repeats features.ieee754compatible.
void repeatOldSwitches(const EnvNodePtr &root, int cdsVersion);

} // namespace tokentrail::cap
