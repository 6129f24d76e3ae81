// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/evp.h"
#include "core/jose/jwk.h"

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

bool Jwk::canCompute(Algorithm algorithm) const
{
    switch (algorithm) {
    case Algorithm::RS256:
    case Algorithm::RS384:
    case Algorithm::RS512:
    case Algorithm::PS256:
    case Algorithm::PS384:
    case Algorithm::PS512:
        return m_type == Type::Rsa;
    case Algorithm::ES256:
        return m_curve == "P-256"_L1;
    case Algorithm::ES384:
        return m_curve == "P-384"_L1;
    case Algorithm::ES512:
        return m_curve == "P-521"_L1;
    case Algorithm::EdDSA:
        return m_type == Type::Okp;
    case Algorithm::HS256:
    case Algorithm::HS384:
    case Algorithm::HS512:
        return m_type == Type::Oct;
    }
    return false;
}

QString Jwk::misfit(Algorithm algorithm) const
{
    const auto name = nameOf(algorithm);
    if (!canCompute(algorithm)) {
        const QString kind = m_curve.isEmpty() ? typeName() : m_curve;
        return u"The algorithm %1 does not fit a key of the kind %2."_s.arg(name, kind);
    }
    if (!m_algorithmName.isEmpty() && m_algorithm != algorithm)
        return u"The key is meant for %1, not for %2."_s.arg(m_algorithmName, name);
    if (!m_use.isEmpty() && m_use != "sig"_L1)
        return u"The key is not meant for signatures (its \"use\" is \"%1\")."_s.arg(m_use);
    if (m_operations && !m_operations->contains("verify"_L1) && !m_operations->contains("sign"_L1))
        return u"The key is not meant for signatures (its \"key_ops\" say otherwise)."_s;
    if (!m_weakness.isEmpty())
        return m_weakness;
    const auto octets = m_octets.reveal().size();
    if (m_type == Type::Oct && octets < digestSizeOf(algorithm))
        return u"The key has %1 bytes; %2 demands %3 or more (RFC 7518 §3.2)."_s.arg(octets)
            .arg(name)
            .arg(digestSizeOf(algorithm));
    return {};
}

} // namespace tokentrail::jose
