// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/measurereport.h"

#include "core/text/csvfield.h"

#include <QXmlStreamWriter>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::csvField;
using text::Json;
using text::markdownField;
using Agreement = MeasuredCell::Agreement;

namespace {

QString whatOf(const AccessTable &table, const MeasuredCell &cell)
{
    return table.rows()[cell.probe.row].name();
}

QString whoOf(const AccessTable &table, const MeasuredCell &cell)
{
    return table.columns()[cell.probe.column].name;
}

QString requestOf(const MeasuredCell &cell)
{
    return cell.probe.method.isEmpty()
        ? QString()
        : QString(QString::fromLatin1(cell.probe.method) + u' ' + cell.probe.target);
}

QString shownStatus(const MeasuredCell &cell)
{
    return cell.status == 0 ? QString() : QString::number(cell.status);
}

QString sentenceOf(const AccessTable &table, const MeasuredCell &cell)
{
    if (cell.agreement == Agreement::Failed)
        return u"%1 for %2: no answer. %3"_s.arg(
            whatOf(table, cell), whoOf(table, cell), cell.failure);
    return u"%1 for %2: predicted %3, but %4 was answered %5 (%6). %7"_s.arg(
        whatOf(table, cell),
        whoOf(table, cell),
        cellText(cell.predicted),
        requestOf(cell),
        shownStatus(cell),
        cell.measured,
        cell.predicted.because);
}

bool isWorthTelling(const MeasuredCell &cell)
{
    return cell.agreement == Agreement::Differs || cell.agreement == Agreement::Failed;
}

} // namespace

QByteArray toCsv(const AccessTable &table, const Measurement &measurement)
{
    QByteArray csv = "what,caller,predicted,measured,status,agreement,request,because\r\n";
    for (const auto &cell : measurement.cells) {
        const QStringList fields = {whatOf(table, cell),
                                    whoOf(table, cell),
                                    cellText(cell.predicted),
                                    cell.measured,
                                    shownStatus(cell),
                                    nameOf(cell.agreement),
                                    requestOf(cell),
                                    cell.probe.notSent + cell.failure};
        for (qsizetype i = 0; i < fields.size(); ++i)
            csv += (i > 0 ? "," : "") + csvField(fields[i]);
        csv += "\r\n";
    }
    return csv;
}

QByteArray toMarkdown(const AccessTable &table, const Measurement &measurement)
{
    QByteArray text = summaryOf(measurement).toUtf8() + "\n\n";
    text += "| what | caller | predicted | measured | request |\n|---|---|---|---|---|\n";
    for (const auto &cell : measurement.cells) {
        if (cell.probe.method.isEmpty())
            continue;
        const QString mark = isWorthTelling(cell) ? u"**"_s : QString();
        const auto measured = cell.agreement == Agreement::Failed
            ? u"no answer"_s
            : u"%1 (%2)"_s.arg(cell.measured, shownStatus(cell));
        text += "| " + markdownField(whatOf(table, cell)) + " | "
            + markdownField(whoOf(table, cell)) + " | " + markdownField(cellText(cell.predicted))
            + " | " + markdownField(mark + measured + mark) + " | `"
            + markdownField(requestOf(cell)) + "` |\n";
    }
    return text;
}

QByteArray toJunit(const AccessTable &table, const Measurement &measurement)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"access, measured"_s);
    xml.writeAttribute(u"tests"_s, QString::number(measurement.cells.size()));
    xml.writeAttribute(u"failures"_s, QString::number(measurement.count(Agreement::Differs)));
    xml.writeAttribute(u"errors"_s, QString::number(measurement.count(Agreement::Failed)));
    xml.writeAttribute(u"skipped"_s,
                       QString::number(measurement.count(Agreement::NotSent)
                                       + measurement.count(Agreement::Undecided)));
    for (const auto &cell : measurement.cells) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, whatOf(table, cell));
        xml.writeAttribute(u"name"_s, whoOf(table, cell));
        if (cell.agreement != Agreement::Same) {
            const bool isFailure = cell.agreement == Agreement::Differs;
            const bool isError = cell.agreement == Agreement::Failed;
            xml.writeStartElement(isFailure ? u"failure"_s : isError ? u"error"_s : u"skipped"_s);
            xml.writeAttribute(u"message"_s,
                               isFailure || isError               ? sentenceOf(table, cell)
                                   : cell.probe.notSent.isEmpty() ? cell.predicted.because
                                                                  : cell.probe.notSent);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Json toJson(const AccessTable &table, const Measurement &measurement)
{
    auto cells = Json::array();
    for (const auto &cell : measurement.cells) {
        auto row = Json::object({{u"what"_s, whatOf(table, cell)},
                                 {u"caller"_s, whoOf(table, cell)},
                                 {u"predicted"_s, cellText(cell.predicted)},
                                 {u"because"_s, cell.predicted.because},
                                 {u"agreement"_s, nameOf(cell.agreement)}});
        if (!cell.probe.method.isEmpty())
            row.set(u"request"_s, requestOf(cell));
        if (cell.status != 0) {
            row.set(u"measured"_s, cell.measured);
            row.set(u"status"_s, cell.status);
        }
        const QString reason = cell.probe.notSent + cell.failure;
        if (!reason.isEmpty())
            row.set(u"reason"_s, reason);
        cells.append(row);
    }
    return Json::object({{u"sent"_s, measurement.sent()},
                         {u"differ"_s, measurement.count(Agreement::Differs)},
                         {u"failed"_s, measurement.count(Agreement::Failed)},
                         {u"cells"_s, cells}});
}

QStringList differences(const AccessTable &table, const Measurement &measurement)
{
    QStringList found;
    for (const auto &cell : measurement.cells) {
        if (isWorthTelling(cell))
            found << sentenceOf(table, cell);
    }
    return found;
}

QString summaryOf(const Measurement &measurement)
{
    auto text = u"%1 requests sent: %2 as predicted, %3 differ."_s.arg(measurement.sent())
                    .arg(measurement.count(Agreement::Same))
                    .arg(measurement.count(Agreement::Differs));
    if (const auto failed = measurement.count(Agreement::Failed))
        text += u" %1 without an answer."_s.arg(failed);
    if (const auto undecided = measurement.count(Agreement::Undecided))
        text += u" %1 that the model does not decide."_s.arg(undecided);
    if (const auto notSent = measurement.count(Agreement::NotSent))
        text += u" %1 not sent."_s.arg(notSent);
    return text;
}

} // namespace tokentrail::cap
