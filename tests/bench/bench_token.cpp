// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What the token endpoint does for a token besides the signature, against nothing but OpenSSL's
// signature over the same bytes. Without the wire, which tokenendpoint.mjs adds.
#include "core/jose/jws.h"
#include "core/sandbox/endpoints.h"
#include "core/sandbox/xsuaaparty.h"
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <openssl/evp.h>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

class Endpoint
{
public:
    Endpoint()
        : m_state(std::move(
            *sandbox::State::open(m_dir.path() + u"/state"_s, sandbox::State::Missing::Create)))
        , m_registry(std::move(*sandbox::Registry::load(*m_state)))
        , m_keys(std::move(*sandbox::completeKeyMaterial(text::Json::object(), 0)))
        , m_landscape({*m_registry, m_keys, Clock::system(), m_client, m_journal},
                      sandbox::endpointsFor({4600, 4601, 4602, 4603, 4604}, {}))
        , m_xsuaa(m_landscape)
    { }

    http::Request request(const QList<std::pair<QString, QString>> &grant) const
    {
        const auto &client = m_registry->clients().constFirst();
        http::Request request;
        request.method = "POST";
        request.target = "/oauth/token";
        request.headers = {{"Host", "127.0.0.1:4600"},
                           {"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"}};
        request.body =
            http::toForm(grant
                         + QList<std::pair<QString, QString>>{
                             {u"client_id"_s, client.clientId},
                             {u"client_secret"_s, QString::fromUtf8(client.secret.reveal())}});
        return request;
    }

    http::Response answer(const http::Request &request)
    {
        http::Response answer;
        const sandbox::Party::Note note = [](const QString &, const text::Json &) {
        };
        m_xsuaa.handle(request, {}, note, http::Responder([&answer](http::Response response) {
                           answer = std::move(response);
                       }));
        return answer;
    }

    const jose::Jwk &key() const { return *m_keys.signing; }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<sandbox::State> m_state;
    std::unique_ptr<sandbox::Registry> m_registry;
    sandbox::KeyMaterial m_keys;
    http::Client m_client;
    http::Journal m_journal;
    sandbox::SandboxLandscape m_landscape;
    sandbox::XsuaaParty m_xsuaa;
};

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
