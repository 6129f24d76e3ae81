// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessreport.h"

#include "core/text/csvfield.h"

#include <QXmlStreamWriter>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::csvField;
using text::markdownField;

namespace {

// The fields of one line; at moves behind it.
std::vector<QString> csvLine(const QByteArray &csv, qsizetype &at)
{
    std::vector<QString> fields;
    QByteArray field;
    bool quoted = false;
    for (; at < csv.size(); ++at) {
        const char c = csv[at];
        if (quoted && c == '"' && at + 1 < csv.size() && csv[at + 1] == '"')
            field += csv[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (quoted)
            field += c;
        else if (c == ',')
            fields.push_back(QString::fromUtf8(std::exchange(field, {})));
        else if (c == '\n')
            break;
        else if (c != '\r')
            field += c;
    }
    ++at;
    fields.push_back(QString::fromUtf8(field));
    return fields;
}

const QString *expectedFor(const AccessExpectation &expected,
                           const AccessTable::Row &row,
                           const AccessTable::Column &column)
{
    const auto found = expected.find({row.name(), column.name});
    return found == expected.end() ? nullptr : &found->second;
}

} // namespace

QByteArray toCsv(const AccessTable &table)
{
    QByteArray csv = "what";
    for (const auto &column : table.columns())
        csv += ',' + csvField(column.name);
    csv += "\r\n";
    for (size_t row = 0; row < table.rows().size(); ++row) {
        csv += csvField(table.rows()[row].name());
        for (size_t column = 0; column < table.columns().size(); ++column)
            csv += ',' + csvField(cellText(table.cell(row, column)));
        csv += "\r\n";
    }
    return csv;
}

QByteArray toMarkdown(const AccessTable &table)
{
    QByteArray text = "| what |";
    QByteArray rule = "|---|";
    for (const auto &column : table.columns()) {
        text += ' ' + markdownField(column.name) + " |";
        rule += "---|";
    }
    text += '\n' + rule + '\n';
    for (size_t row = 0; row < table.rows().size(); ++row) {
        text += "| " + markdownField(table.rows()[row].name()) + " |";
        for (size_t column = 0; column < table.columns().size(); ++column)
            text += ' ' + markdownField(cellText(table.cell(row, column))) + " |";
        text += '\n';
    }
    return text;
}

QByteArray toJunit(const AccessTable &table, const AccessExpectation &expected)
{
    struct Case
    {
        QString what;
        QString who;
        QString is;
        const QString *should;
    };
    std::vector<Case> cases;
    int failures = 0;
    for (size_t row = 0; row < table.rows().size(); ++row) {
        for (size_t column = 0; column < table.columns().size(); ++column) {
            const auto *should = expectedFor(expected, table.rows()[row], table.columns()[column]);
            if (!should && !expected.empty())
                continue;
            const auto is = cellText(table.cell(row, column));
            failures += should && *should != is ? 1 : 0;
            cases.push_back({table.rows()[row].name(), table.columns()[column].name, is, should});
        }
    }
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"access"_s);
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    for (const auto &each : cases) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, each.what);
        xml.writeAttribute(u"name"_s, each.who);
        if (each.should && *each.should != each.is) {
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(u"message"_s,
                               u"expected %1, but it is %2"_s.arg(*each.should, each.is));
            xml.writeEndElement();
        } else if (each.is == "unknown"_L1) {
            xml.writeEmptyElement(u"skipped"_s);
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<AccessExpectation> readExpectation(const QByteArray &csv, const QString &file)
{
    qsizetype at = 0;
    const auto header = csvLine(csv, at);
    if (header.front() != "what"_L1 || header.size() < 2)
        return Error{ErrorCode::InvalidInput,
                     u"This is no table of access: its first line begins with \"what\"."_s,
                     Place{file, 1, 1}};
    AccessExpectation expected;
    for (int line = 2; at < csv.size(); ++line) {
        const auto fields = csvLine(csv, at);
        if (fields.size() == 1 && fields.front().isEmpty())
            continue;
        if (fields.size() != header.size())
            return Error{ErrorCode::InvalidInput,
                         u"The line has %1 fields where the first one has %2."_s.arg(fields.size())
                             .arg(header.size()),
                         Place{file, line, 1}};
        for (size_t i = 1; i < fields.size(); ++i)
            expected[{fields.front(), header[i]}] = fields[i];
    }
    return expected;
}

QStringList differences(const AccessTable &table, const AccessExpectation &expected)
{
    auto open = expected;
    QStringList found;
    for (size_t row = 0; row < table.rows().size(); ++row) {
        for (size_t column = 0; column < table.columns().size(); ++column) {
            const auto key = std::pair(table.rows()[row].name(), table.columns()[column].name);
            const auto should = open.find(key);
            if (should == open.end())
                continue;
            const auto is = cellText(table.cell(row, column));
            if (is != should->second)
                found << u"%1 for %2: expected %3, but it is %4."_s.arg(
                    key.first, key.second, should->second, is);
            open.erase(should);
        }
    }
    for (const auto &[key, should] : open)
        found << u"%1 for %2: expected %3, but there is no such cell any more."_s.arg(
            key.first, key.second, should);
    return found;
}

} // namespace tokentrail::cap
