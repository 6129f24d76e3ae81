// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/weblogin/certificatejudge.h"

#include <QHostAddress>

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tokentrail::weblogin {

namespace {

template<auto free>
struct Freer
{
    template<typename T>
    void operator()(T *pointer) const
    {
        free(pointer);
    }
};
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Store = std::unique_ptr<X509_STORE, Freer<X509_STORE_free>>;
using Check = std::unique_ptr<X509_STORE_CTX, Freer<X509_STORE_CTX_free>>;

void freeStack(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
using Stack = std::unique_ptr<STACK_OF(X509), Freer<freeStack>>;

Certificate fromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &bytes, long(der.size())));
}

Store storeOf(const QByteArray &pem)
{
    Store store(X509_STORE_new());
    const std::unique_ptr<BIO, Freer<BIO_free_all>> text(
        BIO_new_mem_buf(pem.constData(), int(pem.size())));
    while (const auto one = Certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)))
        X509_STORE_add_cert(store.get(), one.get());
    return store;
}

bool isFor(X509_STORE_CTX *check, const QString &host)
{
    auto *parameters = X509_STORE_CTX_get0_param(check);
    const auto name = host.toLatin1();
    if (!QHostAddress(host).isNull())
        return X509_VERIFY_PARAM_set1_ip_asc(parameters, name.constData()) == 1;
    return X509_VERIFY_PARAM_set1_host(parameters, name.constData(), size_t(name.size())) == 1;
}

} // namespace

bool isIssuedBy(const QByteArray &authorityPem,
                const QList<QSslCertificate> &chain,
                const QString &host)
{
    if (authorityPem.isEmpty() || chain.isEmpty() || host.isEmpty())
        return false;
    const auto store = storeOf(authorityPem);
    const auto leaf = fromDer(chain.constFirst().toDer());
    const Stack between(sk_X509_new_null());
    for (const auto &one : chain.mid(1)) {
        if (auto certificate = fromDer(one.toDer()))
            sk_X509_push(between.get(), certificate.release());
    }
    const Check check(X509_STORE_CTX_new());
    return leaf && X509_STORE_CTX_init(check.get(), store.get(), leaf.get(), between.get()) == 1
        && X509_STORE_CTX_set_purpose(check.get(), X509_PURPOSE_SSL_SERVER) == 1
        && isFor(check.get(), host) && X509_verify_cert(check.get()) == 1;
}

} // namespace tokentrail::weblogin
