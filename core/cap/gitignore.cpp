// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitignore.h"

#include "core/cap/gitindex.h"
#include "core/cap/gitpattern.h"
#include "core/cap/say.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

struct PatternFile
{
    QByteArray folder; // relative to the root, with a slash at its end; empty: the root
    std::vector<GitPattern> patterns;
};

// git follows no link to a .gitignore in a work tree.
std::vector<GitPattern> patternsIn(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isSymLink() || !file.open(QIODevice::ReadOnly))
        return {};
    return gitPatternsOf(file.readAll());
}

// What the last line says that is about the path; the files that stand deeper come first.
bool isIgnored(const std::vector<PatternFile> &files, const QByteArray &path, bool isFolder)
{
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        const auto relative = path.sliced(file->folder.size());
        for (auto line = file->patterns.rbegin(); line != file->patterns.rend(); ++line) {
            if (line->matches(relative, isFolder))
                return !line->isNegative();
        }
    }
    return false;
}

bool isIgnored(const QString &root, const QByteArray &path, const QString &exclude)
{
    std::vector<PatternFile> files;
    if (!exclude.isEmpty())
        files.push_back({{}, patternsIn(exclude)});
    // From folder to folder: what lies in an ignored one is ignored, and nothing takes it back.
    for (qsizetype at = 0;;) {
        const auto folder = path.first(at);
        files.push_back(
            {folder, patternsIn(root + u'/' + QFile::decodeName(folder) + u".gitignore"_s)});
        const auto slash = path.indexOf('/', at);
        if (slash < 0)
            return isIgnored(files, path, false);
        if (isIgnored(files, path.first(slash), true))
            return true;
        at = slash + 1;
    }
}

// The root of the work tree that the folder lies in; empty: none.
QString rootOf(const QString &folder)
{
    for (QDir at(folder); at.exists();) {
        if (at.exists(u".git"_s))
            return at.path();
        if (!at.cdUp())
            break;
    }
    return {};
}

} // namespace

bool isIgnoredBelow(const QString &root, const QString &path)
{
    return isIgnored(root, QFile::encodeName(path), {});
}

GitState gitStateOf(const QString &folder, const QString &fileName)
{
    const auto here = QFileInfo(folder).canonicalFilePath();
    const auto root = here.isEmpty() ? QString() : rootOf(here);
    if (root.isEmpty())
        return GitState::NoRepository;
    const auto path = QFile::encodeName(QDir(root).relativeFilePath(here + u'/' + fileName));
    const auto git = gitFoldersOf(root + u"/.git"_s);
    if (isInIndex(git, path))
        return GitState::Tracked;
    return isIgnored(root, path, git.common + u"/info/exclude"_s) ? GitState::Ignored
                                                                  : GitState::Visible;
}

Result<IgnoreEdit> ignoreEdit(const QString &folder, const QString &fileName)
{
    const auto path = QDir(folder).filePath(u".gitignore"_s);
    if (QFileInfo(path).isSymLink())
        return Error{ErrorCode::Unsupported, say(u"bind.link"), Place{path}};
    auto before = text::readForEdit(path);
    if (!before)
        return before.error();
    auto after = before->content;
    const QByteArray newline = after.contains("\r\n") ? "\r\n" : "\n";
    if (!after.isEmpty() && !after.endsWith('\n'))
        after += newline;
    after += QFile::encodeName(fileName) + newline;
    return IgnoreEdit{*std::move(before), after};
}

} // namespace tokentrail::cap
