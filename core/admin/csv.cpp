// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/document.h"
#include "core/admin/words.h"

namespace tokentrail::admin {

namespace {

// What has been read of the line at hand.
struct Pending
{
    CsvLine line;
    QByteArray field;
    bool quoted = false; // inside of quotes
    bool wasQuoted = false;

    void endField()
    {
        line.fields.append(QString::fromUtf8(field));
        field.clear();
        wasQuoted = false;
    }
};

bool isEmptyLine(const CsvLine &line)
{
    return line.fields.size() == 1 && line.fields.constFirst().isEmpty();
}

} // namespace

Result<QList<CsvLine>> readCsv(const QByteArray &source, const QString &file)
{
    QList<CsvLine> lines;
    Pending pending;
    pending.line.number = 1;
    int number = 1;
    const bool marked = source.startsWith("\xEF\xBB\xBF"); // as spreadsheets write it
    for (qsizetype i = marked ? 3 : 0; i < source.size(); ++i) {
        const char c = source.at(i);
        if (c == '\n')
            ++number;
        if (pending.quoted) {
            if (c != '"')
                pending.field.append(c);
            else if (i + 1 < source.size() && source.at(i + 1) == '"')
                pending.field.append(source.at(++i));
            else
                pending.quoted = false;
        } else if (c == '"' && pending.field.isEmpty() && !pending.wasQuoted) {
            pending.quoted = pending.wasQuoted = true;
        } else if (c == ',') {
            pending.endField();
        } else if (c == '\n') {
            pending.endField();
            if (!isEmptyLine(pending.line))
                lines.append(pending.line);
            pending.line = {number, {}};
        } else if (c != '\r') {
            if (c == '"' || pending.wasQuoted)
                return Error{ErrorCode::InvalidInput,
                             Words::tr("A quotation mark stands inside of a field."),
                             placeOf(source, i, file)};
            pending.field.append(c);
        }
    }
    if (pending.quoted)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A quoted field does not end."),
                     Place{file, pending.line.number, 1}};
    pending.endField();
    if (!isEmptyLine(pending.line))
        lines.append(pending.line);
    return lines;
}

} // namespace tokentrail::admin
