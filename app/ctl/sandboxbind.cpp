// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxbind.h"

#include "app/ctl/sandboxcommands.h"
#include "core/cap/env.h"
#include "core/sandbox/control.h"
#include "core/sandbox/projectbinding.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString sentenceFor(const sandbox::ProjectBinding &done)
{
    QString text = u"The bindings are in %1"_s.arg(done.file);
    text += done.git == sandbox::GitState::Ignored ? u", which git ignores.\n"_s
                                                   : u"; the folder is in no git repository.\n"_s;
    return text + u"Start the project with\n  "_s + done.command + u'\n';
}

QString authKindOf(const QString &folder)
{
    cap::EnvInput input;
    input.projectDir = folder;
    input.home = QDir::homePath();
    const auto env = cap::effectiveEnv(input);
    const auto kind = env ? env->value(u"requires.auth.kind"_s) : std::nullopt;
    return kind ? kind->toString() : QString();
}

void bind(Invocation &invocation)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"sandbox bind needs one DIR"_s);
    const auto formatName = invocation.value(u"--format"_s, u"default-env"_s);
    if (formatName != "default-env"_L1 && formatName != "cdsrc-private"_L1)
        return invocation.failUsage(u"--format is default-env or cdsrc-private"_s);
    const auto state = stateDirOf(invocation);
    const auto document =
        sandbox::callSandbox(state,
                             u"bindings"_s,
                             Json::object({{u"format"_s, formatName},
                                           {u"service"_s, invocation.value(u"--service"_s)}}));
    if (!document)
        return invocation.fail(document.error());
    sandbox::ProjectBindingRequest request;
    request.folder = invocation.positional(0);
    request.format = formatName == "cdsrc-private"_L1 ? sandbox::BindingFormat::CdsrcPrivate
                                                      : sandbox::BindingFormat::DefaultEnv;
    request.document = *document;
    request.caFile = QFileInfo(state).absoluteFilePath() + u"/ca.pem"_s;
    request.addToGitignore = invocation.has(u"--add-to-gitignore"_s);
    request.authKind = authKindOf(request.folder);
    const auto done = sandbox::bindProject(request);
    if (!done)
        return invocation.fail(done.error());
    auto environment = Json::object({{u"NODE_EXTRA_CA_CERTS"_s, done->caFile}});
    if (!done->authKind.isEmpty())
        environment.set(u"CDS_REQUIRES_AUTH_KIND"_s, done->authKind);
    invocation.answer(Json::object({{u"file"_s, done->file},
                                    {u"gitignored"_s, done->git == sandbox::GitState::Ignored},
                                    {u"environment"_s, environment},
                                    {u"command"_s, done->command}}),
                      sentenceFor(*done));
    invocation.finish(Ok);
}

} // namespace

Command sandboxBindCommand()
{
    return {u"sandbox bind"_s,
            u"DIR"_s,
            u"Write the bindings into a CAP project and say how to start it"_s,
            {stateOption(),
             {u"--format"_s, u"FORMAT"_s, u"default-env or cdsrc-private"_s},
             {u"--service"_s, u"NAME"_s, u"an application or a service instance"_s},
             {u"--add-to-gitignore"_s, {}, u"add the file's name to .gitignore where it is not"_s}},
            bind};
}

} // namespace tokentrail::ctl
