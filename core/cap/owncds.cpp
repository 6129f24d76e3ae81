// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/owncds.h"

#include "core/base/redactor.h"
#include "core/cap/envcompare.h"
#include "core/cap/say.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

QString ownCdsOf(const QString &folder)
{
    for (QDir dir(folder);;) {
        const auto own = dir.filePath(u"node_modules/.bin/cds"_s);
        if (QFileInfo(own).isExecutable())
            return own;
        if (!dir.cdUp())
            return QStandardPaths::findExecutable(u"cds"_s);
    }
}

Error noOwnCds()
{
    return {ErrorCode::NotFound, say(u"owncds.missing")};
}

OwnCds::OwnCds(const QString &folder, const QStringList &words, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_words(words)
    , m_process(new QProcess(this))
    , m_patience(new QTimer(this))
{
    m_process->setWorkingDirectory(folder);
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, m_process, &QProcess::kill);
    // Queued: a program that cannot be started may say so before start() returns.
    connect(
        m_process,
        &QProcess::errorOccurred,
        this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                finish(Error{ErrorCode::Io, m_process->errorString()});
        },
        Qt::QueuedConnection);
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        takeEnd(code, status == QProcess::NormalExit);
    });
}

OwnCds::~OwnCds()
{
    m_process->disconnect(this);
}

void OwnCds::start()
{
    const auto program = ownCdsOf(m_folder);
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { finish(noOwnCds()); }, Qt::QueuedConnection);
        return;
    }
    m_process->start(program, QStringList{u"env"_s, u"--json"_s} + m_words);
    m_process->closeWriteChannel();
    m_patience->start(patienceMs);
}

void OwnCds::cancel()
{
    m_isCancelled = true;
    m_process->kill();
}

void OwnCds::takeEnd(int code, bool ended)
{
    if (m_isCancelled)
        return finish(Error{ErrorCode::Cancelled, say(u"owncds.stopped")});
    if (ended && code == 0)
        return finish(readCdsEnvOutput(m_process->readAllStandardOutput()));
    if (!ended && !m_patience->isActive())
        return finish(
            Error{ErrorCode::Network, say(u"owncds.too-slow", {{u"seconds", patienceMs / 1000}})});
    const auto told =
        QString::fromUtf8(m_process->readAllStandardError()).section(u'\n', 0, 3).trimmed();
    finish(Error{ErrorCode::Network, say(u"owncds.failed", {{u"told", redactor::text(told)}})});
}

void OwnCds::finish(const Result<text::Json> &answer)
{
    if (m_answer)
        return;
    m_patience->stop();
    m_answer = answer;
    Q_EMIT finished(this);
}

} // namespace tokentrail::cap
