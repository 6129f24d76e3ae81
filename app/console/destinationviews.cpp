// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/destinationviews.h"

#include "core/base/redactor.h"
#include "core/destination/lint.h"
#include "core/destination/lintproperties.h"
#include "core/destination/propertiesfile.h"
#include "core/destination/tokenneed.h"

#include <QCoreApplication>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using text::Json;
using Severity = destination::LintProblem::Severity;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::DestinationViews)
};

ui::NoteKind kindOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return ui::NoteKind::Bad;
    case Severity::Warning:
        return ui::NoteKind::Careful;
    case Severity::Hint:
        break;
    }
    return ui::NoteKind::Plain;
}

bool cannotWork(const Json &properties)
{
    const auto problems = destination::lint(properties);
    return std::any_of(problems.begin(), problems.end(), [](const auto &problem) {
        return problem.severity == Severity::Error;
    });
}

QMap<QString, QStringList> choices()
{
    QMap<QString, QStringList> map;
    for (const auto &name : {u"Type"_s, u"ProxyType"_s, u"Authentication"_s})
        map[name] = destination::knownValues(name);
    return map;
}

} // namespace

QList<ui::DestinationRow> rowsOf(const QList<Json> &destinations)
{
    QList<ui::DestinationRow> rows;
    for (const auto &properties : destinations)
        rows.append({properties[u"Name"].toString(),
                     properties[u"Authentication"].toString(),
                     properties[u"ProxyType"].toString(),
                     properties[u"URL"].toString(),
                     cannotWork(properties)});
    return rows;
}

ui::DestinationView viewOf(const Json &properties)
{
    ui::DestinationView view;
    view.name = properties[u"Name"].toString();
    view.choices = choices();
    for (const auto &member : properties.members())
        view.properties.append(
            {member.name, member.value.toString(), destination::isSecretProperty(member.name)});
    if (const auto known = destination::destinationFromJson(properties))
        view.needs = destination::tokenNeedInWords(*known);
    for (const auto &problem : destination::lint(properties))
        view.notes.append({kindOf(problem.severity), problem.sentence, {}});
    return view;
}

ui::DestinationView viewOfNew()
{
    ui::DestinationView view;
    view.properties = {{u"Name"_s, {}},
                       {u"Type"_s, u"HTTP"_s},
                       {u"URL"_s, {}},
                       {u"ProxyType"_s, u"Internet"_s},
                       {u"Authentication"_s, u"NoAuthentication"_s},
                       {u"Description"_s, {}}};
    view.choices = choices();
    return view;
}

Json propertiesOf(const QList<ui::PropertyRow> &rows)
{
    auto json = Json::object();
    for (const auto &row : rows) {
        if (!row.name.isEmpty() && !row.value.isEmpty())
            json.set(row.name, row.value);
    }
    return json;
}

QList<ui::DestinationNote> notesOf(const std::vector<destination::Check> &checks)
{
    using Outcome = destination::Check::Outcome;
    QList<ui::DestinationNote> notes;
    for (const auto &check : checks) {
        const auto sentence = redactor::text(check.sentence);
        switch (check.outcome) {
        case Outcome::Passed:
            notes.append({ui::NoteKind::Good, u"✓ "_s + titleOf(check.id), sentence});
            break;
        case Outcome::Failed:
            notes.append({ui::NoteKind::Bad, u"✗ "_s + titleOf(check.id), sentence});
            break;
        case Outcome::NotDone:
            notes.append({ui::NoteKind::Plain,
                          Words::tr("· %1: not done").arg(titleOf(check.id)),
                          sentence});
            break;
        }
    }
    return notes;
}

Json maskedAgainst(const Json &properties, const std::optional<Json> &before)
{
    auto masked = destination::maskedProperties(properties);
    for (auto &member : masked.members()) {
        const bool secret = destination::isSecretProperty(member.name);
        if (secret && before && !((*before)[member.name] == properties[member.name]))
            member.value =
                QString(QString::fromUtf16(destination::secretMask) + Words::tr(" (new)"));
    }
    return masked;
}

} // namespace tokentrail::console
