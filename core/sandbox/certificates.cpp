// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/certificates.h"

#include "core/jose/base64url.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>
#include <vector>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

template<auto Free>
struct Deleter
{
    template<typename T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Deleter<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

constexpr qint64 day = 24LL * 60 * 60;

struct Plan
{
    const char *commonName;
    qint64 days;
    std::vector<std::pair<int, const char *>> extensions;
};

Error cryptoError()
{
    return Error{ErrorCode::Crypto, u"A certificate of the sandbox could not be made."_s};
}

Key newKey()
{
    return Key(EVP_EC_gen("P-256"));
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

X509Ptr certificateFrom(const QByteArray &pem)
{
    return X509Ptr(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr));
}

bool addExtensions(X509 *certificate, X509 *issuer, const Plan &plan)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[nid, value] : plan.extensions) {
        const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
            return false;
    }
    return true;
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7f; // positive
    bytes[0] |= 0x40; // and of full length
    BIGNUM *number = BN_bin2bn(bytes, sizeof bytes, nullptr);
    const bool done = BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return done;
}

bool setLife(X509 *certificate, qint64 nowSeconds, qint64 days)
{
    // A day back, for clocks that do not agree.
    return ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(nowSeconds - day)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(nowSeconds + days * day))
        != nullptr;
}

bool setSubject(X509 *certificate, const char *commonName)
{
    auto *name = X509_get_subject_name(certificate);
    const auto add = [name](const char *field, const char *value) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(value);
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, -1, -1, 0) == 1;
    };
    return add("O", "Tokentrail sandbox") && add("CN", commonName);
}

Result<Certificate> make(const Plan &plan, X509 *issuer, EVP_PKEY *issuerKey, qint64 nowSeconds)
{
    const auto key = newKey();
    const X509Ptr certificate(X509_new());
    if (!key || !certificate)
        return cryptoError();
    auto *x509 = certificate.get();
    auto *signer = issuer == nullptr ? x509 : issuer;
    const bool made = X509_set_version(x509, X509_VERSION_3) == 1 && setSerial(x509)
        && setLife(x509, nowSeconds, plan.days) && setSubject(x509, plan.commonName)
        && X509_set_issuer_name(x509, X509_get_subject_name(signer)) == 1
        && X509_set_pubkey(x509, key.get()) == 1 && addExtensions(x509, signer, plan)
        && X509_sign(x509, issuerKey == nullptr ? key.get() : issuerKey, EVP_sha256()) > 0;
    if (!made)
        return cryptoError();

    const Bio pem(BIO_new(BIO_s_mem()));
    const Bio keyPem(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_X509(pem.get(), x509) != 1
        || PEM_write_bio_PKCS8PrivateKey(
               keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return cryptoError();
    return Certificate{contentOf(pem.get()), Secret(contentOf(keyPem.get()))};
}

} // namespace

Result<Certificate> makeAuthority(qint64 nowSeconds)
{
    const Plan plan{"Tokentrail sandbox CA (localhost only)",
                    3650,
                    {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                     {NID_key_usage, "critical,keyCertSign,cRLSign"},
                     {NID_subject_key_identifier, "hash"},
                     {NID_name_constraints,
                      "critical,permitted;DNS:localhost,permitted;IP:127.0.0.1/255.255.255.255,"
                      "permitted;IP:0:0:0:0:0:0:0:1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}}};
    return make(plan, nullptr, nullptr, nowSeconds);
}

namespace {

Result<Certificate> issue(const Certificate &authority, const Plan &plan, qint64 nowSeconds)
{
    const auto issuer = certificateFrom(authority.pem);
    const Key issuerKey(PEM_read_bio_PrivateKey(
        reading(authority.keyPem.reveal()).get(), nullptr, nullptr, nullptr));
    if (!issuer || !issuerKey)
        return Error{ErrorCode::Crypto,
                     u"The certificate authority of the sandbox is not readable."_s};
    return make(plan, issuer.get(), issuerKey.get(), nowSeconds);
}

} // namespace

namespace {

// 397 days: some clients refuse server certificates that live longer.
Plan serverPlan(const char *commonName, const char *names)
{
    return {commonName,
            397,
            {{NID_basic_constraints, "critical,CA:FALSE"},
             {NID_key_usage, "critical,digitalSignature"},
             {NID_ext_key_usage, "serverAuth"},
             {NID_subject_key_identifier, "hash"},
             {NID_authority_key_identifier, "keyid:always"},
             {NID_subject_alt_name, names}}};
}

constexpr auto ownNames = "DNS:localhost,DNS:*.localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1";

} // namespace

Result<Certificate> issueServerCertificate(const Certificate &authority, qint64 nowSeconds)
{
    return issue(authority, serverPlan("localhost", ownNames), nowSeconds);
}

Result<Certificate>
issueBrokenCertificate(const Certificate &authority, QStringView defect, qint64 nowSeconds)
{
    if (defect == u"wrong-name")
        return issue(
            authority, serverPlan("elsewhere.localhost", "DNS:elsewhere.localhost"), nowSeconds);
    if (defect == u"expired")
        return issue(authority, serverPlan("localhost", ownNames), nowSeconds - 400 * day);
    const auto stranger = makeAuthority(nowSeconds);
    if (!stranger)
        return stranger.error();
    return issue(*stranger, serverPlan("localhost", ownNames), nowSeconds);
}

Result<Certificate> issueClientCertificate(const Certificate &authority,
                                           const QByteArray &commonName,
                                           int days,
                                           qint64 nowSeconds)
{
    const Plan plan{commonName.constData(),
                    days,
                    {{NID_basic_constraints, "critical,CA:FALSE"},
                     {NID_key_usage, "critical,digitalSignature"},
                     {NID_ext_key_usage, "clientAuth"},
                     {NID_subject_key_identifier, "hash"},
                     {NID_authority_key_identifier, "keyid:always"}}};
    return issue(authority, plan, nowSeconds);
}

Result<QByteArray> keyStoreOf(const Certificate &certificate, const Secret &password)
{
    const auto x509 = certificateFrom(certificate.pem);
    const Key key(PEM_read_bio_PrivateKey(
        reading(certificate.keyPem.reveal()).get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<PKCS12, Deleter<PKCS12_free>> store(
        PKCS12_create(password.reveal().constData(),
                      "tokentrail",
                      key.get(),
                      x509.get(),
                      nullptr,
                      0,
                      0,
                      0,
                      0,
                      0));
    const Bio out(BIO_new(BIO_s_secmem()));
    if (!store || i2d_PKCS12_bio(out.get(), store.get()) != 1)
        return cryptoError();
    return contentOf(out.get());
}

QString commonNameOf(const QByteArray &certificatePem)
{
    const auto certificate = certificateFrom(certificatePem);
    char name[256] = {};
    if (!certificate
        || X509_NAME_get_text_by_NID(
               X509_get_subject_name(certificate.get()), NID_commonName, name, sizeof name)
            < 0)
        return {};
    return QString::fromUtf8(name);
}

QString thumbprintOf(const QByteArray &certificatePem)
{
    const auto certificate = certificateFrom(certificatePem);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest, &size) != 1)
        return {};
    return QString::fromLatin1(
        jose::toBase64Url(QByteArrayView(reinterpret_cast<const char *>(digest), qsizetype(size))));
}

qint64 expiryOf(const QByteArray &certificatePem)
{
    const auto certificate = certificateFrom(certificatePem);
    std::tm broken = {};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &broken) != 1)
        return 0;
    return qint64(timegm(&broken));
}

bool isIssuedBy(const QByteArray &certificatePem, const QByteArray &authorityPem)
{
    const auto certificate = certificateFrom(certificatePem);
    const auto authority = certificateFrom(authorityPem);
    if (!certificate || !authority)
        return false;
    return X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) == 1;
}

} // namespace tokentrail::sandbox
