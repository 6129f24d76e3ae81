// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/sessionkeeper.h"

#include "app/console/revocationwords.h"
#include "core/call/renewal.h"
#include "core/call/sessionstore.h"
#include "ui/shell/grantwords.h"

#include <QFileInfo>

#include <algorithm>
#include <functional>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

bool isSameWay(const call::Session &one, const call::Session &other)
{
    return one.title == other.title && one.tokenUrl == other.tokenUrl && one.grant == other.grant
        && one.keyName == other.keyName;
}

} // namespace

SessionKeeper::SessionKeeper(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    connect(&bench.vault(), &VaultKeeper::changed, this, &SessionKeeper::read);
    connect(&bench, &Workbench::landscapeChanged, this, &SessionKeeper::read);
}

// The one that it was got with; else the one of the place, where that is the same token service.
std::optional<xsuaa::ServiceKey>
SessionKeeper::keyFor(const call::Session &session, const std::vector<xsuaa::KeptKey> &keys) const
{
    const auto fits = [&session](const xsuaa::ServiceKey &key) {
        return session.tokenUrl.isEmpty()
            || xsuaa::tokenEndpoint(key.client).url.authority() == session.tokenUrl.authority();
    };
    for (const auto &kept : keys) {
        if (kept.name != session.keyName || !fits(kept.key))
            continue;
        auto key = kept.key;
        key.name = kept.name;
        return key;
    }
    const auto &own = m_bench.place().appKey;
    return own && fits(*own) ? own : std::nullopt;
}

void SessionKeeper::read()
{
    m_readAt = QFileInfo(m_bench.vault().fileName()).lastModified();
    const auto &store = m_bench.vault().store();
    const auto sessions = call::loadSessions(store);
    if (!sessions)
        return; // the Keys page says why the vault cannot be read
    auto &book = m_bench.sessions();
    if (!sessions->isEmpty()) {
        const auto keys = xsuaa::loadKeys(store).value_or({});
        for (auto it = sessions->cbegin(); it != sessions->cend(); ++it)
            book.addKept(it.key(), *it, keyFor(*it, keys));
    }
    book.dropKeptExcept(sessions->keys());
    Q_EMIT changed();
}

// After who signed in, and where that is taken, after what tells it apart: how, or with which key.
// One who signs in again in the same way with the same key takes the old session on.
QString SessionKeeper::nameFor(const QString &wanted, const call::Session &session) const
{
    if (!wanted.isEmpty())
        return wanted;
    const QString plain = session.title.isEmpty() ? tr("session") : session.title;
    const auto known = call::loadSessions(m_bench.vault().store()).value_or({});
    const auto isTaken = [&known](const QString &name) {
        return known.contains(name);
    };
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        if (it.key().startsWith(plain) && isSameWay(*it, session))
            return it.key();
    }
    const auto sameGrant = [&session](const call::Session &one) {
        return one.title == session.title && one.grant == session.grant;
    };
    QStringList names{plain};
    if (std::none_of(known.cbegin(), known.cend(), sameGrant))
        names << plain + u'-' + call::nameOf(session.grant);
    if (!session.keyName.isEmpty())
        names << plain + u'-' + session.keyName;
    for (int number = 2; isTaken(names.constLast()); ++number)
        names << u"%1-%2"_s.arg(plain).arg(number);
    return *std::find_if(names.cbegin(), names.cend(), std::not_fn(isTaken));
}

Result<QString> SessionKeeper::keep(const QString &wantedName,
                                    const call::Session &session,
                                    const xsuaa::ServiceKey &key,
                                    const QList<http::Exchange> &exchanges)
{
    const auto name = nameFor(wantedName, session);
    const auto saved =
        call::saveSession(m_bench.vault().store(), name, session, m_bench.clock().nowSeconds());
    if (!saved)
        return saved.error();
    read();
    const auto id = m_bench.sessions().addKept(name, session, key);
    m_bench.sessions().signedIn(id, session, exchanges);
    Q_EMIT changed();
    return id;
}

void SessionKeeper::refresh(const QString &id)
{
    if (m_refreshing.contains(id))
        return;
    m_refreshing.append(id);
    auto *signIn = m_bench.signIn(id, this);
    connect(signIn, &SessionSignIn::finished, this, [this, id](SessionSignIn *done) {
        done->deleteLater();
        m_refreshing.removeAll(id);
        auto *entry = m_bench.sessions().find(id);
        const auto who = entry ? entry->session.title : QString();
        if (entry && done->error())
            entry->used = false; // not again every few seconds
        Q_EMIT told(done->error() ? done->error()->toString()
                                  : tr("%1 has the next token.").arg(who));
        read();
    });
    signIn->start();
}

Result<void> SessionKeeper::logOut(const QString &id)
{
    const auto *entry = m_bench.sessions().find(id);
    if (!entry)
        return {};
    const auto session = entry->session;
    const auto key = entry->key;
    const auto ended =
        call::endSession(m_bench.vault().store(), entry->keptAs, m_bench.clock().nowSeconds());
    read();
    if (ended)
        revoke(session, key);
    return ended;
}

void SessionKeeper::revoke(const call::Session &session,
                           const std::optional<xsuaa::ServiceKey> &key)
{
    call::Revocation::Input input;
    input.session = session;
    input.key = key;
    input.tls = m_bench.place().tls;
    input.nowSeconds = m_bench.clock().nowSeconds();
    auto *job = new call::Revocation(m_bench.client(), std::move(input), this);
    connect(job, &call::Revocation::finished, this, [this](call::Revocation *done) {
        done->deleteLater();
        Q_EMIT told(wordsOf(done->outcome()));
    });
    job->start();
}

Result<void> SessionKeeper::forget(const QString &id)
{
    const auto *entry = m_bench.sessions().find(id);
    if (!entry)
        return {};
    const auto forgotten = call::forgetSession(m_bench.vault().store(), entry->keptAs);
    read();
    return forgotten;
}

QList<Secret> SessionKeeper::tokensOf(const QString &id) const
{
    QList<Secret> tokens;
    const auto *entry = m_bench.sessions().find(id);
    if (!entry)
        return tokens;
    if (!entry->session.accessToken.isEmpty())
        tokens << entry->session.accessToken;
    for (const auto &past : entry->session.past)
        tokens << past.accessToken;
    return tokens;
}

QList<ui::SessionView> SessionKeeper::views() const
{
    QList<ui::SessionView> views;
    const auto &book = m_bench.sessions();
    for (const auto &id : book.ids()) {
        const auto *entry = m_bench.sessions().find(id);
        const auto &session = entry->session;
        const bool kept = !entry->keptAs.isEmpty();
        if (!kept && session.accessToken.isEmpty())
            continue;
        ui::SessionView view;
        view.id = id;
        view.name = kept ? entry->keptAs : tr("of this run");
        view.who = session.title;
        view.how = ui::titleOf(session.grant);
        if (!session.tokenUrl.isEmpty())
            view.how += u" · "_s + session.tokenUrl.authority();
        view.life = book.lifeLeft(session);
        if (view.life.isEmpty())
            view.life = tr("logged out");
        view.active = !session.accessToken.isEmpty()
            && (session.expiresAt == 0 || session.expiresAt > m_bench.clock().nowSeconds());
        view.kept = kept;
        view.renewable = call::canRenew(session) && (entry->key || m_bench.place().appKey);
        view.tokens = int(tokensOf(id).size());
        views.append(view);
    }
    return views;
}

// Sessions of earlier runs are left alone until they are used: nothing is sent unasked.
void SessionKeeper::tick()
{
    // Opening a vault with a passphrase takes a while; it is opened when somebody wrote it.
    if (QFileInfo(m_bench.vault().fileName()).lastModified() != m_readAt)
        read();
    for (const auto &id : m_bench.sessions().ids()) {
        const auto *entry = m_bench.sessions().find(id);
        if (entry && entry->used && !entry->keptAs.isEmpty()
            && m_bench.sessions().needsToken(*entry))
            refresh(id);
    }
}

} // namespace tokentrail::console
