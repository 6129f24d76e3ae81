// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

// All logging categories. Log text is never translated, and never holds a secret.
Q_DECLARE_LOGGING_CATEGORY(logHttp) // tokentrail.http
Q_DECLARE_LOGGING_CATEGORY(logOAuth) // tokentrail.oauth
Q_DECLARE_LOGGING_CATEGORY(logSandbox) // tokentrail.sandbox
Q_DECLARE_LOGGING_CATEGORY(logVault) // tokentrail.vault
Q_DECLARE_LOGGING_CATEGORY(logUi) // tokentrail.ui
