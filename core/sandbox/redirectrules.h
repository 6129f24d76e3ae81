// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace tokentrail::sandbox {

// Whether a browser may be sent there. Patterns as in xs-security.json: "*" stands for anything
// within host or port, "**" for anything in the path; http(s)://localhost is always allowed.
// Addresses that browsers may read otherwise than we do (user info, backslashes, controls, a
// fragment) never are.
bool isRedirectAllowed(const QString &redirectUri, const QStringList &patterns);

} // namespace tokentrail::sandbox
