// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testcertificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace tokentrail::test {

using namespace Qt::StringLiterals;

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

QByteArray contentOf(const Bio &bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    auto *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

QByteArray alternativeNames(const QStringList &names)
{
    QStringList entries;
    for (const auto &name : names) {
        const bool address = name.contains(u':') || name.front().isDigit();
        entries << QString((address ? u"IP:"_s : u"DNS:"_s) + name);
    }
    return entries.join(u',').toLatin1();
}

} // namespace

Certificate Certificate::make(const Wanted &wanted, const Certificate *issuer)
{
    Certificate made;
    made.m_key = {EVP_EC_gen("P-256"), &EVP_PKEY_free};
    made.m_certificate = {X509_new(), &X509_free};
    auto *x509 = made.m_certificate.get();
    X509_set_version(x509, X509_VERSION_3);
    quint32 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509), serial | 1U);
    X509_gmtime_adj(X509_getm_notBefore(x509), -7200);
    X509_gmtime_adj(X509_getm_notAfter(x509), wanted.isExpired ? -3600 : 3600);
    const auto name = wanted.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509),
                               "CN",
                               MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()),
                               int(name.size()),
                               -1,
                               0);
    auto *by = issuer ? issuer->m_certificate.get() : x509;
    X509_set_issuer_name(x509, X509_get_subject_name(by));
    X509_set_pubkey(x509, made.m_key.get());
    if (wanted.isAuthority)
        addExtension(x509, by, NID_basic_constraints, "critical,CA:TRUE");
    if (!wanted.names.isEmpty())
        addExtension(x509, by, NID_subject_alt_name, alternativeNames(wanted.names));
    X509_sign(x509, issuer ? issuer->m_key.get() : made.m_key.get(), EVP_sha256());
    return made;
}

Certificate Certificate::authority(const QString &commonName)
{
    return make({commonName, {}, true, false}, nullptr);
}

Certificate Certificate::issue(const QString &commonName, const QStringList &names) const
{
    return make({commonName, names, false, false}, this);
}

Certificate Certificate::issueAuthority(const QString &commonName) const
{
    return make({commonName, {}, true, false}, this);
}

Certificate Certificate::issueExpired(const QString &commonName, const QStringList &names) const
{
    return make({commonName, names, false, true}, this);
}

QByteArray Certificate::pem() const
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(bio.get(), m_certificate.get());
    return contentOf(bio);
}

QByteArray Certificate::keyPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio);
}

} // namespace tokentrail::test
