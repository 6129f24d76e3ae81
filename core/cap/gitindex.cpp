// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitindex.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Index
{
public:
    Index(QByteArray bytes, qsizetype hashSize)
        : m_bytes(std::move(bytes))
        , m_hashSize(hashSize)
    { }

    bool has(const QByteArray &path)
    {
        if (m_bytes.size() < 12 || !m_bytes.startsWith("DIRC"))
            return false;
        const auto version = number32(4);
        if (version < 2 || version > 4)
            return false;
        m_at = 12;
        for (auto left = number32(8); left > 0 && readName(version == 4); --left) {
            if (m_name == path)
                return true;
        }
        return false;
    }

private:
    quint32 number32(qsizetype at) const { return qFromBigEndian<quint32>(m_bytes.data() + at); }

    // The name of the entry at m_at, and on to the next one. False: the file ends too early.
    bool readName(bool isShortened)
    {
        constexpr qsizetype beforeHash = 40;
        const auto begin = m_at;
        const auto flagsAt = begin + beforeHash + m_hashSize;
        if (flagsAt + 4 > m_bytes.size())
            return false;
        const bool isExtended = (Byte(m_bytes[flagsAt]) & 0x40U) != 0;
        m_at = flagsAt + (isExtended ? 4 : 2);
        qsizetype dropped = m_name.size();
        if (isShortened && !readDropped(dropped))
            return false;
        const auto end = m_bytes.indexOf('\0', m_at);
        if (end < 0)
            return false;
        m_name.truncate(m_name.size() - dropped);
        m_name += QByteArrayView(m_bytes).sliced(m_at, end - m_at);
        // Longer forms are padded with NULs to a multiple of eight bytes.
        m_at = isShortened ? end + 1 : begin + (end - begin + 8) / 8 * 8;
        return true;
    }

    // How many bytes of the name before do not begin this one: git's number of variable width.
    bool readDropped(qsizetype &dropped)
    {
        quint64 value = 0;
        for (bool more = true, first = true; more; first = false, ++m_at) {
            if (m_at >= m_bytes.size() || value > quint64(m_bytes.size()))
                return false;
            const auto byte = Byte(m_bytes[m_at]);
            value = (first ? 0 : (value + 1) << 7U) | (byte & 0x7FU);
            more = (byte & 0x80U) != 0;
        }
        dropped = qsizetype(value);
        return dropped <= m_name.size();
    }

    using Byte = unsigned char;

    QByteArray m_bytes;
    qsizetype m_hashSize;
    qsizetype m_at = 0;
    QByteArray m_name;
};

// The path behind "gitdir: " or in a file of one line.
QString pathIn(QByteArray line, const QString &relativeTo)
{
    if (line.startsWith("gitdir:"))
        line.remove(0, 7);
    const auto path = QString::fromUtf8(line.trimmed());
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir(relativeTo).absoluteFilePath(path));
}

} // namespace

GitFolders gitFoldersOf(const QString &dotGit)
{
    const QFileInfo info(dotGit);
    const auto own = info.isDir() ? dotGit : pathIn(contentOf(dotGit), info.path());
    const auto common = pathIn(contentOf(own + u"/commondir"_s), own);
    return {own, common.isEmpty() ? own : common};
}

bool isInIndex(const GitFolders &git, const QByteArray &path)
{
    const auto config = contentOf(git.common + u"/config"_s).toLower();
    const qsizetype hashSize = config.contains("objectformat = sha256") ? 32 : 20;
    if (Index(contentOf(git.own + u"/index"_s), hashSize).has(path))
        return true;
    // A split index leaves most of it to files beside it (git update-index --split-index).
    const auto shared = QDir(git.own).entryList({u"sharedindex.*"_s}, QDir::Files);
    return std::any_of(shared.begin(), shared.end(), [&](const QString &name) {
        return Index(contentOf(git.own + u'/' + name), hashSize).has(path);
    });
}

} // namespace tokentrail::cap
