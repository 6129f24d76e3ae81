// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/logging.h"

Q_LOGGING_CATEGORY(logHttp, "tokentrail.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logOAuth, "tokentrail.oauth", QtInfoMsg)
Q_LOGGING_CATEGORY(logSandbox, "tokentrail.sandbox", QtInfoMsg)
Q_LOGGING_CATEGORY(logVault, "tokentrail.vault", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "tokentrail.ui", QtInfoMsg)
