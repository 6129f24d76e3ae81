// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/zip.h"

#include <array>

namespace tokentrail::text {

namespace {

constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint16 version = 20;
constexpr quint16 namesAreUtf8 = 1 << 11;
constexpr quint16 firstDay = 0x21; // 1980-01-01, the oldest that the format can say

quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            auto value = i;
            for (auto bit = 0; bit < 8; ++bit)
                value = (value & 1) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    quint32 crc = 0xffffffffU;
    for (const auto c : bytes)
        crc = table[(crc ^ static_cast<quint8>(c)) & 0xff] ^ (crc >> 8);
    return crc ^ 0xffffffffU;
}

// Little endian, as the format wants it.
void put(QByteArray &out, quint32 value, int bytes)
{
    for (auto i = 0; i < bytes; ++i)
        out.append(static_cast<char>((value >> (8 * i)) & 0xff));
}

// What the local header and the one in the directory have in common.
QByteArray headerOf(const ZipEntry &entry, const QByteArray &name)
{
    QByteArray out;
    put(out, version, 2);
    put(out, namesAreUtf8, 2);
    put(out, 0, 2); // stored
    put(out, 0, 2); // midnight
    put(out, firstDay, 2);
    put(out, crc32(entry.content), 4);
    put(out, static_cast<quint32>(entry.content.size()), 4);
    put(out, static_cast<quint32>(entry.content.size()), 4);
    put(out, static_cast<quint32>(name.size()), 2);
    put(out, 0, 2); // no extra field
    return out;
}

} // namespace

QByteArray zipOf(const QList<ZipEntry> &entries)
{
    QByteArray out;
    QByteArray directory;
    for (const auto &entry : entries) {
        const auto name = entry.name.toUtf8();
        const auto header = headerOf(entry, name);
        const auto offset = static_cast<quint32>(out.size());
        put(out, localSignature, 4);
        out += header + name + entry.content;
        put(directory, centralSignature, 4);
        put(directory, version, 2);
        directory += header;
        put(directory, 0, 2); // no comment
        put(directory, 0, 2); // first disk
        put(directory, 0, 2); // unknown kind
        put(directory, 0, 4); // no attributes
        put(directory, offset, 4);
        directory += name;
    }
    const auto start = static_cast<quint32>(out.size());
    out += directory;
    put(out, endSignature, 4);
    put(out, 0, 4); // one disk
    put(out, static_cast<quint32>(entries.size()), 2);
    put(out, static_cast<quint32>(entries.size()), 2);
    put(out, static_cast<quint32>(directory.size()), 4);
    put(out, start, 4);
    put(out, 0, 2); // no comment
    return out;
}

} // namespace tokentrail::text
