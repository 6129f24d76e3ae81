// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capusersedit.h"

#include "app/ctl/capenvcommands.h"
#include "core/cap/envmask.h"
#include "core/cap/mockuseredit.h"
#include "core/text/diff.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

QString mockUserFile(const Invocation &invocation,
                     const QString &projectDir,
                     const QString &login,
                     const QStringList &profiles)
{
    const auto asked = invocation.value(u"--file"_s);
    return asked.isEmpty() ? cap::fileForMockUser(projectDir, login, profiles)
                           : QDir(projectDir).filePath(asked);
}

QStringList profilesOf(Invocation &invocation, const QString &projectDir)
{
    const auto env = cap::effectiveEnv(capEnvInput(invocation, projectDir));
    return env ? env->profiles : QStringList();
}

void showAndWrite(Invocation &invocation, const text::FileSnapshot &before, const QByteArray &after)
{
    const auto name = QFileInfo(before.path).fileName();
    const auto shown = invocation.reveals()
        ? text::unifiedDiff(before.content, after, name)
        : text::unifiedDiff(cap::maskedConfigText(before.content, {}),
                            cap::maskedConfigText(after, before.content),
                            name);
    const bool dry = invocation.has(u"--dry-run"_s);
    const bool changed = before.content != after;
    if (changed && !dry) {
        const auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        const auto written = name.contains("private"_L1)
            ? text::writeEdited(before, after, onlyOwner)
            : text::writeEdited(before, after);
        if (!written)
            return invocation.fail(written.error());
    }
    invocation.answer(Json::object({{u"file"_s, before.path},
                                    {u"changed"_s, changed},
                                    {u"written"_s, changed && !dry},
                                    {u"diff"_s, QString::fromUtf8(shown)}}),
                      changed ? QString::fromUtf8(shown) : u"nothing to change"_s);
    invocation.finish(Ok);
}

} // namespace tokentrail::ctl
