// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tokentrail::sandbox {

// What a refresh token stands for. The token carries it, sealed, so that it outlives a restart
// without a table of them.
struct RefreshToken
{
    QString clientId;
    QString userId;
    QString zoneId;
    QString id; // random; sealed() makes one where it is empty
    QString grantType; // of the token that it renews
    QStringList scopes; // asked for then
    qint64 authTimeSeconds = 0;
    qint64 expiresSeconds = 0;
    // How often all tokens of the user, of the client, and of both had been revoked by then.
    qint64 userGeneration = 0;
    qint64 clientGeneration = 0;
    qint64 pairGeneration = 0;
};

QString sealed(const RefreshToken &token, const Secret &key);
std::optional<RefreshToken> opened(const QString &text, const Secret &key);

} // namespace tokentrail::sandbox
