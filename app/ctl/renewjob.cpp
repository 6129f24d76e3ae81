// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/renewjob.h"

#include "app/ctl/sessionkey.h"
#include "core/base/clock.h"
#include "core/call/renewal.h"
#include "core/call/sessionstore.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

RenewJob::RenewJob(Invocation &invocation, const Vault &vault, const QString &name, QObject *parent)
    : QObject(parent)
    , m_invocation(invocation)
    , m_vault(vault)
    , m_name(name)
{ }

void RenewJob::start()
{
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

Result<call::TokenFetchInput> RenewJob::inputOf(const call::Session &session) const
{
    const auto key = keyOfSession(m_invocation, *m_vault, session);
    if (!key)
        return key.error();
    const QList<QUrl> urls{xsuaa::tokenEndpoint(key->client).url, key->client.url};
    const auto tls = readTrust(m_invocation, urls, sandboxesNear(urls));
    if (!tls)
        return tls.error();
    return call::renewalOf(session, *key, *tls);
}

void RenewJob::begin()
{
    const auto session = call::loadSession(*m_vault, m_name);
    if (!session)
        return end(session.error());
    const auto input = inputOf(*session);
    if (!input)
        return end(input.error());
    auto *fetch = new call::TokenFetch(m_client, *input, this);
    connect(fetch, &call::TokenFetch::finished, this, [this, before = *session](auto *done) {
        if (!done->result())
            return end(done->result().error());
        const auto fresh = call::renewed(before, *done->result());
        const auto saved = call::saveSession(*m_vault, m_name, fresh, Clock::system().nowSeconds());
        end(saved ? Result<call::Session>(fresh) : saved.error());
    });
    fetch->start();
}

void RenewJob::end(const Result<call::Session> &result)
{
    m_result = result;
    Q_EMIT finished(this);
}

} // namespace tokentrail::ctl
