// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/loginwindow.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QTimer>

#include <unistd.h>

namespace tokentrail::call {

using namespace Qt::StringLiterals;
using Kind = LoginWindowReport::Kind;

namespace {

constexpr int killAfterMs = 3'000;
constexpr qsizetype longestLine = 1024 * 1024;

// Those that are still closing. Kept for good: a program that ends meanwhile leaves them to close
// by themselves, which deleting a QProcess would not.
QSet<QProcess *> &closingOnes()
{
    static auto *closing = new QSet<QProcess *>;
    return *closing;
}

// A window outlives us by as long as it takes to close; then it is ended.
void release(QProcess *process)
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    closingOnes().insert(process);
    QObject::connect(process, &QProcess::finished, process, [process] {
        closingOnes().remove(process);
        process->deleteLater();
    });
    process->closeWriteChannel();
    QTimer::singleShot(killAfterMs, process, &QProcess::kill);
}

} // namespace

// TOKENTRAIL_WEBLOGIN names it; else it lies beside us as installed, or as built.
LoginWindowProgram findLoginWindow()
{
    const auto named = qEnvironmentVariable("TOKENTRAIL_WEBLOGIN");
    const auto here = QCoreApplication::applicationDirPath();
    const QStringList places = named.isEmpty()
        ? QStringList{here + u"/../libexec/tokentrail/tokentrail-weblogin"_s,
                      here + u"/../weblogin/tokentrail-weblogin"_s}
        : QStringList{named};
    for (const auto &place : places) {
        if (!QFileInfo(place).isExecutable())
            continue;
        const bool asked = qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX");
        using Lack = LoginWindowProgram::Lack;
        return {QFileInfo(place).canonicalFilePath(),
                geteuid() == 0 && !asked ? Lack::Root : Lack::None};
    }
    return {};
}

Error lackOf(LoginWindowProgram::Lack lack)
{
    switch (lack) {
    case LoginWindowProgram::Lack::None:
        break;
    case LoginWindowProgram::Lack::NotBuilt:
        return Error{ErrorCode::Unsupported,
                     u"There is no login window: Qt WebEngine was not there when Tokentrail was "
                     u"built. The system's browser can be taken instead."_s};
    case LoginWindowProgram::Lack::Root:
        return Error{ErrorCode::Unsupported,
                     u"There is no login window for root: its Chromium would run without its "
                     u"sandbox. The system's browser can be taken instead, or another user."_s};
    }
    return Error{ErrorCode::Unsupported, {}};
}

struct LoginWindow::Private
{
    QProcess *process = nullptr; // released, not deleted
    bool ended = false;
};

LoginWindow::LoginWindow(const QString &program, QObject *parent)
    : QObject(parent)
    , d(new Private{new QProcess})
{
    d->process->setProgram(program);
    d->process->setProcessChannelMode(QProcess::SeparateChannels);
    d->process->setStandardErrorFile(QProcess::nullDevice()); // Chromium's chatter
    connect(d->process, &QProcess::readyReadStandardOutput, this, &LoginWindow::readReports);
    connect(d->process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(Error{
                ErrorCode::Unsupported,
                u"The login window could not be started: %1"_s.arg(d->process->errorString())});
    });
    connect(d->process, &QProcess::finished, this, [this] {
        readReports();
        end(Error{ErrorCode::Unsupported,
                  u"The login window ended by itself, before anybody had logged in; the system's "
                  u"browser can be taken instead."_s});
    });
}

LoginWindow::~LoginWindow()
{
    release(d->process);
}

void LoginWindow::start(const LoginWindowOrder &order)
{
    d->process->start();
    d->process->write(toLine(order));
}

void LoginWindow::readReports()
{
    while (d->process->canReadLine()) {
        const auto report = reportFromLine(d->process->readLine());
        if (!report)
            continue; // not ours: some library writes where it should not
        Q_EMIT reported(*report);
        if (report->kind == Kind::Closed)
            return end(Error{ErrorCode::Cancelled,
                             u"The window was closed before anybody had logged in."_s});
        if (report->kind == Kind::Failed)
            return end(Error{ErrorCode::Unsupported, report->text});
    }
    if (d->process->bytesAvailable() > longestLine)
        d->process->readAll();
}

void LoginWindow::end(const Error &why)
{
    if (!std::exchange(d->ended, true))
        Q_EMIT ended(why);
}

} // namespace tokentrail::call
