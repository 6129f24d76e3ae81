// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace tokentrail::diagnosis {

// Which part of a CAP service a failure comes from, and with it the status that the caller gets:
// 401 for a token that is not accepted, 403 for what a user may not do, 500 where the check of a
// token itself fails, 502 for whatever went wrong on the way to a remote system.
enum class Layer { Unknown, Token, Roles, Check, Remote };

Layer layerOf(QStringView findingId);
Layer layerOfStatus(int status);

} // namespace tokentrail::diagnosis
