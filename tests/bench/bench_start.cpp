// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// The start of the sandbox on a state that is there, against the same program when it only says its
// version: all its libraries, and nothing done.
#include "tests/bench/bench.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tokentrail;

namespace {

// CPU microseconds of the program until it has written a line.
double cpuUntilLine(const std::vector<QByteArray> &arguments)
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return 0;
    const auto child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        std::vector<char *> words;
        for (const auto &argument : arguments)
            words.push_back(const_cast<char *>(argument.constData()));
        words.push_back(nullptr);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    QByteArray heard;
    char buffer[4096];
    for (ssize_t size = 1; size > 0 && !heard.contains('\n');) {
        size = ::read(ends[0], buffer, sizeof buffer);
        heard.append(buffer, std::max<ssize_t>(size, 0));
    }
    ::kill(child, SIGKILL);
    rusage usage{};
    ::wait4(child, nullptr, 0, &usage);
    ::close(ends[0]);
    if (!heard.contains('\n'))
        return 0;
    const auto micro = [](const timeval &time) {
        return double(time.tv_sec) * 1e6 + double(time.tv_usec);
    };
    return micro(usage.ru_utime) + micro(usage.ru_stime);
}

double median(const std::vector<QByteArray> &arguments)
{
    std::vector<double> rounds;
    for (int round = 0; round < 11; ++round)
        rounds.push_back(cpuUntilLine(arguments));
    std::nth_element(rounds.begin(), rounds.begin() + 5, rounds.end());
    return rounds[5];
}

} // namespace

int main()
{
    const auto program = qgetenv("TOKENTRAILCTL");
    QTemporaryDir dir;
    qputenv("XDG_RUNTIME_DIR", dir.path().toUtf8());
    const std::vector<QByteArray> run{
        program, "sandbox", "run", "--state", dir.path().toUtf8() + "/state"};
    cpuUntilLine(run); // makes the keys, once
    return bench::row("start on a state / the program alone",
                      median(run),
                      median({program, "--version"}),
                      3)
        ? 0
        : 1;
}
