// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/ctl/sandboxprocess.h"

#include <QDir>
#include <QFile>

namespace tokentrail::tests {

using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 30'000;
const QString program = QStringLiteral(TOKENTRAILCTL);
} // namespace

text::Json CtlRun::json() const
{
    return text::parseJson(out).value_or(text::Json());
}

SandboxProcess::SandboxProcess()
{
    for (const auto *name : {"run", "home", "data", "config"}) {
        const auto path = m_folder.filePath(QString::fromLatin1(name));
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

SandboxProcess::~SandboxProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
    m_process.waitForFinished();
}

QProcessEnvironment SandboxProcess::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    environment.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"XDG_STATE_HOME"_s, m_folder.filePath(u"home"_s));
    environment.insert(u"TOKENTRAIL_NO_KEYCHAIN"_s, u"1"_s); // never the tester's own
    return environment;
}

QString SandboxProcess::state() const
{
    return m_folder.filePath(u"state"_s);
}

bool SandboxProcess::start()
{
    m_process.setProcessEnvironment(environment());
    m_process.start(program, {u"sandbox"_s, u"run"_s, u"--state"_s, state()});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs)) {
            m_failure = QString::fromUtf8(m_process.readAllStandardError());
            return false;
        }
    }
    auto parsed = text::parseJson(m_process.readLine());
    if (!parsed) {
        m_failure = parsed.error().toString();
        return false;
    }
    m_endpoints = *parsed;
    return true;
}

void SandboxProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

CtlRun SandboxProcess::ctl(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        return {-1, {}, "did not end in time"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString SandboxProcess::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

QString SandboxProcess::keyFile() const
{
    const auto key =
        ctl({u"sandbox"_s, u"bindings"_s, u"--format"_s, u"service-key"_s, u"--state"_s, state()});
    return file(u"key.json"_s, key.out);
}

QString SandboxProcess::tokenFile(const QString &user) const
{
    const auto password = file(user + u".password"_s, user.toUtf8());
    const auto login = ctl({u"login"_s,
                            u"--key"_s,
                            keyFile(),
                            u"--grant"_s,
                            u"password"_s,
                            u"--user"_s,
                            user,
                            u"--password-file"_s,
                            password,
                            u"--print-token"_s});
    return login.code == 0 ? file(user + u".token"_s, login.out.trimmed()) : QString();
}

} // namespace tokentrail::tests
