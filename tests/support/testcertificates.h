// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;
using X509 = struct x509_st;

namespace tokentrail::test {

// A certificate with its key, made for one test run.
class Certificate
{
public:
    // Signs itself.
    static Certificate authority(const QString &commonName);

    // names: "localhost", "127.0.0.1"; empty for client certificates.
    Certificate issue(const QString &commonName, const QStringList &names = {}) const;
    Certificate issueAuthority(const QString &commonName) const;
    Certificate issueExpired(const QString &commonName, const QStringList &names) const;

    QByteArray pem() const;
    QByteArray keyPem() const;

private:
    struct Wanted
    {
        QString commonName;
        QStringList names;
        bool isAuthority = false;
        bool isExpired = false;
    };
    static Certificate make(const Wanted &wanted, const Certificate *issuer);

    std::shared_ptr<X509> m_certificate;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace tokentrail::test
