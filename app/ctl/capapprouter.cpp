// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capapprouter.h"

#include "core/cap/approuterfiles.h"
#include "core/cap/projectaccess.h"

#include <QDir>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

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
        const auto plan = cap::planApprouter(folder, files);
        if (!plan)
            return invocation.fail(plan.error());
        if (const auto written = text::writeAll(*plan); !written)
            return invocation.fail(written.error());
    }
    invocation.note(
        u"It starts only when it is bound to the project's instance of XSUAA, too: "
        "tokentrailctl cap bind %1 --to default-env, with --sandbox or --key KEY."_s.arg(
            QDir::toNativeSeparators(QDir(folder).filePath(u"app/router"_s))));
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
