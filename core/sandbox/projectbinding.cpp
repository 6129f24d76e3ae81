// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/projectbinding.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool isLoopbackUrl(const Json &value)
{
    const QUrl url(value.toString());
    return url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1;
}

// Whether every object that has credentials has those of a sandbox, and there is at least one.
bool holdsSandboxAlone(const Json &json, int &found)
{
    if (const auto *credentials = json.find(u"credentials")) {
        ++found;
        return isLoopbackUrl((*credentials)[u"url"]);
    }
    for (const auto &member : json.members()) {
        if (!holdsSandboxAlone(member.value, found))
            return false;
    }
    for (const auto &element : json.elements()) {
        if (!holdsSandboxAlone(element, found))
            return false;
    }
    return true;
}

bool isOurs(const QByteArray &content, const QString &onlyMember)
{
    const auto json = text::parseJson(content);
    int found = 0;
    return json && json->isObject() && json->size() == 1 && json->contains(onlyMember)
        && holdsSandboxAlone(*json, found) && found > 0;
}

Error cannotWrite(const QSaveFile &file)
{
    return Error{ErrorCode::Io,
                 u"%1 cannot be written: %2."_s.arg(file.fileName(), file.errorString())};
}

Result<void> write(const QString &path, const QByteArray &content, bool isPrivate)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    if (isPrivate)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(content) != content.size() || !file.commit())
        return cannotWrite(file);
    return {};
}

// Every other kind, mocked above all, takes no token for anybody.
bool checksTokens(const QString &authKind)
{
    return authKind.isEmpty() || authKind.startsWith("xsuaa"_L1) || authKind.startsWith("jwt"_L1);
}

// One line at the end: what is there stays byte for byte.
Result<void> addToGitignore(const QDir &folder, const QString &name)
{
    const auto path = folder.filePath(u".gitignore"_s);
    QByteArray content;
    QFile before(path);
    if (before.exists()) {
        if (!before.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, u"%1 cannot be read."_s.arg(path)};
        content = before.readAll();
    }
    if (!content.isEmpty() && !content.endsWith('\n'))
        content += '\n';
    return write(path, content + name.toUtf8() + '\n', false);
}

} // namespace

Result<ProjectBinding> bindProject(const ProjectBindingRequest &request)
{
    const QDir folder(request.folder);
    if (!folder.exists(u"package.json"_s))
        return Error{
            ErrorCode::InvalidInput,
            u"%1 is no CAP project: there is no package.json in it."_s.arg(request.folder)};
    const bool isPrivateConfig = request.format == BindingFormat::CdsrcPrivate;
    const auto name = isPrivateConfig ? u".cdsrc-private.json"_s : u"default-env.json"_s;
    ProjectBinding done;
    done.file = folder.absoluteFilePath(name);
    done.caFile = request.caFile;
    done.git = gitStateOf(request.folder, name);
    if (done.git == GitState::Visible && !request.addToGitignore)
        return Error{
            ErrorCode::Conflict,
            u"git does not ignore %1, and it would hold secrets: add the line %2 to %3 first."_s
                .arg(done.file, name, folder.absoluteFilePath(u".gitignore"_s))};
    QFile before(done.file);
    if (before.exists()) {
        const bool readable = before.open(QIODevice::ReadOnly);
        const auto only = isPrivateConfig ? u"requires"_s : u"VCAP_SERVICES"_s;
        if (!readable || !isOurs(before.readAll(), only))
            return Error{ErrorCode::Conflict,
                         u"%1 is there already and holds more than bindings to a sandbox: it stays "
                         u"as it is. Move it away first."_s.arg(done.file)};
    }
    if (done.git == GitState::Visible) {
        if (const auto added = addToGitignore(folder, name); !added)
            return added.error();
        done.git = GitState::Ignored;
    }
    if (const auto written = write(done.file, request.document.toIndented() + '\n', true); !written)
        return written.error();
    if (!isPrivateConfig && !checksTokens(request.authKind))
        done.authKind = u"xsuaa"_s;
    done.command = u"%1NODE_EXTRA_CA_CERTS='%2' cds watch%3"_s.arg(
        done.authKind.isEmpty() ? QString() : u"CDS_REQUIRES_AUTH_KIND=%1 "_s.arg(done.authKind),
        QString(request.caFile).replace(u'\'', "'\\''"_L1),
        isPrivateConfig ? u" --profile hybrid"_s : QString());
    return done;
}

} // namespace tokentrail::sandbox
