// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

namespace tokentrail {

// Bytes that must not be seen by chance: passwords, client secrets, private keys, tokens.
// Prints as dots; whoever needs the value has to say reveal(). Wiped when the last copy goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    { }
    explicit Secret(const QString &value)
        : m_value(value.toUtf8())
    { }
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret() { wipe(); }

    bool isEmpty() const { return m_value.isEmpty(); }
    const QByteArray &reveal() const { return m_value; }

    // Constant time: tells nothing about where the difference is.
    bool equals(const Secret &other) const;

private:
    void wipe();

    QByteArray m_value;
};

QDebug operator<<(QDebug debug, const Secret &secret);

// A short name for a token, the same in every hop: the first 8 hex digits of its SHA-256.
// Never of passwords, whose hash could be guessed back.
QString fingerprint(QByteArrayView token);

} // namespace tokentrail
