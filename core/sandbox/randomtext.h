// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tokentrail::sandbox {

// From the system's cryptographic generator.
QString randomHex(int bytes);
QString randomText(int bytes); // base64url
QString randomUuid();

} // namespace tokentrail::sandbox
