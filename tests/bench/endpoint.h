// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/adminparty.h"
#include "core/sandbox/endpoints.h"
#include "core/sandbox/xsuaaparty.h"

#include <QTemporaryDir>

#include <algorithm>

namespace tokentrail::bench {

// The XSUAA and its administration over a state of their own, without the wire.
class Endpoint
{
public:
    Endpoint()
        : m_state(std::move(*sandbox::State::open(m_dir.path() + QStringLiteral("/state"),
                                                  sandbox::State::Missing::Create)))
        , m_registry(std::move(*sandbox::Registry::load(*m_state)))
        , m_keys(std::move(*sandbox::completeKeyMaterial(text::Json::object(), 0)))
        , m_landscape({*m_registry, m_keys, Clock::system(), m_client, m_journal},
                      sandbox::endpointsFor({4600, 4601, 4602, 4603, 4604}, {}))
        , m_xsuaa(m_landscape, *m_registry)
        , m_admin(m_landscape, *m_registry, [] {})
    { }

    // As the sample application, or as the first client of another label.
    http::Request request(const QList<std::pair<QString, QString>> &grant,
                          const QString &label = QStringLiteral("xsuaa")) const
    {
        const auto &clients = m_registry->clients();
        const auto &client = *std::find_if(
            clients.begin(), clients.end(), [&](const auto &one) { return one.label == label; });
        http::Request request;
        request.method = "POST";
        request.target = "/oauth/token";
        request.headers = {{"Host", "127.0.0.1:4600"},
                           {"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"}};
        request.body = http::toForm(
            grant
            + QList<std::pair<QString, QString>>{
                {QStringLiteral("client_id"), client.clientId},
                {QStringLiteral("client_secret"), QString::fromUtf8(client.secret.reveal())}});
        return request;
    }

    http::Response answer(const http::Request &request) { return ask(m_xsuaa, request); }
    http::Response administer(const http::Request &request) { return ask(m_admin, request); }

    sandbox::Registry &registry() { return *m_registry; }
    const jose::Jwk &key() const { return *m_keys.signing; }

private:
    static http::Response ask(sandbox::Party &party, const http::Request &request)
    {
        http::Response answer;
        const sandbox::Party::Note note = [](const QString &, const text::Json &) {
        };
        party.handle(request, {}, note, http::Responder([&answer](http::Response response) {
                         answer = std::move(response);
                     }));
        return answer;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<sandbox::State> m_state;
    std::unique_ptr<sandbox::Registry> m_registry;
    sandbox::KeyMaterial m_keys;
    http::Client m_client;
    http::Journal m_journal;
    sandbox::SandboxLandscape m_landscape;
    sandbox::XsuaaParty m_xsuaa;
    sandbox::AdminParty m_admin;
};

} // namespace tokentrail::bench
