// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/text/json.h"

namespace tokentrail::sandbox {

// Signs what the XSUAA issues: RS256, with a header that stays the same and is written once.
class TokenSigner
{
public:
    // How a signature is made wrong on purpose.
    struct Twist
    {
        bool rogueKey = false; // another key under the id of the known one
        QString keyId; // another id; null: the right one
        bool noKeyId = false;
        QString algorithm; // claimed in the header; null: the one that is used
        bool changesHeader() const { return !keyId.isNull() || noKeyId || !algorithm.isNull(); }
    };

    explicit TokenSigner(const jose::Jwk &key)
        : m_key(key)
    { }

    void setKeySetUrl(const QString &url); // jku
    QByteArray sign(const text::Json &claims, const Twist &twist) const;

private:
    QByteArray headerPart(const Twist &twist) const;

    jose::Jwk m_key;
    mutable std::optional<jose::Jwk> m_rogueKey; // made when it is needed first
    QString m_keySetUrl;
    QByteArray m_headerPart;
};

} // namespace tokentrail::sandbox
