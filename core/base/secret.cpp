// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/secret.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

namespace tokentrail {

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_value = other.m_value;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_value = std::move(other.m_value);
        other.m_value.clear();
    }
    return *this;
}

bool Secret::equals(const Secret &other) const
{
    return m_value.size() == other.m_value.size()
        && CRYPTO_memcmp(m_value.constData(), other.m_value.constData(), size_t(m_value.size()))
        == 0;
}

void Secret::wipe()
{
    // data() would detach a shared copy, which must live on untouched.
    if (!m_value.isEmpty() && m_value.isDetached())
        OPENSSL_cleanse(m_value.data(), size_t(m_value.size()));
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << (secret.isEmpty() ? "Secret()" : "Secret(•••)");
    return debug;
}

QString fingerprint(QByteArrayView token)
{
    const auto hash = QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(4).toHex());
}

} // namespace tokentrail
