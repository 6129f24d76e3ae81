// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capapprouter.h"

#include "core/cap/approuterfiles.h"
#include "core/cap/projectaccess.h"
#include "core/text/editfile.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Result<void> writeFiles(const QString &folder, const std::vector<cap::ApprouterFile> &files)
{
    const QDir dir(folder);
    for (const auto &file : files) { // all or none: whoever has one of them decides himself
        if (dir.exists(file.name))
            return Error{ErrorCode::Conflict, u"%1 is there already."_s.arg(file.name)};
    }
    for (const auto &file : files) {
        const auto path = dir.filePath(file.name);
        if (!dir.mkpath(QFileInfo(file.name).path()))
            return Error{ErrorCode::Io, u"The folder of %1 cannot be made."_s.arg(file.name)};
        if (auto written = text::writeEdited({path, {}, false}, file.text); !written)
            return written;
    }
    return {};
}

void capApprouter(Invocation &invocation)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"cap approuter wants the project's folder."_s);
    const auto folder = invocation.positional(0);
    const auto csn = cap::readProjectModel(folder);
    if (!csn)
        return invocation.fail(csn.error());
    const QUrl url(invocation.value(u"--url"_s, u"http://localhost:4004"_s), QUrl::StrictMode);
    if (url.scheme().isEmpty() || url.host().isEmpty())
        return invocation.failUsage(u"--url wants http://HOST:PORT."_s);
    const auto existing = cap::existingApprouter(folder);
    if (!existing.isEmpty())
        invocation.note(u"The project has an approuter already: %1."_s.arg(existing));
    const cap::AccessModel model(*csn, {});
    const auto files = cap::approuterFiles(model.endpoints(), url);
    if (invocation.has(u"--write"_s)) {
        if (!existing.isEmpty())
            return invocation.fail({ErrorCode::Conflict, u"%1 stays as it is."_s.arg(existing)});
        if (auto written = writeFiles(folder, files); !written)
            return invocation.fail(written.error());
    }
    auto json = Json::object();
    QString text;
    for (const auto &file : files) {
        json.set(file.name, text::parseJson(file.text).value_or(Json()));
        text += file.name + u'\n' + QString::fromUtf8(file.text) + u'\n';
    }
    invocation.answer(json, text.trimmed());
    invocation.finish(Ok);
}

} // namespace

QList<Command> capApprouterCommands()
{
    return {
        {u"cap approuter"_s,
         u"DIR"_s,
         u"Make the files of an approuter in front of a project's services"_s,
         {{u"--url"_s, u"URL"_s, u"Where the service runs (default http://localhost:4004)"_s},
          {u"--write"_s, {}, u"Write them below app/router; nothing that is there is replaced"_s}},
         capApprouter}};
}

} // namespace tokentrail::ctl
