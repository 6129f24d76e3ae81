// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

namespace tokentrail {

// How an error's kind is spelt where it crosses a process or a file: "invalid-input".
QString nameOf(ErrorCode code);
std::optional<ErrorCode> errorCodeFromName(QStringView name);

} // namespace tokentrail
