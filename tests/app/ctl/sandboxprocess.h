// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QProcess>
#include <QTemporaryDir>

namespace tokentrail::tests {

struct CtlRun
{
    int code = -1;
    QByteArray out;
    QByteArray err;
    text::Json json() const; // of out; null when it is none
};

// A sandbox in a process of its own, and the command line towards it, both with every folder of
// the user's replaced by a temporary one.
class SandboxProcess
{
public:
    SandboxProcess();
    ~SandboxProcess(); // terminates it

    bool start(); // false with the reason in failure()
    void kill(); // as a crash would
    QString failure() const { return m_failure; }
    const text::Json &endpoints() const { return m_endpoints; }
    QString state() const;
    QString folder() const { return m_folder.path(); }

    CtlRun ctl(const QStringList &arguments, const QByteArray &input = {}) const;
    QString file(const QString &name, const QByteArray &content) const; // its path
    QString keyFile() const; // the service key of the sample application
    QString tokenFile(const QString &user) const; // after a login with password

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_failure;
    text::Json m_endpoints;
};

} // namespace tokentrail::tests
