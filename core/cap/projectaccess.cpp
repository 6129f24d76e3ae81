// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/projectaccess.h"

#include "core/cap/lint.h"
#include "core/cap/say.h"

#include <QDir>
#include <QFile>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestModel = 200 * 1024 * 1024;

} // namespace

ProjectAccess projectAccess(const EffectiveEnv &env, int cdsVersion, qint64 nowSeconds)
{
    ProjectAccess access;
    const auto auth = env.value(u"requires.auth"_s).value_or(text::Json());
    auto &options = access.options;
    options.kind = authKindOf(auth[u"kind"].toString()).value_or(AuthKind::Custom);
    options.production = env.environment.value(u"NODE_ENV") == "production"_L1;
    options.loginRequired = auth[u"login_required"].toBool();
    if (auth[u"restrict_all_services"].isBool())
        options.restrictAllServices = auth[u"restrict_all_services"].toBool();
    options.nowSeconds = nowSeconds;
    options.cds = cdsVersion;
    if (options.kind == AuthKind::Mocked || options.kind == AuthKind::Basic)
        access.users = auth[u"users"];
    return access;
}

Result<Csn> readProjectModel(const QString &projectDir)
{
    for (const auto &name : modelFiles()) {
        QFile file(QDir(projectDir).filePath(name));
        if (!file.exists())
            continue;
        if (file.size() > largestModel || !file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, say(u"model.unreadable", {{u"file", name}})};
        return Csn::read(file.readAll(), name);
    }
    return Error{ErrorCode::NotFound, say(u"model.missing")};
}

} // namespace tokentrail::cap
