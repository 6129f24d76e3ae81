// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxrun.h"

#include "app/ctl/sandboxcommands.h"
#include "core/sandbox/sandbox.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

// -1 where the option is not given; nothing where it is no port.
std::optional<int> portOption(const Invocation &invocation, const QString &option)
{
    if (!invocation.has(option))
        return -1;
    bool isNumber = false;
    const auto port = invocation.value(option).toInt(&isNumber);
    return isNumber && port >= 0 && port <= 65535 ? std::optional(port) : std::nullopt;
}

// SIGINT and SIGTERM as something to read. Threads that start later inherit the block, so that
// the signals come here and nowhere else.
int stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (pthread_sigmask(SIG_BLOCK, &signals, nullptr) != 0)
        return -1;
    return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

} // namespace

void runSandbox(Invocation &invocation)
{
    const auto httpPort = portOption(invocation, u"--http-port"_s);
    const auto httpsPort = portOption(invocation, u"--https-port"_s);
    if (!httpPort || !httpsPort)
        return invocation.failUsage(u"a port is a number from 0 to 65535"_s);

    const int signals = stopSignals();
    auto *landscape = new sandbox::Sandbox(&invocation);
    auto *notifier = new QSocketNotifier(signals, QSocketNotifier::Read, landscape);
    QObject::connect(
        notifier, &QSocketNotifier::activated, landscape, [&invocation, landscape, notifier] {
            notifier->setEnabled(false);
            landscape->stop();
            invocation.finish(Ok);
        });
    QObject::connect(landscape, &sandbox::Sandbox::started, &invocation, [&invocation, landscape] {
        invocation.printRaw(landscape->endpoints().toJson().toCompact() + '\n');
    });
    QObject::connect(landscape,
                     &sandbox::Sandbox::failed,
                     &invocation,
                     [&invocation](const Error &error) { invocation.fail(error); });
    landscape->start({stateDirOf(invocation), *httpPort, *httpsPort});
}

} // namespace tokentrail::ctl
