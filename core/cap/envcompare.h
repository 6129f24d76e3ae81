// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <optional>
#include <vector>

namespace tokentrail::cap {

// A value of cds.env that the project's own cds has otherwise.
struct EnvDifference
{
    QString path; // "requires.auth.kind"
    std::optional<text::Json> ours; // nothing: absent
    std::optional<text::Json> theirs;
};

// Both documents as `cds env --json` prints them; what only says where cds lies on this machine
// is left out. A whole object that one side lacks is one difference.
std::vector<EnvDifference> compareEnv(const text::Json &ours, const text::Json &theirs);

// The document in what `cds env --json` printed: cds may tell something before it.
Result<text::Json> readCdsEnvOutput(const QByteArray &printed);

} // namespace tokentrail::cap
