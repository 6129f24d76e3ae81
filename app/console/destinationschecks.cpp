// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// One call through a destination, and what it proves.
#include "app/console/destinationsdesk.h"
#include "app/console/destinationviews.h"
#include "core/call/tokenfetch.h"
#include "core/destination/check.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;

void DestinationsDesk::check(const QString &name, const QString &sessionId, const QString &path)
{
    const auto *entry = m_bench.sessions().find(sessionId);
    if (!entry || !m_bench.sessions().needsToken(*entry))
        return runCheck(name, entry ? entry->session : call::Session(), path);
    if (!m_bench.place().appKey)
        return m_page->tell(
            tr("No service key is at hand to sign %1 in with.").arg(entry->session.title), true);
    m_page->setChecks(tr("%1 signs in.").arg(entry->session.title), {});
    call::TokenFetchInput input;
    input.key = *m_bench.place().appKey;
    input.grant = entry->session.grant;
    input.userName = entry->session.userName;
    input.password = entry->session.password;
    input.tls = m_bench.place().tls;
    auto *fetch = new call::TokenFetch(m_bench.client(), input, this);
    connect(fetch,
            &call::TokenFetch::finished,
            this,
            [this, name, sessionId, path](call::TokenFetch *done) {
                done->deleteLater();
                if (!done->result())
                    return m_page->tell(done->result().error().toString(), true);
                m_bench.sessions().signedIn(sessionId, *done->result(), done->exchanges());
                Q_EMIT m_bench.sessionsChanged();
                runCheck(name, m_bench.sessions().find(sessionId)->session, path);
            });
    fetch->start();
}

void DestinationsDesk::runCheck(const QString &name,
                                const call::Session &session,
                                const QString &path)
{
    const auto service = m_services.find(m_current);
    if (service == m_services.end() || !m_page)
        return;
    destination::ChainInput input;
    input.destinationName = name;
    input.destinationKey = service->second.destinationKey;
    input.connectivityKey = service->second.connectivityKey;
    input.userToken = session.accessToken;
    input.pathAndQuery = path.toUtf8();
    input.headers = {{"Accept", "application/json"}};
    input.tls = service->second.tls;
    m_page->setChecks(tr("The call through %1 is under way.").arg(name), {});
    auto *chain = new destination::Chain(m_bench.client(), input, this);
    connect(chain,
            &destination::Chain::finished,
            this,
            [this, who = session.userName](destination::Chain *done) {
                done->deleteLater();
                if (m_page)
                    showChecks(*done, who);
                Q_EMIT checked();
            });
    chain->start();
}

void DestinationsDesk::showChecks(const destination::Chain &chain, const QString &who)
{
    const auto checks = destination::checksOf(destination::CheckInput::of(chain, who));
    m_page->setChecks(who.isEmpty() ? tr("One call, for nobody in person:")
                                    : tr("One call, as %1:").arg(who),
                      notesOf(checks));
}

} // namespace tokentrail::console
