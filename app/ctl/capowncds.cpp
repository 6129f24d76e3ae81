// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capowncds.h"

#include "core/cap/envcompare.h"
#include "core/cap/envmask.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int patienceMs = 60'000;

QString cdsOf(const QString &folder)
{
    for (QDir dir(folder);;) { // as npx looks for it
        const auto own = dir.filePath(u"node_modules/.bin/cds"_s);
        if (QFileInfo(own).isExecutable())
            return own;
        if (!dir.cdUp())
            return QStandardPaths::findExecutable(u"cds"_s);
    }
}

Json shown(Invocation &invocation, const std::optional<Json> &value, const QString &path)
{
    return !value ? Json() : invocation.reveals() ? *value : cap::maskedConfig(*value, path);
}

void answer(Invocation &invocation, const cap::EffectiveEnv &env, const QByteArray &printed)
{
    const auto theirs = cap::readCdsEnvOutput(printed);
    if (!theirs)
        return invocation.fail(theirs.error());
    const auto ours = env.value({}).value_or(Json::object());
    auto rows = Json::array();
    QString lines;
    const auto differences = cap::compareEnv(ours, *theirs);
    for (const auto &each : differences) {
        const auto here = shown(invocation, each.ours, each.path);
        const auto there = shown(invocation, each.theirs, each.path);
        auto row = Json::object({{u"key"_s, each.path}});
        if (each.ours)
            row.set(u"ours"_s, here);
        if (each.theirs)
            row.set(u"theirs"_s, there);
        rows.append(row);
        const auto said = [](const std::optional<Json> &value, const Json &masked) {
            return value ? QString::fromUtf8(masked.toCompact()) : u"undefined"_s;
        };
        lines += u"%1\n    read here: %2\n    cds env:   %3\n"_s.arg(
            each.path, said(each.ours, here), said(each.theirs, there));
    }
    lines += differences.empty() ? u"cds env of the project says the same."_s
                                 : u"%1 values differ."_s.arg(differences.size());
    invocation.answer(Json::object({{u"differences"_s, rows}}), lines);
    invocation.finish(differences.empty() ? Ok : DoesNotHold);
}

} // namespace

void compareWithOwnCds(Invocation &invocation,
                       const cap::EffectiveEnv &env,
                       const QStringList &profileWords)
{
    const auto program = cdsOf(env.projectDir);
    if (program.isEmpty())
        return invocation.fail(
            {ErrorCode::NotFound,
             u"There is no cds: neither in node_modules of the project nor in the PATH "
             "(npm add -D @sap/cds-dk)."_s});
    invocation.note(u"%1 is run, and with it the project's plugins."_s.arg(program));
    auto *process = new QProcess(&invocation);
    process->setWorkingDirectory(env.projectDir);
    auto *patience = new QTimer(process);
    patience->setSingleShot(true);
    QObject::connect(patience, &QTimer::timeout, process, &QProcess::kill);
    QObject::connect(process, &QProcess::errorOccurred, &invocation, [=, &invocation](auto error) {
        if (error == QProcess::FailedToStart)
            invocation.fail({ErrorCode::Io, process->errorString()});
    });
    QObject::connect(
        process,
        &QProcess::finished,
        &invocation,
        [=, &invocation](int code, QProcess::ExitStatus status) {
            if (status == QProcess::NormalExit && code == 0)
                return answer(invocation, env, process->readAllStandardOutput());
            if (status == QProcess::CrashExit && !patience->isActive())
                return invocation.fail({ErrorCode::Network,
                                        u"cds env was stopped: it had not ended after %1 s."_s.arg(
                                            patienceMs / 1000)});
            const auto told =
                QString::fromUtf8(process->readAllStandardError()).section(u'\n', 0, 3).trimmed();
            invocation.fail({ErrorCode::Network, u"cds env failed: %1"_s.arg(told)});
        });
    process->start(program, QStringList{u"env"_s, u"--json"_s} + profileWords);
    process->closeWriteChannel();
    patience->start(patienceMs);
}

} // namespace tokentrail::ctl
