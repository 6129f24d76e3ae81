// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/gitignore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

// "*" stays within one name, "**" crosses folders.
QString expressionOf(const QString &pattern)
{
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (QStringView(pattern).sliced(i).startsWith("**/"_L1)) {
            out += u"(?:.*/)?"_s;
            i += 2;
        } else if (QStringView(pattern).sliced(i).startsWith("**"_L1)) {
            out += u".*"_s;
            ++i;
        } else if (pattern[i] == u'*') {
            out += u"[^/]*"_s;
        } else if (pattern[i] == u'?') {
            out += u"[^/]"_s;
        } else {
            out += QRegularExpression::escape(pattern.mid(i, 1));
        }
    }
    return out;
}

QStringList linesOf(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(source.readAll()).split(u'\n');
}

} // namespace

bool gitPatternMatches(QString pattern, const QString &relativePath)
{
    pattern = pattern.trimmed();
    if (pattern.isEmpty() || pattern.startsWith(u'#'))
        return false;
    const bool folderOnly = pattern.endsWith(u'/');
    if (folderOnly)
        pattern.chop(1);
    const bool anchored = pattern.contains(u'/');
    if (pattern.startsWith(u'/'))
        pattern.remove(0, 1);
    // What is below an ignored folder is ignored with it.
    const auto expression = QRegularExpression::anchoredPattern(
        (anchored ? QString() : u"(?:.*/)?"_s) + expressionOf(pattern)
        + (folderOnly ? u"/.*"_s : u"(?:/.*)?"_s));
    return QRegularExpression(expression).match(relativePath).hasMatch();
}

GitState gitStateOf(const QString &folder, const QString &fileName)
{
    const QString file = QDir(folder).canonicalPath() + u'/' + fileName;
    QStringList folders; // the root of the repository first
    QDir at(QDir(folder).canonicalPath());
    for (;;) {
        folders.prepend(at.path());
        if (at.exists(u".git"_s))
            break;
        if (!at.cdUp())
            return GitState::NoRepository;
    }
    bool ignored = false;
    for (const auto &name : std::as_const(folders)) {
        for (auto line : linesOf(name + u"/.gitignore"_s)) {
            const bool negated = line.startsWith(u'!');
            if (negated)
                line.remove(0, 1);
            if (gitPatternMatches(line, file.sliced(name.size() + (name == "/"_L1 ? 0 : 1))))
                ignored = !negated;
        }
    }
    return ignored ? GitState::Ignored : GitState::Visible;
}

} // namespace tokentrail::sandbox
