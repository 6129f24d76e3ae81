// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// One call through a destination, and what it proves.
#include "app/console/destinationsdesk.h"
#include "app/console/destinationviews.h"
#include "core/destination/check.h"

namespace tokentrail::console {

using namespace Qt::StringLiterals;

void DestinationsDesk::check(const QString &name, const QString &sessionId, const QString &path)
{
    const auto *entry = m_bench.sessions().find(sessionId);
    if (!entry || !m_bench.sessions().needsToken(*entry))
        return runCheck(name, entry ? entry->session : call::Session(), path);
    m_page->setChecks(tr("%1 signs in.").arg(entry->session.title), {});
    auto *signIn = m_bench.signIn(sessionId, this);
    connect(
        signIn, &SessionSignIn::finished, this, [this, name, sessionId, path](SessionSignIn *done) {
            done->deleteLater();
            if (done->error())
                return m_page->tell(done->error()->toString(), true);
            Q_EMIT m_bench.sessionsChanged();
            runCheck(name, m_bench.sessions().find(sessionId)->session, path);
        });
    signIn->start();
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
            [this, name, who = session.userName](destination::Chain *done) {
                done->deleteLater();
                if (m_page)
                    showChecks(*done, name, who);
                Q_EMIT checked();
            });
    chain->start();
}

void DestinationsDesk::showChecks(const destination::Chain &chain,
                                  const QString &name,
                                  const QString &who)
{
    m_checked = name;
    m_isOutdated = false;
    const auto checks = destination::checksOf(destination::CheckInput::of(chain, who));
    m_page->setChecks(who.isEmpty() ? tr("One call, for nobody in person:")
                                    : tr("One call, as %1:").arg(who),
                      notesOf(checks));
}

} // namespace tokentrail::console
