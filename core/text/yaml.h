// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::text {

// Reads one YAML 1.2 document (core schema) as npm's "yaml" does, into JSON with places. Not read,
// but told with their place: anchors, aliases, tags, complex keys and several documents.
Result<Json> parseYaml(const QByteArray &source, const QString &file = {});

// What a plain scalar means in the core schema: null, a boolean, a number or the text itself.
Json yamlScalar(const QString &plain);

} // namespace tokentrail::text
