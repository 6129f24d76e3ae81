// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/control.h"

#include "core/sandbox/commands.h"
#include "core/sandbox/controlprotocol.h"
#include "core/sandbox/controlsocket.h"
#include "core/sandbox/endpoints.h"
#include "core/sandbox/storedlandscape.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocalSocket>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Result<Json> callOffline(const QString &stateDir, const QString &verb, const Json &arguments)
{
    if (!worksOffline(verb))
        return Error{ErrorCode::Network,
                     u"No sandbox runs with the state folder %1."_s.arg(stateDir)};
    const auto missing = changesDirectory(verb) ? State::Missing::Create : State::Missing::Refuse;
    auto state = State::open(stateDir, missing);
    if (!state)
        return state.error();
    auto registry = Registry::load(**state);
    if (!registry)
        return registry.error();
    CommandContext context{
        **registry, storedEndpoints(**state), storedVerificationKey(**state), nullptr};
    context.authority = storedAuthority(**state);
    return runCommand(context, verb, arguments);
}

Result<Json> exchange(QLocalSocket &socket, const QByteArray &request, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    const auto remaining = [&deadline] {
        return int(deadline.remainingTime());
    };
    socket.write(request);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(remaining())) { }
    while (!socket.canReadLine() && socket.waitForReadyRead(remaining())) { }
    if (!socket.canReadLine())
        return Error{ErrorCode::Network, u"The sandbox does not answer."_s};
    return readAnswerLine(socket.readLine());
}

} // namespace

Result<Json>
callSandbox(const QString &stateDir, const QString &verb, const Json &arguments, int timeoutMs)
{
    const auto canonical = QFileInfo(stateDir).canonicalFilePath();
    if (!canonical.isEmpty()) {
        QLocalSocket socket;
        socket.connectToServer(controlSocketPath(canonical));
        if (socket.waitForConnected(timeoutMs))
            return exchange(socket, requestLine(verb, arguments), timeoutMs);
    }
    return callOffline(stateDir, verb, arguments);
}

QString defaultStateDir()
{
    auto base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!base.startsWith(u'/'))
        base = qEnvironmentVariable("HOME") + u"/.local/state"_s;
    return base + u"/tokentrail/sandbox"_s;
}

} // namespace tokentrail::sandbox
