// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What the token endpoint does for a token besides the signature, against nothing but OpenSSL's
// signature over the same bytes. Without the wire, which tokenendpoint.mjs adds.
#include "core/jose/jws.h"
#include "tests/bench/bench.h"
#include "tests/bench/endpoint.h"

#include <QCoreApplication>

#include <openssl/evp.h>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using bench::Endpoint;

namespace {

bool rawSign(const QByteArray &input, EVP_PKEY *key, EVP_MD *digest)
{
    unsigned char signature[512];
    size_t size = sizeof signature;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, digest, nullptr, key);
    const int ok = EVP_DigestSign(context,
                                  signature,
                                  &size,
                                  reinterpret_cast<const unsigned char *>(input.constData()),
                                  size_t(input.size()));
    EVP_MD_CTX_free(context);
    return ok == 1;
}

bool measure(Endpoint &endpoint,
             const char *name,
             const QList<std::pair<QString, QString>> &grant,
             double limit)
{
    constexpr int calls = 400;
    const auto request = endpoint.request(grant);
    const auto first = text::parseJson(endpoint.answer(request).body);
    const auto token = first ? (*first)[u"access_token"].toString().toLatin1() : QByteArray();
    const auto parsed = jose::parseCompact(token);
    if (!parsed) {
        std::printf("%s: no token\n", name);
        return false;
    }
    const auto input = parsed->signingInput();
    EVP_MD *digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    bool good = true;
    // In turns, so that a change of the machine's speed meets both alike.
    std::vector<double> beyond;
    for (int round = 0; round < 9; ++round) {
        const auto start = bench::cpuMicroseconds();
        for (int i = 0; i < calls; ++i)
            good &= endpoint.answer(request).status == 200;
        const auto middle = bench::cpuMicroseconds();
        for (int i = 0; i < calls; ++i)
            good &= rawSign(input, endpoint.key().pkey(), digest);
        const auto end = bench::cpuMicroseconds();
        beyond.push_back(((middle - start) - (end - middle)) / calls);
    }
    EVP_MD_free(digest);
    std::nth_element(beyond.begin(), beyond.begin() + 4, beyond.end());
    return bench::rowAgainstLimit(name, beyond[4], limit) && good;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Endpoint endpoint;
    const bool technical = measure(endpoint,
                                   "client_credentials beyond the signature",
                                   {{u"grant_type"_s, u"client_credentials"_s}},
                                   25);
    const bool user = measure(endpoint,
                              "password beyond the signature",
                              {{u"grant_type"_s, u"password"_s},
                               {u"username"_s, u"alice"_s},
                               {u"password"_s, u"alice"_s}},
                              25);
    return technical && user ? 0 : 1;
}
