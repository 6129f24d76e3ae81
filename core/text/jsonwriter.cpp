// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

namespace tokentrail::text {

namespace {

constexpr char hex[] = "0123456789abcdef";

void writeEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
}

// Whole runs at a time: tokens are long, and have nothing to escape.
void writePiece(QByteArray &out, QStringView piece)
{
    const auto bytes = piece.toUtf8();
    qsizetype written = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(bytes.constData() + written, i - written);
        writeEscaped(out, c);
        written = i + 1;
    }
    out.append(bytes.constData() + written, bytes.size() - written);
}

// Most strings are ASCII with nothing to escape, tokens above all: copied in one pass that the
// compiler turns into vector instructions. False, and nothing written, for every other string.
bool writePlain(QByteArray &out, QStringView text)
{
    const auto start = out.size();
    out.resize(start + text.size());
    const char16_t *from = text.utf16();
    char *to = out.data() + start;
    unsigned special = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const unsigned c = from[i];
        to[i] = static_cast<char>(c);
        special |= unsigned(c - 0x20 > 0x5f) | unsigned(c == '"') | unsigned(c == '\\');
    }
    if (special)
        out.resize(start);
    return special == 0;
}

// Half a surrogate pair has no UTF-8; like JSON.stringify, it is written as an escape.
void writeString(QByteArray &out, const QString &string)
{
    out += '"';
    const QStringView text(string);
    if (writePlain(out, text)) {
        out += '"';
        return;
    }
    qsizetype written = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        writePiece(out, text.sliced(written, i - written));
        const auto code = text[i].unicode();
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            out += hex[code >> shift & 15];
        written = i + 1;
    }
    writePiece(out, text.sliced(written));
    out += '"';
}

struct Writer
{
    QByteArray out = {};
    int blanks = 0; // 0: compact

    void newLine(int depth)
    {
        if (blanks > 0) {
            out += '\n';
            out += QByteArray(qsizetype(depth) * blanks, ' ');
        }
    }

    void write(const Json &json, int depth)
    {
        switch (json.kind()) {
        case Json::Kind::Null:
            out += "null";
            break;
        case Json::Kind::Bool:
            out += json.toBool() ? "true" : "false";
            break;
        case Json::Kind::Number:
            out += json.numberSpelling();
            break;
        case Json::Kind::String:
            writeString(out, json.toString());
            break;
        case Json::Kind::Array:
            writeArray(json, depth);
            break;
        case Json::Kind::Object:
            writeObject(json, depth);
            break;
        }
    }

    void writeArray(const Json &json, int depth)
    {
        out += '[';
        bool first = true;
        for (const auto &element : json.elements()) {
            if (!first)
                out += ',';
            first = false;
            newLine(depth + 1);
            write(element, depth + 1);
        }
        if (!first)
            newLine(depth);
        out += ']';
    }

    void writeObject(const Json &json, int depth)
    {
        out += '{';
        bool first = true;
        for (const auto &member : json.members()) {
            if (!first)
                out += ',';
            first = false;
            newLine(depth + 1);
            writeString(out, member.name);
            out += blanks > 0 ? ": " : ":";
            write(member.value, depth + 1);
        }
        if (!first)
            newLine(depth);
        out += '}';
    }
};

} // namespace

QByteArray Json::toCompact() const
{
    Writer writer;
    writer.write(*this, 0);
    return writer.out;
}

QByteArray Json::toIndented(int blanks) const
{
    Writer writer{{}, blanks};
    writer.write(*this, 0);
    return writer.out;
}

} // namespace tokentrail::text
