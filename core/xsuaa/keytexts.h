// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

namespace tokentrail::xsuaa {

// A document that holds a key and is no JSON, understood as if it were.
struct KeyText
{
    text::Json json;
    QString shape;
    QString told; // what was done with it; empty: nothing odd
};

// Base64 around a key, the YAML of a Kubernetes secret, and lines of "field: value" as btp prints
// them. Nothing when the document is none of these; an Error when it is one, and is broken.
std::optional<Result<KeyText>> readKeyText(const QByteArray &document, const QString &file);

// A folder into which a secret is mounted, one file a field, or a folder of such folders: as the
// JSON of a Kubernetes secret (or a list of them), to be read like any other document.
Result<QByteArray> documentOfFolder(const QString &folder);

} // namespace tokentrail::xsuaa
