// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/keystore.h"

#include "core/destination/sdktexts.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <memory>

namespace tokentrail::destination {

using namespace Qt::StringLiterals;

namespace {

struct Freer
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(PKCS12 *archive) const { PKCS12_free(archive); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, X509_free); }
};
template<typename T>
using Owned = std::unique_ptr<T, Freer>;

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

Error unreadable(const QString &why)
{
    return {ErrorCode::InvalidInput, why};
}

// The blocks of a PEM file in their order, keys apart from certificates.
ClientCertificate readPem(const QByteArray &pem)
{
    ClientCertificate found;
    QByteArray key;
    qsizetype at = 0;
    while ((at = pem.indexOf("-----BEGIN ", at)) >= 0) {
        auto end = pem.indexOf("-----END ", at);
        end = end < 0 ? pem.size() : pem.indexOf("-----", end + 9) + 5;
        if (end < at)
            break;
        const QByteArray block = pem.sliced(at, std::min(end, pem.size()) - at) + '\n';
        if (block.startsWith("-----BEGIN CERTIFICATE"))
            found.chainPem += block;
        else if (block.left(40).contains("PRIVATE KEY"))
            key += block;
        at = end;
    }
    found.keyPem = Secret(key);
    return found;
}

QByteArray decoded(const QString &base64)
{
    return QByteArray::fromBase64(base64.toLatin1());
}

} // namespace

Result<ClientCertificate> readPkcs12(const QByteArray &bytes, const Secret &password)
{
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const Owned<PKCS12> archive(d2i_PKCS12(nullptr, &data, long(bytes.size())));
    ERR_clear_error();
    if (!archive)
        return unreadable(u"The key store is no PKCS #12 archive."_s);
    EVP_PKEY *rawKey = nullptr;
    X509 *rawLeaf = nullptr;
    STACK_OF(X509) *rawChain = nullptr;
    const auto opened =
        PKCS12_parse(archive.get(), password.reveal().constData(), &rawKey, &rawLeaf, &rawChain);
    ERR_clear_error();
    const Owned<EVP_PKEY> key(rawKey);
    const Owned<X509> leaf(rawLeaf);
    const Owned<STACK_OF(X509)> chain(rawChain);
    if (opened != 1)
        return unreadable(u"mac verify failure"_s); // as Node says; the password is another one
    if (!key || !leaf)
        return unreadable(u"The key store holds no private key with a certificate."_s);
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    const Owned<BIO> keyOut(BIO_new(BIO_s_secmem()));
    PEM_write_bio_X509(out.get(), leaf.get());
    for (int i = 0; i < sk_X509_num(chain.get()); ++i)
        PEM_write_bio_X509(out.get(), sk_X509_value(chain.get(), i));
    PEM_write_bio_PKCS8PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return ClientCertificate{contentOf(out.get()), Secret(contentOf(keyOut.get()))};
}

Result<ClientCertificate> clientCertificateOf(const Destination &destination)
{
    const auto location = destination.properties[u"KeyStoreLocation"].toString();
    if (location.isEmpty())
        return unreadable(u"The destination names no KeyStoreLocation."_s);
    const text::Json *found = nullptr;
    for (const auto &certificate : destination.certificates.elements()) {
        if (certificate[u"Name"].toString() == location)
            found = &certificate;
    }
    if (!found)
        return unreadable(sdk::keyStoreMissing(location));
    const auto content = decoded((*found)[u"Content"].toString());
    const auto suffix = location.section(u'.', -1).toLower();
    if (suffix == "jks"_L1)
        return Error{ErrorCode::Unsupported,
                     u"Java key stores (.jks) are not read here; use .p12 or .pem."_s};
    if (suffix != "pem"_L1)
        return readPkcs12(content, Secret(destination.properties[u"KeyStorePassword"].toString()));
    auto pem = readPem(content);
    if (pem.chainPem.isEmpty() || pem.keyPem.isEmpty())
        return unreadable(u"%1 holds no certificate with its private key."_s.arg(location));
    return pem;
}

} // namespace tokentrail::destination
