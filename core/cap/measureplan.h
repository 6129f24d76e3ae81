// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/cap/accesstable.h"

#include <map>

namespace tokentrail::cap {

// The request that asks a running service for one cell of the table.
struct Probe
{
    size_t row = 0;
    size_t column = 0;
    QByteArray method; // empty: nothing is sent
    QString target; // path and query
    QByteArray body;
    QString notSent; // why, where nothing is sent
};

struct MeasureOptions
{
    // CREATE, UPDATE, DELETE and actions are asked for, too. Bodies then carry a property that no
    // model has, which CAP refuses with 400 after it has decided on access; UPDATE, DELETE and bound
    // operations address a row that is not there.
    bool withWrites = false;
    // Authorization headers by name of the caller; who has none is asked for only when anonymous.
    std::map<QString, Secret> authorizations;
};

// "Basic …" for the mock users of a configuration (requires.auth.users).
std::map<QString, Secret> mockAuthorizations(const text::Json &users);

// One for each cell, row by row.
std::vector<Probe>
planProbes(const AccessModel &model, const AccessTable &table, const MeasureOptions &options);

} // namespace tokentrail::cap
