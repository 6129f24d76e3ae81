// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/workbench.h"

namespace tokentrail::console {

Workbench::Workbench(ui::MainWindow &window, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_clock(clock)
    , m_sessions(clock)
    , m_directories([this] { return sandbox(); })
{ }

Workbench::~Workbench() = default;

sandbox::Sandbox *Workbench::sandbox() const
{
    return m_sandbox && m_sandbox->isRunning() ? m_sandbox.get() : nullptr;
}

sandbox::Sandbox &Workbench::replaceSandbox()
{
    m_sandbox = std::make_unique<sandbox::Sandbox>();
    connect(m_sandbox.get(), &sandbox::Sandbox::changed, this, &Workbench::landscapeChanged);
    return *m_sandbox;
}

void Workbench::stopSandbox()
{
    if (m_sandbox)
        m_sandbox->stop();
    Q_EMIT landscapeChanged();
}

void Workbench::setPlace(const CallPlace &place)
{
    m_place = place;
    Q_EMIT landscapeChanged();
}

void Workbench::useSession(const QString &sessionId)
{
    Q_EMIT sessionWanted(sessionId);
}

SessionSignIn *Workbench::signIn(const QString &sessionId, QObject *parent)
{
    return new SessionSignIn({m_client, m_sessions, m_vault.shared(), m_place, sessionId}, parent);
}

} // namespace tokentrail::console
