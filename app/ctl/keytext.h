// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/keyprobe.h"
#include "core/call/keyuses.h"
#include "core/text/json.h"

namespace tokentrail::ctl {

// What a key says of itself, without what it keeps secret.
text::Json describeKey(const xsuaa::ServiceKey &key, qint64 nowSeconds);
text::Json usesToJson(const QList<call::KeyUse> &uses);
text::Json proofsToJson(const QList<call::Proof> &proofs);

QString keyInWords(const text::Json &description);
QString proofsInWords(const QList<call::Proof> &proofs);

} // namespace tokentrail::ctl
