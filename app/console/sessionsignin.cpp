// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/sessionsignin.h"

#include "core/call/renewal.h"
#include "core/call/sessionstore.h"

namespace tokentrail::console {

SessionSignIn::SessionSignIn(Inputs inputs, QObject *parent)
    : QObject(parent)
    , m_inputs(std::move(inputs))
{ }

void SessionSignIn::start()
{
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

// Another program may have refreshed the session meanwhile; its refresh token may serve once.
bool SessionSignIn::takeFromOthers(SessionBook::Entry &entry)
{
    if (entry.keptAs.isEmpty())
        return false;
    const auto stored = call::loadSession(*m_inputs.store, entry.keptAs);
    if (!stored || stored->accessToken.equals(entry.session.accessToken))
        return false;
    m_inputs.sessions.addKept(entry.keptAs, *stored, entry.key);
    return !m_inputs.sessions.needsToken(entry);
}

void SessionSignIn::begin()
{
    auto *entry = m_inputs.sessions.find(m_inputs.id);
    if (!entry)
        return end(Error{ErrorCode::NotFound, tr("This session is gone.")});
    if (takeFromOthers(*entry))
        return end({});
    const auto &key = entry->key ? entry->key : m_inputs.place.appKey;
    m_before = entry->session;
    if (entry->keptAs.isEmpty()) { // of the place, which may be another one than before
        m_before.tokenUrl.clear();
        m_before.refreshToken = {};
    }
    if (!key)
        return end(Error{ErrorCode::NotFound,
                         tr("No service key is at hand to sign %1 in with.").arg(m_before.title)});
    const auto input = call::renewalOf(m_before, *key, m_inputs.place.tls);
    if (!input)
        return end(input.error());
    fetch(*input);
}

void SessionSignIn::fetch(const call::TokenFetchInput &input)
{
    m_asked = input;
    auto *fetch = new call::TokenFetch(m_inputs.client, input, this);
    connect(fetch, &call::TokenFetch::finished, this, [this](call::TokenFetch *done) {
        m_exchanges += done->exchanges();
        take(*done);
        done->deleteLater();
    });
    fetch->start();
}

void SessionSignIn::take(const call::TokenFetch &done)
{
    const bool byRefresh = m_asked.grant == call::Grant::RefreshToken;
    if (!done.result() && byRefresh && done.result().error().code == ErrorCode::Refused) {
        // A refresh token that ended is no reason to ask a person whose password is known.
        m_before.refreshToken = {};
        if (const auto again = call::renewalOf(m_before, m_asked.key, m_asked.tls))
            return fetch(*again);
    }
    if (!done.result())
        return end(done.result().error());
    auto *entry = m_inputs.sessions.find(m_inputs.id);
    if (!entry)
        return end(Error{ErrorCode::NotFound, tr("This session is gone.")});
    const auto fresh = call::renewed(m_before, *done.result());
    m_inputs.sessions.signedIn(m_inputs.id, fresh, m_exchanges);
    if (!entry->keptAs.isEmpty()) {
        const auto saved =
            call::saveSession(*m_inputs.store, entry->keptAs, fresh, Clock::system().nowSeconds());
        if (!saved)
            return end(saved.error());
    }
    end({});
}

void SessionSignIn::end(const std::optional<Error> &error)
{
    m_error = error;
    Q_EMIT finished(this);
}

} // namespace tokentrail::console
