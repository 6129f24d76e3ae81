// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectview.h"

#include "core/cap/envmask.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using ui::MatrixCell;
using ui::ProjectView;
using ui::TableRow;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::ProjectDesk)
};

// Whether the editor gives back each byte: it has one kind of line end, and takes some characters
// for others.
bool survivesEditing(const QByteArray &utf8)
{
    const auto text = QString::fromUtf8(utf8);
    const auto ends = text.count("\r\n"_L1);
    const bool oneKind = text.count(u'\r') == ends && (ends == 0 || text.count(u'\n') == ends);
    return oneKind && text.toUtf8() == utf8
        && std::none_of(text.begin(), text.end(), [](QChar one) {
               return one == QChar::Nbsp || one == QChar::LineSeparator
                   || one == QChar::ParagraphSeparator || one == QChar(0xFDD0)
                   || one == QChar(0xFDD1);
           });
}

QString severityInWords(cap::ProblemSeverity severity)
{
    switch (severity) {
    case cap::ProblemSeverity::Error:
        return Words::tr("✗ error");
    case cap::ProblemSeverity::Warning:
        return Words::tr("! warning");
    case cap::ProblemSeverity::Hint:
        return Words::tr("· hint");
    }
    return {};
}

ui::Tone toneOf(cap::ProblemSeverity severity)
{
    switch (severity) {
    case cap::ProblemSeverity::Error:
        return ui::Tone::Error;
    case cap::ProblemSeverity::Warning:
        return ui::Tone::Client;
    case cap::ProblemSeverity::Hint:
        return ui::Tone::Neutral;
    }
    return ui::Tone::Neutral;
}

QString kindOf(const ProjectFacts &facts, const QString &profile)
{
    const auto env = facts.envs.find(profile);
    const auto auth =
        env == facts.envs.end() ? nullptr : cap::findPath(env->second.root, u"requires.auth"_s);
    const auto kind = auth && !auth->isScalar() ? auth->find(u"kind") : nullptr;
    if (auth && !auth->isScalar() && auth->find(u"impl"))
        return Words::tr("custom");
    return kind && kind->isString() ? kind->string() : Words::tr("none");
}

void addValues(const cap::EffectiveEnv &env,
               const cap::EnvNodePtr &node,
               const QString &path,
               QList<TableRow> &rows)
{
    if (!node)
        return;
    if (node->isScalar() || node->isArray() || node->members().empty()) {
        const auto place = env.place(node->origin());
        const auto value = cap::maskedConfig(node->toJson(), path);
        auto where = place ? env.sourceName(node->origin()) : Words::tr("defaults of cds");
        if (place && place->line > 0)
            where += Words::tr(", line %1").arg(place->line);
        rows << TableRow{
            {path,
             value.isString() ? value.toString() : QString::fromUtf8(value.toCompact()),
             where},
            ui::Tone::Neutral,
            {}};
        return;
    }
    for (const auto &member : node->members()) {
        if (!member.hidden)
            addValues(env, member.value, path + u'.' + member.name, rows);
    }
}

TableRow rowOf(const cap::LintFinding &finding, int line = 0)
{
    TableRow row;
    row.line = line;
    row.column = finding.column;
    row.cells = {severityInWords(finding.severity),
                 finding.sentence,
                 finding.file.isEmpty() ? Words::tr("the environment")
                                        : finding.place().toString()};
    row.tone = toneOf(finding.severity);
    row.detail = finding.sentence + u'\n' + finding.advice + u"  ["_s + finding.id + u']';
    row.hasEdit = finding.edit.has_value();
    row.command = finding.command;
    return row;
}

QString placeIn(const TableRow &row)
{
    return Words::tr("line %1, column %2").arg(row.line).arg(row.column);
}

TableRow rowOf(const cap::GuideStep &step)
{
    TableRow row;
    switch (step.state) {
    case cap::GuideStep::State::Done:
        row.cells << Words::tr("✓ done");
        row.tone = ui::Tone::Person;
        break;
    case cap::GuideStep::State::Open:
        row.cells << Words::tr("○ open");
        break;
    case cap::GuideStep::State::Wrong:
        row.cells << Words::tr("✗ wrong");
        row.tone = ui::Tone::Error;
        break;
    }
    row.cells << step.title << step.sentence;
    row.detail = step.command;
    if (step.state == cap::GuideStep::State::Wrong) // a finding, longer than its cell
        row.detail = (QStringList{step.sentence} + step.command.split(u'\n', Qt::SkipEmptyParts))
                         .join(u'\n');
    row.command = step.command;
    row.id = step.id;
    row.isOpen = step.state == cap::GuideStep::State::Open;
    return row;
}

} // namespace

QList<TableRow> rowsOf(const cap::XsSecurityProblems &problems)
{
    QList<TableRow> rows;
    for (const auto &problem : problems) {
        TableRow row;
        row.cells = {severityInWords(problem.severity), problem.sentence};
        row.tone = toneOf(problem.severity);
        row.detail = problem.sentence + u"  ["_s + problem.id + u']';
        row.line = problem.place.line;
        row.column = problem.place.column;
        row.cells << placeIn(row);
        rows << row;
    }
    return rows;
}

QList<TableRow> descriptorRows(const ProjectFacts &facts)
{
    QList<TableRow> rows;
    for (const auto &finding : facts.lint.findings) {
        if (finding.file == "xs-security.json"_L1)
            rows << rowOf(finding, finding.line);
    }
    for (auto &row : rows) {
        row.hasEdit = false; // the page of findings shows it
        row.cells[2] = placeIn(row);
    }
    return rows;
}

ProjectView viewOf(const ProjectFacts &facts, const QString &profile)
{
    ProjectView view;
    view.folder = facts.folder;
    view.notes = facts.lint.notes;
    const auto env = facts.envs.find(profile);
    if (env != facts.envs.end()) {
        view.summary = Words::tr("Authentication in development: %1 · hybrid: %2 · production: %3")
                           .arg(kindOf(facts, u"development"_s),
                                kindOf(facts, u"hybrid"_s),
                                kindOf(facts, u"production"_s));
        addValues(env->second,
                  cap::findPath(env->second.root, u"requires.auth"_s),
                  u"requires.auth"_s,
                  view.values);
    } else {
        view.summary = Words::tr("cds itself would stop: %1").arg(facts.envProblem);
    }
    if (!view.notes.isEmpty())
        view.summary += u'\n' + view.notes.join(u'\n');
    for (const auto &finding : facts.lint.findings)
        view.findings << rowOf(finding);
    view.descriptorProblems = descriptorRows(facts);
    view.isDescriptorEditable = survivesEditing(facts.descriptor);
    for (const auto &step : facts.steps)
        view.steps << rowOf(step);
    view.descriptor = QString::fromUtf8(facts.descriptor);
    return view;
}

MatrixCell cellOf(const cap::AccessDecision &decision, bool hasHandlers)
{
    MatrixCell cell;
    const auto name = decision.decision();
    if (name == "ok"_L1) {
        cell.text = decision.where.isEmpty() ? Words::tr("✓ allowed") : Words::tr("✓ some rows");
        cell.tone = ui::Tone::Person;
    } else if (decision.status == 0) {
        cell.text = Words::tr("? unknown");
        cell.tone = ui::Tone::Client;
    } else {
        cell.text = u"✗ "_s + QString::number(decision.status);
        cell.tone =
            decision.status == 404 || decision.status == 405 ? ui::Tone::Neutral : ui::Tone::Error;
    }
    cell.because = decision.because;
    if (!decision.where.isEmpty())
        cell.because += u' ' + Words::tr("Condition: %1.").arg(decision.where);
    if (hasHandlers)
        cell.because += u' ' + Words::tr("Its handler is code, which was not read.");
    return cell;
}

void addMeasured(MatrixCell &cell, const cap::MeasuredCell &measured)
{
    using Agreement = cap::MeasuredCell::Agreement;
    const QString request =
        QString::fromLatin1(measured.probe.method) + u' ' + measured.probe.target;
    switch (measured.agreement) {
    case Agreement::NotSent:
        cell.because += u' ' + Words::tr("Not asked of the running service.");
        return;
    case Agreement::Failed:
        cell.text += Words::tr(" · no answer");
        cell.because += u' ' + Words::tr("The running service gave no answer to %1.").arg(request);
        return;
    case Agreement::Undecided:
    case Agreement::Same:
        cell.text += Words::tr(" · %1").arg(measured.status);
        cell.because += u' '
            + Words::tr("The running service answered %1 to %2.").arg(measured.status).arg(request);
        return;
    case Agreement::Differs:
        cell.text += Words::tr(" ≠ %1").arg(measured.status);
        cell.tone = ui::Tone::Client;
        cell.because += u' '
            + Words::tr("The running service does not agree: it answered %1 to %2.")
                  .arg(measured.status)
                  .arg(request);
        return;
    }
}

} // namespace tokentrail::console
