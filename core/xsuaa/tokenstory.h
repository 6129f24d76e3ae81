// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwt.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tokentrail::xsuaa {

// One thing that a token says, in words, with the claims that say it.
struct TokenStatement
{
    QString label; // "Scopes"
    QString words; // "admin, openid"
    QString raw; // "tokentrail-sample!t1.admin openid"; empty where the words are the raw value
    QStringList claims; // "scope"
};

// A token told to a person.
struct TokenStory
{
    QString headline; // "alice signed in with a password through sap.default; issued for …"
    QList<TokenStatement> statements;
    qint64 issuedAt = 0; // epoch seconds; 0: not said
    qint64 expiresAt = 0;
    qsizetype bytes = 0; // of the compact form
};

// xsappname: of the service that would check it; empty: guessed.
TokenStory tellToken(const jose::DecodedToken &token, const QString &xsappname = {});

QString grantInWords(const QString &grantType); // "password" → "with a password"

// What each claim means, for hover and screen readers; empty for unknown ones.
QString meaningOfClaim(QStringView claim);

constexpr qsizetype nodeHeaderLimit = 16 * 1024; // Node's --max-http-header-size

} // namespace tokentrail::xsuaa
