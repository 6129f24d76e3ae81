// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/logoutjob.h"

#include "app/ctl/sessionkey.h"
#include "core/base/clock.h"
#include "core/call/sessionstore.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

LogoutJob::LogoutJob(Invocation &invocation,
                     const Vault &vault,
                     const QString &name,
                     QObject *parent)
    : QObject(parent)
    , m_invocation(invocation)
    , m_vault(vault)
    , m_name(name)
{ }

Result<call::Revocation::Input> LogoutJob::inputOf(const call::Session &session) const
{
    call::Revocation::Input input;
    input.session = session;
    input.nowSeconds = Clock::system().nowSeconds();
    if (auto key = keyOfSession(m_invocation, *m_vault, session))
        input.key = std::move(*key);
    else if (m_invocation.has(u"--key"_s))
        return key.error(); // one was named: it should have been there
    const QList<QUrl> urls{session.tokenUrl};
    auto tls = readTrust(m_invocation, urls, sandboxesNear(urls));
    if (!tls)
        return tls.error();
    input.tls = std::move(*tls);
    return input;
}

void LogoutJob::start()
{
    const auto session = call::loadSession(*m_vault, m_name);
    if (!session)
        return m_invocation.fail(session.error());
    const bool asks = !m_invocation.has(u"--no-revoke"_s);
    const auto input =
        asks ? inputOf(*session) : Result<call::Revocation::Input>(call::Revocation::Input());
    if (!input)
        return m_invocation.fail(input.error());
    // First here: whatever the token service says or does not say, this session is over.
    if (const auto ended = call::endSession(*m_vault, m_name, Clock::system().nowSeconds()); !ended)
        return m_invocation.fail(ended.error());
    if (!asks)
        return answer(u"not-asked"_s, u"The token service was not asked."_s);
    auto *job = new call::Revocation(m_client, *input, this);
    connect(job, &call::Revocation::finished, this, [this](call::Revocation *done) {
        answer(nameOf(done->outcome()), sentenceOf(done->outcome()));
    });
    job->start();
}

void LogoutJob::answer(const QString &outcome, const QString &sentence)
{
    m_invocation.answer(
        Json::object(
            {{u"loggedOut"_s, m_name},
             {u"revocation"_s, Json::object({{u"outcome"_s, outcome}, {u"sentence"_s, sentence}})},
             {u"accessToken"_s, u"taken until it ends"_s}}),
        u"%1 holds no token any more. %2 Services take the access token until it ends."_s.arg(
            m_name, sentence));
    m_invocation.finish(Ok);
}

} // namespace tokentrail::ctl
