// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capowncds.h"

#include "core/cap/envcompare.h"
#include "core/cap/envmask.h"
#include "core/cap/owncds.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json shown(Invocation &invocation, const std::optional<Json> &value, const QString &path)
{
    return !value ? Json() : invocation.reveals() ? *value : cap::maskedConfig(*value, path);
}

void answer(Invocation &invocation, const cap::EffectiveEnv &env, const Result<Json> &theirs)
{
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
    const auto program = cap::ownCdsOf(env.projectDir);
    if (program.isEmpty())
        return invocation.fail(cap::noOwnCds());
    invocation.note(u"%1 is run, and with it the project's plugins."_s.arg(program));
    auto *job = new cap::OwnCds(env.projectDir, profileWords, &invocation);
    QObject::connect(job, &cap::OwnCds::finished, &invocation, [&invocation, env](auto *done) {
        answer(invocation, env, done->answer());
    });
    job->start();
}

} // namespace tokentrail::ctl
