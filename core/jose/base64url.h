// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace tokentrail::jose {

QByteArray toBase64Url(QByteArrayView bytes); // without padding (RFC 7515 §2)

enum class Base64Policy {
    Strict, // RFC 7515: alphabet of base64url, no padding, no stray bits
    Lenient, // as Node's Buffer: both alphabets, padding or none, other characters skipped
};
Result<QByteArray> fromBase64Url(QByteArrayView text, Base64Policy policy = Base64Policy::Strict);

} // namespace tokentrail::jose
