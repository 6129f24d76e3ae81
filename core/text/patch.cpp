// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/patch.h"

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> linesOf(const QByteArray &text)
{
    auto lines = text.split('\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

QByteArray withoutReturn(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

// "+++ b/srv/server.js\t2026-01-01" → "srv/server.js"; a path out of the folder is refused.
Result<QString> fileOf(const QByteArray &line)
{
    auto name = QString::fromUtf8(line.sliced(4)).section(u'\t', 0, 0).trimmed();
    if (name.startsWith("a/"_L1) || name.startsWith("b/"_L1))
        name = name.sliced(2);
    if (name.isEmpty() || name.startsWith(u'/') || name.split(u'/').contains(u".."_s))
        return Error{ErrorCode::InvalidInput,
                     u"The diff is for “%1”, which is no file below a folder."_s.arg(name)};
    return name;
}

// Where the lines begin; -1: nowhere, -2: at several places.
qsizetype placeOf(const QList<QByteArray> &wanted, const QList<QByteArray> &lines)
{
    qsizetype found = -1;
    for (qsizetype at = 0; at + wanted.size() <= lines.size(); ++at) {
        qsizetype same = 0;
        while (same < wanted.size() && withoutReturn(lines[at + same]) == wanted[same])
            ++same;
        if (same < wanted.size())
            continue;
        if (found >= 0)
            return -2;
        found = at;
    }
    return found;
}

} // namespace

Result<QList<FilePatch>> readPatch(const QByteArray &unifiedDiff)
{
    QList<FilePatch> patches;
    for (const auto &raw : linesOf(unifiedDiff)) {
        const auto line = withoutReturn(raw);
        const bool inHunk = !patches.isEmpty() && !patches.constLast().hunks.isEmpty();
        if (line.startsWith("+++ ")) {
            const auto file = fileOf(line);
            if (!file)
                return file.error();
            patches.append({*file, {}});
        } else if (line.startsWith("--- ")) {
            continue;
        } else if (line.startsWith("@@")) {
            if (patches.isEmpty())
                return Error{ErrorCode::InvalidInput, u"The diff names no file."_s};
            patches.last().hunks.append(FilePatch::Hunk{});
        } else if (inHunk && line.startsWith('-')) {
            patches.last().hunks.last().before.append(line.sliced(1));
        } else if (inHunk && line.startsWith('+')) {
            patches.last().hunks.last().after.append(line.sliced(1));
        } else if (inHunk && (line.startsWith(' ') || line.isEmpty())) {
            const auto context = line.isEmpty() ? line : line.sliced(1);
            patches.last().hunks.last().before.append(context);
            patches.last().hunks.last().after.append(context);
        }
    }
    if (patches.isEmpty())
        return Error{ErrorCode::InvalidInput, u"This is no unified diff."_s};
    return patches;
}

Result<QByteArray> applyPatch(const FilePatch &patch, const QByteArray &source)
{
    auto lines = linesOf(source);
    const bool returns = source.contains("\r\n");
    const bool lastLineEnds = source.isEmpty() || source.endsWith('\n');
    for (const auto &hunk : patch.hunks) {
        const auto at = hunk.before.isEmpty() ? lines.size() : placeOf(hunk.before, lines);
        if (at < 0)
            return Error{
                ErrorCode::NotFound,
                at == -1 ? u"%1 has no lines like those of the diff, beginning with “%2”. "
                           u"Nothing was changed; make the edit by hand."_s.arg(
                               patch.file, QString::fromUtf8(hunk.before.constFirst().trimmed()))
                         : u"The lines of the diff stand in %1 more than once. Nothing was "
                           u"changed; make the edit by hand."_s.arg(patch.file)};
        lines.remove(at, hunk.before.size());
        for (qsizetype i = 0; i < hunk.after.size(); ++i)
            lines.insert(at + i, returns ? hunk.after[i] + '\r' : hunk.after[i]);
    }
    auto out = lines.join('\n');
    if (lastLineEnds && !lines.isEmpty())
        out += '\n';
    else if (returns && out.endsWith('\r')) // a return belongs to a line end
        out.chop(1);
    return out;
}

} // namespace tokentrail::text
